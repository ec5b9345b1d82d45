package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Feed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what the read model has just taken in, on a thread of its own: they may send commands. */
final class LiveFeed implements Feed, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    private final List<Listening> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread created = new Thread(task, "passerelle-feed");
        created.setDaemon(true);
        return created;
    });

    private final class Listening implements Subscription {
        private final Consumer<Change> listener;

        private Listening(Consumer<Change> listener) {
            this.listener = listener;
        }

        private void tell(Change change) {
            try {
                if (listeners.contains(this)) {
                    listener.accept(change);
                }
            } catch (RuntimeException e) {
                LOG.error("A listener failed on the change at position {}", change.position(), e);
            }
        }

        @Override
        public void close() {
            listeners.remove(this);
        }
    }

    @Override
    public Subscription subscribe(Consumer<Change> listener) {
        Listening listening = new Listening(listener);
        listeners.add(listening);
        return listening;
    }

    /** Called in the order of positions. Whoever begins to listen later is not told. */
    void publish(List<Change> changes) {
        List<Listening> now = List.copyOf(listeners);
        if (!now.isEmpty() && !thread.isShutdown()) {
            thread.execute(() -> changes.forEach(change -> now.forEach(listening -> listening.tell(change))));
        }
    }

    /** What is published already is still told. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
