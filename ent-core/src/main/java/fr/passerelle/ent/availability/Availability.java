package fr.passerelle.ent.availability;

import fr.passerelle.ent.availability.AvailabilityCommand.KeepAnswer;
import fr.passerelle.ent.availability.AvailabilityEvent.AccountAsked;
import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.StateIndex;
import fr.passerelle.ent.spi.AccountId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an account answered on one day, in UTC. A day on which nobody asked has none: it is unknown, not well.
 *
 * @param account null only before the first question, like {@code day}
 * @param asked how often
 * @param answered how often it could work
 * @param millis until all answers together, and the longest wait, in milliseconds; of what could work only
 * @param faults how often each code was what was wrong
 */
public record Availability(
        @Nullable AccountId account,
        @Nullable LocalDate day,
        int asked,
        int answered,
        long millis,
        long longest,
        Map<String, Integer> faults) {

    public Availability {
        faults = Map.copyOf(faults);
    }

    /** How the store runs this feature; streams are {@code availability/ENT/ACCOUNT/2026-11-28}, under their account. */
    public static final Feature<AvailabilityCommand, AvailabilityEvent, Availability> FEATURE = new Feature<>(
            "availability",
            AvailabilityCommand.class,
            command -> command.account() + "/" + command.day(),
            new Rules(),
            Availability.class,
            state -> StateIndex.under(String.valueOf(state.account), "kept"),
            Map.of(AccountAsked.class, new EventType("availability.account-asked", 1)),
            event -> List.of(),
            // Nothing is claimed here, so that nothing conflicts.
            PlaceReason.UNKNOWN_PLACE);

    private static final class Rules implements Decider<AvailabilityCommand, AvailabilityEvent, Availability> {
        @Override
        public Availability initial() {
            return new Availability(null, null, 0, 0, 0, 0, Map.of());
        }

        @Override
        public Decision<AvailabilityEvent> decide(Availability state, AvailabilityCommand command) {
            KeepAnswer keep = (KeepAnswer) command;
            return Decision.accept(new AccountAsked(keep.account(), keep.millis(), keep.code(), keep.at()));
        }

        @Override
        public Availability evolve(Availability state, AvailabilityEvent event) {
            AccountAsked asked = (AccountAsked) event;
            LocalDate day = LocalDate.ofInstant(asked.at(), ZoneOffset.UTC);
            if (asked.code() == null) {
                return new Availability(
                        asked.account(),
                        day,
                        state.asked + 1,
                        state.answered + 1,
                        state.millis + asked.millis(),
                        Math.max(state.longest, asked.millis()),
                        state.faults);
            }
            Map<String, Integer> faults = new TreeMap<>(state.faults);
            faults.merge(asked.code(), 1, Integer::sum);
            return new Availability(
                    asked.account(), day, state.asked + 1, state.answered, state.millis, state.longest, faults);
        }
    }
}
