package fr.passerelle.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where a command speaks: the terminal of this process, or of one that sent its command here.
 *
 * @param out what was asked for
 * @param err notes, progress and errors
 * @param directory what relative paths begin at
 */
public record Console(PrintWriter out, PrintWriter err, Path directory) {

    /** This process's own streams, in UTF-8. */
    public static Console ofThisProcess() {
        return new Console(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Path.of("").toAbsolutePath());
    }
}
