package fr.passerelle.one;

import fr.passerelle.ent.http.CommonAnswers;
import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Fault.SignInNeeded;
import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.ent.spi.HttpReply;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.one.OneSignIn.Grant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/**
 * Speaks HTTP with ONE for one step: signs in, sends, and reads an answer only when it is one. What is expected to go
 * wrong ends the step by {@link StepEnds}.
 */
final class OneClient {
    private final EntSession session;
    private final OneSettings settings;
    private final OneSignIn signIn;

    OneClient(EntSession session, OneSettings settings) {
        this(session, settings, OneSignIn.asWhoSigns(session, settings));
    }

    private OneClient(EntSession session, OneSettings settings, OneSignIn signIn) {
        this.session = session;
        this.settings = settings;
        this.signIn = signIn;
    }

    /** Speaks as the service account, for its workspace alone. */
    static OneClient forFiles(EntSession session, OneSettings settings) {
        return new OneClient(session, settings, OneSignIn.forFiles(session, settings));
    }

    /** Speaks as the service account, whoever signs: for lists of schools, classes and groups. */
    OneClient asService() {
        return new OneClient(session, settings, OneSignIn.asService(session, settings));
    }

    /** Reads an object by a request that only reads. */
    <T> T get(OneRoute route, HttpCall call, Class<T> type) {
        return read(route, ask(route, call, Effect.READ), Effect.READ, body -> OneJson.read(body, type));
    }

    /** Reads a list by a request that only reads; an answer that is no list ends the step. */
    <T> List<T> list(OneRoute route, HttpCall call, Class<T> type) {
        return list(route, ask(route, call, Effect.READ), type);
    }

    <T> List<T> list(OneRoute route, Answer answer, Class<T> type) {
        return read(route, answer, Effect.READ, body -> OneJson.readList(body, type));
    }

    /** Reads an object from an answer of a request that only reads. */
    <T> T read(OneRoute route, Answer answer, Class<T> type) {
        return read(route, answer, Effect.READ, type);
    }

    /** Reads an object from an answer. */
    <T> T read(OneRoute route, Answer answer, Effect effect, Class<T> type) {
        return read(route, answer, effect, body -> OneJson.read(body, type));
    }

    /** Writes and reads what comes back. */
    <T> T write(OneRoute route, HttpCall call, Effect effect, Class<T> type) {
        return read(route, ask(route, call, effect), effect, body -> OneJson.read(body, type));
    }

    /**
     * Sends a request as the account and returns ONE's answer.
     *
     * <p>A redirection says that ONE did not let the request in, so a first one is answered by signing in anew and
     * sending once more, writes included.
     *
     * @return an answer that is neither a redirection nor of status 429 or from 500
     */
    Answer ask(OneRoute route, HttpCall call, Effect effect) {
        HttpCall asked = call.headers().containsKey("Accept") ? call : call.header("Accept", "application/json");
        asked = asked.header("Accept-Language", "fr");
        Grant grant = signIn.grant();
        if (!grant.scope().opens(route)) {
            // ONE would send such a call to the login page, as if the session had ended.
            throw StepEnds.refused(new Fault.Forbidden("scope " + route.application()));
        }
        Answer answer = send(asked, grant, effect);
        if (isRedirect(answer)) {
            stopIfInterrupted(answer);
            answer = send(asked, signIn.grantInsteadOf(grant), effect);
        }
        if (isRedirect(answer)) {
            stopIfInterrupted(answer);
            throw notSignedIn();
        }
        return answer;
    }

    /** Whether the account's application was declared with what a route needs. */
    boolean opens(OneRoute route) {
        return signIn.grant().scope().opens(route);
    }

    private Answer send(HttpCall call, Grant grant, Effect effect) {
        HttpReply reply = session.http().send(call.header("Authorization", "Bearer " + grant.token()));
        Optional<Outcome> common =
                CommonAnswers.outcome(reply, effect, session.clock().instant());
        if (common.isPresent()) {
            throw new StepEnds(common.get());
        }
        return (Answer) reply;
    }

    private static boolean isRedirect(Answer answer) {
        return answer.status() >= 300 && answer.status() < 400;
    }

    /** ONE sends people who must do something first to a page of their own; signing in again would not help. */
    private static void stopIfInterrupted(Answer redirect) {
        String to = redirect.header("location").orElse("");
        if (to.contains("/auth/reset/")
                || to.contains("/auth/revalidate-terms")
                || to.contains("/auth/validate-mail")
                || to.contains("/auth/validate-mfa")) {
            throw StepEnds.deferred(new SignInNeeded(SignInNeeded.Why.INTERRUPTED));
        }
        if (to.contains("/maintenance")) {
            throw StepEnds.deferred(new Fault.Unreachable(null));
        }
    }

    private StepEnds notSignedIn() {
        signIn.forget();
        return StepEnds.deferred(new SignInNeeded(SignInNeeded.Why.EXPIRED));
    }

    private <T> T read(OneRoute route, Answer answer, Effect effect, Function<byte[], T> reader) {
        expectSuccess(route, answer);
        if (!answer.isJson()) {
            throw page(route, answer, effect);
        }
        try {
            return reader.apply(answer.body());
        } catch (JacksonException unreadable) {
            throw new StepEnds(CommonAnswers.after(effect, broken(route, "JSON as known", "JSON that differs")));
        }
    }

    /** A page instead of data: whoever put it there, ONE or something before it, nothing of it is content. */
    private StepEnds page(OneRoute route, Answer answer, Effect effect) {
        boolean login = answer.text().contains("/auth/login");
        if (login) {
            signIn.forget();
        }
        return new StepEnds(CommonAnswers.after(
                effect,
                login
                        ? new SignInNeeded(SignInNeeded.Why.EXPIRED)
                        : broken(route, "JSON", answer.header("content-type").orElse("no content type"))));
    }

    /** Ends the step unless ONE says that a write is done, in whatever words; a page is none, whatever its status. */
    void expectDone(OneRoute route, Answer answer, Effect effect) {
        expectSuccess(route, answer);
        if (answer.header("content-type").orElse("").startsWith("text/html")) {
            throw page(route, answer, effect);
        }
    }

    /** Ends the step on a refusal; it had no effect. */
    void expectSuccess(OneRoute route, Answer answer) {
        if (answer.status() >= 200 && answer.status() < 300) {
            return;
        }
        throw switch (answer.status()) {
            case 401 -> StepEnds.refused(new Fault.Forbidden(route.need()));
            case 400 ->
                StepEnds.refused(
                        route.carriesText()
                                ? OneMapping.rejected(OneReason.TEXT_NOT_TAKEN)
                                : broken(route, "200", "400"));
            default -> StepEnds.deferred(broken(route, "200", String.valueOf(answer.status())));
        };
    }

    static Fault broken(OneRoute route, String expected, String got) {
        return new Fault.ContractBroken(route.route(), expected, got);
    }
}
