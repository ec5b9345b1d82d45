package fr.passerelle.app.town;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.model.CodedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A secret's place: {@code file:PATH}, {@code env:NAME}, or the value itself. */
final class SecretReference {
    private static final String FILE = "file:";
    private static final String ENV = "env:";

    private SecretReference() {}

    /**
     * The secret, without the line end that a file may close with.
     *
     * @throws CodedException {@link AppReason#SECRET_UNREADABLE}
     */
    static String fetch(String setting, String value, Path directory) {
        if (value.startsWith(FILE)) {
            try {
                return Files.readString(directory.resolve(value.substring(FILE.length())))
                        .stripTrailing();
            } catch (IOException e) {
                throw unreadable(setting, value);
            }
        }
        if (value.startsWith(ENV)) {
            @Nullable String secret = System.getenv(value.substring(ENV.length()));
            if (secret == null || secret.isBlank()) {
                throw unreadable(setting, value);
            }
            return secret;
        }
        return value;
    }

    private static CodedException unreadable(String setting, String source) {
        return new CodedException(AppReason.SECRET_UNREADABLE, Map.of("setting", setting, "source", source));
    }
}
