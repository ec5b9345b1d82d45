package fr.passerelle.beneylu.sandbox;

import fr.passerelle.beneylu.sandbox.Route.Gate;
import fr.passerelle.beneylu.sandbox.World.Account;
import fr.passerelle.beneylu.sandbox.World.AuthSession;
import fr.passerelle.beneylu.sandbox.World.Code;
import fr.passerelle.ent.sandbox.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The directory's door: who are you, and a code for the application that asks. */
final class DirectoryRoutes {
    /** The application itself, as a client of the directory. */
    static final String APP_CLIENT = "1_beneylu";

    static final String COOKIE = "bnsauth";

    private DirectoryRoutes() {}

    static List<Route> all() {
        return List.of(
                new Route("GET", "/oauth/v2/authorize", Gate.AUTH, DirectoryRoutes::authorize),
                new Route("GET", "/login", Gate.AUTH, DirectoryRoutes::form),
                new Route("POST", "/login", Gate.AUTH, DirectoryRoutes::login),
                new Route("GET", "/logout", Gate.AUTH, DirectoryRoutes::logout));
    }

    static Optional<AuthSession> session(Call call) {
        return call.request().cookie(COOKIE).map(call.world().authSessions::get);
    }

    private static boolean isScript(Call call) {
        return call.query("_xhr_call").isPresent();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Reply authorize(Call call) {
        String client = call.query("client_id").orElse("");
        String to = call.query("redirect_uri").orElse("");
        boolean known = client.equals(APP_CLIENT)
                ? to.equals(call.app() + "/ent/login_check")
                : client.equals(PartnerRoutes.CLIENT) && to.equals(PartnerRoutes.REDIRECT_URI);
        if (!known) {
            return Reply.json(400, object().put("error", "invalid_client"));
        }
        AuthSession session = session(call).orElseGet(() -> begin(call.world()));
        Account account = session.account;
        if (account == null) {
            String target = URLEncoder.encode(call.request().rawQuery(), StandardCharsets.UTF_8);
            String login = call.auth() + "/login?target=" + target;
            Reply reply = isScript(call)
                    ? Reply.json(401, object().put("csrf_token", session.csrf).put("login_url", login))
                    : Reply.redirect(login);
            return reply.with("Set-Cookie", COOKIE + "=" + session.id + "; Path=/; HttpOnly");
        }
        String code = call.world().newSecret("code");
        call.world().codes.put(code, new Code(client, to, call.query("scope").orElse(""), account));
        String back = to + "?code=" + code
                + call.query("state").map(state -> "&state=" + encode(state)).orElse("");
        return isScript(call) ? Call.json(object().put("redirect_url", back)) : Reply.redirect(back);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static AuthSession begin(World world) {
        AuthSession session = new AuthSession(world.newSecret("auth"), world.newSecret("csrf"));
        world.authSessions.put(session.id, session);
        return session;
    }

    private static Reply form(Call call) {
        AuthSession session = session(call).orElseGet(() -> begin(call.world()));
        return Call.page(Pages.page(
                        "Connexion",
                        "<form method=\"post\" action=\"/login?"
                                + Pages.escape(call.request().rawQuery()) + "\">"
                                + "<input type=\"hidden\" name=\"_csrf_token\" value=\"" + session.csrf + "\">"
                                + "<label>Identifiant <input name=\"_username\"></label>"
                                + "<label>Mot de passe <input name=\"_password\" type=\"password\"></label>"
                                + "<button>Se connecter</button></form>"))
                .with("Set-Cookie", COOKIE + "=" + session.id + "; Path=/; HttpOnly");
    }

    private static Reply login(Call call) {
        Optional<AuthSession> session = session(call);
        Map<String, String> form = call.form();
        if (session.isEmpty() || !session.get().csrf.equals(form.get("_csrf_token"))) {
            return refused(call, "Jeton invalide.");
        }
        Account account = call.world().accounts.get(form.getOrDefault("_username", ""));
        if (account != null && account.locked) {
            return refused(call, "Trop d'essais.").with("X-Bns-Captcha", "1");
        }
        if (account == null || !account.password.equals(form.get("_password"))) {
            return refused(call, "Identifiant ou mot de passe incorrect.");
        }
        session.get().account = account;
        String again =
                call.auth() + "/oauth/v2/authorize?" + call.query("target").orElse("");
        return isScript(call) ? Call.json(object().put("redirect_url", again)) : Reply.redirect(again);
    }

    private static Reply refused(Call call, String message) {
        return isScript(call)
                ? Reply.json(401, object().put("error_message", message))
                : Reply.html(401, "text/html; charset=UTF-8", Pages.page("Connexion", "<p>" + message + "</p>"));
    }

    private static Reply logout(Call call) {
        call.request().cookie(COOKIE).ifPresent(call.world().authSessions::remove);
        return Reply.redirect(call.app() + "/ent/");
    }
}
