package fr.passerelle.ent.delivery;

import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Fault.SignInNeeded;
import fr.passerelle.ent.spi.Fault.SignInNeeded.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account can be worked with. It is kept in memory only: after a restart an account counts as healthy until
 * one request shows otherwise.
 *
 * @param failures in a row
 * @param until when it is tried again, by one item; null while nothing holds it back
 * @param fault the last one, null when healthy
 */
public record AccountHealth(
        Condition condition,
        int failures,
        @Nullable Instant until,
        @Nullable FaultNote fault) {
    private static final int FAILURES_BEFORE_PAUSE = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration FIRST_QUARANTINE = Duration.ofMinutes(15);
    private static final Duration LONGEST_QUARANTINE = Duration.ofHours(6);
    private static final Duration SHORTEST_WISH = Duration.ofSeconds(1);
    private static final Duration LONGEST_WISH = Duration.ofHours(6);

    /** What the next request may expect. */
    public enum Condition {
        /** Nothing is known against it. */
        HEALTHY,
        /** The last requests failed; it is still tried. */
        DEGRADED,
        /** The ENT does not answer, or asked to wait: the breaker is open. */
        PAUSED,
        /** Somebody must put the account right; tried seldom, so that the ENT does not lock it. */
        QUARANTINED
    }

    /** Nothing is known against it. */
    public static final AccountHealth HEALTHY = new AccountHealth(Condition.HEALTHY, 0, null, null);

    private static final Set<String> CONCERN_ALL = Set.of(
            new Fault.Unreachable(null).code(),
            new SignInNeeded(SignInNeeded.Why.REVOKED).code(),
            new SignInNeeded(SignInNeeded.Why.INTERRUPTED).code(),
            new SignInNeeded(SignInNeeded.Why.DISCONNECTED).code(),
            new Fault.Misconfigured("").code());

    /** Whether a fault is one that an account's other items would meet as well. */
    static boolean concernsAll(FaultNote fault) {
        return CONCERN_ALL.contains(fault.code());
    }

    /** Whether something may be tried now. */
    public boolean open(Instant now) {
        return until == null || !until.isAfter(now);
    }

    AccountHealth afterFault(Fault seen, Instant now) {
        FaultNote note = FaultNote.of(seen);
        boolean refused = seen instanceof SignInNeeded needed && needed.why() != Why.EXPIRED;
        if (refused || seen instanceof Fault.Misconfigured) {
            int times = condition == Condition.QUARANTINED ? failures + 1 : 1;
            Instant until = now.plus(doubled(FIRST_QUARANTINE, times, LONGEST_QUARANTINE));
            return new AccountHealth(Condition.QUARANTINED, times, until, note);
        }
        if (!(seen instanceof Fault.Unreachable unreachable)) {
            // It answered, and not about the account.
            return HEALTHY;
        }
        int times = condition == Condition.QUARANTINED ? 1 : failures + 1;
        if (unreachable.notBefore() != null) {
            return new AccountHealth(Condition.PAUSED, times, clamped(unreachable.notBefore(), now), note);
        }
        return times < FAILURES_BEFORE_PAUSE
                ? new AccountHealth(Condition.DEGRADED, times, null, note)
                : new AccountHealth(
                        Condition.PAUSED,
                        times,
                        now.plus(doubled(FIRST_PAUSE, times - FAILURES_BEFORE_PAUSE + 1, LONGEST_PAUSE)),
                        note);
    }

    /** When an ENT wants to be asked again, if that is reasonable: from a second to six hours. */
    static Instant clamped(Instant wish, Instant now) {
        Instant soonest = now.plus(SHORTEST_WISH);
        Instant latest = now.plus(LONGEST_WISH);
        if (wish.isBefore(soonest)) {
            return soonest;
        }
        return wish.isAfter(latest) ? latest : wish;
    }

    /**
     * A duration that doubles with every time, up to a limit.
     *
     * @param times from 1
     */
    static Duration doubled(Duration first, int times, Duration limit) {
        Duration grown = first.multipliedBy(1L << Math.min(times - 1, 20));
        return grown.compareTo(limit) < 0 ? grown : limit;
    }
}
