package fr.passerelle.ent.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps files in the account's space on the ENT: what the account put there and what the school shares with it. Who reads
 * a file there is settled on the ENT, by whom its folder is shared with; nothing here shares anything.
 *
 * <p>A connector looks or writes once when it is told to and nothing more: looking before a write, after a lost answer,
 * and refusing what is over a limit is the caller's work. Names are the teachers' own words: they stand in no log, message
 * or {@code toString}.
 */
public interface StoresFiles {
    /** The folder that holds everything else. */
    String TOP = "";

    /** What the space takes; pure, always the same. */
    Limits limits();

    /**
     * What lies in a folder, by read-only requests; what lies in the bin does not.
     *
     * @param folder {@link #TOP}, or the id of a folder that was listed
     */
    Listing list(EntSession session, String folder);

    /** A file's bytes as they are now, by read-only requests. */
    Fetch fetch(EntSession session, StoredFile file);

    /**
     * Writes a file into a folder, by one request that must not be repeated blindly: the ENT keeps a second file of the
     * same name beside the first.
     */
    Put put(EntSession session, String folder, NewFile file);

    /** Puts a file into the ENT's own bin; doing it twice does no harm. */
    Removal remove(EntSession session, StoredFile file);

    /** How full the space is, by read-only requests. */
    Room room(EntSession session);

    /**
     * What a space takes.
     *
     * @param nameLimit most code points of a name
     * @param bytesEach most bytes of a file, written or read
     * @param settlesWithin after this long without being visible, a write did not happen
     */
    record Limits(int nameLimit, int bytesEach, Duration settlesWithin) {}

    /**
     * A folder.
     *
     * @param id the ENT's own
     * @param name as people wrote it
     * @param shared whether others than the account may look into it
     */
    record Folder(String id, String name, boolean shared) {
        @Override
        public String toString() {
            return "Folder[" + id + "]";
        }
    }

    /**
     * A file that lies there.
     *
     * @param id the ENT's own
     * @param name as people wrote it
     * @param size in bytes
     * @param modified when its content was last written, or null where the ENT does not tell
     * @param shared whether others than the account may read it
     */
    record StoredFile(
            String id, String name, long size, @Nullable Instant modified, boolean shared) {
        @Override
        public String toString() {
            return "StoredFile[" + id + ", " + size + " bytes]";
        }
    }

    /**
     * A file to be written.
     *
     * @param name cleaned, within the limit
     * @param mediaType for example {@code application/pdf}
     * @param bytes within the limit, at least one; not kept
     */
    record NewFile(String name, String mediaType, byte[] bytes) {
        @Override
        public String toString() {
            return "NewFile[" + mediaType + ", " + bytes.length + " bytes]";
        }
    }

    /** What a look into a folder showed. */
    sealed interface Listing {

        /** All that lies in it, in the ENT's order. */
        record Complete(List<Folder> folders, List<StoredFile> files) implements Listing {
            public Complete {
                folders = List.copyOf(folders);
                files = List.copyOf(files);
            }
        }

        /** The look failed: nothing is known of what lies there. */
        record Failed(Fault fault) implements Listing {}
    }

    /** What came of asking for a file. */
    sealed interface Fetch {

        /** Its bytes, whole. */
        record Fetched(byte[] bytes) implements Fetch {
            @Override
            public String toString() {
                return "Fetched[" + bytes.length + " bytes]";
            }
        }

        /** There are none, or not now. */
        record Failed(Fault fault) implements Fetch {}
    }

    /** What came of writing a file. */
    sealed interface Put {

        /** It lies there now. */
        record Stored(StoredFile file) implements Put {}

        /** Nothing was written and nothing will be. */
        record NotStored(Fault fault) implements Put {}

        /** Whether it was written, or will be, is not known. */
        record Unknown(Fault fault) implements Put {}
    }

    /** What came of removing a file. */
    sealed interface Removal {

        /** It is in the bin, or gone. */
        record Removed() implements Removal {}

        /** It was not removed, as far as is known. */
        record NotRemoved(Fault fault) implements Removal {}
    }

    /** How full a space is. */
    sealed interface Room {

        /** In bytes. */
        record Known(long used, long quota) implements Room {}

        /** The look failed. */
        record Failed(Fault fault) implements Room {}
    }
}
