package fr.passerelle.app.series;

import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Event;
import java.time.Instant;
import java.util.List;

/** What has happened to a series. */
public sealed interface SeriesEvent extends Event {

    /**
     * The same text goes out on several days, each time as a communication of its own.
     *
     * @param series the first of them
     * @param communications in the order of their days
     */
    record SeriesPlanned(CommunicationId series, List<CommunicationId> communications, Instant at)
            implements SeriesEvent {}

    /** Those that were still to come were taken back. */
    record SeriesStopped(Instant at) implements SeriesEvent {}
}
