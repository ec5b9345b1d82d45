package fr.passerelle.app.series;

import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommunicationId;
import java.time.Instant;
import java.util.List;

/** What can be asked about a series; see {@link SeriesEvent}. */
public sealed interface SeriesCommand extends Command {
    CommunicationId series();

    /** Refused if one of them is in another series. */
    record PlanSeries(CommunicationId series, List<CommunicationId> communications, Instant at)
            implements SeriesCommand {}

    /** A repeat changes nothing. */
    record StopSeries(CommunicationId series, Instant at) implements SeriesCommand {}
}
