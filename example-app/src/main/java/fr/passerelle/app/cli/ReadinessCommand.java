package fr.passerelle.app.cli;

import fr.passerelle.app.town.Figure;
import fr.passerelle.app.town.Statements;
import fr.passerelle.app.town.Town;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.readiness.Party;
import fr.passerelle.ent.readiness.Readiness;
import fr.passerelle.ent.readiness.Source;
import fr.passerelle.ent.readiness.Topic;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How ready a place is for an ENT: what was said, and saying it. What nobody said stands there without a value. */
@Command(name = "readiness")
final class ReadinessCommand extends TownCommand {
    @Parameters(paramLabel = "ID")
    PlaceId id;

    @Option(names = "--set", paramLabel = "TOPIC=VALUE")
    Map<Topic, String> set = Map.of();

    @Option(names = "--payer", paramLabel = "town|national-education|supplier|association")
    @Nullable
    Party payer;

    @Option(names = "--provider", paramLabel = "town|national-education|supplier|association")
    @Nullable
    Party provider;

    @Option(names = "--on", paramLabel = "2026-11-20")
    @Nullable
    LocalDate on;

    @Option(names = "--source", paramLabel = "seen|told|platform")
    Source source = Source.TOLD;

    @Override
    int run(Town town, Dialogue say) {
        town.places().get(id);
        LocalDate day = on == null ? town.today() : on;
        set.entrySet().stream()
                .map(said ->
                        Statements.of(id, said.getKey(), said.getValue(), payer, provider, day, source, town.today()))
                // All are read before one is sent: a wrong one among several says nothing.
                .toList()
                .forEach(command -> town.send(CommandId.random(), command));
        Readiness state = town.passerelle().states().current(Readiness.FEATURE, id.value());
        Table table = new Table("topic", "value", "on", "source", "payer", "provider");
        for (Topic topic : Topic.values()) {
            state.of(topic)
                    .map(Figure::of)
                    .ifPresentOrElse(
                            said -> table.row(
                                    Figure.word(topic),
                                    said.value(),
                                    said.on().toString(),
                                    Figure.word(said.source()),
                                    said.payer() == null ? null : Figure.word(said.payer()),
                                    said.provider() == null ? null : Figure.word(said.provider())),
                            () -> table.row(Figure.word(topic), null, null, null, null, null));
        }
        try (Answer answer = say.answer()) {
            answer.table("readiness", table);
        }
        return Exit.OK;
    }
}
