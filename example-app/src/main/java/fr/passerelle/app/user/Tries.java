package fr.passerelle.app.user;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses: after {@link #FREE} wrong tries in a row a login name must wait a minute, then twice as long each
 * time, a quarter of an hour at most. In memory only, and for names that nobody has as well, so that it tells nothing. Safe
 * for several threads.
 */
public final class Tries {
    /** So many in a row cost nothing. */
    public static final int FREE = 5;

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_KEPT = 10_000;

    private final InstantSource clock;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>();

    public Tries(InstantSource clock) {
        this.clock = clock;
    }

    private record Wrong(int count, Instant until) {}

    /** How long a name must wait still; zero if it may try now. */
    public synchronized Duration wait(String name) {
        Wrong known = wrong.get(name);
        Duration left = known == null ? Duration.ZERO : Duration.between(clock.instant(), known.until());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** It was wrong. */
    public synchronized void failed(String name) {
        int count = wrong.containsKey(name) ? wrong.get(name).count() + 1 : 1;
        Instant until = clock.instant();
        if (count >= FREE) {
            long minutes = FIRST.toMinutes() << Math.min(count - FREE, 4);
            until = until.plus(Duration.ofMinutes(Math.min(minutes, LONGEST.toMinutes())));
        }
        wrong.remove(name);
        if (wrong.size() >= MOST_KEPT) {
            wrong.remove(wrong.keySet().iterator().next());
        }
        wrong.put(name, new Wrong(count, until));
    }

    /** It was right. */
    public synchronized void succeeded(String name) {
        wrong.remove(name);
    }
}
