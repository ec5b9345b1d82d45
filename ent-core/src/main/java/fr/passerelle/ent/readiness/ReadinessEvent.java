package fr.passerelle.ent.readiness;

import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.PlaceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was said about a place. No event says anything about a person. */
public sealed interface ReadinessEvent extends Event {
    PlaceId place();

    Topic topic();

    /** Something that holds until somebody says otherwise. */
    sealed interface Statement extends ReadinessEvent {
        /** The day that it is true of. */
        LocalDate on();

        Source source();
    }

    /** So many of a device are there. */
    record EquipmentCounted(
            PlaceId place,
            Topic topic,
            int count,
            @Nullable Party payer,
            @Nullable Party provider,
            LocalDate on,
            Source source)
            implements Statement {}

    /** So many of the staff were trained. */
    record StaffTrained(
            PlaceId place, int trained, int of, @Nullable Party trainer, LocalDate on, Source source)
            implements Statement {
        @Override
        public Topic topic() {
            return Topic.TRAINING;
        }
    }

    /** So many families have activated their account. */
    record FamiliesActivated(PlaceId place, int activated, int of, LocalDate on, Source source) implements Statement {
        @Override
        public Topic topic() {
            return Topic.FAMILIES;
        }
    }

    /** So is the internet. */
    record InternetStated(PlaceId place, Internet internet, LocalDate on, Source source) implements Statement {
        @Override
        public Topic topic() {
            return Topic.INTERNET;
        }
    }

    /** They repair. */
    record MaintenanceStated(PlaceId place, Party by, LocalDate on, Source source) implements Statement {
        @Override
        public Topic topic() {
            return Topic.MAINTENANCE;
        }
    }

    /** What was said last is not held true any more. */
    record StatementWithdrawn(PlaceId place, Topic topic) implements ReadinessEvent {}
}
