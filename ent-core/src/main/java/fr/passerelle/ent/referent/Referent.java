package fr.passerelle.ent.referent;

import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.StateIndex;
import fr.passerelle.ent.referent.ReferentCommand.AppointReferent;
import fr.passerelle.ent.referent.ReferentCommand.EndReferent;
import fr.passerelle.ent.referent.ReferentCommand.HandOverReferent;
import fr.passerelle.ent.referent.ReferentEvent.ReferentAppointed;
import fr.passerelle.ent.referent.ReferentEvent.ReferentEnded;
import fr.passerelle.ent.referent.ReferentEvent.ReferentHandedOver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The referent of one place as the events make it.
 *
 * @param place null only before anybody was appointed
 * @param person null while the place has none
 * @param since when the present referent began, or null
 */
public record Referent(
        @Nullable PlaceId place,
        @Nullable PersonId person,
        @Nullable LocalDate since) {

    /** How the store runs this feature; streams are {@code referent/PLACE}, listed in the group of their person. */
    public static final Feature<ReferentCommand, ReferentEvent, Referent> FEATURE = new Feature<>(
            "referent",
            ReferentCommand.class,
            command -> command.place().value(),
            new Rules(),
            Referent.class,
            referent -> new StateIndex(
                    null,
                    referent.person == null ? null : referent.person.toString(),
                    referent.person == null ? "vacant" : "held",
                    null),
            Map.of(
                    ReferentAppointed.class, new EventType("referent.appointed", 1),
                    ReferentHandedOver.class, new EventType("referent.handed-over", 1),
                    ReferentEnded.class, new EventType("referent.ended", 1)),
            event -> List.of(),
            ReferentReason.ALREADY_APPOINTED);

    private static final class Rules implements Decider<ReferentCommand, ReferentEvent, Referent> {
        @Override
        public Referent initial() {
            return new Referent(null, null, null);
        }

        @Override
        public Decision<ReferentEvent> decide(Referent state, ReferentCommand command) {
            if (command instanceof AppointReferent appoint) {
                if (appoint.person().equals(state.person)) {
                    return Decision.accept();
                }
                return state.person == null
                        ? Decision.accept(new ReferentAppointed(appoint.place(), appoint.person(), appoint.since()))
                        : Decision.refuse(ReferentReason.ALREADY_APPOINTED, "place", appoint.place());
            }
            if (state.person == null || state.since == null) {
                return Decision.refuse(ReferentReason.NOT_APPOINTED, "place", command.place());
            }
            if (command instanceof HandOverReferent handOver) {
                if (handOver.to().equals(state.person)) {
                    return Decision.accept();
                }
                return handOver.since().isBefore(state.since)
                        ? tooEarly(command, state.since)
                        : Decision.accept(new ReferentHandedOver(handOver.to(), handOver.since()));
            }
            EndReferent end = (EndReferent) command;
            return end.until().isBefore(state.since)
                    ? tooEarly(command, state.since)
                    : Decision.accept(new ReferentEnded(end.until()));
        }

        private static Decision<ReferentEvent> tooEarly(ReferentCommand command, LocalDate since) {
            return Decision.refuse(
                    ReferentReason.BEFORE_IT_BEGAN,
                    Map.of("place", command.place().value(), "since", since.toString()));
        }

        @Override
        public Referent evolve(Referent state, ReferentEvent event) {
            if (event instanceof ReferentAppointed appointed) {
                return new Referent(appointed.place(), appointed.person(), appointed.since());
            }
            return event instanceof ReferentHandedOver handedOver
                    ? new Referent(state.place, handedOver.to(), handedOver.since())
                    : new Referent(state.place, null, null);
        }
    }
}
