package fr.passerelle.ent.store;

import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.Feed;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.model.StoreUnavailable;
import fr.passerelle.ent.model.Upcaster;
import fr.passerelle.ent.privacy.Vault;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The events of an installation, the states they lead to, and the one way to add to them.
 *
 * <p>Open it once per process and close it at the end. It writes on one thread of its own, in the order in which
 * commands arrive; everything in its three views is safe for several threads. What a command answered as done is on the
 * disk.
 */
public final class Store implements AutoCloseable {
    private static final String PROCESSOR = "states";
    private static final int BATCH = 100;
    private static final long CLAIM_CHECK_MILLIS = 5_000;

    private final Database database;
    private final WriteLane lane;
    private final CommandDesk desk;
    private final StateReader states;
    private final LiveFeed feed = new LiveFeed();
    private final ScheduledExecutorService coordinator;
    private final PooledStreamingEventProcessor processor;

    private Store(
            Database database,
            WriteLane lane,
            List<Feature<?, ?, ?>> all,
            List<Upcaster> upcasters,
            Vault vault,
            InstantSource time) {
        this.database = database;
        this.lane = lane;
        Features features = new Features(all);
        EventCodec codec = new EventCodec(features, upcasters, vault);
        ConnectionProvider connections =
                () -> lane.onLane() ? lane.getConnection() : database.readers().getConnection();
        EventTable events = new EventTable(database, connections, new RowSerializer(codec));
        CommitSource source = new CommitSource(events);
        Claims claims = new Claims(database);
        StateTable stateTable = new StateTable(database, codec);
        Progress progress = new Progress();
        TokenTable tokens = new TokenTable(database, connections);
        desk = new CommandDesk(database, lane, features, codec, events, claims, source, time);
        states = new StateReader(database, stateTable, claims, desk, progress);
        coordinator = coordinator();
        processor = PooledStreamingEventProcessor.builder()
                .name(PROCESSOR)
                .eventHandlerInvoker(new Projection(features, stateTable, lane, progress, feed))
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(lane)
                .coordinatorExecutor(coordinator)
                .workerExecutor(lane.executor())
                // More segments gain nothing: one thread writes.
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(CLAIM_CHECK_MILLIS)
                .batchSize(BATCH)
                .build();
        progress.reached(lane.transact(connection -> tokens.position(connection, PROCESSOR)));
        processor.start();
    }

    /**
     * Opens a store, and makes it if there is none.
     *
     * @param features every feature that has ever written to it
     * @param upcasters for old revisions of events, in any order
     * @param vault whose keys lie in a place of their own
     * @throws CodedException {@link StoreReason#IN_USE} if another process has it open, {@link StoreReason#NEWER_SCHEMA}
     * @throws StoreUnavailable if it cannot be reached
     */
    public static Store open(
            StoreLocation location,
            List<Feature<?, ?, ?>> features,
            List<Upcaster> upcasters,
            Vault vault,
            InstantSource time) {
        Database database = location instanceof StoreLocation.File file
                ? new SqliteDatabase(file.database())
                : new PostgresDatabase(((StoreLocation.Shared) location).database());
        WriteLane lane = new WriteLane(database);
        try {
            lane.transact(connection -> {
                Schema.STORE.bringUpToDate(connection, database.dialect());
                return true;
            });
            return new Store(database, lane, features, upcasters, vault, time);
        } catch (RuntimeException e) {
            lane.close();
            database.close();
            throw e;
        }
    }

    /** Where commands go. */
    public Commands commands() {
        return desk;
    }

    /** What is. */
    public States states() {
        return states;
    }

    /** What happens. */
    public Feed feed() {
        return feed;
    }

    private static ScheduledExecutorService coordinator() {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread created = new Thread(task, "passerelle-coordinator");
            created.setDaemon(true);
            return created;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRemoveOnCancelPolicy(true);
        return thread;
    }

    /** Finishes what was sent, and frees the store for another process. A repeat does nothing. */
    @Override
    public void close() {
        if (coordinator.isShutdown()) {
            return;
        }
        processor.shutDown();
        coordinator.shutdown();
        lane.close();
        feed.close();
        database.close();
    }
}
