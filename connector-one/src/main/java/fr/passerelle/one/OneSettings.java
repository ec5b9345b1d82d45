package fr.passerelle.one;

import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Secret;

/**
 * The settings of an account at ONE, checked.
 *
 * @param clientId of the application that the platform's operator declared for Passerelle
 */
record OneSettings(Secret clientId, Secret clientSecret, Secret username, Secret password) {

    /** @throws IllegalArgumentException with a sentence naming the setting that is missing or wrong */
    static OneSettings of(EntAccount account, EntcorePlatform platform) {
        if (!account.profile().equals(platform.profile())) {
            throw new IllegalArgumentException("The setting profile of " + account.id() + " must be "
                    + platform.profile() + ": nothing else is spoken here.");
        }
        return new OneSettings(
                credential(account, "client-id"),
                credential(account, "client-secret"),
                credential(account, "username"),
                credential(account, "password"));
    }

    private static Secret credential(EntAccount account, String name) {
        Secret value = account.credentials().get(name);
        if (value == null || value.reveal().isBlank()) {
            throw new IllegalArgumentException(
                    "The setting credentials." + name + " of " + account.id() + " is missing.");
        }
        return value;
    }
}
