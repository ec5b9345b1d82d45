package fr.passerelle.ent.directory;

import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which place has a referent and which has none: ids, names of places and dates, no name of anybody.
 *
 * @param places every school and leisure centre, in the order of their ids
 */
public record Coverage(List<Line> places) {
    public Coverage {
        places = List.copyOf(places);
    }

    /** The places that have none, in the same order. */
    public List<Line> vacant() {
        return places.stream()
                .filter(line -> line.standing() instanceof Standing.Vacant)
                .toList();
    }

    /**
     * One place.
     *
     * @param name as families know it
     * @param history who was its referent, oldest first, the present one last; empty where nobody ever was
     */
    public record Line(PlaceId place, String name, Standing standing, List<Term> history) {
        public Line {
            history = List.copyOf(history);
        }
    }

    /** Whether somebody can be asked today. */
    public sealed interface Standing {
        /** Somebody is its referent. */
        record Held(PersonId person, LocalDate since) implements Standing {}

        /**
         * Nobody is.
         *
         * @param since null where nobody ever was
         */
        record Vacant(Why why, @Nullable LocalDate since) implements Standing {}
    }

    /** Why a place has no referent. */
    public enum Why {
        /** Nobody was ever named. */
        NEVER_APPOINTED,
        /** The task was ended. */
        ENDED,
        /** Whoever had it has left; the task was not handed over. Who comes back has it again. */
        LEFT,
        /** Whoever had it was erased; the task was not handed over. */
        ERASED
    }

    /**
     * Somebody's time as the referent of a place.
     *
     * @param until the day on which it ended or the next one took over; null while it lasts
     */
    public record Term(
            PersonId person, LocalDate since, @Nullable LocalDate until) {}
}
