package fr.passerelle.ent.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.passerelle.ent.model.StoreUnavailable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A store in one file of this machine: WAL, every commit forced to disk, one writing process. */
final class SqliteDatabase implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);
    private static final int READERS = 4;
    private static final int BUSY_MILLIS = 5_000;
    private static final int LONGEST_IDLE_WAL = 64 << 20;

    private final WriterLock lock;
    private final SQLiteDataSource writer;
    private final HikariDataSource readers;

    SqliteDatabase(Path file) {
        try {
            makeFile(file);
            lock = WriterLock.take(file);
        } catch (IOException e) {
            throw new StoreUnavailable("The store's directory cannot be used.", e);
        }
        writer = source(file, config());
        SQLiteConfig reading = config();
        reading.setTransactionMode(TransactionMode.DEFERRED);
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("passerelle-readers");
        pool.setDataSource(source(file, reading));
        // Not SQLite's read-only mode: a reader must be able to make the shared-memory file after a crash.
        pool.setConnectionInitSql("PRAGMA query_only = true");
        pool.setMaximumPoolSize(READERS);
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        readers = new HikariDataSource(pool);
    }

    static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setJournalSizeLimit(LONGEST_IDLE_WAL);
        return config;
    }

    static SQLiteDataSource source(Path file, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    /**
     * Makes a database's directory and the file itself, which SQLite then fills, for the owner only: even sealed, it is
     * nobody else's business.
     */
    static void makeFile(Path file) throws IOException {
        makeDirectory(file);
        // Never touched by ordinary I/O once it exists.
        if (!Files.exists(file)) {
            try {
                Files.createFile(file, modes("rw-------"));
            } catch (FileAlreadyExistsException e) {
                LOG.debug("Another process was first to make {}", file);
            }
        }
    }

    static void makeDirectory(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()), modes("rwx------"));
    }

    private static FileAttribute<?>[] modes(String modes) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(modes))}
                : new FileAttribute<?>[0];
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public Connection openWriter() throws SQLException {
        return writer.getConnection();
    }

    @Override
    public void releaseWriter(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public DataSource readers() {
        return readers;
    }

    @Override
    public void lockPositions(Connection connection) {
        // Transactions begin IMMEDIATE: whoever writes holds the only writer's lock from the start.
    }

    @Override
    public void beginSnapshot(Connection reader) throws SQLException {
        reader.setAutoCommit(false);
    }

    @Override
    public boolean isSound(Connection reader) throws SQLException {
        return Sql.first(reader, "PRAGMA integrity_check(1)", row -> row.getString(1))
                .filter("ok"::equals)
                .isPresent();
    }

    @Override
    public boolean isKeyTaken(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                        || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY);
    }

    @Override
    public void close() {
        readers.close();
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock file did not close", e);
        }
    }
}
