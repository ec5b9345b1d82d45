package fr.passerelle.one.sandbox;

import static fr.passerelle.one.sandbox.BlogRoutes.POSTS;
import static fr.passerelle.one.sandbox.BlogRoutes.may;
import static fr.passerelle.one.sandbox.BlogRoutes.route;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.one.OneRewriting;
import fr.passerelle.one.sandbox.World.Blog;
import fr.passerelle.one.sandbox.World.Comment;
import fr.passerelle.one.sandbox.World.Post;
import fr.passerelle.one.sandbox.World.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Posts: draft, submitted, published; an author's edit makes a draft again. */
final class PostRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PAGE = 20;
    private static final String MANAGES = BlogRoutes.BLOGS + "shareResource";

    private PostRoutes() {}

    static List<Route> all() {
        return List.of(
                route("GET", "/blog/post/list/all/:blog", PostRoutes::list),
                route("PUT", "/blog/post/submit/:blog/:post", PostRoutes::submit),
                route("PUT", "/blog/post/publish/:blog/:post", PostRoutes::publish),
                route("PUT", "/blog/post/unpublish/:blog/:post", PostRoutes::unpublish),
                route("POST", "/blog/post/:blog", PostRoutes::create),
                route("GET", "/blog/post/:blog/:post", PostRoutes::get),
                route("PUT", "/blog/post/:blog/:post", PostRoutes::update),
                route("DELETE", "/blog/post/:blog/:post", PostRoutes::delete),
                route("POST", "/blog/comment/:blog/:post", PostRoutes::comment),
                route("GET", "/blog/comments/:blog/:post", PostRoutes::comments));
    }

    /** The post of the path for its author, or for who has the right on its blog; otherwise as if it were not there. */
    private static Post own(Call call, String action) {
        Post post = call.world().posts.get(call.id("post"));
        Blog blog = post == null ? null : call.world().blogs.get(post.blog);
        if (post == null
                || blog == null
                || (post.author != call.me() && !call.world().may(call.me(), blog, action))) {
            throw new Call.Answered(Replies.forbidden());
        }
        return post;
    }

    private static Reply create(Call call) {
        Blog blog = may(call, POSTS + "create");
        JsonNode body = call.json();
        if (!body.hasNonNull("title") || !body.hasNonNull("content")) {
            return Replies.error(400, "Validation error : invalids fields.");
        }
        World world = call.world();
        Post post = new Post(
                world.newId("post"),
                blog.id,
                call.me(),
                body.path("title").asString(),
                rewritten(world, body.path("content").asString()),
                world.clock.instant());
        world.posts.put(post.id, post);
        ObjectNode json = json(world, post, true);
        json.putArray("comments");
        json.putObject("blog").put("$ref", "blogs").put("$id", blog.id);
        json.set("sorted", BlogRoutes.date(post.sorted));
        json.put("version", post.created.toEpochMilli()).put("ingest_job_state", "SENT");
        if (world.transforms) {
            json.put("contentPlain", plain(post.content));
        }
        return Replies.json(json);
    }

    /** The text alone, an empty line between its blocks. */
    private static String plain(String content) {
        return Jsoup.parseBodyFragment(content).body().children().stream()
                .map(Element::wholeText)
                .collect(Collectors.joining("\n\n"));
    }

    private static String rewritten(World world, String content) {
        return world.transforms ? OneRewriting.of(content) : content;
    }

    private static Reply update(Call call) {
        Post post = own(call, POSTS + "update");
        JsonNode body = call.json();
        Instant now = call.world().clock.instant();
        boolean sorting = body.path("sorted").asBoolean(false);
        String content = body.hasNonNull("content")
                ? rewritten(call.world(), body.path("content").asString())
                : post.content;
        post.title = body.path("title").asString(post.title);
        post.content = content;
        post.modified = now;
        post.sorted = sorting || post.firstPublished == null ? now : post.firstPublished;
        if (!sorting && post.author == call.me()) {
            post.state = "DRAFT";
        }
        return Replies.json(JSON.objectNode().put("state", post.state));
    }

    private static Reply delete(Call call) {
        call.world().posts.remove(own(call, POSTS + "delete").id);
        return Replies.noContent();
    }

    private static Reply get(Call call) {
        String state = state(call);
        Blog blog = null;
        if (state.equals("PUBLISHED")) {
            blog = may(call, POSTS + "get");
        } else {
            own(call, POSTS + "submit");
        }
        Post post = call.world().posts.get(call.id("post"));
        if (post == null || !post.blog.equals(call.id("blog")) || !post.state.equals(state)) {
            return Replies.error(400, "post.does.not.exist");
        }
        Reply reply = Replies.json(json(call.world(), post, true));
        if (blog != null) {
            post.views++;
        }
        return reply;
    }

    private static String state(Call call) {
        String asked = call.query("state").orElse("");
        return Set.of("DRAFT", "SUBMITTED").contains(asked) ? asked : "PUBLISHED";
    }

    private static Reply list(Call call) {
        Blog blog = may(call, POSTS + "list");
        World world = call.world();
        Page page = Page.of(call);
        List<Post> visible = visible(world, call.me(), blog);
        boolean content = call.query("content").orElse("").equals("true");
        boolean comments = call.query("comments").map("true"::equals).orElse(content);
        ArrayNode list = JSON.arrayNode();
        Stream<Post> wanted;
        String id = call.query("postId").orElse("");
        if (!id.isEmpty()) {
            wanted = visible.stream().filter(post -> post.id.equals(id));
            content = false;
            comments = false;
        } else {
            Set<String> states = states(call);
            wanted = page.of(visible.stream().filter(post -> states.isEmpty() || states.contains(post.state)));
        }
        boolean withContent = content;
        boolean withComments = comments;
        wanted.forEach(post -> {
            ObjectNode json = json(world, post, withContent);
            if (withComments) {
                commentsInto(json.putArray("comments"), post);
            }
            list.add(json);
        });
        return Replies.json(list);
    }

    /** The states asked for: one, several, or none for all. */
    private static Set<String> states(Call call) {
        return call.query("state").isPresent()
                ? Set.of(state(call))
                : call.query("states")
                        .filter(text -> !text.isEmpty())
                        .map(text -> new HashSet<>(List.of(text.split(","))))
                        .orElseGet(HashSet::new);
    }

    /**
     * Which posts of a list are asked for.
     *
     * @param number from 0, or null for all posts
     */
    private record Page(@Nullable Integer number, int size) {
        static Page of(Call call) {
            Integer number = number(call, "page", null);
            return new Page(number, number == null ? 0 : Objects.requireNonNull(number(call, "pageSize", PAGE)));
        }

        private static @Nullable Integer number(Call call, String name, @Nullable Integer otherwise) {
            try {
                return call.query(name).map(Integer::parseUnsignedInt).orElse(otherwise);
            } catch (NumberFormatException noNumber) {
                throw new Call.Answered(Replies.error(400, String.valueOf(noNumber.getMessage())));
            }
        }

        Stream<Post> of(Stream<Post> posts) {
            return number == null ? posts : posts.skip((long) number * size).limit(size);
        }
    }

    /** Newest first: what is published, one's own drafts and submissions, and submissions to who manages the blog. */
    static List<Post> visible(World world, User me, Blog blog) {
        boolean manages = world.may(me, blog, MANAGES);
        return newest(
                        world,
                        blog,
                        post -> post.state.equals("PUBLISHED")
                                || post.author == me
                                || (manages && post.state.equals("SUBMITTED")))
                .toList();
    }

    static Stream<Post> newest(World world, Blog blog, Predicate<Post> which) {
        return world.posts.values().stream()
                .filter(post -> post.blog.equals(blog.id) && which.test(post))
                .sorted(Comparator.comparing((Post post) -> post.sorted).reversed());
    }

    private static Reply submit(Call call) {
        Blog blog = may(call, POSTS + "submit");
        Post post = call.world().posts.get(call.id("post"));
        if (post == null || !post.blog.equals(blog.id) || post.author != call.me() || !post.state.equals("DRAFT")) {
            return Replies.json(JSON.objectNode());
        }
        if (blog.publishType.equals("IMMEDIATE")) {
            published(call.world(), post);
        } else {
            post.state = "SUBMITTED";
        }
        return Replies.json(JSON.objectNode().put("number", 1).put("state", post.state));
    }

    private static Reply publish(Call call) {
        Blog blog = may(call, POSTS + "publish");
        Post post = call.world().posts.get(call.id("post"));
        boolean there = post != null && post.blog.equals(blog.id);
        boolean first = there && post != null && post.firstPublished == null;
        if (there && post != null) {
            published(call.world(), post);
        }
        // ONE counts what its second, inner update touched: nothing for a post that was published before.
        return Replies.json(JSON.objectNode().put("number", first ? 1 : 0));
    }

    static void published(World world, Post post) {
        post.state = "PUBLISHED";
        if (post.firstPublished == null) {
            post.firstPublished = world.clock.instant();
            post.sorted = post.firstPublished;
        }
    }

    private static Reply unpublish(Call call) {
        own(call, POSTS + "unpublish").state = "DRAFT";
        return Replies.json(JSON.objectNode().put("number", 1));
    }

    private static Reply comment(Call call) {
        Blog blog = may(call, POSTS + "comment");
        String text = call.json().path("comment").asString("");
        Post post = call.world().posts.get(call.id("post"));
        if (text.isBlank()) {
            return Replies.error(400, "Validation error : invalid comment.");
        }
        if (post == null) {
            return Replies.json(JSON.objectNode());
        }
        if (blog.commentType.equals("NONE")) {
            return Replies.error(400, "Comments are disabled for this blog.");
        }
        post.comments.add(new Comment(
                call.world().newId("comment"),
                call.me(),
                text,
                call.world().clock.instant()));
        return Replies.json(JSON.objectNode().put("number", 1));
    }

    private static Reply comments(Call call) {
        may(call, POSTS + "comments");
        ArrayNode list = JSON.arrayNode();
        Post post = call.world().posts.get(call.id("post"));
        if (post != null) {
            commentsInto(list, post);
        }
        return Replies.json(list);
    }

    private static void commentsInto(ArrayNode list, Post post) {
        for (Comment comment : post.comments) {
            ObjectNode json = list.addObject()
                    .put("comment", comment.text())
                    .put("id", comment.id())
                    .put("state", "PUBLISHED");
            json.set("author", BlogRoutes.person(comment.author()));
            json.set("created", BlogRoutes.date(comment.created()));
        }
    }

    static ObjectNode json(World world, Post post, boolean content) {
        ObjectNode json = JSON.objectNode().put("_id", post.id);
        json.set("author", BlogRoutes.person(post.author));
        json.put("title", post.title);
        if (content) {
            json.put("content", post.content);
            if (world.transforms) {
                json.putObject("jsonContent").put("type", "doc").putArray("content");
            }
        }
        json.put("state", post.state);
        json.set("created", BlogRoutes.date(post.created));
        json.set("modified", BlogRoutes.date(post.modified));
        json.put("views", post.views);
        if (post.firstPublished != null) {
            json.set("firstPublishDate", BlogRoutes.date(post.firstPublished));
        }
        if (world.transforms) {
            json.put("contentVersion", 1);
        }
        return json;
    }
}
