package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.intake.sample.OndeSample;
import fr.passerelle.ent.model.CodedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Invented files to try things with. */
@Command(name = "sample", mixinStandardHelpOptions = true, subcommands = SampleCommand.Onde.class)
final class SampleCommand {
    private SampleCommand() {}

    /** ONDE's exports of the three pilot schools. */
    @Command(name = "onde", mixinStandardHelpOptions = true)
    static final class Onde implements Callable<Integer> {
        @Option(names = "--out", required = true, paramLabel = "DIR")
        Path out;

        @Option(names = "--seed", paramLabel = "N")
        long seed = OndeSample.DEFAULT_SEED;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Dialogue say = TownCommand.rootOf(spec).dialogue();
            Table files = new Table("file");
            try {
                OndeSample.write(say.path(out), seed)
                        .forEach(file ->
                                files.row(out.resolve(file.getFileName()).toString()));
            } catch (IOException e) {
                throw new CodedException(AppReason.FILE_UNREADABLE, Map.of("file", out.toString()), e);
            }
            try (Answer answer = say.answer()) {
                answer.table("files", files);
            }
            say.note("sample.fictional");
            return Exit.OK;
        }
    }
}
