package fr.passerelle.ent.store;

import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.privacy.SubjectKeys;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies of a SQLite store: one file each, whole or not there at all. They hold no keys. */
final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final String FILE = "passerelle.db";

    private Backups() {}

    /** Copies one moment of a database, while it is written to. */
    static void write(Path database, Path directory) {
        Path target = directory.resolve(FILE);
        Path draft = directory.resolve(FILE + ".draft");
        try {
            SqliteDatabase.makeDirectory(target);
            if (Files.exists(target)) {
                throw new CodedException(StoreReason.BACKUP_EXISTS, Map.of("directory", directory.toString()));
            }
            Files.deleteIfExists(draft);
            try (Connection connection =
                    SqliteDatabase.source(database, SqliteDatabase.config()).getConnection()) {
                Sql.run(connection, "VACUUM INTO ?", draft.toAbsolutePath().toString());
            }
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            force(draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            force(directory);
        } catch (IOException | SQLException e) {
            throw failed(directory, e);
        }
    }

    /**
     * Puts a copy in the place of a database that nobody has open. What was there stays beside it, as {@code
     * .before-restore}. Every erasure becomes pending again, because the copy may be older than its event; keys are not
     * touched.
     */
    static void restore(Path directory, Path database, SubjectKeys keys) {
        Path source = directory.resolve(FILE);
        try {
            SqliteDatabase.makeDirectory(database);
            try (WriterLock held = WriterLock.take(database)) {
                LOG.debug("Restoring under {}", held);
                if (!isWholeStore(source)) {
                    throw new CodedException(StoreReason.NO_BACKUP, Map.of("directory", directory.toString()));
                }
                Path fresh = database.resolveSibling(database.getFileName() + ".restoring");
                Files.copy(source, fresh, StandardCopyOption.REPLACE_EXISTING);
                force(fresh);
                keys.repeatErasures();
                keepAside(database);
                Files.move(fresh, database, StandardCopyOption.ATOMIC_MOVE);
                force(Objects.requireNonNull(database.toAbsolutePath().getParent()));
            }
        } catch (IOException e) {
            throw failed(directory, e);
        }
    }

    /** Never a moment without a database: the old one gets a second name before the new one takes its first. */
    private static void keepAside(Path database) throws IOException {
        if (!Files.exists(database)) {
            return;
        }
        emptyLog(database);
        Path aside = database.resolveSibling(database.getFileName() + ".before-restore");
        Files.deleteIfExists(aside);
        Files.createLink(aside, database);
        // A log of the old database must not be taken for the new one's.
        for (String part : new String[] {"-wal", "-shm"}) {
            Path log = database.resolveSibling(database.getFileName() + part);
            if (Files.exists(log)) {
                Files.move(log, aside.resolveSibling(aside.getFileName() + part), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void emptyLog(Path database) {
        try (Connection connection =
                SqliteDatabase.source(database, SqliteDatabase.config()).getConnection()) {
            Sql.execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            LOG.warn("The database that is replaced cannot be opened any more; it is kept as it is", e);
        }
    }

    private static boolean isWholeStore(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        // Immutable: SQLite makes no file of its own beside the copy.
        try (Connection connection =
                DriverManager.getConnection("jdbc:sqlite:file:" + file.toAbsolutePath() + "?immutable=1")) {
            Sql.list(connection, "SELECT version FROM schema_version", row -> row.getInt(1));
            return Sql.first(connection, "PRAGMA integrity_check", row -> row.getString(1))
                    .filter("ok"::equals)
                    .isPresent();
        } catch (SQLException notOurs) {
            return false;
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static CodedException failed(Path directory, Exception cause) {
        return new CodedException(StoreReason.BACKUP_FAILED, Map.of("directory", directory.toString()), cause);
    }
}
