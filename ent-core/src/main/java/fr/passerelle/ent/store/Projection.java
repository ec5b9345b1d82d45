package fr.passerelle.ent.store;

import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.Feed.Change;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds events into the table of states, for Axon's processor: a batch's states, and the token that says how far it
 * came, are one transaction of the {@link WriteLane}. Handling an event twice has the effect of handling it once.
 *
 * <p>An event that cannot be read stops its own stream, with a line in the log, and no other.
 */
final class Projection implements EventHandlerInvoker {
    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
    private static final String BATCH = Projection.class.getName();
    private static final int CACHED_STREAMS = 10_000;

    private final Features features;
    private final StateTable states;
    private final WriteLane lane;
    private final Progress progress;
    private final LiveFeed feed;
    private final RecentStreams recent = new RecentStreams(CACHED_STREAMS);

    Projection(Features features, StateTable states, WriteLane lane, Progress progress, LiveFeed feed) {
        this.features = features;
        this.states = states;
        this.lane = lane;
        this.progress = progress;
        this.feed = feed;
    }

    private static final class Batch {
        private final Map<String, StateTable.Entry<?>> entries = new LinkedHashMap<>();
        private final List<Change> changes = new ArrayList<>();
        private long position;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) throws SQLException {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        Batch batch = work.getOrComputeResource(BATCH, ignored -> begin(work));
        batch.position =
                ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
        String stream = ((DomainEventMessage<?>) message).getAggregateIdentifier();
        try {
            StoredEvent event = (StoredEvent) message.getPayload();
            var feature = features.ofStream(stream);
            if (feature.isPresent()) {
                fold(batch, feature.get(), stream, event);
            }
        } catch (CodedException e) {
            LOG.error("The read model leaves out an event of {}: {}", stream, e.getMessage());
        }
    }

    /** The table was changed by another hand. Called on the lane. */
    void forget() {
        recent.clear();
    }

    private Batch begin(UnitOfWork<?> work) {
        Batch batch = new Batch();
        work.onPrepareCommit(ignored -> lane.transact(connection -> {
            states.write(connection, batch.entries.values());
            return true;
        }));
        work.onRollback(ignored -> recent.clear());
        work.afterCommit(ignored -> {
            // In this order: whoever waited for a position and then listens is not told of it.
            feed.publish(batch.changes);
            progress.reached(batch.position);
        });
        return batch;
    }

    private <S> void fold(Batch batch, Feature<?, ?, S> feature, String stream, StoredEvent event) {
        String id = Features.id(stream);
        Folded<S> before = recent.get(
                stream,
                feature,
                () -> lane.transact(connection -> states.find(connection, feature, id))
                        .orElseGet(() -> Folded.nothing(feature)));
        if (event.row().sequence() <= before.sequence()) {
            return;
        }
        Folded<S> after = before.plus(feature, event);
        recent.put(stream, after);
        batch.entries.put(stream, new StateTable.Entry<>(feature, id, after));
        batch.changes.add(new Change(event.row().position(), feature.name(), id, event.event(), after.state()));
    }
}
