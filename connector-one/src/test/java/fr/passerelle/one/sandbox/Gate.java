package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.ent.sandbox.Request;
import fr.passerelle.one.sandbox.World.CookieSession;
import fr.passerelle.one.sandbox.World.Grant;
import fr.passerelle.one.sandbox.World.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands before every route: who is calling, by token or by cookie, and may the token be here at all. Whoever is not
 * let in is sent to the login page; ONE never answers 401 to that.
 */
final class Gate {
    static final Duration INACTIVITY = Duration.ofMinutes(30);
    private static final Set<String> WRITES = Set.of("POST", "PUT", "DELETE");

    private final World world;
    private final String baseUrl;

    Gate(World world, String baseUrl) {
        this.world = world;
        this.baseUrl = baseUrl;
    }

    /**
     * The cookie is looked at first.
     *
     * @throws Call.Answered when the call is not let in
     */
    User enter(Route route, Request request) {
        CookieSession session = session(request);
        User user = session != null ? byCookie(session, route, request) : byToken(route, request);
        if (user.interruptedBy != null) {
            throw new Call.Answered(Reply.redirect(baseUrl + user.interruptedBy + first(user.interruptedBy)));
        }
        return user;
    }

    /** What is told to the page on which somebody must do something first. */
    private static String first(String page) {
        return switch (page) {
            case "/auth/revalidate-terms" -> "";
            case "/auth/validate-mail" -> "?force=true&type=email&redirect=";
            case "/auth/validate-mfa" -> "?force=true&redirect=";
            default -> "?callback=";
        };
    }

    private User byToken(Route route, Request request) {
        Grant grant = request.header("authorization")
                .flatMap(Gate::bearer)
                .map(world.tokens::get)
                .orElse(null);
        if (grant == null
                || !grant.until().isAfter(world.clock.instant())
                || !grant.scope().contains(route.word())) {
            throw new Call.Answered(toLogin(request));
        }
        if (grant.user().isEmpty()) {
            throw new Call.Answered(Replies.forbidden());
        }
        return user(grant.user(), request);
    }

    /** The token of a header, which may name another scheme before it. */
    static Optional<String> bearer(String header) {
        if (header.startsWith("Bearer ")) {
            return Optional.of(header.substring("Bearer ".length()));
        }
        int at = header.indexOf(", Bearer ");
        return at < 0 ? Optional.empty() : Optional.of(header.substring(at + ", Bearer ".length()));
    }

    /** The session that a cookie names, used from now on; null where it ended. */
    private @Nullable CookieSession session(Request request) {
        String id = request.cookie("oneSessionId").orElse("");
        CookieSession session = world.sessions.get(id);
        Instant now = world.clock.instant();
        if (session == null || !session.until().isAfter(now)) {
            world.sessions.remove(id);
            return null;
        }
        CookieSession used = new CookieSession(session.user(), session.csrf(), now.plus(INACTIVITY));
        world.sessions.put(id, used);
        return used;
    }

    private User byCookie(CookieSession session, Route route, Request request) {
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

    /** A cookie that serves no more is cleared. */
    Reply toLogin(Request request) {
        Reply reply = Reply.redirect(baseUrl + "/auth/login?callback="
                + URLEncoder.encode(baseUrl + request.pathAndQuery(), StandardCharsets.UTF_8));
        return request.cookie("oneSessionId").isPresent() ? AuthRoutes.cleared(reply) : reply;
    }
}
