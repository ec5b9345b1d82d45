package fr.passerelle.app.cli;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.town.TownSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the web app that holds an embedded store listens, beside the store: {@code serve.json}, for its owner only.
 *
 * @param address its loopback address
 * @param token what a command must show; made anew at each start
 */
public record ServeFile(String address, String token) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int TOKEN_BYTES = 32;

    /** With a token that nobody has seen. */
    public static ServeFile at(String address) {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return new ServeFile(address, Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** Where it lies; empty for a shared store, which several processes may open. */
    public static Optional<Path> path(TownSettings settings, Path directory) {
        return Town.storeFile(settings, directory).map(store -> store.resolveSibling("serve.json"));
    }

    /** What lies there; empty if nothing that can be read does. */
    static Optional<ServeFile> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(Files.readString(file), ServeFile.class));
        } catch (IOException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** Writes it, whole or not at all. */
    public void write(Path file) {
        try {
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "serve", ".new");
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(draft, MAPPER.writeValueAsString(this));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "ServeFile[" + address + "]";
    }
}
