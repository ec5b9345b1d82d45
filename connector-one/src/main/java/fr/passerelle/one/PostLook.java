package fr.passerelle.one;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.one.wire.Blog;
import fr.passerelle.one.wire.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks, by requests that only read, what became of a write whose answer was lost. */
final class PostLook {
    /** How far the platform's clock may be from ours. */
    private static final Duration SKEW = Duration.ofHours(1);

    private static final String STATES = "states=DRAFT,SUBMITTED,PUBLISHED";

    private final OneClient client;
    private final Work work;
    private final Handles handles;
    private final OneText text;
    private final String wanted;

    PostLook(OneClient client, Work work, OneText text) {
        this.client = client;
        this.work = work;
        this.handles = Handles.of(work);
        this.text = text;
        this.wanted = String.valueOf(work.revision());
    }

    /** Our blog with the class's reference. */
    Resolution blog() {
        List<Blog> blogs = client.list(OneRoute.BLOGS, OneRoute.BLOGS.query("?excludePost=true"), Blog.class);
        List<Blog> ours = OneMapping.ours(blogs, handles.get(Handles.ME), work.destination());
        return switch (ours.size()) {
            case 0 -> new Resolution.NotVisible();
            case 1 ->
                new Resolution.Happened(Map.of(
                        Handles.BLOG,
                        ours.get(0).id(),
                        Handles.UNSHARED,
                        ours.get(0).shared().isEmpty() ? Handles.YES : "",
                        Handles.SUBMITS,
                        ""));
            default -> new Resolution.Several(ours.size());
        };
    }

    /** Our post with the item's reference, in whatever state. */
    Resolution post() {
        List<Written> written = ownPosts().stream().map(PostLook::written).toList();
        return Written.find(
                written,
                work.marker(),
                post -> Map.of(
                        Handles.POST,
                        post.id(),
                        Handles.PUT,
                        post.shows(text) ? wanted : "",
                        Handles.SHOWN,
                        "",
                        Handles.WITHDRAWN,
                        ""));
    }

    private static Written written(Post post) {
        if (post.content() == null) {
            throw StepEnds.deferred(OneClient.broken(OneRoute.POSTS, "posts with content", "posts without"));
        }
        return new Written(post.id(), post.title(), post.content());
    }

    /** Whether the post holds the content; one that is published holds what it held: an edit makes it a draft. */
    Resolution content() {
        String blog = handles.get(Handles.BLOG);
        String id = handles.get(Handles.POST);
        List<Post> found = client.list(OneRoute.POSTS, OneRoute.POSTS.query("?postId=" + id, blog), Post.class);
        if (found.isEmpty()) {
            return new Resolution.Failed(new Fault.Gone());
        }
        String state = found.get(0).state();
        if (state.equals("PUBLISHED")) {
            return new Resolution.NotVisible();
        }
        Post post = client.get(OneRoute.POST, OneRoute.POST.query("?state=" + state, blog, id), Post.class);
        return written(post).shows(text)
                ? new Resolution.Happened(Map.of(Handles.PUT, wanted, Handles.SHOWN, ""))
                : new Resolution.NotVisible();
    }

    /**
     * All of the account's posts in the blog since this item's work began, with their content.
     *
     * <p>The list without contents comes in one piece, so nothing can slip between its pages; contents are then read page
     * by page until each of these was seen. If one was not, the look failed: it proves nothing.
     */
    private List<Post> ownPosts() {
        String blog = handles.get(Handles.BLOG);
        Set<String> missing =
                own(client.list(OneRoute.POSTS, OneRoute.POSTS.query("?" + STATES, blog), Post.class)).stream()
                        .filter(this::mayBeOurs)
                        .map(Post::id)
                        .collect(Collectors.toCollection(HashSet::new));
        List<Post> posts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean more = true;
        for (int page = 0; more && !missing.isEmpty(); page++) {
            // A platform that knows no size of pages gives its own; the loop does not depend on it.
            String query = "?content=true&comments=false&pageSize=100&page=" + page + "&" + STATES;
            List<Post> read = client.list(OneRoute.POSTS, OneRoute.POSTS.query(query, blog), Post.class);
            more = false;
            for (Post post : read) {
                more |= seen.add(post.id());
            }
            for (Post post : own(read)) {
                if (missing.remove(post.id())) {
                    posts.add(post);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw StepEnds.deferred(new Fault.Unreachable(null));
        }
        return posts;
    }

    private boolean mayBeOurs(Post post) {
        if (!handles.has(Handles.SINCE) || post.created() == null) {
            return true;
        }
        Instant since = Instant.ofEpochMilli(Long.parseLong(handles.get(Handles.SINCE)));
        return post.created()
                .instant()
                .filter(at -> at.isBefore(since.minus(SKEW)))
                .isEmpty();
    }

    private List<Post> own(List<Post> posts) {
        String me = handles.get(Handles.ME);
        return posts.stream().filter(post -> post.author().userId().equals(me)).toList();
    }
}
