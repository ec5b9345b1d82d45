package fr.passerelle.ent.model;

import java.util.function.Consumer;

/** Tells what has just happened, live: nothing is told of the past and nothing is kept for who does not listen. */
public interface Feed {

    /**
     * Listens from now on, after the read model has the change. Listeners are called one after the other on one thread,
     * in the order of positions; one that throws is logged and called again for the next change. They return at once.
     */
    Subscription subscribe(Consumer<Change> listener);

    /** Ends with {@link #close()}. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * One event and the state it led to.
     *
     * @param feature the feature's name
     * @param id the stream's id without the feature's name
     */
    record Change(long position, String feature, String id, Event event, Object state) {}
}
