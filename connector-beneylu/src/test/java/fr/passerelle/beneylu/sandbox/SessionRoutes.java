package fr.passerelle.beneylu.sandbox;

import fr.passerelle.beneylu.sandbox.Route.Gate;
import fr.passerelle.beneylu.sandbox.World.Account;
import fr.passerelle.beneylu.sandbox.World.AppSession;
import fr.passerelle.beneylu.sandbox.World.Code;
import fr.passerelle.beneylu.sandbox.World.Demand;
import fr.passerelle.ent.sandbox.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a session of the application begins, is prepared and ends. */
final class SessionRoutes {
    static final String COOKIE = "beneyluent";

    private SessionRoutes() {}

    static List<Route> all() {
        return List.of(
                new Route("GET", "/ent/", Gate.APP, SessionRoutes::home),
                new Route("GET", "/ent/login_check", Gate.APP, SessionRoutes::loginCheck),
                new Route("GET", "/ent/disconnect", Gate.APP, SessionRoutes::disconnect),
                new Route("GET", "/ent/pas-de-classe", Gate.APP, call -> Call.page(Pages.NO_CLASS)),
                new Route("GET", "/ent/utilisateur/:demand", Gate.APP, call -> Call.page(Pages.demand())),
                new Route(
                        "GET",
                        "/ent/classe",
                        Gate.IN_CLASS,
                        call -> Call.page(Pages.app("Ma classe", call.room().label(), "classe", ""))),
                new Route("GET", "/ent/switch-context/:id", Gate.SIGNED_IN, SessionRoutes::move));
    }

    /** Where the login page sends: the directory's door. */
    static String door(Object app, Object auth) {
        return auth + "/oauth/v2/authorize?response_type=code&client_id=" + DirectoryRoutes.APP_CLIENT
                + "&scope=ent_read_write+update_credentials&redirect_uri="
                + URLEncoder.encode(app + "/ent/login_check", StandardCharsets.UTF_8);
    }

    static AppSession begin(World world) {
        AppSession session = new AppSession(world.newSecret("app"), world.newSecret("csrf"));
        world.appSessions.put(session.id, session);
        return session;
    }

    private static Reply cookie(Reply reply, AppSession session) {
        // Secure on the platform; over plain HTTP no client would send it back.
        return reply.with("Set-Cookie", COOKIE + "=" + session.id + "; Path=/; HttpOnly");
    }

    private static Reply home(Call call) {
        AppSession session = call.session();
        if (session == null || session.account == null) {
            AppSession known = session == null ? begin(call.world()) : session;
            return cookie(Call.page(Pages.login(door(call.app(), call.auth()))), known);
        }
        if (call.query("_direct_call").isPresent()) {
            return prepare(call, session, session.account);
        }
        return Reply.redirect(call.app() + "/ent/classe");
    }

    /** What stands between signing in and a class; then the session stands in the first class. */
    private static Reply prepare(Call call, AppSession session, Account account) {
        Demand demand = account.demand;
        if (demand != null) {
            return Reply.redirect(call.app() + demand.page());
        }
        if (account.rooms.isEmpty()) {
            return Reply.redirect(call.app() + "/ent/pas-de-classe");
        }
        if (session.current == null) {
            session.current = account.rooms.iterator().next();
        }
        return Reply.redirect(call.app() + "/ent/classe");
    }

    private static Reply loginCheck(Call call) {
        boolean script = call.request().header("x-requested-with").isPresent()
                || call.query("_xhr_call").isPresent();
        Code code = call.world().codes.remove(call.query("code").orElse(""));
        if (code == null || !code.client().equals(DirectoryRoutes.APP_CLIENT)) {
            ObjectNode error = JsonNodeFactory.instance
                    .objectNode()
                    .put("error", "oauth_configuration_error")
                    .put("message", "Connexion impossible.");
            return script ? Reply.json(401, error) : Reply.redirect(call.app() + "/ent/oauth-error");
        }
        if (code.account().archived) {
            return Reply.redirect(call.app() + "/ent/disconnect?redirect="
                    + URLEncoder.encode(door(call.app(), call.auth()), StandardCharsets.UTF_8));
        }
        // The session gets another id once it is somebody's.
        call.request().cookie(COOKIE).ifPresent(call.world().appSessions::remove);
        AppSession session = begin(call.world());
        session.account = code.account();
        String to = call.app() + "/ent/";
        return cookie(
                script
                        ? Call.json(JsonNodeFactory.instance.objectNode().put("redirect_url", to))
                        : Reply.redirect(to + "?_direct_call=1"),
                session);
    }

    private static Reply disconnect(Call call) {
        call.request().cookie(COOKIE).ifPresent(call.world().appSessions::remove);
        return Reply.redirect(call.auth() + "/logout?referer=" + DirectoryRoutes.APP_CLIENT);
    }

    private static Reply move(Call call) {
        int id = Integer.parseInt(call.id("id"));
        if (!Objects.requireNonNull(call.mine().account).rooms.contains(id)) {
            throw Call.notFound();
        }
        call.mine().current = id;
        return Reply.redirect(call.app() + "/ent/classe");
    }
}
