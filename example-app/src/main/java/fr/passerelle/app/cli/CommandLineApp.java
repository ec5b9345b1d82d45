package fr.passerelle.app.cli;

import fr.passerelle.app.town.Configuration;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.town.TownSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The command line of one process. Every command that uses the store is sent to the web app while that holds it, and
 * opens the store itself otherwise.
 */
public final class CommandLineApp {
    private final Console console;
    private final WebServer web;
    private final InstantSource clock;

    /** Serves the web app until it is stopped. */
    @FunctionalInterface
    public interface WebServer {
        /**
         * Serves, and returns when it is over.
         *
         * @param settings arguments that are settings
         * @param say is told the address once pages are there
         * @return the exit code
         * @throws fr.passerelle.ent.model.CodedException if it cannot start
         */
        int serve(
                ServeRequest request, List<String> settings, Path directory, InstantSource clock, Consumer<Ready> say);
    }

    public CommandLineApp(Console console, WebServer web, InstantSource clock) {
        this.console = console;
        this.web = web;
        this.clock = clock;
    }

    /** Runs a command; the exit code. */
    public int run(String... arguments) {
        List<String> settings = new ArrayList<>();
        List<String> command = new ArrayList<>();
        for (String argument : arguments) {
            // Settings of the web server too: --server.address and the like are refused or taken by it.
            boolean setting = argument.startsWith(Configuration.ARGUMENT)
                    || argument.startsWith("--server.")
                    || argument.startsWith("--spring.");
            (setting ? settings : command).add(argument);
        }
        return Parser.run(command, new Here(command, settings));
    }

    /** Runs a command that another process sent, on a town that is open here; the exit code. */
    public static int run(List<String> arguments, Console console, Town town, TownSettings settings) {
        return Parser.run(arguments, new InServer(console, town, settings));
    }

    private final class Here implements Runner {
        private final List<String> command;
        private final List<String> arguments;
        private @Nullable TownSettings settings;

        private Here(List<String> command, List<String> arguments) {
            this.command = command;
            this.arguments = arguments;
        }

        @Override
        public Console console() {
            return console;
        }

        @Override
        public TownSettings settings() {
            if (settings == null) {
                settings = Configuration.read(arguments, console.directory());
            }
            return settings;
        }

        private Optional<ServedTown> served() {
            return ServeFile.path(settings(), console.directory()).flatMap(ServedTown::beside);
        }

        @Override
        public boolean isServed() {
            return served().map(ServedTown::answers).orElse(false);
        }

        @Override
        public int run(TownCommand wanted, Dialogue say) throws Exception {
            OptionalInt there = served().map(town -> town.run(command, console)).orElse(OptionalInt.empty());
            if (there.isPresent()) {
                return there.getAsInt();
            }
            try (Town town = Town.open(settings(), List.of(), false, console.directory(), clock)) {
                return wanted.run(town, say);
            }
        }

        @Override
        public int serve(ServeRequest request, Dialogue say) {
            return web.serve(request, arguments, console.directory(), clock, ready -> {
                say.note("serve.at", ready.address());
                ready.welcome().ifPresent(link -> say.note("serve.welcome", link));
            });
        }

        @Override
        public void untilEnded() throws InterruptedException {
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown, "ended"));
            ended.await();
        }
    }

    private record InServer(Console console, Town town, TownSettings settings) implements Runner {
        @Override
        public boolean isServed() {
            return true;
        }

        @Override
        public int run(TownCommand wanted, Dialogue say) throws Exception {
            return wanted.run(town, say);
        }

        @Override
        public int serve(ServeRequest request, Dialogue say) {
            throw new IllegalStateException("Only commands that use the store are sent here.");
        }

        @Override
        public void untilEnded() {
            throw new IllegalStateException("Only commands that use the store are sent here.");
        }
    }
}
