package fr.passerelle.ent.spi;

import java.util.List;

/** Where a connector is found: named in {@code META-INF/services}, loaded by {@code ServiceLoader}. */
public interface EntConnectorProvider {

    /** The connector's id in the configuration, for example {@code one}. */
    String id();

    /** The profiles that this connector speaks, the default one first. */
    List<String> profiles();

    /**
     * The connector for one account. Called once for each account when Passerelle opens; must not do any I/O.
     *
     * @throws IllegalArgumentException with a sentence naming the setting, if the account's settings do not fit
     */
    EntConnector connector(EntAccount account);
}
