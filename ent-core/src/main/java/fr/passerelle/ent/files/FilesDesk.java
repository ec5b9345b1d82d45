package fr.passerelle.ent.files;

import fr.passerelle.ent.delivery.Connection;
import fr.passerelle.ent.delivery.DeliveryEngine;
import fr.passerelle.ent.delivery.FaultNote;
import fr.passerelle.ent.files.SpaceAt.Stopped;
import fr.passerelle.ent.model.FileNames;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.StoresFiles;
import fr.passerelle.ent.spi.StoresFiles.Folder;
import fr.passerelle.ent.spi.StoresFiles.Listing;
import fr.passerelle.ent.spi.StoresFiles.Room;
import fr.passerelle.ent.spi.StoresFiles.StoredFile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The teachers' shared spaces of the service accounts. Every call asks the ENT, now, and waits for it, for seconds at most
 * a file. A teacher's own account is hers alone and is not looked into. Safe for several threads.
 *
 * <p>A folder is named by its path: names or ids from the top, with {@code /} between; empty for the top itself. A file is
 * named by its name in that folder, or by its id.
 */
public final class FilesDesk {
    private final DeliveryEngine delivery;
    private final Filing filing;

    public FilesDesk(DeliveryEngine delivery, InstantSource clock) {
        this.delivery = delivery;
        this.filing = new Filing(clock);
    }

    /**
     * An account and whether its ENT keeps files.
     *
     * @param offered false where its profile has no such space; everything asked there is refused before any request
     */
    public record Space(AccountId account, Set<PlaceId> places, ConnectorDescriptor descriptor, boolean offered) {}

    /** What a look into a folder showed. */
    public sealed interface Shelf {

        /** All that lies in it. */
        record Open(List<Folder> folders, List<StoredFile> files, Room room) implements Shelf {
            public Open {
                folders = List.copyOf(folders);
                files = List.copyOf(files);
            }
        }

        /** Nothing is known of it. */
        record Closed(FaultNote why) implements Shelf {}
    }

    /** What came of asking for a file. */
    public sealed interface Got {

        /**
         * The whole file.
         *
         * @param name fit for a file of this machine: no path in it
         */
        record Whole(String name, byte[] bytes) implements Got {
            @Override
            public String toString() {
                return "Whole[" + bytes.length + " bytes]";
            }
        }

        /** There is none, or not now. */
        record Nothing(FaultNote why) implements Got {}
    }

    /** What came of putting a file. */
    public sealed interface Filed {

        /**
         * It lies there, once.
         *
         * @param wasThere whether it did before
         */
        record Done(boolean wasThere) implements Filed {}

        /**
         * Nothing was written, and nothing will be.
         *
         * @param wholeSpace whether everything else for this account is held up as well
         */
        record NotDone(FaultNote why, boolean wholeSpace) implements Filed {}

        /**
         * The answer was lost: it may lie there, or soon will. Putting it again is safe in this process: until then it is
         * only looked for.
         *
         * @param until when it will be known
         */
        record Unknown(FaultNote why, Instant until) implements Filed {}
    }

    /** What came of copying. */
    public sealed interface Copied {

        /** A line for each file, in the order of the source. */
        record Each(List<Line> lines) implements Copied {
            public Each {
                lines = List.copyOf(lines);
            }
        }

        /** Nothing was copied. */
        record NotBegun(FaultNote why) implements Copied {}

        /** One file. */
        record Line(String name, Filed filed) {
            @Override
            public String toString() {
                return "Line[" + filed + "]";
            }
        }
    }

    /** What came of removing a file. */
    public sealed interface Removed {

        /** It lies in the ENT's bin. */
        record InTheBin() implements Removed {}

        /** It does not, as far as is known; doing it again does no harm. */
        record NotRemoved(FaultNote why) implements Removed {}
    }

    /** All service accounts, by name. */
    public List<Space> spaces() {
        return delivery.accounts().stream()
                .filter(account -> account.author() == null)
                .map(account -> new Space(
                        account.account(),
                        account.places(),
                        account.descriptor(),
                        delivery.connection(account.account())
                                .filter(found -> found.connector() instanceof StoresFiles)
                                .isPresent()))
                .toList();
    }

