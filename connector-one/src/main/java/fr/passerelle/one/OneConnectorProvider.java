package fr.passerelle.one;

import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntConnectorProvider;
import java.util.List;

/** Where Passerelle finds the connector to ONE. */
public final class OneConnectorProvider implements EntConnectorProvider {

    @Override
    public String id() {
        return OneConnector.ID;
    }

    @Override
    public List<String> profiles() {
        return List.of(OneConnector.PROFILE);
    }

    @Override
    public EntConnector connector(EntAccount account) {
        return new OneConnector(OneSettings.of(account));
    }
}
