package fr.passerelle.ent.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.StoreUnavailable;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.privacy.KeyReason;
import fr.passerelle.ent.privacy.SubjectKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * Subjects' keys in a database of their own: a SQLite file, or a schema {@code passerelle_keys} of a PostgreSQL database
 * that should not be the store's, because one backup of both would bring erased keys back.
 *
 * <p>In SQLite an erased key is overwritten at once, in the file and in its log. PostgreSQL keeps the bytes of a deleted
 * row until it vacuums, and in its archives for as long as those are kept.
 */
public final class JdbcSubjectKeys implements SubjectKeys {
    private static final int AT_ONCE = 500;
    private static final int LOCK_CLASS = 0x70617373;
    private static final int LOCK = 3;

    private final Dialect dialect;
    private final HikariDataSource pool;
    private final InstantSource time;
    private final String prefix;

    private JdbcSubjectKeys(Dialect dialect, HikariConfig config, InstantSource time) {
        this.dialect = dialect;
        this.time = time;
        this.prefix = dialect.prefix(Schema.KEYS.name());
        this.pool = new HikariDataSource(config);
        write(connection -> {
            Schema.KEYS.bringUpToDate(connection, dialect);
            return true;
        });
    }

    /**
     * Opens a key file, and makes it if there is none.
     *
     * @param database its file; kept and backed up apart from the store's
     * @throws StoreUnavailable if it cannot be opened
     */
    public static JdbcSubjectKeys file(Path database, InstantSource time) {
        try {
            SqliteDatabase.makeFile(database);
        } catch (IOException e) {
            throw new StoreUnavailable("The keys' directory cannot be used.", e);
        }
        SQLiteConfig config = SqliteDatabase.config();
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "ON");
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(SqliteDatabase.source(database, config));
        // One connection: whoever erases must not meet a reader that holds the log from being truncated.
        pool.setMaximumPoolSize(1);
        return opened(Dialect.SQLITE, pool, time);
    }

    /**
     * Opens keys in a PostgreSQL database, and makes their schema if there is none.
     *
     * @throws StoreUnavailable if it cannot be opened
     */
    public static JdbcSubjectKeys database(DataSource database, InstantSource time) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(database);
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(0);
        return opened(Dialect.POSTGRES, pool, time);
    }

    private static JdbcSubjectKeys opened(Dialect dialect, HikariConfig pool, InstantSource time) {
        pool.setPoolName("passerelle-keys");
        pool.setInitializationFailTimeout(-1);
        return new JdbcSubjectKeys(dialect, pool, time);
    }

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T read(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new StoreUnavailable("The keys cannot be read now.", e);
        }
    }

    /** One transaction, alone: whoever keeps a key must not miss a tombstone that is being set. */
    private <T> T write(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (dialect == Dialect.POSTGRES) {
                    Sql.first(connection, "SELECT pg_advisory_xact_lock(?, ?)", row -> true, LOCK_CLASS, LOCK);
                }
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("The keys cannot be written now.", e);
        }
    }

    @Override
    public void belongTo(String fingerprint) {
        String known = write(connection -> {
            String query = "SELECT fingerprint FROM " + prefix + "master_key";
            Optional<String> first = Sql.first(connection, query, row -> row.getString(1));
            if (first.isEmpty()) {
                Sql.run(connection, "INSERT INTO " + prefix + "master_key (fingerprint) VALUES (?)", fingerprint);
            }
            return first.orElse(fingerprint);
        });
        if (!known.equals(fingerprint)) {
            throw new CodedException(KeyReason.MASTER_KEY_FOREIGN, Map.of());
        }
    }

    @Override
    public Optional<WrappedKey> find(SubjectId subject) {
        return read(connection -> find(connection, subject));
    }

    private Optional<WrappedKey> find(Connection connection, SubjectId subject) throws SQLException {
        return Sql.first(
                connection,
                "SELECT version, wrapped FROM " + prefix + "subject_key WHERE subject = ?",
                row -> new WrappedKey(row.getInt(1), row.getBytes(2)),
                subject.toString());
    }

    @Override
    public Map<SubjectId, WrappedKey> findAll(Collection<SubjectId> subjects) {
        List<SubjectId> all = List.copyOf(subjects);
        Map<SubjectId, WrappedKey> found = new HashMap<>();
        read(connection -> {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                List<SubjectId> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
                String places = String.join(", ", Collections.nCopies(some.size(), "?"));
                Sql.list(
                        connection,
                        "SELECT subject, version, wrapped FROM " + prefix + "subject_key WHERE subject IN (" + places
                                + ")",
                        row -> found.put(
                                SubjectId.parse(row.getString(1)), new WrappedKey(row.getInt(2), row.getBytes(3))),
                        some.stream().map(SubjectId::toString).toArray());
            }
            return true;
        });
        return found;
    }

    @Override
    public Optional<WrappedKey> keep(SubjectId subject, WrappedKey fresh) {
        return write(connection -> {
            if (erasedAt(connection, subject).isPresent()) {
                return Optional.empty();
            }
            Sql.run(
                    connection,
                    "INSERT INTO " + prefix
                            + "subject_key (subject, version, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    subject.toString(),
                    fresh.version(),
                    fresh.bytes());
            return find(connection, subject);
        });
    }

    @Override
    public void erase(SubjectId subject, @Nullable String match) {
        write(connection -> {
            if (erasedAt(connection, subject).isEmpty()) {
                Tombstone last = Sql.first(
                                connection, Tombstone.select(prefix) + " ORDER BY number DESC LIMIT 1", Tombstone::read)
                        .orElse(Tombstone.BEFORE_FIRST);
                Tombstone next = last.next(subject.toString(), Micros.of(time.instant()), match);
                Sql.run(
                        connection,
                        "INSERT INTO " + prefix + "tombstone (" + Tombstone.COLUMNS
                                + ", confirmed) VALUES (?, ?, ?, ?, ?, ?, 0)",
                        next.number(),
                        next.subject(),
                        next.time(),
                        next.match(),
                        next.previousHash(),
                        next.hash());
            }
            Sql.run(connection, "DELETE FROM " + prefix + "subject_key WHERE subject = ?", subject.toString());
            return true;
        });
        if (dialect == Dialect.SQLITE) {
            read(connection -> {
                Sql.execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
                return true;
            });
        }
    }

    @Override
    public Optional<Instant> erasedAt(SubjectId subject) {
        return read(connection -> erasedAt(connection, subject));
    }

    private Optional<Instant> erasedAt(Connection connection, SubjectId subject) throws SQLException {
        return Sql.first(
                connection,
                "SELECT time FROM " + prefix + "tombstone WHERE subject = ?",
                row -> Micros.instant(row.getLong(1)),
                subject.toString());
    }

    @Override
    public boolean erasedMatch(String match) {
        return read(connection -> Sql.first(
                        connection, "SELECT 1 FROM " + prefix + "tombstone WHERE person_match = ?", row -> true, match)
                .isPresent());
    }

    @Override
    public List<SubjectId> pendingErasures() {
        return read(connection -> Sql.list(
                connection,
                "SELECT subject FROM " + prefix + "tombstone WHERE confirmed = 0 ORDER BY number",
                row -> SubjectId.parse(row.getString(1))));
    }

    @Override
    public void confirmErasure(SubjectId subject) {
        write(connection -> Sql.run(
                connection, "UPDATE " + prefix + "tombstone SET confirmed = 1 WHERE subject = ?", subject.toString()));
    }

    @Override
    public void repeatErasures() {
        write(connection -> Sql.run(connection, "UPDATE " + prefix + "tombstone SET confirmed = 0"));
    }

    @Override
    public void verifyErasures() {
        List<Tombstone> all = read(
                connection -> Sql.list(connection, Tombstone.select(prefix) + " ORDER BY number", Tombstone::read));
        Tombstone before = Tombstone.BEFORE_FIRST;
        for (Tombstone tombstone : all) {
            if (!tombstone.follows(before)) {
                throw new CodedException(
                        KeyReason.ERASURE_LOG_BROKEN, Map.of("number", Long.toString(tombstone.number())));
            }
            before = tombstone;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
