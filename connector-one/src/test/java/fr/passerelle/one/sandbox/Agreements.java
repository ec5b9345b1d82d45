package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.ent.sandbox.Request;
import fr.passerelle.one.sandbox.World.Agreement;
import fr.passerelle.one.sandbox.World.Application;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The authorization code: somebody who is signed in agrees, by coming here, that an application acts for her. */
final class Agreements {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String CODE = "authorization_code";

    private Agreements() {}

    /** Sends her back with a code or an error. ONE asks no question of its own. */
    static Reply ask(Call call) {
        World world = call.world();
        Map<String, String> query = call.request().query();
        String redirect = query.getOrDefault("redirect_uri", "");
        if (!isAddress(redirect)) {
            return AuthRoutes.oauth(400, "invalid_request", "'redirect_uri' not found");
        }
        Application application = world.applications.get(query.getOrDefault("client_id", ""));
        Set<String> scope = AuthRoutes.words(query.get("scope"));
        if (application == null || !application.grantType().equals(CODE)) {
            return back(redirect, query, "error", "unauthorized_client");
        }
        if (!"code".equals(query.get("response_type"))) {
            return back(redirect, query, "error", "unsupported_response_type");
        }
        if (!application.scope().containsAll(scope)) {
            return back(redirect, query, "error", "invalid_scope");
        }
        String code = world.newId("code");
        world.agreements.put(
                code,
                new Agreement(
                        call.me().id,
                        application.clientId(),
                        scope,
                        redirect,
                        world.clock.instant().plus(LIFE)));
        return back(redirect, query, "code", code);
    }

    private static boolean isAddress(String redirect) {
        try {
            return URI.create(redirect).isAbsolute();
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static Reply back(String redirect, Map<String, String> query, String name, String value) {
        String state = query.get("state");
        return Reply.redirect(redirect + (redirect.contains("?") ? "&" : "?") + name + "=" + value
                + (state == null ? "" : "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8)));
    }

    /** What the application fetches with the code, once. */
    static Reply fetch(Call call, Application application, Map<String, String> form) {
        World world = call.world();
        String code = form.getOrDefault("code", "");
        Agreement agreement = world.agreements.get(code);
        if (agreement == null
                || !agreement.clientId().equals(application.clientId())
                || !agreement.until().isAfter(world.clock.instant())) {
            return AuthRoutes.oauth(401, "invalid_grant", null);
        }
        if (!agreement.redirect().equals(Request.fields(call.request().body()).get("redirect_uri"))) {
            return AuthRoutes.oauth(401, "redirect_uri_mismatch", null);
        }
        world.agreements.remove(code);
        return AuthRoutes.granted(world, agreement.user(), application, agreement.scope(), world.newId("refresh"));
    }
}
