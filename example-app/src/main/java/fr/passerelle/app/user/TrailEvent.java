package fr.passerelle.app.user;

import fr.passerelle.ent.model.Event;
import java.time.Instant;

/** What a user did, as the trail keeps it. */
public sealed interface TrailEvent extends Event {

    /**
     * She did something, or tried to.
     *
     * @param what a word of the app for it, for example {@code person.export}
     * @param of the id of what she did it to, or empty; never a name
     * @param outcome an HTTP status, or 0
     */
    record Noted(UserId user, String what, String of, int outcome, Instant at) implements TrailEvent {}
}
