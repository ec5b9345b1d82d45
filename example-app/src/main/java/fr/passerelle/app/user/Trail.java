package fr.passerelle.app.user;

import fr.passerelle.app.user.TrailCommand.Note;
import fr.passerelle.app.user.TrailEvent.Noted;
import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.StateIndex;
import java.util.List;
import java.util.Map;

/**
 * A month of what one user did: signing in, every change, every look at names. Nothing is ever taken out of it.
 *
 * @param notes how many there are
 */
public record Trail(int notes) {
    /** How the store runs this feature; streams are {@code trail/USER/2026-11}. */
    public static final Feature<TrailCommand, TrailEvent, Trail> FEATURE = new Feature<>(
            "trail",
            TrailCommand.class,
            TrailCommand::page,
            new Rules(),
            Trail.class,
            trail -> StateIndex.of("kept"),
            Map.of(Noted.class, new EventType("trail.noted", 1)),
            event -> List.of(),
            UserReason.NOT_ALLOWED);

    private static final class Rules implements Decider<TrailCommand, TrailEvent, Trail> {
        @Override
        public Trail initial() {
            return new Trail(0);
        }

        @Override
        public Decision<TrailEvent> decide(Trail state, TrailCommand command) {
            Note note = (Note) command;
            return Decision.accept(new Noted(note.user(), note.what(), note.of(), note.outcome(), note.at()));
        }

        @Override
        public Trail evolve(Trail state, TrailEvent event) {
            return new Trail(state.notes + 1);
        }
    }
}
