package fr.passerelle.one;

import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntConnectorProvider;
import java.util.List;

/** Where Passerelle finds the connector to ONE. */
public final class OneConnectorProvider implements EntConnectorProvider {

    @Override
    public String id() {
        return EntcorePlatform.ONE.id();
    }

    @Override
    public List<String> profiles() {
        return List.of(EntcorePlatform.ONE.profile());
    }

    @Override
    public EntConnector connector(EntAccount account) {
        return EntcorePlatform.ONE.connector(account);
    }
}
