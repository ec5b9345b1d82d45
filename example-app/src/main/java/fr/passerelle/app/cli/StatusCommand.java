package fr.passerelle.app.cli;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommunicationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Where communications stand, by account. */
@Command(name = "status")
final class StatusCommand extends TownCommand {
    @Parameters(paramLabel = "ID", arity = "0..1")
    @Nullable
    CommunicationId id;

    @Override
    int run(Town town, Dialogue say) {
        try (Answer answer = say.answer()) {
            return id == null ? all(town, say, answer) : one(town, say, answer, id);
        }
    }

    private static int one(Town town, Dialogue say, Answer answer, CommunicationId id) {
        Communication found = town.passerelle().states().current(Communication.FEATURE, id.toString());
        if (found.status() == Communication.Status.UNKNOWN) {
            throw new CodedException(CommunicationReason.UNKNOWN_COMMUNICATION, Map.of("communication", id.toString()));
        }
        answer.fact("id", id.toString());
        answer.fact("state", found.status().name().toLowerCase(Locale.ROOT));
        answer.fact("revision", found.revision());
        return ItemPages.tell(town, say, answer, id);
    }

    private static int all(Town town, Dialogue say, Answer answer) {
        Table communications = new Table("id", "place", "kind", "state", "revision");
        List<ItemView> items = new ArrayList<>();
        town.passerelle().states().all(Communication.FEATURE).forEach(found -> {
            if (found.communication() != null && found.place() != null && found.kind() != null) {
                communications.row(
                        found.communication().toString(),
                        found.place().value(),
                        found.kind().name().toLowerCase(Locale.ROOT),
                        found.status().name().toLowerCase(Locale.ROOT),
                        found.revision());
                items.addAll(town.passerelle().items(found.communication()));
            }
        });
        answer.table("communications", communications);
        answer.table("items", ItemPages.table(items, say));
        return Exit.OK;
    }
}
