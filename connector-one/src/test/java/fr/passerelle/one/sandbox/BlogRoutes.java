package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.one.sandbox.World.Blog;
import fr.passerelle.one.sandbox.World.Post;
import fr.passerelle.one.sandbox.World.User;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Blogs: made, listed, changed, counted. */
final class BlogRoutes {
    static final String BLOGS = "org-entcore-blog-controllers-BlogController|";
    static final String POSTS = "org-entcore-blog-controllers-PostController|";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String RIGHT = "org.entcore.blog.controllers.BlogController|";
    private static final Set<String> COMMENTING = Set.of("NONE", "IMMEDIATE", "RESTRAINT");
    private static final Set<String> PUBLISHING = Set.of("IMMEDIATE", "RESTRAINT");

    private BlogRoutes() {}

    static List<Route> all() {
        return List.of(
                route("POST", "/blog", BlogRoutes::create),
                route("GET", "/blog/list/all", BlogRoutes::list),
                route("GET", "/blog/counter/:blog", BlogRoutes::counter),
                route("GET", "/blog/:blog", call -> Replies.json(json(may(call, BLOGS + "get"), true))),
                route("PUT", "/blog/:blog", BlogRoutes::update),
                route("DELETE", "/blog/:blog", BlogRoutes::delete));
    }

    static Route route(String method, String pattern, Route.Handler handler) {
        return new Route(method, pattern, "blog", true, handler);
    }

    /** The blog of the path, if the caller has the right on it; unknown and forbidden answer the same. */
    static Blog may(Call call, String action) {
        Blog blog = call.world().blogs.get(call.id("blog"));
        if (blog == null || !call.world().may(call.me(), blog, action)) {
            throw new Call.Answered(Replies.forbidden());
        }
        return blog;
    }

    private static Reply create(Call call) {
        call.needRight(RIGHT + "create");
        JsonNode body = call.json();
        // All four must be there; whatever else is there is dropped.
        if (!Stream.of("title", "description", "thumbnail", "allowReplies").allMatch(body::hasNonNull)) {
            return Replies.error(400, "Validation error : invalids fields.");
        }
        World world = call.world();
        Blog blog = new Blog(
                world.newId("blog"),
                call.me(),
                body.path("title").asString(),
                body.path("description").asString(),
                body.path("thumbnail").asString(),
                body.path("allowReplies").asBoolean(false),
                oneOf(COMMENTING, body.path("comment-type").asString(""), "NONE"),
                oneOf(PUBLISHING, body.path("publish-type").asString(""), "RESTRAINT"),
                world.clock.instant());
        world.blogs.put(blog.id, blog);
        return Replies.json(json(blog, false));
    }

    private static String oneOf(Set<String> allowed, String asked, String otherwise) {
        return allowed.contains(asked) ? asked : otherwise;
    }

    private static Reply list(Call call) {
        call.needRight(RIGHT + "list");
        World world = call.world();
        User me = call.me();
        Set<String> mine = world.groupsOf(me);
        boolean withPosts = !call.query("excludePost").orElse("").equals("true");
        ArrayNode list = JSON.arrayNode();
        world.blogs.values().stream()
                .filter(blog -> blog.author == me
                        || blog.userShares.containsKey(me.id)
                        || blog.groupShares.keySet().stream().anyMatch(mine::contains))
                .sorted(Comparator.comparing((Blog blog) -> blog.modified).reversed())
                .forEach(blog -> {
                    ObjectNode json = json(blog, true);
                    if (withPosts) {
                        ArrayNode posts = json.putArray("fetchPosts");
                        PostRoutes.newest(world, blog, post -> post.state.equals("PUBLISHED"))
                                .limit(2)
                                .forEach(post -> posts.add(PostRoutes.json(world, post, false)));
                    }
                    list.add(json);
                });
        return Replies.json(list);
    }

    private static Reply update(Call call) {
        Blog blog = may(call, BLOGS + "update");
        JsonNode body = call.json();
        blog.title = body.path("title").asString(blog.title);
        blog.description = body.path("description").asString(blog.description);
        blog.thumbnail = body.path("thumbnail").asString(blog.thumbnail);
        blog.commentType = oneOf(COMMENTING, body.path("comment-type").asString(""), blog.commentType);
        blog.publishType = oneOf(PUBLISHING, body.path("publish-type").asString(""), blog.publishType);
        blog.modified = call.world().clock.instant();
        return Replies.json(JSON.objectNode().put("number", 1));
    }

    private static Reply delete(Call call) {
        Blog blog = may(call, BLOGS + "delete");
        call.world().blogs.remove(blog.id);
        call.world().posts.values().removeIf(post -> post.blog.equals(blog.id));
        return Replies.noContent();
    }

    private static Reply counter(Call call) {
        Map<String, Integer> counts = new HashMap<>();
        Blog blog = call.world().blogs.get(call.id("blog"));
        int all = 0;
        if (blog != null) {
            for (Post post : PostRoutes.visible(call.world(), call.me(), blog)) {
                counts.merge(post.state, 1, Integer::sum);
                all++;
            }
        }
        return Replies.json(JSON.objectNode()
                .put("countPublished", counts.getOrDefault("PUBLISHED", 0))
                .put("countDraft", counts.getOrDefault("DRAFT", 0))
                .put("countSubmitted", counts.getOrDefault("SUBMITTED", 0))
                .put("countAll", all));
    }

    static ObjectNode person(User user) {
        return JSON.objectNode()
                .put("userId", user.id)
                .put("username", user.displayName())
                .put("login", user.login);
    }

    /** In milliseconds, without zeros at the end. */
    static ObjectNode date(Instant instant) {
        return JSON.objectNode()
                .put(
                        "$date",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC)));
    }

    /** @param stored with the two fields that appear only once a blog has been saved */
    private static ObjectNode json(Blog blog, boolean stored) {
        ObjectNode json = JSON.objectNode()
                .put("title", blog.title)
                .put("description", blog.description)
                .put("thumbnail", blog.thumbnail)
                .put("comment-type", blog.commentType)
                .put("publish-type", blog.publishType)
                .put("allowReplies", blog.allowReplies);
        json.set("created", date(blog.created));
        json.set("modified", date(blog.modified));
        json.set("author", person(blog.author));
        ArrayNode shared = json.putArray("shared");
        blog.userShares.forEach((id, actions) -> share(shared.addObject().put("userId", id), actions));
        blog.groupShares.forEach((id, actions) -> share(shared.addObject().put("groupId", id), actions));
        json.put("visibility", blog.visibility).put("_id", blog.id);
        if (stored) {
            json.put("ingest_job_state", "TO_BE_SENT").put("version", blog.modified.toEpochMilli());
        }
        return json;
    }

    private static void share(ObjectNode line, Set<String> actions) {
        actions.forEach(action -> line.put(action, true));
    }
}
