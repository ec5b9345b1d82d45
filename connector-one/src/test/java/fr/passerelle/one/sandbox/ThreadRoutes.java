package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.one.sandbox.News.NewsThread;
import fr.passerelle.one.sandbox.World.Group;
import fr.passerelle.one.sandbox.World.School;
import fr.passerelle.one.sandbox.World.User;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Threads of news: made by who may, used by whom they are shared with. */
final class ThreadRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_TITLE = 255;
    private static final Map<String, String> TYPES =
            Map.of("title", "string", "mode", "integer", "structure", "object", "icon", "string");
    private static final Schema CREATE = new Schema(List.of("mode", "structure", "title"), TYPES);
    private static final Schema UPDATE = new Schema(List.of(), TYPES);

    /** The actions that make each role of a thread; the first of each tells it from the others. */
    static final Map<String, List<String>> ROLES = roles();

    private ThreadRoutes() {}

    private static Map<String, List<String>> roles() {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        roles.put("thread.publish", List.of(News.PUBLISH));
        roles.put("thread.manager", List.of(News.MANAGE));
        roles.put("thread.contrib", List.of(News.CONTRIB, "thread-contrib"));
        return roles;
    }

    static List<Route> all() {
        return List.of(
                route("GET", "/actualites/api/v1/rights/sharing", ThreadRoutes::vocabulary),
                route("GET", "/actualites/api/v1/threads", ThreadRoutes::list),
                route("POST", "/actualites/api/v1/threads", ThreadRoutes::create),
                route(
                        "GET",
                        "/actualites/api/v1/threads/:thread",
                        call -> Replies.json(NewsJson.oneThread(call.world(), call.me(), may(call, News.CONTRIB)))),
                route("PUT", "/actualites/api/v1/threads/:thread", ThreadRoutes::update),
                route("DELETE", "/actualites/api/v1/threads/:thread", ThreadRoutes::delete),
                route(
                        "GET",
                        "/actualites/api/v1/threads/:thread/shares",
                        call -> Replies.json(ShareRoutes.panel(call, may(call, News.MANAGE), ROLES, Group::name))),
                route("PUT", "/actualites/api/v1/threads/:thread/shares", ThreadRoutes::share));
    }

    static Route route(String method, String pattern, Route.Handler handler) {
        return new Route(
                method,
                pattern,
                "actualites",
                true,
                call -> call.world().news.absent ? Reply.empty(404) : handler.answer(call));
    }

    /** A number of the path; anything else is nobody's. */
    static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static NewsThread may(Call call, String action) {
        return find(call, number(call.id("thread")), action);
    }

    /** The thread, if the caller has the right on it; unknown and forbidden answer the same. */
    static NewsThread find(Call call, int id, String action) {
        NewsThread thread = call.world().news.threads.get(id);
        if (thread == null || !call.world().may(call.me(), thread, action)) {
            throw new Call.Answered(Replies.forbidden());
        }
        return thread;
    }

    private static Reply vocabulary(Call call) {
        ObjectNode json = JSON.objectNode();
        ROLES.forEach((role, actions) -> actions.forEach(json.putArray(role)::add));
        InfoRoutes.ROLES.forEach((role, actions) -> actions.forEach(json.putArray(role)::add));
        return Replies.json(json);
    }

    private static Reply list(Call call) {
        call.needRight(News.LISTS_THREADS);
        World world = call.world();
        User me = call.me();
        ArrayNode list = JSON.arrayNode();
        world.news.threads.values().stream()
                .filter(thread -> ROLES.values().stream().anyMatch(actions -> world.may(me, thread, actions.get(0)))
                        || world.news.infos.values().stream()
                                .anyMatch(info -> info.thread == thread && world.news.reads(world, me, info)))
                .sorted(Comparator.comparing((NewsThread thread) -> thread.title))
                .forEach(thread -> list.add(NewsJson.thread(world, me, thread)));
        return Replies.json(list);
    }

    private static Reply create(Call call) {
        call.needRight(News.MAKES_THREADS);
        JsonNode body = CREATE.read(call);
        World world = call.world();
        School school = school(world, body);
        if (school == null || !call.me().structures.contains(school.id())) {
            return Replies.error(400, "User must be attached to the structure");
        }
        String title = body.path("title").asString();
        if (title.length() > LONGEST_TITLE) {
            return Reply.NONE;
        }
        NewsThread thread = world.news.addThread(world, call.me(), school, title, icon(body, null));
        return Replies.json(JSON.objectNode().put("id", thread.id));
    }

    private static @Nullable School school(World world, JsonNode body) {
        return world.schools.get(body.path("structure").path("id").asString(""));
    }

    private static @Nullable String icon(JsonNode body, @Nullable String otherwise) {
        return body.has("icon") ? body.path("icon").asString() : otherwise;
    }

    private static Reply update(Call call) {
        NewsThread thread = may(call, News.MANAGE);
        JsonNode body = UPDATE.read(call);
        thread.title = body.path("title").asString(thread.title);
        thread.icon = icon(body, thread.icon);
        thread.modified = call.world().clock.instant();
        return Replies.json(JSON.objectNode().put("rows", 1));
    }

    private static Reply delete(Call call) {
        NewsThread thread = may(call, News.MANAGE);
        call.world().news.threads.remove(thread.id);
        call.world().news.infos.values().removeIf(info -> info.thread == thread);
        return Replies.json(JSON.objectNode().put("rows", 1));
    }

    private static Reply share(Call call) {
        ObjectNode json = JSON.objectNode();
        json.set("notify-timeline-array", ShareRoutes.replace(call, may(call, News.MANAGE), ROLES));
        return Replies.json(json);
    }
}
