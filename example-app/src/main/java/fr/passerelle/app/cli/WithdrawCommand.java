package fr.passerelle.app.cli;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.communication.CommunicationCommand.WithdrawCommunication;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommunicationId;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a communication back, everywhere. */
@Command(name = "withdraw")
final class WithdrawCommand extends TownCommand {
    @Parameters(paramLabel = "ID")
    CommunicationId id;

    @Option(names = "--wait", paramLabel = "60s")
    Duration wait = Duration.ofSeconds(60);

    @Override
    int run(Town town, Dialogue say) {
        town.send(CommandId.random(), new WithdrawCommunication(id, town.clock().instant()));
        try (Answer answer = say.answer()) {
            answer.fact("id", id.toString());
            return ItemPages.follow(town, say, answer, id, wait);
        }
    }
}
