package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.Coded;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.StateIndex;
import fr.passerelle.ent.store.Note.NoteCommand.Add;
import fr.passerelle.ent.store.Note.NoteCommand.Free;
import fr.passerelle.ent.store.Note.NoteCommand.Remind;
import fr.passerelle.ent.store.Note.NoteCommand.Write;
import fr.passerelle.ent.store.Note.NoteEvent.Added;
import fr.passerelle.ent.store.Note.NoteEvent.Forgotten;
import fr.passerelle.ent.store.Note.NoteEvent.Freed;
import fr.passerelle.ent.store.Note.NoteEvent.Reminded;
import fr.passerelle.ent.store.Note.NoteEvent.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A feature of the store's own tests: it uses whatever a feature may use. */
record Note(
        String folder,
        List<Personal<String>> authors,
        int count,
        @Nullable Instant remindAt,
        boolean forgotten) {

    sealed interface NoteCommand extends Command {
        String id();

        /** Writes a note; its key, unless empty, is unique. */
        record Write(String id, String folder, String key, List<Personal<String>> authors) implements NoteCommand {}

        /** Adds so many events at once; refused from {@link #FULL} on. */
        record Add(String id, int events) implements NoteCommand {}

        record Remind(String id, @Nullable Instant at) implements NoteCommand {}

        record Free(String id) implements NoteCommand {}

        record Forget(String id) implements NoteCommand {}
    }

    sealed interface NoteEvent extends Event {
        record Written(String folder, String key, List<Personal<String>> authors) implements NoteEvent {}

        record Added(int number, Shape shape) implements NoteEvent {}

        record Reminded(@Nullable Instant at) implements NoteEvent {}

        record Freed() implements NoteEvent {}

        record Forgotten() implements NoteEvent {}
    }

    /** A sealed family inside an event. */
    sealed interface Shape {
        record Round(double radius) implements Shape {}

        record Square(double side, Map<Name, Integer> corners) implements Shape {}
    }

    record Name(String value) {}

    static final int FULL = 1_000_000;

    static final Coded REFUSED = PlaceReason.UNKNOWN_PLACE;
    static final Coded TAKEN = PlaceReason.PLACE_EXISTS;

    static final Feature<NoteCommand, NoteEvent, Note> FEATURE = feature(new EventType("note.added", 2));

    static Feature<NoteCommand, NoteEvent, Note> feature(EventType added) {
        return new Feature<>(
                "note",
                NoteCommand.class,
                NoteCommand::id,
                new Rules(),
                Note.class,
                note -> new StateIndex(
                        note.folder,
                        note.count > 0 ? "used" : null,
                        note.forgotten ? "forgotten" : "open",
                        note.remindAt),
                Map.of(
                        Written.class, new EventType("note.written", 1),
                        Added.class, added,
                        Reminded.class, new EventType("note.reminded", 1),
                        Freed.class, new EventType("note.freed", 1),
                        Forgotten.class, new EventType("note.forgotten", 1)),
                Note::claims,
                TAKEN);
    }

    private static List<Claim> claims(NoteEvent event) {
        if (event instanceof Written written) {
            List<Claim> claims = new ArrayList<>();
            if (!written.key.isEmpty()) {
                claims.add(new Claim.Take("key", written.key));
            }
            for (Personal<String> author : written.authors) {
                // Stands for a keyed hash: it can be computed only while the name is readable.
                if (author instanceof Personal.Clear<String> clear) {
                    claims.add(new Claim.Take(
                            "author", Integer.toHexString(clear.value().hashCode())));
                }
            }
            return claims;
        }
        if (event instanceof Freed) {
            return List.of(new Claim.Release("key"));
        }
        return event instanceof Forgotten ? List.of(new Claim.Release("key"), new Claim.Release("author")) : List.of();
    }

    private static final class Rules implements Decider<NoteCommand, NoteEvent, Note> {
        @Override
        public Note initial() {
            return new Note("", List.of(), 0, null, false);
        }

        @Override
        public Decision<NoteEvent> decide(Note state, NoteCommand command) {
            if (command instanceof Write write) {
                return state.folder.isEmpty()
                        ? Decision.accept(new Written(write.folder(), write.key(), write.authors()))
                        : Decision.refuse(REFUSED, "place", write.id());
            }
            if (command instanceof Add add) {
                if (state.count + add.events() > FULL) {
                    return Decision.refuse(REFUSED);
                }
                List<NoteEvent> events = new ArrayList<>();
                for (int number = 1; number <= add.events(); number++) {
                    events.add(new Added(
                            state.count + number,
                            number % 2 == 0
                                    ? new Shape.Round(number)
                                    : new Shape.Square(number, Map.of(new Name("left"), number))));
                }
                return new Decision.Accepted<>(events);
            }
            if (command instanceof Remind remind) {
                return Decision.accept(new Reminded(remind.at()));
            }
            return command instanceof Free ? Decision.accept(new Freed()) : Decision.accept(new Forgotten());
        }

        @Override
        public Note evolve(Note state, NoteEvent event) {
            if (event instanceof Written written) {
                return new Note(written.folder, written.authors, state.count, state.remindAt, false);
            }
            if (event instanceof Added added) {
                return new Note(state.folder, state.authors, added.number, state.remindAt, state.forgotten);
            }
            if (event instanceof Reminded reminded) {
                return new Note(state.folder, state.authors, state.count, reminded.at, state.forgotten);
            }
            return event instanceof Forgotten ? new Note(state.folder, List.of(), state.count, null, true) : state;
        }
    }
}
