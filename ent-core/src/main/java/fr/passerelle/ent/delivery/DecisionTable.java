package fr.passerelle.ent.delivery;

import fr.passerelle.ent.delivery.Course.AlreadySo;
import fr.passerelle.ent.delivery.Course.LookAt;
import fr.passerelle.ent.delivery.Course.Park;
import fr.passerelle.ent.delivery.Course.Refuse;
import fr.passerelle.ent.delivery.Course.RetryAt;
import fr.passerelle.ent.delivery.Course.RunAgain;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Work.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What to do after a fault, as one pure function.
 *
 * <table>
 * <caption>Rows are read from above; the first that fits holds.</caption>
 * <tr><th>what is known</th><th>fault</th><th>course</th></tr>
 * <tr><td>several objects, or no way to look</td><td></td><td>park</td></tr>
 * <tr><td>not visible, settle horizon not reached</td><td></td><td>look again, at the horizon at the latest</td></tr>
 * <tr><td>not visible at the horizon or later</td><td></td><td>run again</td></tr>
 * <tr><td>refused</td><td>gone, and it was to be taken back</td><td>already so</td></tr>
 * <tr><td>refused</td><td>forbidden, rejected, gone</td><td>refuse</td></tr>
 * <tr><td>answer lost</td><td>any, the step is ONCE</td><td>look now</td></tr>
 * <tr><td>anything else</td><td>any, for two days and 12 attempts</td><td>park</td></tr>
 * <tr><td>a look failed</td><td>any</td><td>look again by back-off</td></tr>
 * <tr><td>anything else</td><td>any</td><td>try again by back-off</td></tr>
 * </table>
 *
 * <p>A fault of the account (unreachable, sign-in, setting) or of ours (contract broken) is never held against the
 * communication: even where a connector says refused, it is tried again.
 */
final class DecisionTable {
    static final Duration PATIENCE = Duration.ofDays(2);
    static final int PATIENT_ATTEMPTS = 12;
    static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);
    static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(10);

    private DecisionTable() {}

    static Course decide(Trouble trouble) {
        return switch (trouble.kind()) {
            case SEVERAL, CANNOT_TELL -> new Park();
            case NOT_VISIBLE -> notVisible(trouble);
            case REFUSED -> refused(trouble);
            case LOST -> trouble.effect() == Effect.ONCE ? new LookAt(trouble.now()) : again(trouble);
            case LOOK_FAILED -> outOfPatience(trouble) ? new Park() : new LookAt(backOff(trouble));
            case DEFERRED -> again(trouble);
        };
    }

    private static Course notVisible(Trouble trouble) {
        Instant settledBy = Objects.requireNonNull(trouble.settledBy());
        if (!trouble.now().isBefore(settledBy)) {
            return new RunAgain();
        }
        Instant next = backOff(trouble);
        return new LookAt(next.isBefore(settledBy) ? next : settledBy);
    }

    private static Course refused(Trouble trouble) {
        Fault fault = Objects.requireNonNull(trouble.fault());
        if (fault instanceof Fault.Gone && trouble.verb() == Verb.WITHDRAW) {
            return new AlreadySo();
        }
        boolean forGood =
                fault instanceof Fault.Forbidden || fault instanceof Fault.Rejected || fault instanceof Fault.Gone;
        return forGood ? new Refuse() : again(trouble);
    }

    private static Course again(Trouble trouble) {
        return outOfPatience(trouble) ? new Park() : new RetryAt(backOff(trouble));
    }

    private static boolean outOfPatience(Trouble trouble) {
        return trouble.attempts() >= PATIENT_ATTEMPTS
                && !trouble.now().isBefore(trouble.failingSince().plus(PATIENCE));
    }

    /** From 5 s to 10 min, doubling with each attempt, and never before the ENT or the account wants it. */
    private static Instant backOff(Trouble trouble) {
        Duration whole = AccountHealth.doubled(FIRST_BACK_OFF, trouble.attempts(), LONGEST_BACK_OFF);
        long half = whole.toMillis() / 2;
        Instant own = trouble.now().plusMillis(half + (long) (half * trouble.jitter()));
        if (trouble.notBefore() == null) {
            return own;
        }
        Instant theirs = AccountHealth.clamped(trouble.notBefore(), trouble.now());
        return own.isAfter(theirs) ? own : theirs;
    }
}
