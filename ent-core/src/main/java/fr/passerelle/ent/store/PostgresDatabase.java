package fr.passerelle.ent.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.passerelle.ent.model.CodedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A store in PostgreSQL. Its writing process holds an advisory lock in the very session that it writes through: when the
 * session is lost, so are the lock and whatever it had not committed.
 */
final class PostgresDatabase implements Database {
    private static final int READERS = 4;
    private static final String UNIQUE_VIOLATION = "23505";
    /** "pass" in ASCII: advisory locks are known by numbers, in the whole database. */
    private static final int LOCK_CLASS = 0x70617373;

    private static final int WRITER_LOCK = 1;
    private static final int POSITION_LOCK = 2;

    private final DataSource source;
    private final HikariDataSource readers;

    PostgresDatabase(DataSource source) {
        this.source = source;
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("passerelle-readers");
        pool.setDataSource(source);
        pool.setReadOnly(true);
        pool.setMaximumPoolSize(READERS);
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        readers = new HikariDataSource(pool);
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRES;
    }

    @Override
    public Connection openWriter() throws SQLException {
        Connection connection = source.getConnection();
        boolean writer = false;
        try {
            connection.setAutoCommit(true);
            writer = Sql.first(
                            connection,
                            "SELECT pg_try_advisory_lock(?, ?)",
                            row -> row.getBoolean(1),
                            LOCK_CLASS,
                            WRITER_LOCK)
                    .orElseThrow();
            if (!writer) {
                throw new CodedException(StoreReason.IN_USE, Map.of("store", "PostgreSQL"));
            }
            return connection;
        } finally {
            if (!writer) {
                connection.close();
            }
        }
    }

    @Override
    public void releaseWriter(Connection writer) throws SQLException {
        try (writer) {
            // The session may live on in the caller's pool.
            Sql.first(writer, "SELECT pg_advisory_unlock(?, ?)", row -> true, LOCK_CLASS, WRITER_LOCK);
        }
    }

    @Override
    public DataSource readers() {
        return readers;
    }

    @Override
    public void lockPositions(Connection writer) throws SQLException {
        // Holds even where a pooler hands the writer's session to somebody else between two transactions.
        Sql.first(writer, "SELECT pg_advisory_xact_lock(?, ?)", row -> true, LOCK_CLASS, POSITION_LOCK);
    }

    @Override
    public void beginSnapshot(Connection reader) throws SQLException {
        reader.setAutoCommit(false);
        Sql.execute(reader, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    }

    @Override
    public boolean isSound(Connection reader) {
        // PostgreSQL has its own tools for that (data checksums, pg_amcheck), for its administrator.
        return true;
    }

    @Override
    public boolean isKeyTaken(SQLException failure) {
        return UNIQUE_VIOLATION.equals(failure.getSQLState());
    }

    @Override
    public void close() {
        readers.close();
    }
}
