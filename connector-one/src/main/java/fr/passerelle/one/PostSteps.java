package fr.passerelle.one;

import static fr.passerelle.one.Handles.progressed;

import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.one.OneMapping.Groups;
import fr.passerelle.one.OneMapping.Wall;
import fr.passerelle.one.wire.Blog;
import fr.passerelle.one.wire.NewBlog;
import fr.passerelle.one.wire.Post;
import fr.passerelle.one.wire.PostState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The steps of one post: one request each, two where a write must not be made blindly. */
final class PostSteps {
    static final String CREATE_BLOG = "create-blog";
    static final String CREATE_POST = "create-post";
    static final String PUT_CONTENT = "put-content";

    private static final String ALL_BLOGS = "?excludePost=true";
    /** A person at the school agrees in hours, not in minutes. */
    private static final Duration AGREEMENT = Duration.ofHours(1);

    private final OneClient client;
    private final Work work;
    private final Handles handles;
    private final OneText text;
    private final String wanted;

    PostSteps(OneClient client, Work work, OneText text) {
        this.client = client;
        this.work = work;
        this.handles = Handles.of(work);
        this.text = text;
        this.wanted = String.valueOf(work.revision());
    }

    /** The post's page, as a deep link's path. */
    static String ref(Handles handles) {
        return handles.has(Handles.POST)
                ? "/blog/id/" + handles.get(Handles.BLOG) + "/post/" + handles.get(Handles.POST)
                : "/blog/id/" + handles.get(Handles.BLOG);
    }

    private String blog() {
        return handles.get(Handles.BLOG);
    }

    private String post() {
        return handles.get(Handles.POST);
    }

    StepResult findBlog(Effect effect) {
        Optional<Wall> wall = OneMapping.wall(blogs(), handles.get(Handles.ME), groups(), work.destination());
        return wall.map(found -> progressed(
                        Handles.BLOG, found.blog(),
                        Handles.UNSHARED, found.unshared() ? Handles.YES : "",
                        Handles.SUBMITS, found.publishes() ? "" : Handles.YES))
                .orElseGet(() -> progressed(Handles.BLOG, Handles.NONE));
    }

    private List<Blog> blogs() {
        return client.list(OneRoute.BLOGS, OneRoute.BLOGS.query(ALL_BLOGS), Blog.class);
    }

    private Groups groups() {
        return Groups.of(handles.get(Handles.GROUPS));
    }

    StepResult createBlog(Effect effect) {
        String name = OneFilter.disarmLine(work.destination().name());
        NewBlog blog = new NewBlog(
                "Informations pour la classe " + name,
                "Ce que l'école et la ville écrivent aux familles de la classe " + name + ", par Passerelle · réf. "
                        + OneMapping.reference(work.destination()),
                "",
                false,
                "NONE",
                "IMMEDIATE");
        Blog made = client.write(
                OneRoute.CREATE_BLOG, OneRoute.CREATE_BLOG.call().json(OneJson.bytes(blog)), effect, Blog.class);
        return progressed(Handles.BLOG, made.id(), Handles.UNSHARED, Handles.YES, Handles.SUBMITS, "");
    }

    StepResult findRoles(Effect effect) {
        return progressed(
                Handles.READ, String.join(",", OneShares.ofBlog(client, blog()).actions()));
    }

    /** Opens the blog that we made to its class, and reads back whom it is open to. */
    StepResult shareBlog(Effect effect) {
        OneShares shares = OneShares.ofBlog(client, blog());
        List<String> actions = handles.list(Handles.READ);
        Answer answer = shares.open(groups().readers(), actions, effect);
        if (answer.status() == 401) {
            return elsewhere(OneRoute.SHARE);
        }
        client.expectDone(OneRoute.SHARE, answer, effect);
        return shares.reaches(groups().readers(), actions)
                ? progressed(Handles.UNSHARED, "", Handles.READ, "")
                : new Outcome.Refused(new Fault.Forbidden(
                        "communication: " + work.destination().name()));
    }

