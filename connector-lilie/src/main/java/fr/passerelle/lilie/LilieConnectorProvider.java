package fr.passerelle.lilie;

import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntConnectorProvider;
import java.util.List;
import java.util.function.Function;

/** Where Passerelle finds the connector to Lilie. */
public final class LilieConnectorProvider implements EntConnectorProvider {
    static final String ID = "lilie";

    private static final List<Profile> PROFILES =
            List.of(new Profile(EliotConnector.PROFILE, account -> new EliotConnector(EliotSettings.of(account))));

    private record Profile(String name, Function<EntAccount, EntConnector> maker) {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> profiles() {
        return PROFILES.stream().map(Profile::name).toList();
    }

    @Override
    public EntConnector connector(EntAccount account) {
        return PROFILES.stream()
                .filter(profile -> profile.name().equals(account.profile()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The setting profile of " + account.id()
                        + " must be one of " + String.join(", ", profiles()) + ": the connector " + ID
                        + " speaks no other."))
                .maker()
                .apply(account);
    }
}
