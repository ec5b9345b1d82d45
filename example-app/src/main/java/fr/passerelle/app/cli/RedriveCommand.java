package fr.passerelle.app.cli;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.model.CommunicationId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tries again, now, what waits for its next try, was refused or was given up: after a setting was put right, say. */
@Command(name = "redrive")
final class RedriveCommand extends TownCommand {
    @Parameters(paramLabel = "ID", arity = "0..1")
    @Nullable
    CommunicationId id;

    @Override
    int run(Town town, Dialogue say) {
        say.note("redrive.tried", town.passerelle().delivery().desk().redrive(id));
        try (Answer answer = say.answer()) {
            return DeliverCommand.tell(town.passerelle().delivery().runDue(), answer);
        }
    }
}
