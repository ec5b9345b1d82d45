package fr.passerelle.ent.model;

/** Where commands go. Safe for several threads. */
public interface Commands {

    /**
     * Decides on a command and stores what follows, in one transaction; returns once that is durable.
     *
     * @param id a repeat of an id that was accepted changes nothing and returns the first position
     * @return where the store stands after it, or why it was refused; a refused id may be sent again
     * @throws StoreUnavailable if nothing could be written; the command had no effect and may be sent again
     */
    CommandResult send(CommandId id, Command command);
}
