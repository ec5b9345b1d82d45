package fr.passerelle.one;

import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Secret;
import fr.passerelle.ent.spi.SignsPeopleIn;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an account at ONE, checked.
 *
 * @param service the application by which the service account signs in
 * @param authors the one by which teachers connect their own accounts, or null: ONE gives an application one grant only
 * @param refreshToken of the author whose account this is; null for the service account
 */
record OneSettings(
        Application service,
        Secret username,
        Secret password,
        @Nullable Application authors,
        @Nullable Secret refreshToken) {
    static final String AUTHOR_CLIENT_ID = "author-client-id";
    static final String AUTHOR_CLIENT_SECRET = "author-client-secret";

    /** An application that the platform's operator declared for Passerelle. */
    record Application(Secret clientId, Secret clientSecret) {}

    /** @throws IllegalArgumentException with a sentence naming the setting that is missing or wrong */
    static OneSettings of(EntAccount account, EntcorePlatform platform) {
        if (!account.profile().equals(platform.profile())) {
            throw new IllegalArgumentException("The setting profile of " + account.id() + " must be "
                    + platform.profile() + ": nothing else is spoken here.");
        }
        boolean authors = account.author() != null
                || account.credentials().containsKey(AUTHOR_CLIENT_ID)
                || account.credentials().containsKey(AUTHOR_CLIENT_SECRET);
        return new OneSettings(
                application(account, "client-id", "client-secret"),
                credential(account, "username"),
                credential(account, "password"),
                authors ? application(account, AUTHOR_CLIENT_ID, AUTHOR_CLIENT_SECRET) : null,
                account.author() == null ? null : credential(account, SignsPeopleIn.REFRESH_TOKEN));
    }

    /** The application by which an author's account signs in. */
    Application authorsApplication() {
        return Objects.requireNonNull(authors);
    }

    private static Application application(EntAccount account, String id, String secret) {
        return new Application(credential(account, id), credential(account, secret));
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
