package fr.passerelle.one;

import fr.passerelle.ent.spi.ConnectorDescriptor.Maturity;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnector;

/**
 * A platform whose back end is entcore, under its own name: the same protocol and the same code, another descriptor. ONE
 * is the one that this module offers; another module may offer another.
 *
 * @param id the connector's id, for example {@code one}
 * @param profile the profile that speaks entcore, for example {@code entcore}
 * @param name the platform's own name, as people know it
 * @param maturity what the protocol was tried against under this name
 */
public record EntcorePlatform(String id, String profile, String name, Maturity maturity) {
    static final EntcorePlatform ONE =
            new EntcorePlatform("one", "entcore", "ONE / NEO (Edifice)", Maturity.REAL_SERVER);

    /**
     * A connector for an account at this platform; no I/O.
     *
     * @throws IllegalArgumentException with a sentence naming the setting that is missing or wrong
     */
    public EntConnector connector(EntAccount account) {
        return new OneConnector(this, OneSettings.of(account, this));
    }
}
