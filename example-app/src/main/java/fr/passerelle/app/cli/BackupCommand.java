package fr.passerelle.app.cli;

import fr.passerelle.app.town.Town;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the store, not the keys. */
@Command(name = "backup")
final class BackupCommand extends TownCommand {
    @Parameters(paramLabel = "DIR")
    Path directory;

    @Override
    int run(Town town, Dialogue say) {
        town.passerelle().backup(say.path(directory));
        say.note("backup.done", directory);
        return Exit.OK;
    }
}
