package fr.passerelle.lilie;

import fr.passerelle.ent.spi.ConnectorDescriptor.Maturity;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntConnectorProvider;
import fr.passerelle.one.EntcorePlatform;
import java.util.List;
import java.util.function.Function;

/** Where Passerelle finds the connector to Lilie. */
public final class LilieConnectorProvider implements EntConnectorProvider {
    static final String ID = "lilie";

    /** Lilie's successor has ONE's back end: what was tried of it was tried as such, never as a region deploys it. */
    private static final EntcorePlatform SUCCESSOR =
            new EntcorePlatform(ID, "openent-ng", "Lilie (Open ENT NG)", Maturity.REAL_SERVER);

    private static final List<Profile> PROFILES = List.of(
            new Profile(SUCCESSOR.profile(), SUCCESSOR::connector),
            new Profile(EliotConnector.PROFILE, account -> new EliotConnector(EliotSettings.of(account))));

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
