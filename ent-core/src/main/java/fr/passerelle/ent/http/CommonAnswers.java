package fr.passerelle.ent.http;

import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpReply;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.HttpReply.NoAnswer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the replies that mean the same on every platform mean for a step. Pure. */
public final class CommonAnswers {
    private CommonAnswers() {}

    /**
     * The outcome of no answer at all, of throttling and of the ENT's own failures.
     *
     * <p>After a request that may have been served, a {@link Effect#ONCE} step is {@link Outcome.Unknown}: a gateway that
     * answers 502, 503 or 504 does not know what the server behind it did. Anything else is deferred.
     *
     * @return empty for an answer below 500 other than 429: that is the platform's own language
     */
    public static Optional<Outcome> outcome(HttpReply reply, Effect effect, Instant now) {
        if (reply instanceof NoAnswer none) {
            return Optional.of(none.sent() ? after(effect, none.fault()) : deferred(none.fault()));
        }
        Answer answer = (Answer) reply;
        if (answer.status() == 429) {
            return Optional.of(deferred(unreachable(answer, now)));
        }
        return answer.status() >= 500 ? Optional.of(after(effect, unreachable(answer, now))) : Optional.empty();
    }

    /** How a step ends whose request may have been served but whose answer is of no use. */
    public static Outcome after(Effect effect, Fault fault) {
        return effect == Effect.ONCE ? new Outcome.Unknown(fault) : deferred(fault);
    }

    private static Outcome deferred(Fault fault) {
        @Nullable Instant notBefore = fault instanceof Fault.Unreachable unreachable ? unreachable.notBefore() : null;
        return new Outcome.Deferred(notBefore, fault);
    }

    /** The ENT's failure with the time that it asks for, if it does. */
    public static Fault unreachable(Answer answer, Instant now) {
        return new Fault.Unreachable(RetryAfter.of(answer, now).orElse(null));
    }
}
