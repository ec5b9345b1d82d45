package fr.passerelle.ent.rights;

import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.History.Dated;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.PersonEvent;
import fr.passerelle.ent.person.PersonEvent.PersonErased;
import fr.passerelle.ent.person.PersonEvent.PersonLeft;
import fr.passerelle.ent.person.PersonEvent.PersonPlaced;
import fr.passerelle.ent.person.PersonEvent.PersonRegistered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time that somebody spent at a place, always in the same classes.
 *
 * @param until null while it lasts
 */
record Stay(
        PlaceId place,
        List<ClassId> classes,
        Instant from,
        @Nullable Instant until) {
    Stay {
        classes = List.copyOf(classes);
    }

    /** Where somebody has been, oldest first. */
    static List<Stay> of(List<Dated<PersonEvent>> life) {
        List<Stay> stays = new ArrayList<>();
        for (Dated<PersonEvent> dated : life) {
            PersonEvent event = dated.event();
            if (event instanceof PersonRegistered registered) {
                stays.add(new Stay(registered.place(), registered.classes(), dated.at(), null));
            } else if (event instanceof PersonPlaced placed) {
                end(stays, dated.at());
                stays.add(new Stay(placed.place(), placed.classes(), dated.at(), null));
            } else if (event instanceof PersonLeft || event instanceof PersonErased) {
                end(stays, dated.at());
            }
        }
        return List.copyOf(stays);
    }

    private static void end(List<Stay> stays, Instant at) {
        Stay last = stays.remove(stays.size() - 1);
        stays.add(last.until == null ? new Stay(last.place, last.classes, last.from, at) : last);
    }

    /**
     * Whether they have a moment in common, their first and last ones included.
     *
     * @param end null for what has none
     */
    boolean overlaps(Instant begin, @Nullable Instant end) {
        return (until == null || !begin.isAfter(until)) && (end == null || !end.isBefore(from));
    }
}
