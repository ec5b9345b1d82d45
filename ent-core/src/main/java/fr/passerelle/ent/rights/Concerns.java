package fr.passerelle.ent.rights;

import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationEvent;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationWithdrawn;
import fr.passerelle.ent.delivery.DeliveryDesk;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.History;
import fr.passerelle.ent.model.History.Dated;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.rights.ErasureReport.Concern;
import fr.passerelle.ent.rights.ErasureReport.Why;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the communications that may say something of a person, without reading any: by who wrote them, for whom, and
 * when. Rather one too many than one too few.
 */
final class Concerns {
    private final States states;
    private final History history;
    private final DeliveryDesk desk;

    Concerns(States states, History history, DeliveryDesk desk) {
        this.states = states;
        this.history = history;
        this.desk = desk;
    }

    /** Newest first. */
    List<Concern> of(PersonId person, List<Stay> stays) {
        Map<CommunicationId, Communication> candidates = new LinkedHashMap<>();
        states.inGroup(Communication.FEATURE, person.toString()).forEach(found -> add(candidates, found));
        stays.stream()
                .map(Stay::place)
                .distinct()
                .flatMap(place -> states.under(Communication.FEATURE, place.value()).stream())
                .forEach(found -> add(candidates, found));
        return candidates.entrySet().stream()
                .flatMap(entry -> concern(entry.getKey(), entry.getValue(), person, stays).stream())
                .sorted(Comparator.comparing(Concern::writtenAt)
                        .reversed()
                        .thenComparing(concern -> concern.communication().toString()))
                .toList();
    }

    private static void add(Map<CommunicationId, Communication> candidates, Communication found) {
        if (found.communication() != null) {
            candidates.put(found.communication(), found);
        }
    }

    private Optional<Concern> concern(
            CommunicationId id, Communication communication, PersonId person, List<Stay> stays) {
        Set<Why> why = EnumSet.noneOf(Why.class);
        if (person.equals(communication.author())) {
            why.add(Why.AUTHOR);
        }
        List<Stay> there = stays.stream()
                .filter(stay -> stay.place().equals(communication.place()))
                .toList();
        List<Dated<CommunicationEvent>> events = history.of(Communication.FEATURE, id.toString());
        Instant writtenAt = events.get(0).at();
        @Nullable Instant withdrawnAt = withdrawnAt(events);
        there.stream()
                .filter(stay -> stay.overlaps(writtenAt, withdrawnAt))
                .forEach(stay -> reason(communication.audience(), stay).ifPresent(why::add));
        if (why.isEmpty() || communication.place() == null) {
            return Optional.empty();
        }
        Shown shown = new Shown(communication, desk.items(id));
        return Optional.of(new Concern(
                id,
                communication.place(),
                List.copyOf(why),
                communication.status(),
                writtenAt,
                shown.items(),
                shown.choices()));
    }

    private static @Nullable Instant withdrawnAt(List<Dated<CommunicationEvent>> events) {
        Predicate<Dated<CommunicationEvent>> withdrawn = dated -> dated.event() instanceof CommunicationWithdrawn;
        return events.stream().filter(withdrawn).map(Dated::at).findFirst().orElse(null);
    }

    private static Optional<Why> reason(@Nullable Audience audience, Stay stay) {
        if (audience == null) {
            return Optional.empty();
        }
        return switch (audience.scope()) {
            case PLACE -> Optional.of(Why.PLACE);
            case STAFF -> Optional.of(Why.STAFF);
            case LEISURE_GROUPS -> Optional.of(Why.GROUP);
            case CLASSES ->
                Collections.disjoint(audience.classes(), stay.classes()) ? Optional.empty() : Optional.of(Why.CLASS);
        };
    }
}
