package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.one.sandbox.Audience.Resource;
import fr.passerelle.one.sandbox.News.Info;
import fr.passerelle.one.sandbox.World.Blog;
import fr.passerelle.one.sandbox.World.Post;
import fr.passerelle.one.sandbox.World.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Views and reactions: any reader sees the counts, and of reactions the names. */
final class AudienceRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> REACTIONS = Set.of("REACTION_1", "REACTION_2", "REACTION_3", "REACTION_4");

    private AudienceRoutes() {}

    static List<Route> all() {
        return List.of(
                route("GET", "/audience/views/count/:application/:type", AudienceRoutes::count),
                route("GET", "/audience/views/details/:application/:type/:id", AudienceRoutes::details),
                route("POST", "/audience/views/:application/:type/:id", AudienceRoutes::view),
                route("GET", "/audience/reactions/:application/:type", AudienceRoutes::summary),
                route("POST", "/audience/reactions/:application/:type", AudienceRoutes::react),
                route("PUT", "/audience/reactions/:application/:type", AudienceRoutes::react),
                route("GET", "/audience/reactions/:application/:type/:id", AudienceRoutes::reactions),
                route("DELETE", "/audience/reactions/:application/:type/:id", AudienceRoutes::withdraw));
    }

    private static Route route(String method, String pattern, Route.Handler handler) {
        return new Route(method, pattern, "audience", true, call -> {
            if (call.world().audience.absent) {
                return Reply.empty(404);
            }
            String module = call.id("application") + "/" + call.id("type");
            return module.equals("blog/post") || module.equals("actualites/info") ? handler.answer(call) : failure();
        });
    }

    private static Reply failure() {
        return new Reply(500, "application/json", new byte[0], Map.of());
    }

    /** One that the caller does not read, among many, and all are refused. */
    private static Resource read(Call call, String id) {
        World world = call.world();
        boolean reads =
                call.id("application").equals("blog") ? readsPost(world, call.me(), id) : readsInfo(world, call, id);
        if (!reads) {
            throw new Call.Answered(Reply.empty(403));
        }
        return world.audience.of(call.id("application"), call.id("type"), id);
    }

    private static boolean readsPost(World world, User me, String id) {
        Post post = world.posts.get(id);
        Blog blog = post == null ? null : world.blogs.get(post.blog);
        return post != null && blog != null && world.may(me, blog, BlogRoutes.POSTS + "get");
    }

    private static boolean readsInfo(World world, Call call, String id) {
        Info info = world.news.infos.get(ThreadRoutes.number(id));
        return info != null && world.news.reads(world, call.me(), info);
    }

    private static List<String> asked(Call call) {
        return List.of(call.query("resourceIds").orElse("").split(",", -1));
    }

    private static Reply count(Call call) {
        ObjectNode json = JSON.objectNode();
        asked(call).forEach(id -> json.put(id, read(call, id).views));
        return Replies.json(json);
    }

    private static Reply details(Call call) {
        Resource resource = read(call, call.id("id"));
        ObjectNode json = JSON.objectNode()
                .put("viewsCounter", resource.views)
                .put("uniqueViewsCounter", resource.viewers.size());
        ArrayNode profiles = json.putArray("uniqueViewsPerProfile");
        resource.viewersByProfile()
                .forEach((profile, viewers) ->
                        profiles.addObject().put("profile", profile).put("counter", viewers));
        return Replies.json(json);
    }

    private static Reply view(Call call) {
        read(call, call.id("id")).view(call.me(), call.world().clock.instant());
        return Reply.empty(200);
    }

    private static Reply summary(Call call) {
        ObjectNode json = JSON.objectNode();
        ObjectNode all = json.putObject("reactionsByResource");
        for (String id : asked(call)) {
            Resource resource = read(call, id);
            if (!resource.reactions.isEmpty()) {
                ObjectNode line = all.putObject(id);
                new TreeSet<>(resource.reactions.values()).forEach(line.putArray("reactionTypes")::add);
                line.put("userReaction", resource.reactions.get(call.me()))
                        .put("totalReactionsCounter", resource.reactions.size());
            }
        }
        return Replies.json(json);
    }

    private static Reply react(Call call) {
        JsonNode body = call.json();
        Resource resource = read(call, body.path("resourceId").asString(""));
        String type = body.path("reactionType").asString("");
        if (!REACTIONS.contains(type)) {
            return Reply.empty(400);
        }
        resource.reactions.put(call.me(), type);
        return Reply.empty(200);
    }

    private static Reply reactions(Call call) {
        int page = call.number("page", -1);
        int size = call.number("size", -1);
        if (page < 1 || size < 1) {
            return page == 0 ? failure() : Reply.empty(500);
        }
        Resource resource = read(call, call.id("id"));
        ObjectNode json = JSON.objectNode();
        ObjectNode counters = json.putObject("reactionCounters");
        ObjectNode byType = counters.putObject("countByType");
        resource.reactions
                .values()
                .forEach(type -> byType.put(type, byType.path(type).asInt(0) + 1));
        counters.put("allReactionsCounter", resource.reactions.size());
        ArrayNode people = json.putArray("userReactions");
        resource.reactions.entrySet().stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .forEach(reaction -> people.addObject()
                        .put("userId", reaction.getKey().id)
                        .put("profile", reaction.getKey().profile)
                        .put("reactionType", reaction.getValue())
                        .put("displayName", reaction.getKey().displayName()));
        return Replies.json(json);
    }

    private static Reply withdraw(Call call) {
        read(call, call.id("id")).reactions.remove(call.me());
        return Reply.empty(200);
    }
}
