package fr.passerelle.app.series;

import fr.passerelle.app.series.SeriesCommand.PlanSeries;
import fr.passerelle.app.series.SeriesEvent.SeriesPlanned;
import fr.passerelle.app.series.SeriesEvent.SeriesStopped;
import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.StateIndex;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A series as its events make it.
 *
 * @param series null only before it is planned; the id of its first communication
 * @param communications in the order of their days
 */
public record Series(@Nullable CommunicationId series, List<CommunicationId> communications, boolean stopped) {
    /** The namespace of the key by which the series of a communication is found. */
    public static final String MEMBER = "series-member";

    /** How the store runs this feature; streams are {@code series/COMMUNICATION}. */
    public static final Feature<SeriesCommand, SeriesEvent, Series> FEATURE = new Feature<>(
            "series",
            SeriesCommand.class,
            command -> command.series().toString(),
            new Rules(),
            Series.class,
            series -> StateIndex.of(series.stopped ? "stopped" : "planned"),
            Map.of(
                    SeriesPlanned.class, new EventType("series.planned", 1),
                    SeriesStopped.class, new EventType("series.stopped", 1)),
            Series::claims,
            SeriesReason.IN_ANOTHER);

    private static List<Claim> claims(SeriesEvent event) {
        return event instanceof SeriesPlanned planned
                ? planned.communications().stream()
                        .<Claim>map(member -> new Claim.Take(MEMBER, member.toString()))
                        .toList()
                : List.of();
    }

    private static final class Rules implements Decider<SeriesCommand, SeriesEvent, Series> {
        @Override
        public Series initial() {
            return new Series(null, List.of(), false);
        }

        @Override
        public Decision<SeriesEvent> decide(Series state, SeriesCommand command) {
            if (command instanceof PlanSeries plan) {
                return state.series == null
                        ? Decision.accept(new SeriesPlanned(plan.series(), plan.communications(), plan.at()))
                        : Decision.refuse(SeriesReason.IN_ANOTHER);
            }
            SeriesCommand.StopSeries stop = (SeriesCommand.StopSeries) command;
            if (state.series == null) {
                return Decision.refuse(SeriesReason.UNKNOWN_SERIES, "series", stop.series());
            }
            return state.stopped ? Decision.accept() : Decision.accept(new SeriesStopped(stop.at()));
        }

        @Override
        public Series evolve(Series state, SeriesEvent event) {
            return event instanceof SeriesPlanned planned
                    ? new Series(planned.series(), planned.communications(), false)
                    : new Series(state.series, state.communications, true);
        }
    }
}
