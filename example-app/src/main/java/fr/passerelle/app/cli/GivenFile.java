package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.model.CodedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A file that a command is given: read whole, up to a limit. */
final class GivenFile {
    private GivenFile() {}

    /**
     * Its bytes.
     *
     * @param given as the user wrote it, for the sentence
     * @param limit most bytes, in whole megabytes
     * @throws CodedException {@link AppReason#FILE_UNREADABLE} or {@link AppReason#FILE_TOO_LARGE}
     */
    static byte[] read(Path file, Path given, int limit) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new CodedException(
                        AppReason.FILE_TOO_LARGE,
                        Map.of("file", given.toString(), "limit", Integer.toString(limit / 1_000_000)));
            }
            return bytes;
        } catch (IOException e) {
            throw new CodedException(AppReason.FILE_UNREADABLE, Map.of("file", given.toString()), e);
        }
    }
}
