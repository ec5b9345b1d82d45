package fr.passerelle.one;

import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.one.wire.Blog;
import fr.passerelle.one.wire.NewsThread;
import fr.passerelle.one.wire.Post;

/** Why ONE answered 401 about an object of ours, which it does for what is forbidden and for what is not there. */
final class Absence {
    private final OneClient client;

    Absence(OneClient client) {
        this.client = client;
    }

    /** A post's author may always edit and delete it, so the post or its whole blog is gone unless a list shows it. */
    Fault ofPost(OneRoute refused, String blog, String post) {
        Answer answer = client.ask(OneRoute.POSTS, OneRoute.POSTS.query("?postId=" + post, blog), Effect.READ);
        boolean there = answer.status() == 401
                ? client.list(OneRoute.BLOGS, OneRoute.BLOGS.query("?excludePost=true"), Blog.class).stream()
                        .anyMatch(one -> one.id().equals(blog))
                : !client.list(OneRoute.POSTS, answer, Post.class).isEmpty();
        return there ? new Fault.Forbidden(refused.need()) : new Fault.Gone();
    }

    /** An info's author may always read it: where that is refused too, it is gone unless all news are refused. */
    Fault ofInfo(OneRoute refused, String info) {
        if (client.ask(OneRoute.INFO, OneRoute.INFO.call(info), Effect.READ).status() != 401) {
            return new Fault.Forbidden(refused.need());
        }
        client.list(OneRoute.THREADS, OneRoute.THREADS.call(), NewsThread.class);
        return new Fault.Gone();
    }
}
