package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.ent.sandbox.Request;
import fr.passerelle.one.sandbox.World.Application;
import fr.passerelle.one.sandbox.World.CookieSession;
import fr.passerelle.one.sandbox.World.Failures;
import fr.passerelle.one.sandbox.World.Grant;
import fr.passerelle.one.sandbox.World.Room;
import fr.passerelle.one.sandbox.World.School;
import fr.passerelle.one.sandbox.World.User;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Signing in: the token end point with its errors, the web login, and who one is. */
final class AuthRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final int FAILURES_BEFORE_BAN = 5;
    private static final Duration BAN = Duration.ofMinutes(15);
    private static final Pattern VERSION = Pattern.compile("version=([\\w.]+)");
    private static final Map<String, String> PROFILE_WORDS =
            Map.of("Teacher", "ENSEIGNANT", "Student", "ELEVE", "Relative", "PERSRELELEVE", "Personnel", "PERSEDUCNAT");

    /** The grants there are, and what each must come with; an application has one of them, and may refresh. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "password", List.of("username", "password"),
            "authorization_code", List.of("code", "redirect_uri"),
            "refresh_token", List.of("refresh_token"),
            "client_credentials", List.of(),
            "saml2", List.of("assertion"),
            "custom_token", List.of("custom_token"),
            "urn:ietf:params:oauth:grant-type:jwt-bearer", List.of("assertion", "scope"));

    private AuthRoutes() {}

    static List<Route> all() {
        return List.of(
                new Route("POST", "/auth/oauth2/token", "", false, AuthRoutes::token),
                new Route("GET", "/auth/oauth2/userinfo", "userinfo", true, AuthRoutes::userInfo),
                new Route("POST", "/auth/oauth2/userinfo", "userinfo", true, AuthRoutes::userInfo),
                new Route("GET", "/auth/user/requirements", "auth", true, AuthRoutes::requirements),
                new Route(
                        "GET",
                        "/auth/login",
                        "",
                        false,
                        call -> Reply.html(
                                200,
                                "text/html; charset=utf-8",
                                Pages.login(call.request().query().getOrDefault("callback", "")))),
                new Route("GET", "/auth/oauth2/auth", "auth", true, Agreements::ask),
                new Route("POST", "/auth/login", "", false, AuthRoutes::login),
                new Route("GET", "/auth/logout", "", false, AuthRoutes::logout));
    }

    private static Reply token(Call call) {
        Map<String, String> form = call.form();
        String grant = form.getOrDefault("grant_type", "");
        if (grant.isEmpty()) {
            return notFound("grant_type");
        }
        List<String> required = REQUIRED.get(grant);
        if (required == null) {
            return oauth(400, "unsupported_grant_type", null);
        }
        String[] client = basic(call.request())
                .orElse(new String[] {form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", "")});
        if (client[0].isEmpty()) {
            return notFound("client_id");
        }
        Application application = call.world().applications.get(client[0]);
        boolean mayGrant = application != null
                && application.secret().equals(client[1])
                && (grant.equals(application.grantType()) || grant.equals("refresh_token"));
        if (application == null || !mayGrant) {
            return oauth(401, "invalid_client", null);
        }
        for (String field : required) {
            if (form.getOrDefault(field, "").isEmpty()) {
                return notFound(field);
            }
        }
        return switch (grant) {
            case "password" -> passwordGrant(call, application, form);
            case "authorization_code" -> Agreements.fetch(call, application, form);
            case "client_credentials" -> ownGrant(call.world(), application, form);
            default -> refreshGrant(call, application, form);
        };
    }

    private static Reply notFound(String field) {
        return oauth(400, "invalid_request", "'" + field + "' not found");
    }

    /** The application's id and secret, where the header has them: then the form's do not count. */
    private static Optional<String[]> basic(Request request) {
        return request.header("authorization")
                .filter(header -> header.startsWith("Basic "))
                .map(header -> decoded(header.substring(6)).split(":", 2))
                .filter(pair -> pair.length == 2);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }

    private static Reply passwordGrant(Call call, Application application, Map<String, String> form) {
        World world = call.world();
        Set<String> scope = words(form.get("scope"));
        if (!application.scope().containsAll(scope)) {
            return oauth(401, "invalid_grant", null);
        }
        String login = String.valueOf(form.get("username"));
        Instant now = world.clock.instant();
        Failures failures = world.failures.getOrDefault(login, new Failures(0, Instant.MIN));
        if (failures.bannedUntil().isAfter(now)) {
            return oauth(401, "access_denied", "auth.error.ban");
        }
        User user = world.byLogin(login).orElse(null);
        if (user == null
                || !user.password.equals(form.get("password"))
                || (!user.activated && isOldMobile(call.request()))) {
            boolean ban = failures.count() + 1 >= FAILURES_BEFORE_BAN;
            world.failures.put(login, new Failures(ban ? 0 : failures.count() + 1, ban ? now.plus(BAN) : Instant.MIN));
            return oauth(401, "access_denied", "auth.error.authenticationFailed");
        }
        if (user.blocked) {
            return oauth(401, "access_denied", "auth.error.blockedUser");
        }
        if (!user.activated) {
            return oauth(403, "access_denied", "auth.error.activation.code");
        }
        world.failures.remove(login);
        return granted(world, user.id, application, scope, world.newId("refresh"));
    }

    /** What the first mobile applications called themselves: they are not told of an activation code. */
    private static boolean isOldMobile(Request request) {
        String agent = request.header("user-agent").orElse("");
        return (agent.startsWith("okhttp") || agent.startsWith("appe"))
                && !request.header("x-app").equals(Optional.of("mobile"));
    }

    /** To an application that stands for nobody; no route opens to it. */
    private static Reply ownGrant(World world, Application application, Map<String, String> form) {
        Set<String> scope = words(form.get("scope"));
        return application.scope().containsAll(scope)
                ? granted(world, "", application, scope, world.newId("refresh"))
                : oauth(401, "invalid_grant", null);
    }

    private static Reply refreshGrant(Call call, Application application, Map<String, String> form) {
        Grant old = call.world().refreshTokens.get(form.getOrDefault("refresh_token", ""));
        return old == null || !old.clientId().equals(application.clientId())
                ? oauth(401, "invalid_grant", null)
                : granted(call.world(), old.user(), application, old.scope(), form.getOrDefault("refresh_token", ""));
    }

    static Reply granted(World world, String user, Application application, Set<String> scope, String refresh) {
        String token = world.newId("token");
        Grant grant = new Grant(
                token,
                user,
                application.clientId(),
                scope,
                world.clock.instant().plus(TOKEN_LIFE));
        world.tokens.put(token, grant);
        world.refreshTokens.put(refresh, grant);
        ObjectNode json = JSON.objectNode()
                .put("token_type", "Bearer")
                .put("access_token", token)
                .put("refresh_token", refresh)
                .put("expires_in", TOKEN_LIFE.toSeconds());
        if (!scope.isEmpty()) {
            json.put("scope", String.join(" ", scope));
        }
        return Replies.json(json);
    }

    static Set<String> words(@Nullable String scope) {
        return scope == null || scope.isBlank()
                ? Set.of()
                : new LinkedHashSet<>(List.of(scope.strip().split(" +")));
    }

    static Reply oauth(int status, String error, @Nullable String description) {
        ObjectNode json = JSON.objectNode().put("error", error);
        if (description != null) {
            json.put("error_description", description);
        }
        return Replies.json(status, json);
    }

    private static Reply login(Call call) {
        Map<String, String> form = call.form();
        World world = call.world();
        User user = world.byLogin(form.getOrDefault("email", "")).orElse(null);
        if (user == null || user.blocked || !user.password.equals(form.get("password"))) {
            return Reply.html(200, "text/html; charset=utf-8", Pages.WRONG_PASSWORD);
        }
        if (!user.activated) {
            return Reply.html(200, "text/html; charset=utf-8", Pages.ACTIVATION);
        }
        String id = world.newId("session") + ":" + world.newId("signature").substring(0, 27) + "=";
        CookieSession session = new CookieSession(
                user.id, world.newId("csrf"), world.clock.instant().plus(Gate.INACTIVITY));
        world.sessions.put(id, session);
        // As it came: the filter would eat "response_type=" of an application's request.
        String to = Request.fields(call.request().body()).getOrDefault("callBack", "");
        return Reply.redirect(to.isEmpty() ? "/" : to)
                .with("Set-Cookie", "oneSessionId=" + id + "; Path=/; HttpOnly; SameSite=Lax")
                .with("Set-Cookie", "authenticated=true; Path=/; SameSite=Lax")
                .with("Set-Cookie", "XSRF-TOKEN=" + session.csrf() + "; Path=/; SameSite=Lax");
    }

    private static Reply logout(Call call) {
        call.request().cookie("oneSessionId").ifPresent(call.world().sessions::remove);
        return cleared(Reply.redirect(call.query("callback").orElse("/auth/login")));
    }

    static Reply cleared(Reply reply) {
        return reply.with("Set-Cookie", "oneSessionId=; Max-Age=0; Path=/; SameSite=Lax")
                .with("Set-Cookie", "authenticated=; Max-Age=0; Path=/; SameSite=Lax");
    }

    private static Reply requirements(Call call) {
        String by = call.me().interruptedBy;
        return Replies.json(JSON.objectNode()
                .put("forceChangePassword", false)
                .put("needRevalidateTerms", "/auth/revalidate-terms".equals(by))
                .put("needRevalidateEmail", false)
                .put("needRevalidateMobile", false)
                .put("needMfa", "/auth/validate-mfa".equals(by)));
    }

    /** By default a token is told little; in version 2.0 or 2.1, classes, groups and rights too. */
    private static Reply userInfo(Call call) {
        String version = version(call);
        Optional<String> token = call.request().header("authorization").flatMap(Gate::bearer);
        boolean whole = version.startsWith("2.");
        World world = call.world();
        User me = call.me();
        ObjectNode json = JSON.objectNode();
        json.putNull("level");
        json.putNull("email");
        json.put("mobile", "")
                .put("login", me.login)
                .put("lastName", me.lastName)
                .put("firstName", me.firstName);
        json.put("externalId", World.uuid("external " + me.login));
        json.putNull("birthDate");
        json.putNull("forceChangePassword");
        json.put("needRevalidateTerms", false).put("deletePending", false).put("username", me.displayName());
        json.put("type", whole ? me.profile : PROFILE_WORDS.getOrDefault(me.profile, me.profile))
                .put("hasPw", true);
        json.putNull("federatedIDP");
        json.putArray("optionEnabled");
        json.put("hasTotp", false).put("userId", me.id);
        ArrayNode uai = json.putArray("uai");
        me.structures.forEach(id -> uai.add(school(world, id).uai()));
        json.put("hasApp", false).put("ignoreMFA", false);
        json.putArray("childrenIds");
        json.putArray("widgets");
        json.putObject("sessionMetadata")
                .put("_id", token.orElse(World.uuid("session " + me.login)))
                .put("userId", me.id);
        if (whole || version.equals("1.1")) {
            ArrayNode realNames = json.putArray("realClassesNames");
            me.rooms.forEach(id -> realNames.add(room(world, id).name()));
        }
        if (version.equals("1.1")) {
            me.structures.forEach(json.putArray("structureIds")::add);
        }
        if (whole || token.isEmpty()) {
            whole(world, me, json);
        } else {
            me.rooms.stream().findFirst().ifPresent(room -> json.put("classId", className(world, room)));
            me.structures.stream()
                    .findFirst()
                    .ifPresent(id -> json.put("schoolName", school(world, id).name()));
        }
        return Replies.json(json);
    }

    /** Which version is asked for, in Accept or as a parameter. */
    private static String version(Call call) {
        Matcher accept = VERSION.matcher(call.request().header("accept").orElse(""));
        String asked = accept.find() ? accept.group(1) : call.query("version").orElse("");
        return Set.of("1.1", "2.0", "2.1").contains(asked) ? asked : "1.0";
    }

    private static void whole(World world, User me, ObjectNode json) {
        ArrayNode classNames = json.putArray("classNames");
        ArrayNode classes = json.putArray("classes");
        for (String id : me.rooms) {
            classNames.add(className(world, id));
            classes.add(id);
        }
        json.putNull("federated");
        ObjectNode functions = json.putObject("functions");
        if (!me.administers.isEmpty()) {
            ArrayNode scope = functions
                    .putObject("ADMIN_LOCAL")
                    .put("code", "ADMIN_LOCAL")
                    .putArray("scope");
            me.administers.forEach(scope::add);
        }
        ArrayNode groups = json.putArray("groupsIds");
        world.groupsOf(me).forEach(groups::add);
        ArrayNode structures = json.putArray("structures");
        ArrayNode names = json.putArray("structureNames");
        for (String id : me.structures) {
            structures.add(id);
            names.add(school(world, id).name());
        }
        ArrayNode actions = json.putArray("authorizedActions");
        me.rights.stream()
                .sorted()
                .forEach(right -> actions.addObject()
                        .put("name", right)
                        .put("displayName", right.substring(right.indexOf('|') + 1))
                        .put("type", "SECURED_ACTION_WORKFLOW"));
        json.putArray("apps");
    }

    private static String className(World world, String room) {
        Room found = room(world, room);
        return school(world, found.school()).externalId() + "$" + found.name();
    }

    private static Room room(World world, String id) {
        return Objects.requireNonNull(world.classes.get(id));
    }

    private static School school(World world, String id) {
        return Objects.requireNonNull(world.schools.get(id));
    }
}