    /** What lies in a folder. */
    public Shelf list(AccountId account, String folder) {
        try {
            SpaceAt space = space(account);
            Listing.Complete listing = space.list(space.folder(folder));
            return new Shelf.Open(listing.folders(), listing.files(), space.room());
        } catch (Stopped stopped) {
            return new Shelf.Closed(stopped.why());
        }
    }

    /** A file with its bytes. */
    public Got get(AccountId account, String folder, String nameOrId) {
        try {
            SpaceAt space = space(account);
            StoredFile file = SpaceAt.file(space.list(space.folder(folder)), nameOrId);
            String name = FileNames.clean(file.name());
            return new Got.Whole(name.isEmpty() ? file.id() : name, space.fetch(file));
        } catch (Stopped stopped) {
            return new Got.Nothing(stopped.why());
        }
    }

    /**
     * Puts a file into a folder. Putting the same again makes no second one; a file of the same name and other content is
     * never replaced.
     *
     * @param fileName as the author's machine calls it; cleaned
     */
    public Filed put(AccountId account, String folder, String fileName, byte[] bytes) {
        try {
            SpaceAt space = space(account);
            return filing.put(account, space, space.folder(folder), fileName, bytes);
        } catch (Stopped stopped) {
            return new Filed.NotDone(stopped.why(), stopped.wholeSpace());
        }
    }

    /**
     * Copies files between two folders, of one ENT or of two, one after the other; what is in folders below is not copied.
     * A repeat puts what is missing and nothing twice. Once a trouble holds up the whole space, the rest is not tried.
     *
     * @param names or ids; empty for all files of the folder
     */
    public Copied copy(AccountId from, String fromFolder, List<String> names, AccountId to, String toFolder) {
        try {
            SpaceAt source = space(from);
            SpaceAt target = space(to);
            String here = source.folder(fromFolder);
            String there = target.folder(toFolder);
            if (from.equals(to) && here.equals(there)) {
                throw Stopped.by(FileReason.SAME_PLACE);
            }
            Listing.Complete listing = source.list(here);
            List<StoredFile> wanted = names.isEmpty()
                    ? listing.files()
                    : names.stream().map(name -> SpaceAt.file(listing, name)).toList();
            return new Copied.Each(copies(source, wanted, into(to, target, there)));
        } catch (Stopped stopped) {
            return new Copied.NotBegun(stopped.why());
        }
    }

    private interface Putting {
        Filed put(String name, byte[] bytes);
    }

    private Putting into(AccountId to, SpaceAt target, String folder) {
        return (name, bytes) -> filing.put(to, target, folder, name, bytes);
    }

    private static List<Copied.Line> copies(SpaceAt source, List<StoredFile> wanted, Putting target) {
        List<Copied.Line> lines = new ArrayList<>();
        boolean heldUp = false;
        for (StoredFile file : wanted) {
            Filed filed = heldUp
                    ? new Filed.NotDone(new FaultNote(FileReason.NOT_TRIED.code(), Map.of()), true)
                    : copy(source, file, target);
            heldUp |= filed instanceof Filed.NotDone not && not.wholeSpace();
            lines.add(new Copied.Line(file.name(), filed));
        }
        return lines;
    }

    private static Filed copy(SpaceAt source, StoredFile file, Putting target) {
        try {
            return target.put(file.name(), source.fetch(file));
        } catch (Stopped stopped) {
            return new Filed.NotDone(stopped.why(), stopped.wholeSpace());
        }
    }

    /** Puts a file into the ENT's own bin, where people there can take it out again. */
    public Removed remove(AccountId account, String folder, String nameOrId) {
        try {
            SpaceAt space = space(account);
            space.remove(SpaceAt.file(space.list(space.folder(folder)), nameOrId));
            return new Removed.InTheBin();
        } catch (Stopped stopped) {
            return new Removed.NotRemoved(stopped.why());
        }
    }

    private SpaceAt space(AccountId account) {
        Connection connection = delivery.connection(account)
                .filter(found -> found.account().author() == null)
                .orElseThrow(() -> Stopped.by(FileReason.NO_ACCOUNT, "account", account));
        if (!(connection.connector() instanceof StoresFiles files)) {
            ConnectorDescriptor descriptor = connection.descriptor();
            throw Stopped.by(
                    FileReason.NOT_OFFERED, "profile", descriptor.platform() + " (" + descriptor.profile() + ")");
        }
        return new SpaceAt(connection, files);
    }
}
