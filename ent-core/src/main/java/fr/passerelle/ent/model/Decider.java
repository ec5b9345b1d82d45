package fr.passerelle.ent.model;

/**
 * A feature's rules as two pure functions: no clock, no random, no I/O. What depends on the moment stands in the
 * command.
 *
 * @param <C> the feature's commands
 * @param <E> the feature's events
 * @param <S> its state, immutable; {@code null} never occurs, "nothing yet" is {@link #initial()}
 */
public interface Decider<C extends Command, E extends Event, S> {

    /** The state of a stream without events. */
    S initial();

    /** What a command leads to in a state. */
    Decision<E> decide(S state, C command);

    /** The state after an event. Total: every event ever stored is understood. */
    S evolve(S state, E event);
}
