package fr.passerelle.beneylu;

import fr.passerelle.beneylu.wire.Group;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import tools.jackson.core.JacksonException;

/**
 * One session of the application: its cookies, and what its answers mean for a step. What is expected to go wrong ends the
 * step by {@link StepEnds}. For one thread; the cookies lie in the account's memory.
 */
final class AppSession {
    /** Beneylu tells no life of a session; one that ended earlier is noticed and replaced. */
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final EntSession session;
    private final String key;
    private final Cookies cookies;
    /** The group in which it has to stand; empty where that does not matter. */
    private final String group;

    AppSession(EntSession session, String key, Cookies cookies, String group) {
        this.session = session;
        this.key = key;
        this.cookies = cookies;
        this.group = group;
    }

    void remember() {
        session.memory()
                .remember(key, cookies.header(), session.clock().instant().plus(KEPT));
    }

    void forget() {
        session.memory().forget(key);
    }

    /** The group that the session stands in. */
    Group current() {
        return json(BeneyluRoute.CURRENT, BeneyluRoute.CURRENT.call(), Group.class);
    }

    /**
     * Looks once more before a write: whatever has moved the session meanwhile, nothing is written into another class.
     */
    void needPlace() {
        if (!current().number().equals(group)) {
            throw broken(BeneyluRoute.CURRENT, "the class that the session was put in", "another");
        }
    }

    /**
     * Sends a request and returns the application's answer.
     *
     * @return an answer that is neither of status 429 nor from 500
     */
    Answer ask(HttpCall call, Effect effect) {
        HttpReply reply =
                session.http().send(call.header("Cookie", cookies.header()).header("Accept-Language", "fr"));
        Optional<Outcome> common =
                CommonAnswers.outcome(reply, effect, session.clock().instant());
        if (common.isPresent()) {
            throw new StepEnds(common.get());
        }
        Answer answer = (Answer) reply;
        if (answer.headers().containsKey("set-cookie")) {
            cookies.take(answer);
            remember();
        }
        return answer;
    }

    <T> T json(BeneyluRoute route, HttpCall call, Class<T> type) {
        return json(route, call, body -> BeneyluJson.read(body, type));
    }

    <T> List<T> list(BeneyluRoute route, HttpCall call, Class<T> type) {
        return json(route, call, body -> BeneyluJson.readList(body, type));
    }

    private <T> T json(BeneyluRoute route, HttpCall call, Function<byte[], T> reader) {
        Answer answer = ask(call.header("Accept", "application/json"), Effect.READ);
        expect(route, answer);
        if (!answer.isJson()) {
            throw notExpected(route, answer, "JSON", Effect.READ);
        }
        try {
            return reader.apply(answer.body());
        } catch (JacksonException unreadable) {
            throw broken(route, "JSON as known", "JSON that differs");
        }
    }

    /** A page, or nothing where what it would show is not there. */
    Optional<Document> page(BeneyluRoute route, HttpCall call, String within) {
        Answer answer = ask(call.header("Accept", "text/html"), Effect.READ);
        if (answer.status() == 404 || isWithin(answer, within)) {
            return Optional.empty();
        }
        expect(route, answer);
        Document page = Pages.whole(answer)
                .filter(one -> !Pages.isLogin(answer.text()))
                .orElseThrow(() -> notExpected(route, answer, "a page", Effect.READ));
        return Optional.of(page);
    }

    private static boolean isWithin(Answer answer, String within) {
        return Pages.isRedirect(answer) && Pages.landing(answer, within) == Pages.Landing.WITHIN;
    }

    /**
     * Sends a form. Beneylu answers what it took by a redirection into the application, and shows the form again where it
     * took nothing.
     *
     * @return the path that it leads to
     */
    String submit(BeneyluRoute route, HttpCall call, HtmlForm form, String formName, String within) {
        HttpCall sent = new HttpCall(
                call.origin(),
                call.method(),
                call.path(),
                call.route(),
                Map.of("Accept", "text/html"),
                "application/x-www-form-urlencoded",
                form.encoded());
        needPlace();
        Answer answer = ask(sent, Effect.ONCE);
        if (isWithin(answer, within)) {
            return Pages.path(answer);
        }
        if (answer.status() == 200 && !Pages.isLogin(answer.text())) {
            Optional<Document> page = Pages.whole(answer);
            if (page.filter(one -> HtmlForm.on(one, formName).isPresent()).isPresent()) {
                throw shownAgain(page.get());
            }
        }
        boolean said = answer.status() >= 200 && answer.status() < 300;
        if (said || (Pages.isRedirect(answer) && Pages.landing(answer, within) == Pages.Landing.ELSEWHERE)) {
            throw notExpected(route, answer, "a redirection", Effect.ONCE);
        }
        expect(route, answer);
        throw notExpected(route, answer, "a redirection", Effect.ONCE);
    }

    /** Nothing was taken: the token was of another session, or something filled in does not fit. */
    private StepEnds shownAgain(Document page) {
        // An author may write of CSRF herself: what she wrote stands in the form's fields.
        if (!page.select(":containsOwn(CSRF)").not("textarea, option").isEmpty()) {
            forget();
            return StepEnds.deferred(new SignInNeeded(SignInNeeded.Why.EXPIRED));
        }
        return StepEnds.refused(BeneyluMapping.rejected(BeneyluReason.FORM_NOT_TAKEN));
    }

    /** Ends the step on a refusal or redirection; it had no effect. */
    void expect(BeneyluRoute route, Answer answer) {
        if (answer.status() == 200) {
            return;
        }
        if (Pages.isRedirect(answer)) {
            throw switch (Pages.landing(answer, "/ent/")) {
                case LOGIN -> expired();
                case NO_CLASS -> withoutClass();
                case WITHIN, ELSEWHERE -> StepEnds.deferred(new SignInNeeded(SignInNeeded.Why.INTERRUPTED));
            };
        }
        throw switch (answer.status()) {
            case 401 -> expired();
            case 403 -> StepEnds.refused(new Fault.Forbidden(route.need()));
            default -> broken(route, "200", String.valueOf(answer.status()));
        };
    }

    private StepEnds expired() {
        forget();
        return StepEnds.deferred(new SignInNeeded(SignInNeeded.Why.EXPIRED));
    }

    private StepEnds withoutClass() {
        forget();
        return StepEnds.refused(new Fault.Forbidden(BeneyluRoute.CURRENT.need()));
    }

    /** Something else than what was asked for: whoever put it there, nothing of it is content. */
    private StepEnds notExpected(BeneyluRoute route, Answer answer, String expected, Effect effect) {
        if (Pages.isLogin(answer.text())) {
            forget();
            return new StepEnds(CommonAnswers.after(effect, new SignInNeeded(SignInNeeded.Why.EXPIRED)));
        }
        String got = answer.status() + " " + answer.header("content-type").orElse("");
        return new StepEnds(
                CommonAnswers.after(effect, new Fault.ContractBroken(route.route(), expected, got.strip())));
    }

    static StepEnds broken(BeneyluRoute route, String expected, String got) {
        return StepEnds.deferred(new Fault.ContractBroken(route.route(), expected, got));
    }
}
