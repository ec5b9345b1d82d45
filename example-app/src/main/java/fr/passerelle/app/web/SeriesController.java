package fr.passerelle.app.web;

import fr.passerelle.app.series.Series;
import fr.passerelle.app.series.SeriesCommand.StopSeries;
import fr.passerelle.app.series.SeriesReason;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.WithdrawCommunication;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommunicationId;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A text that appears on several days: what is still to come of it is taken back at once. */
@Controller
class SeriesController {
    private final Town town;

    SeriesController(Town town) {
        this.town = town;
    }

    /**
     * One of a series.
     *
     * @param coming whether it has not appeared yet and still will
     */
    record SeriesLine(CommunicationId id, ZonedDateTime from, boolean coming) {}

    @PostMapping("/communications/{communication}/series/stop")
    @Needs(value = Right.WRITE, trail = "series.stop")
    String stop(Visitor visitor, @PathVariable("communication") String id) {
        Series series = of(town, CommunicationPage.id(id))
                .orElseThrow(() -> new CodedException(SeriesReason.UNKNOWN_SERIES, Map.of("series", id)));
        Instant now = town.clock().instant();
        for (SeriesLine line : lines(town, series)) {
            if (line.coming()) {
                town.send(CommandId.random(), visitor.by(), new WithdrawCommunication(line.id(), now));
            }
        }
        if (series.series() != null) {
            town.send(CommandId.random(), visitor.by(), new StopSeries(series.series(), now));
        }
        return "redirect:/communications/" + id;
    }

    /** The series that a communication is one of. */
    static Optional<Series> of(Town town, CommunicationId member) {
        return town.passerelle()
                .states()
                .holder(Series.MEMBER, member.toString())
                .map(series -> town.passerelle().states().current(Series.FEATURE, series));
    }

    /** In the order of their days; those that were taken back before they appeared are left out. */
    static List<SeriesLine> lines(Town town, Series series) {
        Instant now = town.clock().instant();
        return series.communications().stream()
                .map(member -> town.passerelle().states().current(Communication.FEATURE, member.toString()))
                .filter(member -> member.from() != null
                        && (member.status() == Communication.Status.PUBLISHED
                                || !member.from().isAfter(now)))
                .map(member -> line(member, now))
                .toList();
    }

    private static SeriesLine line(Communication member, Instant now) {
        if (member.communication() == null || member.from() == null) {
            throw new IllegalStateException("A published communication has an id and a day.");
        }
        return new SeriesLine(
                member.communication(),
                member.from().atZone(Town.ZONE),
                member.status() == Communication.Status.PUBLISHED
                        && member.from().isAfter(now));
    }
}