    StepResult createPost(Effect effect) {
        HttpCall call = OneRoute.CREATE_POST.call(blog()).json(OneJson.bytes(text.sent()));
        Answer answer = client.ask(OneRoute.CREATE_POST, call, effect);
        if (answer.status() == 401) {
            return elsewhere(OneRoute.CREATE_POST);
        }
        Post made = client.read(OneRoute.CREATE_POST, answer, effect, Post.class);
        return progressed(Handles.POST, made.id(), Handles.PUT, wanted, Handles.SHOWN, "", Handles.WITHDRAWN, "");
    }

    /** The blog refuses us: if it is gone, another is looked for, once; if it is there, somebody must grant the right. */
    private StepResult elsewhere(OneRoute route) {
        boolean there = blogs().stream().anyMatch(blog -> blog.id().equals(blog()));
        return there || handles.has(Handles.LOST)
                ? new Outcome.Refused(new Fault.Forbidden(route.need()))
                : progressed(
                        Handles.LOST, blog(),
                        Handles.BLOG, "",
                        Handles.UNSHARED, "",
                        Handles.READ, "",
                        Handles.SUBMITS, "");
    }

    /** Returns the post to draft, whatever it was before: publishing follows. */
    StepResult putContent(Effect effect) {
        HttpCall call = OneRoute.EDIT_POST.call(blog(), post()).json(OneJson.bytes(text.sent()));
        Answer answer = client.ask(OneRoute.EDIT_POST, call, effect);
        if (answer.status() == 401) {
            return new Outcome.Refused(absent(OneRoute.EDIT_POST));
        }
        client.read(OneRoute.EDIT_POST, answer, effect, PostState.class);
        return progressed(Handles.PUT, wanted, Handles.SHOWN, "");
    }

    /** Looks first: publishing what is published would tell the families a second time. */
    StepResult publishPost(Effect effect) {
        Answer answer = client.ask(OneRoute.POSTS, OneRoute.POSTS.query("?postId=" + post(), blog()), Effect.READ);
        if (answer.status() == 401) {
            return new Outcome.Refused(absent(OneRoute.POSTS));
        }
        List<Post> found = client.list(OneRoute.POSTS, answer, Post.class);
        if (found.isEmpty()) {
            return new Outcome.Refused(new Fault.Gone());
        }
        String state = found.get(0).state();
        if (state.equals("DRAFT")) {
            state = handles.has(Handles.SUBMITS) ? submit(effect) : publish(effect);
        }
        return switch (state) {
            case "PUBLISHED" -> progressed(Handles.SHOWN, wanted);
            case "SUBMITTED" -> new Outcome.Accepted(ref(handles), AGREEMENT);
            default ->
                new Outcome.Deferred(
                        null, OneClient.broken(OneRoute.POSTS, "DRAFT, SUBMITTED or PUBLISHED", "another state"));
        };
    }

    private String publish(Effect effect) {
        client.write(
                OneRoute.PUBLISH_POST,
                OneRoute.PUBLISH_POST.call(blog(), post()).json(new byte[] {'{', '}'}),
                effect,
                PostState.class);
        return "PUBLISHED";
    }

    private String submit(Effect effect) {
        PostState submitted = client.write(
                OneRoute.SUBMIT_POST,
                OneRoute.SUBMIT_POST.call(blog(), post()).json(new byte[] {'{', '}'}),
                effect,
                PostState.class);
        return submitted.state() == null ? "" : submitted.state();
    }

    StepResult deletePost(Effect effect) {
        Answer answer = client.ask(OneRoute.DELETE_POST, OneRoute.DELETE_POST.call(blog(), post()), effect);
        String when = Handles.NOW;
        if (answer.status() == 401) {
            Fault fault = absent(OneRoute.DELETE_POST);
            if (!(fault instanceof Fault.Gone)) {
                return new Outcome.Refused(fault);
            }
            when = Handles.BEFORE;
        } else {
            client.expectDone(OneRoute.DELETE_POST, answer, effect);
        }
        return progressed(Handles.POST, "", Handles.PUT, "", Handles.SHOWN, "", Handles.WITHDRAWN, when);
    }

    private Fault absent(OneRoute route) {
        return new Absence(client).ofPost(route, blog(), post());
    }
}
