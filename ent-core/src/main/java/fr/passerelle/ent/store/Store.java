package fr.passerelle.ent.store;

import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.Feed;
import fr.passerelle.ent.model.History;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.model.StoreUnavailable;
import fr.passerelle.ent.model.Upcaster;
import fr.passerelle.ent.privacy.SubjectKeys;
import fr.passerelle.ent.privacy.Vault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of an installation, the states they lead to, and the one way to add to them.
 *
 * <p>Open it once per process and close it at the end. It writes on one thread of its own, in the order in which
 * commands arrive; everything in its four views is safe for several threads. What a command answered as done is on the
 * disk.
 */
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final String PROCESSOR = "states";
    private static final int SEGMENT = 0;
    private static final int BATCH = 100;
    private static final long CLAIM_CHECK_MILLIS = 5_000;
    private static final Duration UNCLAIMED_FILES_STAY = Duration.ofDays(1);

    private final Database database;
    private final WriteLane lane;
    private final CommandDesk desk;
    private final EventTable events;
    private final StateReader states;
    private final StreamHistory history;
    private final LiveFeed feed = new LiveFeed();
    private final ScheduledExecutorService coordinator;
    private final PooledStreamingEventProcessor processor;
    private final CommitSource source;
    private final TokenTable tokens;
    private final Inspection inspection;
    private final Projection projection;
    private final Attachments attachments;
    private final StoreLocation location;
    private final Vault vault;

    private Store(
            StoreLocation location,
            Database database,
            WriteLane lane,
            List<Feature<?, ?, ?>> all,
            List<Upcaster> upcasters,
            Vault vault,
            InstantSource time) {
        this.location = location;
        this.database = database;
        this.lane = lane;
        this.vault = vault;
        Features features = new Features(all);
        EventCodec codec = new EventCodec(features, upcasters, vault);
        ConnectionProvider connections =
                () -> lane.onLane() ? lane.getConnection() : database.readers().getConnection();
        events = new EventTable(database, connections, new RowSerializer(codec));
        source = new CommitSource(events);
        Claims claims = new Claims(database);
        StateTable stateTable = new StateTable(database, codec);
        Progress progress = new Progress();
        tokens = new TokenTable(database, connections);
        desk = new CommandDesk(database, lane, features, codec, events, claims, this::committed, time);
        history = new StreamHistory(events, codec);
        states = new StateReader(database, stateTable, claims, desk, events, progress);
        attachments = new Attachments(database, lane, vault);
        inspection = new Inspection(features, codec, stateTable, claims, database);
        projection = new Projection(features, stateTable, lane, progress, feed);
        coordinator = coordinator();
        processor = PooledStreamingEventProcessor.builder()
                .name(PROCESSOR)
                .eventHandlerInvoker(projection)
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
        StateShape shape = new StateShape(features, database);
        progress.reached(lane.transact(connection -> {
            long position = tokens.position(connection, PROCESSOR);
            if (shape.differs(connection)) {
                LOG.info("States have another form now: the read model is made again up to position {}", position);
                inspection.rebuild(connection, position);
            }
            shape.remember(connection);
            return position;
        }));
        int dropped = attachments.sweep(time.instant().minus(UNCLAIMED_FILES_STAY));
        if (dropped > 0) {
            LOG.info("{} attached files that no communication names were dropped", dropped);
        }
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
        return open(location, database, features, upcasters, vault, time);
    }

    static Store open(
            StoreLocation location,
            Database database,
            List<Feature<?, ?, ?>> features,
            List<Upcaster> upcasters,
            Vault vault,
            InstantSource time) {
        WriteLane lane = new WriteLane(database);
        try {
            lane.transact(connection -> {
                Schema.STORE.bringUpToDate(connection, database.dialect());
                return true;
            });
            return new Store(location, database, lane, features, upcasters, vault, time);
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

    /** What was, event by event. */
    public History history() {
        return history;
    }

    /** The files that go with communications. */
    public Attachments attachments() {
        return attachments;
    }

    /** What happens. */
    public Feed feed() {
        return feed;
    }

    /**
     * Compares everything that is stored: holes, checksums, chains of hashes, the read model with a replay, claims with
     * events, attached files, the log of erasures. Runs beside commands, on one moment of the store.
     *
     * @return what is wrong, stream by stream; empty if nothing is
     */
    public List<Finding> verify() {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = database.readers().getConnection()) {
            database.beginSnapshot(connection);
            try {
                if (!database.isSound(connection)) {
                    findings.add(new Finding(StoreReason.FILE_DAMAGED, Map.of()));
                }
                findings.addAll(inspection.verify(connection, tokens.position(connection, PROCESSOR)));
                findings.addAll(attachments.verify(connection));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("The store cannot be read now.", e);
        }
        try {
            vault.verifyErasures();
        } catch (CodedException e) {
            findings.add(new Finding(e.reason(), e.facts()));
        }
        return findings;
    }

    /**
     * Makes the read model and the claims again from the events, in one transaction that commands wait for. Events are
     * never changed.
     */
    public void repair() {
        lane.transact(connection -> {
            inspection.rebuild(connection, tokens.position(connection, PROCESSOR));
            projection.forget();
            return true;
        });
    }

    /**
     * Copies the store as it is at this moment into a directory, while commands go on. Keys are not in it.
     *
     * @param directory made if it is missing; must not hold a backup yet
     * @throws CodedException {@link StoreReason#BACKUP_BY_PG_DUMP}, {@link StoreReason#BACKUP_EXISTS} or
     *     {@link StoreReason#BACKUP_FAILED}
     */
    public void backup(Path directory) {
        Backups.write(file(location), directory);
    }

    /**
     * Puts a backup in the place of a store that nobody has open; what was there is kept beside it. What was erased stays
     * erased: keys are not touched, and every erasure is pending again until its event is stored again.
     *
     * @throws CodedException {@link StoreReason#IN_USE}, {@link StoreReason#NO_BACKUP},
     *     {@link StoreReason#BACKUP_BY_PG_DUMP} or {@link StoreReason#BACKUP_FAILED}
     */
    public static void restore(Path directory, StoreLocation location, SubjectKeys keys) {
        Backups.restore(directory, file(location), keys);
    }

    private void committed() {
        source.wake();
        if (processor.processingStatus().isEmpty()) {
            // It gave up after a failure and waits, up to a minute; but the database has just answered.
            var unused = processor.claimSegment(SEGMENT);
        }
    }

    private static Path file(StoreLocation location) {
        if (location instanceof StoreLocation.File file) {
            return file.database();
        }
        throw new CodedException(StoreReason.BACKUP_BY_PG_DUMP, Map.of());
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
