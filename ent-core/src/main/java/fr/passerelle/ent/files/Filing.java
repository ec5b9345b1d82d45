package fr.passerelle.ent.files;

import fr.passerelle.ent.delivery.FaultNote;
import fr.passerelle.ent.files.FilesDesk.Filed;
import fr.passerelle.ent.files.SpaceAt.Stopped;
import fr.passerelle.ent.model.FileNames;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.StoresFiles.Limits;
import fr.passerelle.ent.spi.StoresFiles.NewFile;
import fr.passerelle.ent.spi.StoresFiles.Put;
import fr.passerelle.ent.spi.StoresFiles.StoredFile;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts files so that doing it again makes no second one. An ENT knows files by id only: before a write, and after one whose
 * answer was lost, the folder is looked at for a file of the same name and size, and its content compared.
 *
 * <p>A write that is nowhere to be seen may still take effect. Until the ENT's settle horizon is over it is not written
 * again; that is remembered in memory, so that a process which ended meanwhile no longer knows.
 */
final class Filing {
    private final InstantSource clock;
    private final Map<Lost, Instant> lost = new ConcurrentHashMap<>();
    private final Map<AccountId, Object> turns = new ConcurrentHashMap<>();

    Filing(InstantSource clock) {
        this.clock = clock;
    }

    /** A write whose answer was lost, by a hash of where it went and what it was. */
    private record Lost(AccountId account, ByteBuffer hash) {
        static Lost of(AccountId account, String folder, NewFile file) {
            try {
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                sha256.update((folder + "\n" + file.name() + "\n").getBytes(StandardCharsets.UTF_8));
                return new Lost(account, ByteBuffer.wrap(sha256.digest(file.bytes())));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256.", e);
            }
        }
    }

    /**
     * Puts one file into a folder; one account's files are put one after the other.
     *
     * @param folder its id
     * @param fileName as it is called where it comes from; cleaned
     */
    Filed put(AccountId account, SpaceAt space, String folder, String fileName, byte[] bytes) {
        try {
            NewFile file = checked(space, fileName, bytes);
            synchronized (Objects.requireNonNull(turns.computeIfAbsent(account, any -> new Object()))) {
                return put(Lost.of(account, folder, file), space, folder, file);
            }
        } catch (Stopped stopped) {
            return new Filed.NotDone(stopped.why(), stopped.wholeSpace());
        }
    }

    private static NewFile checked(SpaceAt space, String fileName, byte[] bytes) {
        Limits limits = space.limits();
        String name = FileNames.clean(fileName);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > limits.nameLimit()) {
            throw Stopped.by(FileReason.NAME_UNFIT, "limit", limits.nameLimit());
        }
        if (bytes.length == 0) {
            throw Stopped.by(FileReason.EMPTY);
        }
        if (bytes.length > limits.bytesEach()) {
            throw space.tooLarge();
        }
        String guessed = URLConnection.guessContentTypeFromName(name);
        return new NewFile(name, guessed == null ? "application/octet-stream" : guessed, bytes);
    }

    private Filed put(Lost key, SpaceAt space, String folder, NewFile file) {
        List<StoredFile> before = space.list(folder).files();
        if (twin(space, before, file).isPresent()) {
            lost.remove(key);
            return new Filed.Done(true);
        }
        if (before.stream().anyMatch(there -> SpaceAt.isNamed(there.name(), file.name()))) {
            return new Filed.NotDone(note(FileReason.NAME_TAKEN, Map.of()), false);
        }
        Instant now = clock.instant();
        lost.values().removeIf(until -> !until.isAfter(now));
        Instant until = lost.get(key);
        if (until != null) {
            return notKnown(until);
        }
        Put put = space.put(folder, file);
        if (put instanceof Put.Stored) {
            return new Filed.Done(false);
        }
        if (put instanceof Put.NotStored not) {
            Fault fault = not.fault();
            return new Filed.NotDone(FaultNote.of(fault), fault.scope() == Fault.Scope.ACCOUNT);
        }
        return lookAfter(key, space, folder, file);
    }

    /** The clock is read after the request: what left last may take effect as long after that. */
    private Filed lookAfter(Lost key, SpaceAt space, String folder, NewFile file) {
        Instant until = clock.instant().plus(space.settlesWithin());
        lost.put(key, until);
        try {
            if (twin(space, space.list(folder).files(), file).isPresent()) {
                lost.remove(key);
                return new Filed.Done(false);
            }
        } catch (Stopped lookFailed) {
            // It proves nothing, and what is to be said stays the same.
        }
        return notKnown(until);
    }

    private Filed notKnown(Instant until) {
        long minutes = Math.max(
                1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
        return new Filed.Unknown(note(FileReason.NOT_KNOWN, Map.of("minutes", String.valueOf(minutes))), until);
    }

    private static FaultNote note(FileReason reason, Map<String, String> facts) {
        return new FaultNote(reason.code(), facts);
    }

    private static Optional<StoredFile> twin(SpaceAt space, List<StoredFile> files, NewFile file) {
        return files.stream()
                .filter(there -> there.size() == file.bytes().length && SpaceAt.isNamed(there.name(), file.name()))
                .filter(there -> Arrays.equals(space.fetch(there), file.bytes()))
                .findFirst();
    }
}
