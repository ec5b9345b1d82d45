package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.cli.CommandLineApp;
import fr.passerelle.app.cli.Console;
import fr.passerelle.app.web.WebApp;
import fr.passerelle.one.sandbox.OneSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A directory of a town in which commands run: each in a process of its own, or in this one. */
final class Desk {
    static final String TOURNELLES = "0771369V";

    private static final long LONGEST_SECONDS = 180;
    private static final String SETTINGS = """
            passerelle:
              ents:
                one:
                  connector: one
                  profile: entcore
                  base-url: %s
                  allow-loopback: true
                  accounts:
                    service:
                      places: [0771369V, 0770409B, 0770420N]
                      settles-within: 2s
                      credentials:
                        client-id: %s
                        client-secret: %s
                        username: %s
                        password: %s
            """;

    private final Path directory;
    private int processes;

    /** @param directory the town's; what processes say is kept in {@code said} below it */
    Desk(Path directory) {
        this.directory = directory;
    }

    /** A town with an account on a stand-in of this process. */
    static Desk at(Path directory, OneSandbox ent) {
        return new Desk(directory).connected(ent.baseUrl(), ent.logins().get(0).password());
    }

    /** Names the town's account anew. */
    Desk connected(URI baseUrl, String password) {
        return write(
                "application.yml",
                SETTINGS.formatted(baseUrl, "passerelle", "bac-a-sable-secret", "service.passerelle", password));
    }

    /** A school with its classes, as imported, and a text to publish. */
    Desk furnished() {
        here("sample", "onde", "--out", "onde").ended(0);
        here("place", "add", TOURNELLES, "--name", "Les Tournelles", "--kind", "primary")
                .ended(0);
        here("import", "onde", roster(TOURNELLES), "--place", TOURNELLES, "--apply")
                .ended(0);
        return write("texte.txt", "Nous irons au musée jeudi.");
    }

    /** The invented export of a school, after {@code sample onde --out onde}. */
    static String roster(String school) {
        return "onde/" + school + "-CSVExtraction-eleves.csv";
    }

    Path directory() {
        return directory;
    }

    Path store() {
        return directory.resolve("data");
    }

    /** What processes said, a file for each stream. */
    Path said() {
        return directory.resolve("said");
    }

    Desk write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Desk write(String name, byte[] bytes) {
        try {
            Files.write(directory.resolve(name), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command in a process of its own. */
    Ran run(String... arguments) {
        return start(Main.class, arguments).ended();
    }

    /** Runs a command in this process; what is logged meanwhile counts as said. */
    Ran here(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            Console console = new Console(new PrintWriter(out), new PrintWriter(err), directory);
            int exit = new CommandLineApp(console, WebApp::serve, Clock.systemUTC()).run(arguments);
            return new Ran(exit, out.toString(), err + log.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    /**
     * Begins to publish to two classes, in a process of its own, and waits until it is done. The same title is the same
     * intention: whoever says it again carries on where the one before was killed.
     */
    Child communicating(String title) {
        return start(
                Main.class,
                "communicate",
                "--place",
                TOURNELLES,
                "--class",
                "CM2 A",
                "--class",
                "CM2 B",
                "--title",
                title,
                "--body",
                "texte.txt",
                "--key",
                title,
                "--wait",
                "120s");
    }

    /** Starts a program of the class path in a process of its own. */
    Child start(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                // As the packaged app's manifest says; newer Javas warn otherwise.
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(said());
            int number = ++processes;
            Path out = said().resolve(number + ".out");
            Path err = said().resolve(number + ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("PASSERELLE_LOG", "WARN");
            return new Child(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that was started here. */
    record Child(Process process, Path outFile, Path errFile) implements AutoCloseable {
        /** Waits for its end. */
        Ran ended() {
            try {
                assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
                        .as("it ends")
                        .isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            } finally {
                process.destroyForcibly();
            }
            return new Ran(process.exitValue(), out(), err());
        }

        /** Ends it at once, as a power cut would. */
        void kill() {
            process.destroyForcibly();
            ended();
        }

        String out() {
            return text(outFile);
        }

        String err() {
            return text(errFile);
        }

        private static String text(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            kill();
        }
    }
}
