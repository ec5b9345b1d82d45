package fr.passerelle.app.cli;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.delivery.DeliveryReason;
import fr.passerelle.ent.delivery.HandDesk;
import fr.passerelle.ent.delivery.HandDesk.HandOver;
import fr.passerelle.ent.delivery.HandDesk.Told;
import fr.passerelle.ent.delivery.ItemEvent.How;
import fr.passerelle.ent.delivery.ItemId;
import fr.passerelle.ent.model.CodedException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person does on an ENT's own pages. */
@Command(
        name = "hand",
        mixinStandardHelpOptions = true,
        subcommands = {
            HandCommand.ToDo.class,
            HandCommand.Show.class,
            HandCommand.Done.class,
            HandCommand.NotThere.class
        })
final class HandCommand {
    private HandCommand() {}

    /** Everything that waits for a person. */
    @Command(name = "list")
    static final class ToDo extends TownCommand {
        @Override
        int run(Town town, Dialogue say) {
            Table table = new Table("item", "ask", "account", "place", "destination", "revision");
            town.passerelle()
                    .delivery()
                    .desk()
                    .waitingForPerson()
                    .forEach(item -> table.row(
                            item.item().toString(),
                            say.text("ask." + item.ask()),
                            item.account().toString(),
                            item.place().value(),
                            item.destination(),
                            item.revision()));
            try (Answer answer = say.answer()) {
                answer.table("items", table);
            }
            return Exit.OK;
        }
    }

    /** What is to be pasted, and where. */
    @Command(name = "show")
    static final class Show extends TownCommand {
        @Parameters(paramLabel = "ITEM")
        ItemId item;

        @Override
        int run(Town town, Dialogue say) {
            HandOver handOver = handOver(town, item);
            try (Answer answer = say.answer()) {
                answer.fact("id", item.toString());
                answer.fact("ask", say.text("ask." + handOver.ask()));
                answer.fact("platform", handOver.platform());
                answer.fact("page", handOver.page().toString());
                answer.fact("revision", handOver.item().revision());
                answer.fact("title", handOver.rendering().title());
                answer.fact("html", handOver.rendering().html());
                Table losses = new Table("loss");
                handOver.rendering().losses().forEach(losses::row);
                answer.table("losses", losses);
            }
            return Exit.OK;
        }
    }

    /** A person says that she did it. */
    @Command(name = "done")
    static final class Done extends TownCommand {
        @Parameters(paramLabel = "ITEM")
        ItemId item;

        @Option(names = "--by-word")
        boolean byWord;

        @Override
        int run(Town town, Dialogue say) {
            HandDesk desk = town.passerelle().delivery().hands();
            Told told = desk.done(item, handOver(town, item).item().revision(), byWord);
            if (told instanceof Told.Refused refused) {
                throw new CodedException(
                        refused.refusal().reason(), refused.refusal().facts());
            }
            if (told instanceof Told.LookFailed failed) {
                say.note(failed.fault(), failed.fault().facts());
                say.note("hand.insist");
                return Exit.HELD;
            }
            if (told instanceof Told.NotSo) {
                say.note("hand.not-so");
                say.note("hand.insist");
                return Exit.HELD;
            }
            say.note(((Told.Done) told).how() == How.SEEN ? "hand.seen" : "hand.word");
            return Exit.OK;
        }
    }

    /** A person looked, and it did not arrive. */
    @Command(name = "not-there")
    static final class NotThere extends TownCommand {
        @Parameters(paramLabel = "ITEM")
        ItemId item;

        @Override
        int run(Town town, Dialogue say) {
            town.done(town.passerelle().delivery().hands().notThere(item));
            say.note("hand.again");
            return Exit.OK;
        }
    }

    private static HandOver handOver(Town town, ItemId item) {
        return town.passerelle()
                .delivery()
                .hands()
                .handOver(item)
                .orElseThrow(
                        () -> new CodedException(DeliveryReason.NOT_HERS_TO_TELL, Map.of("item", item.toString())));
    }
}
