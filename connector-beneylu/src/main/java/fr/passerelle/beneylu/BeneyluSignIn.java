package fr.passerelle.beneylu;

import fr.passerelle.beneylu.wire.Challenge;
import fr.passerelle.beneylu.wire.Redirect;
import fr.passerelle.beneylu.wire.SignInError;
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
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Signs an account in as its own login page does: the application sends to the directory, the directory takes the password
 * and hands back a code, the application takes the code and prepares the session. Each sign-in makes a session of its own.
 *
 * <p>The password goes to the configured directory and nowhere else, whatever a page says.
 */
final class BeneyluSignIn {
    /** Today's platform says so where it wants a captcha; nothing tells that version 3 does. */
    private static final String CAPTCHA = "x-bns-captcha";

    private final EntSession session;
    private final BeneyluSettings settings;
    private final Cookies app = new Cookies();
    private final Cookies auth = new Cookies();

    BeneyluSignIn(EntSession session, BeneyluSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** The cookies of a new session of the application. */
    Cookies cookies() {
        Answer home = ask(app, BeneyluRoute.HOME.call());
        String door = Pages.authorizeAddress(home.text())
                .orElseThrow(() -> broken(BeneyluRoute.HOME, "the login page", String.valueOf(home.status())));
        HttpCall atDoor = BeneyluRoute.AUTHORIZE.to(atAuth(door)).at(BeneyluSettings.AUTH);
        Answer answer = ask(auth, atDoor);
        if (answer.status() == 401) {
            Challenge challenge = read(BeneyluRoute.AUTHORIZE, answer, Challenge.class);
            String again = knock(challenge);
            answer = ask(auth, BeneyluRoute.AUTHORIZE.to(atAuth(again)).at(BeneyluSettings.AUTH));
        }
        String back = redirect(BeneyluRoute.AUTHORIZE, answer);
        comeBack(back);
        return app;
    }

    private String knock(Challenge challenge) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_username", settings.username().reveal());
        form.put("_password", settings.password().reveal());
        form.put("_csrf_token", challenge.token());
        Answer answer = ask(
                auth,
                BeneyluRoute.LOGIN
                        .to(atAuth(challenge.url()))
                        .at(BeneyluSettings.AUTH)
                        .form(form));
        if (answer.status() == 200) {
            return redirect(BeneyluRoute.LOGIN, answer);
        }
        if (answer.isJson()
                && read(BeneyluRoute.LOGIN, answer, SignInError.class).message() != null) {
            throw needed(SignInNeeded.Why.REVOKED);
        }
        throw broken(BeneyluRoute.LOGIN, "200 or an error message", String.valueOf(answer.status()));
    }

    /** Hands the code over and lets the application prepare the session; what it prepared shows itself afterwards. */
    private void comeBack(String address) {
        Answer answer = ask(
                app,
                BeneyluRoute.LOGIN_CHECK
                        .to(on(settings.app(), address, "base-url"))
                        .header("X-Requested-With", "XMLHttpRequest"));
        if (answer.status() == 401 && answer.isJson()) {
            throw refusedByApp(read(BeneyluRoute.LOGIN_CHECK, answer, SignInError.class));
        }
        if (Pages.isRedirect(answer) && Pages.path(answer).contains("/disconnect")) {
            // The account is archived.
            throw needed(SignInNeeded.Why.REVOKED);
        }
        String landing = redirect(BeneyluRoute.LOGIN_CHECK, answer);
        Answer landed = ask(
                app,
                BeneyluRoute.DIRECT_CALL.to(withQuery(on(settings.app(), landing, "base-url"), "_direct_call", "1")));
        if (Pages.isRedirect(landed) && Pages.landing(landed, "/ent/") == Pages.Landing.NO_CLASS) {
            throw StepEnds.deferred(new Fault.Forbidden(BeneyluRoute.CURRENT.need()));
        }
    }

    private static StepEnds refusedByApp(SignInError error) {
        String why = error.error() == null ? "" : error.error();
        return switch (why) {
            case "oauth_temporary_error" -> StepEnds.deferred(new Fault.Unreachable(null));
            case "oauth_invalid_access" -> needed(SignInNeeded.Why.REVOKED);
            default -> broken(BeneyluRoute.LOGIN_CHECK, "200", "401");
        };
    }

    private Answer ask(Cookies cookies, HttpCall call) {
        HttpCall asked = call.header("Accept", "application/json, text/html").header("Accept-Language", "fr");
        HttpReply reply = session.http().send(cookies.isEmpty() ? asked : asked.header("Cookie", cookies.header()));
        // Whatever became of it, nothing of the step itself has left: a sign-in only makes another session.
        Optional<Outcome> common =
                CommonAnswers.outcome(reply, Effect.READ, session.clock().instant());
        if (common.isPresent()) {
            throw new StepEnds(common.get());
        }
        Answer answer = (Answer) reply;
        if (answer.header(CAPTCHA).isPresent()) {
            throw needed(SignInNeeded.Why.INTERRUPTED);
        }
        cookies.take(answer);
        return answer;
    }

    private static String redirect(BeneyluRoute route, Answer answer) {
        if (answer.status() != 200) {
            throw broken(route, "200", String.valueOf(answer.status()));
        }
        return read(route, answer, Redirect.class).url();
    }

    private static <T> T read(BeneyluRoute route, Answer answer, Class<T> type) {
        try {
            return BeneyluJson.read(answer.body(), type);
        } catch (JacksonException unreadable) {
            throw broken(route, "JSON as known", "something else");
        }
    }

    private String atAuth(String address) {
        return withQuery(withQuery(on(settings.auth(), address, "urls.auth"), "_locale", "fr"), "_xhr_call", "1");
    }

    /** Path and query of an address, which must lie on the origin that the town configured. */
    private static String on(URI origin, String address, String setting) {
        URI named;
        try {
            named = origin.resolve(URI.create(address));
        } catch (IllegalArgumentException noAddress) {
            throw broken(BeneyluRoute.AUTHORIZE, "an address", "something else");
        }
        boolean same = origin.getScheme().equals(named.getScheme())
                && origin.getAuthority().equalsIgnoreCase(named.getAuthority());
        if (!same || named.getRawPath().isEmpty()) {
            throw StepEnds.deferred(new Fault.Misconfigured(setting));
        }
        return named.getRawPath() + (named.getRawQuery() == null ? "" : "?" + named.getRawQuery());
    }

    private static String withQuery(String target, String name, String value) {
        if (target.contains("?" + name + "=") || target.contains("&" + name + "=")) {
            return target;
        }
        return target + (target.indexOf('?') < 0 ? "?" : "&") + name + "=" + value;
    }

    private static StepEnds needed(SignInNeeded.Why why) {
        return StepEnds.deferred(new SignInNeeded(why));
    }

    private static StepEnds broken(BeneyluRoute route, String expected, String got) {
        return StepEnds.deferred(new Fault.ContractBroken(route.route(), expected, got));
    }
}
