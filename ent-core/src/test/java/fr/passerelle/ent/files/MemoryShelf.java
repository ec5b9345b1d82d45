package fr.passerelle.ent.files;

import fr.passerelle.ent.delivery.Connection;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntHttp;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.SessionMemory;
import fr.passerelle.ent.spi.StoresFiles;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An ENT that keeps files in memory, with one folder, and answers as badly as it is told to. */
final class MemoryShelf implements EntConnector, StoresFiles {
    static final Duration HORIZON = Duration.ofMinutes(10);
    static final Limits LIMITS = new Limits(20, 3, HORIZON);

    /** How the next write goes. */
    enum Mood {
        WELL,
        REFUSES,
        /** Writes; the answer is lost. */
        LOSES_THE_ANSWER,
        /** Writes just before the horizon is over; the answer is lost. */
        WRITES_LATE,
        /** Writes never; the answer is lost. */
        LOSES_THE_FILE,
        /** Writes, and the connector falls over. */
        FALLS_OVER
    }

    private record Kept(String name, byte[] bytes) {}

    private record Late(Instant due, Kept file) {}

    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final List<Late> late = new ArrayList<>();
    private final EntAccount account = new EntAccount(
            AccountId.parse("shelf/service"),
            "shelf",
            "memory",
            URI.create("http://127.0.0.1:9"),
            true,
            Set.of(new Uai("0771369V")),
            Map.of(),
            null);
    private final EntSession session = new EntSession() {
        @Override
        public EntAccount account() {
            return account;
        }

        @Override
        public EntHttp http() {
            throw new IllegalStateException("It is all in memory.");
        }

        @Override
        public InstantSource clock() {
            return () -> now;
        }

        @Override
        public SessionMemory memory() {
            throw new IllegalStateException("Nobody signs in.");
        }
    };
    Instant now = Instant.parse("2026-11-28T08:00:00Z");
    Mood mood = Mood.WELL;
    boolean listFails;
    boolean fetchFails;
    int writes;

    SpaceAt space() {
        return new SpaceAt(new Connection(account, this, session), this);
    }

    AccountId account() {
        return account.id();
    }

    void pass(Duration time) {
        now = now.plus(time);
        late.removeIf(write -> {
            boolean due = !write.due().isAfter(now);
            if (due) {
                keep(write.file());
            }
            return due;
        });
    }

    private StoredFile keep(Kept file) {
        String id = "id-" + kept.size();
        kept.put(id, file);
        return stored(id, file);
    }

    private static StoredFile stored(String id, Kept file) {
        return new StoredFile(id, file.name(), file.bytes().length, null, false);
    }

    /** How often a file of this name and content lies there. */
    long count(String name, byte[] bytes) {
        return kept.values().stream()
                .filter(file -> file.name().equals(name) && Arrays.equals(file.bytes(), bytes))
                .count();
    }

    @Override
    public ConnectorDescriptor descriptor() {
        throw new IllegalStateException("Nobody asks.");
    }

    @Override
    public CheckResult check(EntSession session) {
        return new CheckResult.Ready(Map.of());
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Listing list(EntSession session, String folder) {
        return listFails
                ? new Listing.Failed(new Fault.Unreachable(null))
                : new Listing.Complete(
                        List.of(),
                        kept.entrySet().stream()
                                .map(one -> stored(one.getKey(), one.getValue()))
                                .toList());
    }

    @Override
    public Fetch fetch(EntSession session, StoredFile file) {
        Kept there = kept.get(file.id());
        return fetchFails || there == null
                ? new Fetch.Failed(new Fault.Unreachable(null))
                : new Fetch.Fetched(there.bytes());
    }

    @Override
    public Put put(EntSession session, String folder, NewFile file) {
        writes++;
        Kept whole = new Kept(file.name(), file.bytes());
        return switch (mood) {
            case WELL -> new Put.Stored(keep(whole));
            case REFUSES -> new Put.NotStored(new Fault.Forbidden("workspace"));
            case LOSES_THE_ANSWER -> {
                keep(whole);
                yield new Put.Unknown(new Fault.Unreachable(null));
            }
            case WRITES_LATE -> {
                late.add(new Late(now.plus(HORIZON).minusSeconds(1), whole));
                yield new Put.Unknown(new Fault.Unreachable(null));
            }
            case LOSES_THE_FILE -> new Put.Unknown(new Fault.Unreachable(null));
            case FALLS_OVER -> {
                keep(whole);
                throw new IllegalStateException("leçon secrète.pdf");
            }
        };
    }

    @Override
    public Removal remove(EntSession session, StoredFile file) {
        kept.remove(file.id());
        return new Removal.Removed();
    }

    @Override
    public Room room(EntSession session) {
        return new Room.Known(0, 100);
    }
}
