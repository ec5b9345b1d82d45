package fr.passerelle.beneylu;

import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Secret;
import java.net.URI;

/**
 * The settings of an account of the profile {@code beneylu-v3}, checked.
 *
 * @param app the origin of the application, whose pages lie under {@code /ent}
 * @param auth the origin of the directory, the only one that gets the password
 */
record BeneyluSettings(URI app, URI auth, Secret username, Secret password) {
    /** The directory's origin as the configuration names it. */
    static final String AUTH = "auth";

    /** @throws IllegalArgumentException with a sentence naming the setting that is missing or wrong */
    static BeneyluSettings of(EntAccount account) {
        return new BeneyluSettings(
                account.baseUrl(), auth(account), credential(account, "username"), credential(account, "password"));
    }

    static URI auth(EntAccount account) {
        URI auth = account.origins().get(AUTH);
        if (auth == null) {
            throw new IllegalArgumentException("The setting urls.auth of " + account.id()
                    + " is missing: the origin on which Beneylu School asks for the password.");
        }
        return auth;
    }

    static Secret credential(EntAccount account, String name) {
        Secret value = account.credentials().get(name);
        if (value == null || value.reveal().isBlank()) {
            throw new IllegalArgumentException(
                    "The setting credentials." + name + " of " + account.id() + " is missing.");
        }
        return value;
    }
}
