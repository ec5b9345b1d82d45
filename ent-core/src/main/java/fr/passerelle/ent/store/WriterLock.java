package fr.passerelle.ent.store;

import fr.passerelle.ent.model.CodedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says that this process, and only this one, writes to a database file. The lock lies on a file beside the database: the
 * database's own files are never opened by ordinary I/O, because closing them would drop SQLite's locks.
 */
final class WriterLock implements AutoCloseable {
    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, which the operating system gives back when the process ends in whatever way.
     *
     * @throws CodedException {@link StoreReason#IN_USE}
     */
    static WriterLock take(Path database) throws IOException {
        FileChannel channel = FileChannel.open(
                database.resolveSibling(database.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new CodedException(StoreReason.IN_USE, Map.of("store", database.toString()));
        }
        return new WriterLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
