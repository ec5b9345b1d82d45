package fr.passerelle.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The web app. */
@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "N", converter = PortNumber.class)
    int port = ServeRequest.DEFAULT_PORT;

    @Option(names = "--demo")
    boolean demo;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PasserelleCommand root = TownCommand.rootOf(spec);
        return root.runner().serve(new ServeRequest(port, demo), root.dialogue());
    }
}
