package fr.passerelle.app.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself: what every command takes, and the list of commands. Without a command it serves. */
@Command(
        name = "passerelle",
        mixinStandardHelpOptions = true,
        versionProvider = PasserelleCommand.Version.class,
        subcommands = {
            ServeCommand.class,
            SandboxCommand.class,
            SampleCommand.class,
            PlaceCommand.class,
            ImportCommand.class,
            PersonCommand.class,
            ReferentCommand.class,
            UserCommand.class,
            CommunicateCommand.class,
            CorrectCommand.class,
            WithdrawCommand.class,
            StatusCommand.class,
            DeliverCommand.class,
            RedriveCommand.class,
            HandCommand.class,
            EngagementCommand.class,
            ContentCommand.class,
            FilesCommand.class,
            CheckCommand.class,
            VerifyCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        })
final class PasserelleCommand implements Callable<Integer> {
    @Option(names = "--output", scope = ScopeType.INHERIT, paramLabel = "table|json|csv")
    OutputFormat output = OutputFormat.TABLE;

    @Option(names = "--lang", scope = ScopeType.INHERIT, paramLabel = "fr|en")
    String lang = "fr";

    private final Runner runner;

    PasserelleCommand(Runner runner) {
        this.runner = runner;
    }

    /** What carries out commands. */
    Runner runner() {
        return runner;
    }

    Dialogue dialogue() {
        return new Dialogue(runner.console(), locale(), output);
    }

    Locale locale() {
        return lang.equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    }

    @Override
    public Integer call() {
        return runner.serve(new ServeRequest(ServeRequest.DEFAULT_PORT, false), dialogue());
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            @Nullable String version = PasserelleCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Passerelle " + (version == null ? "(développement)" : version)};
        }
    }
}
