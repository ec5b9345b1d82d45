package fr.passerelle.lilie;

import fr.passerelle.ent.http.CommonAnswers;
import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Fault.SignInNeeded;
import fr.passerelle.ent.spi.HttpReply;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/** What an answer of Eliot means for a step. Pure; throws {@link StepEnds} where it is no content. */
final class EliotAnswers {
    private EliotAnswers() {}

    /** The content of an answer; a page, a redirection or JSON that differs is none. */
    static <T> T read(EliotRoute route, HttpReply reply, Effect effect, Instant now, Function<byte[], T> reader) {
        Answer answer = served(route, reply, effect, now);
        if (!isJson(answer)) {
            String type = answer.header("content-type").orElse("no content type");
            throw new StepEnds(CommonAnswers.after(effect, broken(route, "JSON", type)));
        }
        try {
            return reader.apply(answer.body());
        } catch (JacksonException unreadable) {
            throw new StepEnds(CommonAnswers.after(effect, broken(route, "JSON as known", "JSON that differs")));
        }
    }

    /** An answer of 2xx, whoever sent it. */
    private static Answer served(EliotRoute route, HttpReply reply, Effect effect, Instant now) {
        Optional<Outcome> common = CommonAnswers.outcome(reply, effect, now);
        if (common.isPresent()) {
            throw new StepEnds(common.get());
        }
        Answer answer = (Answer) reply;
        int status = answer.status();
        if (status >= 400) {
            throw new StepEnds(refusal(route, status));
        }
        if (status >= 300) {
            // Only the way to CAS says that nobody was let in; any other way may begin after the deed.
            boolean toLogin = answer.header("location").orElse("").contains("/cas/login");
            throw new StepEnds(
                    toLogin
                            ? deferred(signIn())
                            : CommonAnswers.after(effect, broken(route, "200", String.valueOf(status))));
        }
        return answer;
    }

    /** Without effect, whatever the step. */
    private static Outcome refusal(EliotRoute route, int status) {
        return switch (status) {
            case 401 -> deferred(signIn());
            case 403 -> new Outcome.Refused(new Fault.Forbidden(route.need()));
            case 404 -> deferred(new Fault.Misconfigured(route.setting()));
            case 400, 413 -> LilieReason.NOT_TAKEN.refused(Map.of());
            default -> deferred(broken(route, "200", String.valueOf(status)));
        };
    }

    private static boolean isJson(Answer answer) {
        return answer.isJson() || answer.header("content-type").orElse("").startsWith("text/json");
    }

    /** There is no session that could expire: whoever is not let in has the wrong password. */
    private static Fault signIn() {
        return new SignInNeeded(SignInNeeded.Why.REVOKED);
    }

    private static Outcome deferred(Fault fault) {
        return new Outcome.Deferred(null, fault);
    }

    private static Fault broken(EliotRoute route, String expected, String got) {
        return new Fault.ContractBroken(route.route(), expected, got);
    }
}
