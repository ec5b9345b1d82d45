package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.StateIndex;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of the read model: one row per stream. */
final class StateTable {
    private final EventCodec codec;
    private final String table;

    StateTable(Database database, EventCodec codec) {
        this.codec = codec;
        this.table = database.prefix() + "state";
    }

    /** A stream's state on its way into the table. */
    record Entry<S>(Feature<?, ?, S> feature, String id, Folded<S> folded) {}

    /** Writes states over what there was. */
    void write(Connection connection, Collection<Entry<?>> entries) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + table
                + " (feature, id, created, position, sequence, hash, parent, group_id, status, due_at, state)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (feature, id) DO UPDATE SET"
                + " created = excluded.created, position = excluded.position, sequence = excluded.sequence,"
                + " hash = excluded.hash, parent = excluded.parent, group_id = excluded.group_id,"
                + " status = excluded.status, due_at = excluded.due_at, state = excluded.state")) {
            for (Entry<?> entry : entries) {
                add(statement, entry);
            }
            statement.executeBatch();
        }
    }

    private <S> void add(PreparedStatement statement, Entry<S> entry) throws SQLException {
        Folded<S> folded = entry.folded();
        StateIndex index = entry.feature().index().apply(folded.state());
        Sql.bind(
                statement,
                entry.feature().name(),
                entry.id(),
                folded.created(),
                folded.position(),
                folded.sequence(),
                folded.hash(),
                index.parent(),
                index.group(),
                index.status(),
                micros(index.dueAt()),
                codec.writeState(folded.state()));
        statement.addBatch();
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : Micros.of(instant);
    }

    /** One stream as the table has it. */
    <S> Optional<Folded<S>> find(Connection connection, Feature<?, ?, S> feature, String id) throws SQLException {
        return Sql.first(
                connection,
                "SELECT state, created, position, sequence, hash FROM " + table + " WHERE feature = ? AND id = ?",
                row -> new Folded<>(
                        codec.readState(row.getString(1), feature.state()),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getBytes(5)),
                feature.name(),
                id);
    }

    /**
     * The states of a feature that fulfil a condition.
     *
     * @param rest what follows {@code WHERE feature = ?}
     */
    <S> List<S> select(Connection connection, Feature<?, ?, S> feature, String rest, Object... values)
            throws SQLException {
        Object[] all = new Object[values.length + 1];
        all[0] = feature.name();
        System.arraycopy(values, 0, all, 1, values.length);
        return Sql.list(
                connection,
                "SELECT state FROM " + table + " WHERE feature = ? " + rest,
                row -> codec.readState(row.getString(1), feature.state()),
                all);
    }

    /** The earliest due time of a feature. */
    Optional<Instant> firstDue(Connection connection, Feature<?, ?, ?> feature) throws SQLException {
        return Sql.first(
                connection,
                "SELECT due_at FROM " + table
                        + " WHERE feature = ? AND due_at IS NOT NULL ORDER BY due_at, created LIMIT 1",
                row -> Micros.instant(row.getLong(1)),
                feature.name());
    }

    void clear(Connection connection) throws SQLException {
        Sql.run(connection, "DELETE FROM " + table);
    }
}
