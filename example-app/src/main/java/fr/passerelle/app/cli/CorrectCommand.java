package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Town;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.CorrectCommunication;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Personal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replaces what is published, everywhere; what is not given stays. */
@Command(name = "correct")
final class CorrectCommand extends TownCommand {
    @Parameters(paramLabel = "ID")
    CommunicationId id;

    @Option(names = "--title", paramLabel = "T")
    @Nullable
    String title;

    @Option(names = "--body", paramLabel = "FILE")
    @Nullable
    Path body;

    @Option(names = "--wait", paramLabel = "60s")
    Duration wait = Duration.ofSeconds(60);

    @Override
    int run(Town town, Dialogue say) {
        if (title == null && body == null) {
            throw new CodedException(AppReason.ARGUMENT_MISSING, Map.of("what", "--title, --body"));
        }
        Communication now = town.passerelle().states().current(Communication.FEATURE, id.toString());
        String newTitle = title == null ? opened(town, now.title()) : title;
        String newHtml = body == null ? opened(town, now.html()) : BodyFile.html(say.path(body), body);
        town.send(
                CommandId.random(),
                new CorrectCommunication(id, newTitle, newHtml, town.clock().instant()));
        try (Answer answer = say.answer()) {
            answer.fact("id", id.toString());
            return ItemPages.follow(town, say, answer, id, wait);
        }
    }

    private String opened(Town town, @Nullable Personal<String> text) {
        if (text != null && town.passerelle().open(text) instanceof Personal.Clear<String> clear) {
            return clear.value();
        }
        throw new CodedException(CommunicationReason.UNKNOWN_COMMUNICATION, Map.of("communication", id.toString()));
    }
}
