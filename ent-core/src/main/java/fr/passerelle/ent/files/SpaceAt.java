package fr.passerelle.ent.files;

import fr.passerelle.ent.delivery.Connection;
import fr.passerelle.ent.delivery.FaultNote;
import fr.passerelle.ent.model.Coded;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.StoresFiles;
import fr.passerelle.ent.spi.StoresFiles.Fetch;
import fr.passerelle.ent.spi.StoresFiles.Folder;
import fr.passerelle.ent.spi.StoresFiles.Limits;
import fr.passerelle.ent.spi.StoresFiles.Listing;
import fr.passerelle.ent.spi.StoresFiles.NewFile;
import fr.passerelle.ent.spi.StoresFiles.Put;
import fr.passerelle.ent.spi.StoresFiles.Removal;
import fr.passerelle.ent.spi.StoresFiles.Room;
import fr.passerelle.ent.spi.StoresFiles.StoredFile;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One account's space, as the ENT shows it now. A look that fails ends what it was for by {@link Stopped}. */
final class SpaceAt {
    private static final Logger LOG = LoggerFactory.getLogger(SpaceAt.class);

    private final Connection connection;
    private final StoresFiles files;

    SpaceAt(Connection connection, StoresFiles files) {
        this.connection = connection;
        this.files = files;
    }

    /** Ends a request early, without any effect; it never leaves the desk. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient FaultNote why;
        private final boolean wholeSpace;

        private Stopped(FaultNote why, boolean wholeSpace) {
            super(why.code(), null, false, false);
            this.why = why;
            this.wholeSpace = wholeSpace;
        }

        static Stopped by(Coded reason, String fact, Object value) {
            return new Stopped(new FaultNote(reason.code(), Map.of(fact, value.toString())), false);
        }

        static Stopped by(Coded reason) {
            return new Stopped(new FaultNote(reason.code(), Map.of()), false);
        }

        private static Stopped by(Fault fault) {
            return new Stopped(FaultNote.of(fault), fault.scope() == Fault.Scope.ACCOUNT);
        }

        FaultNote why() {
            return why;
        }

        /** Whether everything else there is held up as well. */
        boolean wholeSpace() {
            return wholeSpace;
        }
    }

    Limits limits() {
        return files.limits();
    }

    /** After this long without being visible, a write did not happen. */
    Duration settlesWithin() {
        Duration own = connection.account().settlesWithin();
        return own == null ? limits().settlesWithin() : own;
    }

    /** All that lies in a folder. */
    Listing.Complete list(String folder) {
        Listing listing = asked(() -> files.list(connection.session(), folder), Listing.Failed::new);
        if (listing instanceof Listing.Failed failed) {
            throw Stopped.by(failed.fault());
        }
        return (Listing.Complete) listing;
    }

    /** A file's bytes. */
    byte[] fetch(StoredFile file) {
        if (file.size() > limits().bytesEach()) {
            throw tooLarge();
        }
        Fetch fetch = asked(() -> files.fetch(connection.session(), file), Fetch.Failed::new);
        if (fetch instanceof Fetch.Failed failed) {
            throw Stopped.by(failed.fault());
        }
        return ((Fetch.Fetched) fetch).bytes();
    }

    Stopped tooLarge() {
        return Stopped.by(FileReason.TOO_LARGE, "limit", limits().bytesEach() >> 20);
    }

    Put put(String folder, NewFile file) {
        return asked(() -> files.put(connection.session(), folder, file), Put.Unknown::new);
    }

    void remove(StoredFile file) {
        Removal removal = asked(() -> files.remove(connection.session(), file), Removal.NotRemoved::new);
        if (removal instanceof Removal.NotRemoved not) {
            throw Stopped.by(not.fault());
        }
    }

    Room room() {
        return asked(() -> files.room(connection.session()), Room.Failed::new);
    }

    /** A connector that fails says nothing about the ENT; its message may quote what was read. */
    private <T> T asked(Supplier<T> asking, Function<Fault, T> failed) {
        try {
            return asking.get();
        } catch (RuntimeException ours) {
            LOG.error(
                    "The connector of account {} failed at files: {}",
                    connection.account().id(),
                    ours.getClass().getName());
            return failed.apply(new Fault.ContractBroken(
                    "files", "an answer", ours.getClass().getSimpleName()));
        }
    }

    /**
     * The id of a folder.
     *
     * @param path names or ids, from the top, with {@code /} between; empty for the top itself
     */
    String folder(String path) {
        String at = StoresFiles.TOP;
        for (String step : path.split("/", -1)) {
            if (!step.isBlank()) {
                at = theOne(list(at).folders(), step, Folder::id, Folder::name, FileReason.NO_SUCH_FOLDER)
                        .id();
            }
        }
        return at;
    }

    /** The file of a name or an id. */
    static StoredFile file(Listing.Complete listing, String nameOrId) {
        return theOne(listing.files(), nameOrId, StoredFile::id, StoredFile::name, FileReason.NO_SUCH_FILE);
    }

    private static <T> T theOne(
            List<T> all, String nameOrId, Function<T, String> id, Function<T, String> name, FileReason none) {
        Predicate<T> byId = one -> id.apply(one).equals(nameOrId);
        List<T> found = all.stream()
                .filter(all.stream().anyMatch(byId) ? byId : one -> isNamed(name.apply(one), nameOrId))
                .toList();
        if (found.size() > 1) {
            throw Stopped.by(FileReason.SEVERAL, "count", found.size());
        }
        return found.stream().findFirst().orElseThrow(() -> Stopped.by(none));
    }

    /** Whether two names are one to people, however their accents are written. */
    static boolean isNamed(String name, String other) {
        return composed(name).equals(composed(other));
    }

    private static String composed(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }
}
