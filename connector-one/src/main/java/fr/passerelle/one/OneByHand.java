package fr.passerelle.one;

import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.Sighting;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.one.wire.Blog;
import fr.passerelle.one.wire.Post;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks, by requests that only read, whether the blogs that the account may read show a post that a person wrote with our
 * reference. Which class a person wrote it for is hers to know.
 */
final class OneByHand {
    /** An account of a whole town may read very many: looking through them all would be no look. */
    private static final int MOST_BLOGS = 60;

    private final OneClient client;
    private final Work work;

    OneByHand(OneClient client, Work work) {
        this.client = client;
        this.work = work;
    }

    /** Where a person writes such a thing. */
    static String page(CommunicationKind kind) {
        return switch (kind) {
            case NEWS -> "/actualites";
            case BLOG -> "/blog";
            case MESSAGE -> "/conversation/conversation";
            case LIAISON -> "/schoolbook";
        };
    }

    Sighting look() {
        if (work.content().kind() != CommunicationKind.BLOG) {
            return new Sighting.CannotLook();
        }
        List<Blog> blogs = client.list(OneRoute.BLOGS, OneRoute.BLOGS.query("?excludePost=true"), Blog.class);
        if (blogs.size() > MOST_BLOGS) {
            return new Sighting.CannotLook();
        }
        OneText text = OneText.of(work.content(), work.marker());
        boolean edited = work.verb() == Work.Verb.EDIT;
        for (Blog blog : blogs) {
            for (Post post : published(blog)) {
                String content = post.content() == null ? "" : post.content();
                Written written = new Written(post.id(), post.title(), content);
                if (content.contains(work.marker()) && (!edited || written.shows(text))) {
                    return new Sighting.Seen("/blog/id/" + blog.id() + "/post/" + post.id());
                }
            }
        }
        return new Sighting.NotSeen();
    }

    /** Page by page, until a page brings nothing new. */
    private List<Post> published(Blog blog) {
        Set<String> seen = new HashSet<>();
        List<Post> posts = new ArrayList<>();
        for (int page = 0; ; page++) {
            String query = "?content=true&comments=false&pageSize=100&page=" + page + "&states=PUBLISHED";
            List<Post> read = client.list(OneRoute.POSTS, OneRoute.POSTS.query(query, blog.id()), Post.class);
            List<Post> fresh = read.stream().filter(post -> seen.add(post.id())).toList();
            if (fresh.isEmpty()) {
                return posts;
            }
            posts.addAll(fresh);
        }
    }
}
