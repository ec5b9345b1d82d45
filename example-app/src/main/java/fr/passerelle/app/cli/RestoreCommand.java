package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Town;
import fr.passerelle.ent.model.CodedException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup in the place of the store, while nobody has it open. */
@Command(name = "restore", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR")
    Path directory;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PasserelleCommand root = TownCommand.rootOf(spec);
        if (root.runner().isServed()) {
            throw new CodedException(AppReason.SERVED, Map.of());
        }
        Dialogue say = root.dialogue();
        Town.restore(root.runner().settings(), say.console().directory(), say.path(directory));
        say.note("restore.done", directory);
        return Exit.OK;
    }
}
