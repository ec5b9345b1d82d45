package fr.passerelle.ent.delivery;

import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.spi.AccountId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All accounts, by name: service accounts are there from the start, those of authors come and go. Safe for several
 * threads.
 */
final class Connections {
    private final Map<AccountId, Connection> byName =
            new ConcurrentSkipListMap<>(Comparator.comparing(AccountId::toString));

    Connections(Collection<Connection> configured) {
        configured.forEach(this::put);
    }

    void put(Connection connection) {
        byName.put(connection.account().id(), connection);
    }

    void remove(AccountId account) {
        byName.remove(account);
    }

    Optional<Connection> find(AccountId account) {
        return Optional.ofNullable(byName.get(account));
    }

    List<Connection> all() {
        return List.copyOf(byName.values());
    }

    /**
     * Who publishes for a place what an author wrote: on each ENT her own account where she connected one, else its
     * service accounts. Nobody's account signs what somebody else wrote.
     *
     * @param author null where the place itself speaks
     */
    List<Connection> acting(PlaceId place, @Nullable PersonId author) {
        List<Connection> here = byName.values().stream()
                .filter(connection -> connection.account().places().contains(place))
                .toList();
        List<Connection> hers = author == null
                ? List.of()
                : here.stream()
                        .filter(connection -> author.equals(connection.account().author()))
                        .toList();
        Set<String> signed =
                hers.stream().map(connection -> connection.account().id().ent()).collect(Collectors.toSet());
        return here.stream()
                .filter(connection -> hers.contains(connection)
                        || (connection.account().author() == null
                                && !signed.contains(connection.account().id().ent())))
                .toList();
    }
}
