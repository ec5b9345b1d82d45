package fr.passerelle.beneylu;

import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntConnectorProvider;
import java.util.List;

/** Where Passerelle finds the connector to Beneylu School. */
public final class BeneyluConnectorProvider implements EntConnectorProvider {

    @Override
    public String id() {
        return Descriptors.ID;
    }

    @Override
    public List<String> profiles() {
        return List.of(Descriptors.V3, Descriptors.PARTNER);
    }

    @Override
    public EntConnector connector(EntAccount account) {
        return switch (account.profile()) {
            case Descriptors.V3 -> new BeneyluConnector(BeneyluSettings.of(account));
            case Descriptors.PARTNER -> new BeneyluPartnerConnector(PartnerSettings.of(account));
            default ->
                throw new IllegalArgumentException("The setting profile of " + account.id() + " must be "
                        + Descriptors.V3 + " or " + Descriptors.PARTNER + ": the connector beneylu speaks no other.");
        };
    }
}
