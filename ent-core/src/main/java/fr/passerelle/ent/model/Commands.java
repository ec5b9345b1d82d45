package fr.passerelle.ent.model;

import org.jspecify.annotations.Nullable;

/** Where commands go. Safe for several threads. */
public interface Commands {

    /** As {@link #send(CommandId, SubjectId, Command)}, for what nobody in particular asks. */
    default CommandResult send(CommandId id, Command command) {
        return send(id, null, command);
    }

    /**
     * Decides on a command and stores what follows, in one transaction; returns once that is durable.
     *
     * @param id a repeat of an id that was accepted changes nothing and returns the first position
     * @param by who asks, as {@link History} will tell; or null
     * @return where the store stands after it, or why it was refused; a refused id may be sent again
     * @throws StoreUnavailable if nothing could be written; the command had no effect and may be sent again
     */
    CommandResult send(CommandId id, @Nullable SubjectId by, Command command);
}
