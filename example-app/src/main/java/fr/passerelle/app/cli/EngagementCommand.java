package fr.passerelle.app.cli;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.engagement.ReadBack.Counts;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.spi.Engagement;
import fr.passerelle.ent.spi.Engagement.Figure;
import fr.passerelle.ent.spi.Engagement.Measure;
import fr.passerelle.ent.spi.Engagement.Readers;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** How communications were read on the ENTs, by profile; asked now, and not stored. */
@Command(name = "engagement")
final class EngagementCommand extends TownCommand {
    @Parameters(paramLabel = "ID", arity = "0..1")
    @Nullable
    CommunicationId id;

    @Override
    int run(Town town, Dialogue say) {
        List<CommunicationId> asked = id != null
                ? List.of(id)
                : town.passerelle().states().all(Communication.FEATURE).stream()
                        .filter(found -> found.status() == Communication.Status.PUBLISHED)
                        .map(Communication::communication)
                        .filter(Objects::nonNull)
                        .toList();
        Table table = new Table("communication", "account", "destination", "measure", "readers", "count", "reason");
        boolean[] failed = {false};
        for (CommunicationId one : asked) {
            town.passerelle().readBack().counts(one).forEach(counts -> failed[0] |= add(table, one, counts, say));
        }
        try (Answer answer = say.answer()) {
            answer.table("engagement", table);
        }
        return failed[0] ? Exit.HELD : Exit.OK;
    }

    /** @return whether the ENT could not be asked */
    private static boolean add(Table table, CommunicationId id, Counts counts, Dialogue say) {
        String account = counts.item().account().toString();
        String destination = counts.item().destination();
        if (counts.engagement() instanceof Engagement.Failed failed) {
            table.row(
                    id.toString(),
                    account,
                    destination,
                    null,
                    null,
                    null,
                    Sentences.withCode(failed.fault(), failed.fault().facts(), say.locale()));
            return true;
        }
        if (counts.engagement() instanceof Engagement.NotMeasured not) {
            table.row(id.toString(), account, destination, null, null, null, not.reason());
            return false;
        }
        Map<Measure, Figure> figures = new TreeMap<>(((Engagement.Counted) counts.engagement()).figures());
        figures.forEach((measure, figure) -> {
            if (figure instanceof Figure.NotMeasured not) {
                table.row(id.toString(), account, destination, word(measure), null, null, not.reason());
            } else {
                EnumMap<Readers, Long> byReaders = new EnumMap<>(Readers.class);
                byReaders.putAll(((Figure.ByReaders) figure).counts());
                byReaders.forEach((readers, count) ->
                        table.row(id.toString(), account, destination, word(measure), word(readers), count, null));
            }
        });
        return false;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
