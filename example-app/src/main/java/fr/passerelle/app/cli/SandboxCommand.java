package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.intake.sample.SampleSchool;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.PortInUse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stand-ins for the ENTs. */
@Command(name = "sandbox", mixinStandardHelpOptions = true, subcommands = SandboxCommand.One.class)
final class SandboxCommand {
    private SandboxCommand() {}

    /**
     * A stand-in for ONE. What it prints is an {@code application.yml} that connects to it, comments included.
     */
    @Command(name = "one", mixinStandardHelpOptions = true)
    static final class One implements Callable<Integer> {
        @Option(names = "--port", required = true, paramLabel = "N", converter = PortNumber.class)
        int port;

        @Option(names = "--profile", paramLabel = "P")
        String profile = "entcore";

        @Option(names = "--seed", paramLabel = "FILE")
        @Nullable
        Path seed;

        @Option(names = "--faults", paramLabel = "FILE")
        @Nullable
        Path faults;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws InterruptedException {
            PasserelleCommand root = TownCommand.rootOf(spec);
            Dialogue say = root.dialogue();
            if (!profile.equals("entcore")) {
                throw new CodedException(AppReason.ARGUMENT_UNFIT, Map.of("what", "--profile", "value", profile));
            }
            try (OneSandbox sandbox = start(say)) {
                print(sandbox, say);
                root.runner().untilEnded();
            } catch (PortInUse taken) {
                throw new CodedException(AppReason.PORT_IN_USE, Map.of("port", Integer.toString(taken.port())));
            }
            return Exit.OK;
        }

        private OneSandbox start(Dialogue say) {
            OneSandbox sandbox = seed == null
                    ? OneSandbox.start(port)
                    : read(seed, say, file -> OneSandbox.start(port, file, InstantSource.system()));
            if (faults != null) {
                read(faults, say, file -> {
                    sandbox.faults(file);
                    return sandbox;
                });
            }
            return sandbox;
        }

        @FunctionalInterface
        private interface Reading<T> {
            T of(Path file) throws IOException;
        }

        private static <T> T read(Path given, Dialogue say, Reading<T> reading) {
            try {
                return reading.of(say.path(given));
            } catch (IOException e) {
                throw new CodedException(AppReason.FILE_UNREADABLE, Map.of("file", given.toString()), e);
            } catch (IllegalArgumentException e) {
                throw new CodedException(
                        AppReason.ARGUMENT_UNFIT, Map.of("what", given.toString(), "value", e.getMessage() + ""), e);
            }
        }

        private void print(OneSandbox sandbox, Dialogue say) {
            PrintWriter out = say.console().out();
            out.println("# " + say.text("sandbox.what"));
            out.println("# " + sandbox.baseUrl());
            sandbox.accounts()
                    .forEach(account -> out.println("# "
                            + say.text("sandbox.account", account.profile(), account.login(), account.password())));
            out.println("# " + say.text("sandbox.settings"));
            OneSandbox.Account service = sandbox.accounts().get(0);
            out.print("""
                    passerelle:
                      ents:
                        one:
                          connector: one
                          profile: entcore
                          base-url: %s
                          allow-loopback: true
                          accounts:
                            service:
                              places: [%s]
                              credentials:
                                client-id: %s
                                client-secret: %s
                                username: %s
                                password: %s
                    """.formatted(
                            sandbox.baseUrl(),
                            SampleSchool.ALL.stream()
                                    .map(school -> school.school().value())
                                    .collect(Collectors.joining(", ")),
                            service.clientId(),
                            service.clientSecret(),
                            service.login(),
                            service.password()));
            out.flush();
        }
    }
}
