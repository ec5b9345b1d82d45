package fr.passerelle.ent.delivery;

import fr.passerelle.ent.spi.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An ENT on paper: walls with posts, and all that may go wrong between a request and its answer. It refuses nothing
 * twice: two posts with one marker stand side by side, as they would on a real one.
 */
final class PaperEnt {
    /** What may happen to a request. */
    enum Mishap {
        /** Answered. */
        NONE,
        /** 503, and nothing was done. */
        UNAVAILABLE,
        /** 429 with a wish. */
        THROTTLED,
        /** No connection. */
        UNREACHABLE,
        /** Done, and the answer was lost. */
        CUT_AFTER,
        /** Not done, and no answer came. */
        CUT_BEFORE,
        /** No answer came, and it is done minutes later. */
        LATE,
        /** The account's password is refused. */
        REVOKED,
        /** The account lacks a right. */
        FORBIDDEN,
        /** The content is not taken. */
        REJECTED,
        /** Our process dies before the request leaves. */
        CRASH_BEFORE,
        /** Our process dies before it has the answer. */
        CRASH_AFTER
    }

    /** What comes back. */
    record Reply<T>(@Nullable T answer, Mishap mishap) {}

    /** A post on a wall. */
    static final class Post {
        final String id;
        final String wall;
        final String marker;
        final List<String> files;
        Content content;
        int version = 1;
        boolean published;
        boolean deleted;

        Post(String id, String wall, String marker, Content content, List<String> files, boolean published) {
            this.id = id;
            this.wall = wall;
            this.marker = marker;
            this.content = content;
            this.files = files;
            this.published = published;
        }
    }

    private record Late(Instant at, Runnable action) {}

    private final InstantSource clock;
    private final Duration latest;
    private final Map<String, Post> posts = new LinkedHashMap<>();
    private final List<Late> late = new ArrayList<>();
    private final Map<Mishap, Integer> seen = new EnumMap<>(Mishap.class);
    private final List<String> log = new ArrayList<>();
    private final Deque<Mishap> script = new ArrayDeque<>();
    private Supplier<Mishap> chance = () -> Mishap.NONE;
    private Runnable duringRequest = () -> {};
    private boolean dead;
    private int lateness;

    /** @param latest how late what was given up may still happen */
    PaperEnt(InstantSource clock, Duration latest) {
        this.clock = clock;
        this.latest = latest;
    }

    /** What happens to the next requests, in order; {@link #chance} decides afterwards. */
    synchronized void next(Mishap... mishaps) {
        script.addAll(List.of(mishaps));
    }

    synchronized void chance(Supplier<Mishap> chance) {
        this.chance = chance;
    }

    /** Runs once, while the next request is under way. */
    synchronized void during(Runnable interruption) {
        duringRequest = interruption;
    }

    synchronized void calm() {
        script.clear();
        chance = () -> Mishap.NONE;
        duringRequest = () -> {};
    }

    synchronized void dead(boolean dead) {
        this.dead = dead;
    }

    /** How often each mishap happened. */
    synchronized Map<Mishap, Integer> mishaps() {
        return Map.copyOf(seen);
    }

    /** Every request as {@code name wall}, in order. */
    synchronized List<String> requests() {
        return List.copyOf(log);
    }

    /** One request. What it does, it does at once, late or never. */
    synchronized <T> Reply<T> request(String name, String wall, boolean write, Supplier<T> action) {
        if (dead) {
            throw new Crash("the process is dead");
        }
        settle();
        log.add(name + " " + wall);
        Mishap mishap = script.isEmpty() ? chance.get() : script.remove();
        seen.merge(mishap, 1, Integer::sum);
        Runnable unheard = () -> {
            T unused = action.get();
        };
        Runnable interruption = duringRequest;
        duringRequest = () -> {};
        switch (mishap) {
            case NONE -> {
                interruption.run();
                return new Reply<>(action.get(), mishap);
            }
            case CUT_AFTER -> unheard.run();
            case CRASH_BEFORE -> {
                dead = true;
                throw new Crash("before " + name);
            }
            case CRASH_AFTER -> {
                unheard.run();
                dead = true;
                throw new Crash("after " + name);
            }
            case LATE -> {
                if (write) {
                    // Spread over the whole time that is allowed, its very end included.
                    lateness = (lateness + 37) % 100;
                    Duration after = latest.multipliedBy(lateness + 1L).dividedBy(100);
                    late.add(new Late(clock.instant().plus(after), unheard));
                }
            }
            default -> {}
        }
        interruption.run();
        return new Reply<>(null, mishap);
    }

    /** Does what is late and due. */
    synchronized void settle() {
        List<Late> due = late.stream()
                .filter(waiting -> !waiting.at().isAfter(clock.instant()))
                .sorted(Comparator.comparing(Late::at))
                .toList();
        late.removeAll(due);
        due.forEach(waiting -> waiting.action().run());
    }

    synchronized String create(String wall, String marker, Content content, List<String> files, boolean published) {
        Post post = new Post("p" + posts.size(), wall, marker, content, files, published);
        posts.put(post.id, post);
        return post.id;
    }

    synchronized Optional<Post> find(String id) {
        return Optional.ofNullable(posts.get(id)).filter(post -> !post.deleted);
    }

    /** The post's new version, 0 if there is no such post. */
    synchronized int edit(String id, Content content, boolean staysPublished) {
        Optional<Post> post = find(id);
        post.ifPresent(found -> {
            found.content = content;
            found.version++;
            found.published = staysPublished;
        });
        return post.map(found -> found.version).orElse(0);
    }

    synchronized boolean publish(String id) {
        Optional<Post> post = find(id);
        post.ifPresent(found -> found.published = true);
        return post.isPresent();
    }

    synchronized boolean delete(String id) {
        Optional<Post> post = find(id);
        post.ifPresent(found -> found.deleted = true);
        return post.isPresent();
    }

    /** Every post with a marker that is not deleted, drafts included. */
    synchronized List<Post> marked(String marker) {
        return posts.values().stream()
                .filter(post -> !post.deleted && post.marker.equals(marker))
                .toList();
    }

    /** Every post that is not deleted, in the order in which they came, drafts included. */
    synchronized List<Post> all() {
        return posts.values().stream().filter(post -> !post.deleted).toList();
    }
}
