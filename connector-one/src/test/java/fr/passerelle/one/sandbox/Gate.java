package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.ent.sandbox.Request;
import fr.passerelle.one.sandbox.World.CookieSession;
import fr.passerelle.one.sandbox.World.Grant;
import fr.passerelle.one.sandbox.World.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * What stands before every route: who is calling, by token or by cookie, and may the token be here at all. Whoever is not
 * let in is sent to the login page; ONE never answers 401 to that.
 */
final class Gate {
    private static final Set<String> WRITES = Set.of("POST", "PUT", "DELETE");

    private final World world;
    private final String baseUrl;

    Gate(World world, String baseUrl) {
        this.world = world;
        this.baseUrl = baseUrl;
    }

    /** @throws Call.Answered when the call is not let in */
    User enter(Route route, Request request) {
        User user = request.header("authorization").isPresent() ? byToken(route, request) : byCookie(route, request);
        if (user.interruptedBy != null) {
            throw new Call.Answered(Reply.redirect(baseUrl + user.interruptedBy + "?callback="));
        }
        return user;
    }

    private User byToken(Route route, Request request) {
        String header = request.header("authorization").orElseThrow();
        Grant grant = header.startsWith("Bearer ") ? world.tokens.get(header.substring(7)) : null;
        if (grant == null
                || !grant.until().isAfter(world.clock.instant())
                || !grant.scope().contains(route.word())) {
            throw new Call.Answered(toLogin(request));
        }
        return user(grant.user(), request);
    }

    private User byCookie(Route route, Request request) {
        CookieSession session =
                request.cookie("oneSessionId").map(world.sessions::get).orElse(null);
        if (session == null) {
            throw new Call.Answered(toLogin(request));
        }
        boolean proven = request.header("x-xsrf-token").equals(Optional.of(session.csrf()));
        if (route.csrf() && WRITES.contains(request.method()) && !proven) {
            throw new Call.Answered(Replies.error(403, "invalid.xsrf.token"));
        }
        return user(session.user(), request);
    }

    private User user(String id, Request request) {
        User user = world.users.get(id);
        if (user == null || user.blocked) {
            throw new Call.Answered(toLogin(request));
        }
        return user;
    }

    Reply toLogin(Request request) {
        return Reply.redirect(baseUrl + "/auth/login?callback="
                + URLEncoder.encode(baseUrl + request.pathAndQuery(), StandardCharsets.UTF_8));
    }
}
