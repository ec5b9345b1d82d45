package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.standin.StandIn;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.sandbox.OperatorAccount;
import fr.passerelle.ent.sandbox.PortInUse;
import fr.passerelle.ent.sandbox.Sandbox;
import fr.passerelle.ent.sandbox.SchoolSeed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A stand-in for an ENT. What it prints is an {@code application.yml} that connects to it, comments included. */
@Command(name = "sandbox", mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ENT")
    StandIn ent = StandIn.ONE;

    @Option(names = "--port", required = true, paramLabel = "N", converter = PortNumber.class)
    int port;

    @Option(names = "--profile", paramLabel = "P")
    @Nullable
    String profile;

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
        String chosen = profile == null ? ent.profiles().get(0) : profile;
        if (!ent.profiles().contains(chosen)) {
            throw new CodedException(AppReason.ARGUMENT_UNFIT, Map.of("what", "--profile", "value", chosen));
        }
        List<SchoolSeed> schools = seed == null ? SchoolSeed.pilot() : read(seed, say, SchoolSeed::read);
        try (Sandbox sandbox = ent.start(port, schools)) {
            if (faults != null) {
                read(faults, say, file -> {
                    sandbox.faults(file);
                    return sandbox;
                });
            }
            print(sandbox, sandbox.operator(chosen), say);
            root.runner().untilEnded();
        } catch (PortInUse taken) {
            throw new CodedException(AppReason.PORT_IN_USE, Map.of("port", Integer.toString(taken.port())));
        }
        return Exit.OK;
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

    private static void print(Sandbox sandbox, OperatorAccount account, Dialogue say) {
        PrintWriter out = say.console().out();
        out.println("# " + say.text("sandbox.what", account.platform()));
        out.println("# " + sandbox.baseUrl());
        sandbox.logins()
                .forEach(login -> out.println(
                        "# " + say.text("sandbox.account", login.profile(), login.login(), login.password())));
        out.println("# " + say.text("sandbox.settings"));
        out.println("passerelle:");
        out.println("  ents:");
        out.println("    " + account.connector() + ":");
        out.println("      connector: " + account.connector());
        out.println("      profile: " + account.profile());
        out.println("      base-url: " + sandbox.baseUrl());
        if (!account.urls().isEmpty()) {
            out.println("      urls:");
            account.urls().forEach((name, url) -> out.println("        " + name + ": " + url));
        }
        out.println("      allow-loopback: true");
        out.println("      accounts:");
        out.println("        service:");
        out.println("          places: [" + String.join(", ", account.places()) + "]");
        out.println("          credentials:");
        account.credentials().forEach((name, value) -> out.println("            " + name + ": " + value));
        out.flush();
    }
}
