package fr.passerelle.ent.model;

/** What became of a command. */
public sealed interface CommandResult {

    /**
     * The command holds and is durable.
     *
     * @param position the store's position after its events, from 1; see {@link States#awaitPosition}
     * @param repeated whether the same command id had been accepted before
     */
    record Done(long position, boolean repeated) implements CommandResult {}

    /** The command had no effect, for this reason. */
    record Refused(Refusal refusal) implements CommandResult {}
}
