package fr.passerelle.ent.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;

/**
 * Axon's JDBC engine over our own table. Axon hands over rows that are encoded already and gets rows back.
 *
 * <p>Two of its assumptions do not hold here and are replaced: SQLite's driver cannot read a missing number as
 * {@code Long}, and positions have no gaps, so tokens never carry any.
 */
final class EventTable extends JdbcEventStorageEngine {
    private static final int BATCH = 100;

    private final Database database;
    private final ConnectionProvider connections;
    private final String table;

    EventTable(Database database, ConnectionProvider connections, Serializer rows) {
        super(builder()
                .connectionProvider(connections)
                // Whoever calls has a transaction, or reads what is committed.
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(rows)
                .snapshotSerializer(rows)
                .persistenceExceptionResolver(failure -> isKeyTaken(database, failure))
                .extendedGapCheckEnabled(false)
                .batchSize(BATCH));
        this.database = database;
        this.connections = connections;
        this.table = database.prefix() + "event";
    }

    /** The position of the newest event, 0 in an empty store. */
    long lastPosition() {
        try (Connection connection = connections.getConnection()) {
            return lastPosition(connection);
        } catch (SQLException e) {
            throw new EventStoreException("The newest position cannot be read", e);
        }
    }

    long lastPosition(Connection connection) throws SQLException {
        return Sql.first(connection, "SELECT coalesce(max(position), 0) FROM " + table, row -> row.getLong(1))
                .orElse(0L);
    }

    @Override
    protected PreparedStatement appendEvents(
            Connection connection, List<? extends EventMessage<?>> events, Serializer serializer) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO " + table + " (" + EventRow.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (EventMessage<?> event : events) {
            EventRow row = (EventRow) event.getPayload();
            Sql.bind(
                    statement,
                    row.position(),
                    row.stream(),
                    row.sequence(),
                    row.type(),
                    row.revision(),
                    row.time(),
                    row.payload(),
                    row.metadata(),
                    row.crc(),
                    row.previousHash());
            statement.addBatch();
        }
        return statement;
    }

    @Override
    protected PreparedStatement readEventData(Connection connection, String stream, long firstSequence, int batchSize)
            throws SQLException {
        return select(connection, " WHERE stream = ? AND sequence >= ? ORDER BY sequence", stream, firstSequence);
    }

    @Override
    protected PreparedStatement readEventDataWithoutGaps(Connection connection, long position, int batchSize)
            throws SQLException {
        return select(connection, " WHERE position > ? ORDER BY position LIMIT " + batchSize, position);
    }

    private PreparedStatement select(Connection connection, String rest, Object... values) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement("SELECT " + EventRow.COLUMNS + " FROM " + table + rest);
        Sql.bind(statement, values);
        return statement;
    }

    @Override
    protected DomainEventData<?> getDomainEventData(ResultSet row) throws SQLException {
        return new RowData(EventRow.read(row));
    }

    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, GapAwareTrackingToken previous)
            throws SQLException {
        return new RowData(EventRow.read(row));
    }

    /** A stream comes in one query: its sequences have no gaps either. */
    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return false;
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        try (Connection connection = connections.getConnection()) {
            return Sql.first(
                    connection,
                    "SELECT sequence FROM " + table + " WHERE stream = ? ORDER BY sequence DESC LIMIT 1",
                    row -> row.getLong(1),
                    stream);
        } catch (SQLException e) {
            throw new EventStoreException("The newest sequence cannot be read", e);
        }
    }

    @Override
    public TrackingToken createTailToken() {
        return token(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return token(lastPosition());
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        try (Connection connection = connections.getConnection()) {
            return Sql.<TrackingToken>first(
                            connection,
                            "SELECT position - 1 FROM " + table + " WHERE time >= ? ORDER BY position LIMIT 1",
                            row -> token(row.getLong(1)),
                            Micros.of(time))
                    .orElseGet(this::createHeadToken);
        } catch (SQLException e) {
            throw new EventStoreException("The position of a moment cannot be read", e);
        }
    }

    static GapAwareTrackingToken token(long position) {
        return GapAwareTrackingToken.newInstance(position, NO_GAPS);
    }

    private static final SortedSet<Long> NO_GAPS = Collections.emptySortedSet();

    /** Axon calls every failure a duplicate insert; only a taken key is one. */
    @Override
    protected void handlePersistenceException(Exception failure, EventMessage<?> event) {
        if (isKeyTaken(database, failure)) {
            throw new ConcurrencyException("Another writer was first", failure);
        }
        throw new EventStoreException("The events cannot be written", failure);
    }

    private static boolean isKeyTaken(Database database, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && database.isKeyTaken(sql)) {
                return true;
            }
        }
        return false;
    }
}
