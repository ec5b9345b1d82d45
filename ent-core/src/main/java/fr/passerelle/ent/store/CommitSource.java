package fr.passerelle.ent.store;

import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The events in order of position, for Axon's pooled processor, which it wakes after a commit. Axon's own embedded store
 * knows no such call, so that the processor would look every 500 ms only.
 */
final class CommitSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final EventTable events;
    private final List<Tail> open = new CopyOnWriteArrayList<>();

    CommitSource(EventTable events) {
        this.events = events;
    }

    /** New events are committed. */
    void wake() {
        open.forEach(tail -> tail.onAvailable.run());
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        Tail tail = new Tail(token);
        open.add(tail);
        return tail;
    }

    @Override
    public TrackingToken createTailToken() {
        return events.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return events.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return events.createTokenAt(time);
    }

    /** Used by the coordinator's thread alone, which never waits in it. */
    private final class Tail implements BlockingStream<TrackedEventMessage<?>> {
        private @Nullable TrackingToken read;
        private Iterator<? extends TrackedEventMessage<?>> batch = Collections.emptyIterator();
        private @Nullable TrackedEventMessage<?> next;
        private volatile Runnable onAvailable = () -> {};

        private Tail(@Nullable TrackingToken read) {
            this.read = read;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (next == null) {
                if (!batch.hasNext()) {
                    batch = events.readEvents(read, false).iterator();
                }
                if (batch.hasNext()) {
                    next = batch.next();
                    read = next.trackingToken();
                }
            }
            return Optional.ofNullable(next);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return peek().isPresent();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            TrackedEventMessage<?> message = peek().orElseThrow();
            next = null;
            return message;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            onAvailable = callback;
            return true;
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }
}
