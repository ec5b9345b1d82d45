package fr.passerelle.ent.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The states of all streams: the read model follows the events within milliseconds, {@link #current} reads the events
 * themselves. Personal data comes {@link Personal.Sealed} or {@link Personal.Erased}. Safe for several threads.
 */
public interface States {

    /** One state, from the read model; empty where nothing has happened yet. */
    <S> Optional<S> find(Feature<?, ?, S> feature, String id);

    /** All states with this {@link StateIndex#parent()}, oldest stream first. */
    <S> List<S> under(Feature<?, ?, S> feature, String parent);

    /** All states with this {@link StateIndex#group()}, oldest stream first. */
    <S> List<S> inGroup(Feature<?, ?, S> feature, String group);

    /** All states of a feature, oldest stream first. */
    <S> List<S> all(Feature<?, ?, S> feature);

    /** States with {@link StateIndex#dueAt()} at or before an instant, the longest due first. */
    <S> List<S> due(Feature<?, ?, S> feature, Instant until, int limit);

    /** When the next state of a feature becomes due, past or future; empty when none ever will. */
    Optional<Instant> nextDue(Feature<?, ?, ?> feature);

    /** The state as the stored events make it at this moment, {@link Decider#initial()} where there are none. */
    <S> S current(Feature<?, ?, S> feature, String id);

    /** The stream's id without the feature's name that holds a key, see {@link Claim}. Always up to date. */
    Optional<String> holder(String namespace, String key);

    /**
     * Waits until the read model has reached a position.
     *
     * @return false if it has not within {@code atMost}
     */
    boolean awaitPosition(long position, Duration atMost);

    /**
     * Waits until the read model shows everything that was stored before this call.
     *
     * @return false if it does not within {@code atMost}
     */
    boolean catchUp(Duration atMost);
}
