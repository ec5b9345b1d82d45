package fr.passerelle.one;

import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.Work;
import java.util.function.BiFunction;

/**
 * What is to be done next for a post in a class's blog: the blog found or made, the post's files put, the post written,
 * shown; or deleted, its files after it.
 */
final class OneBlogs {
    private final StepMaker maker;

    OneBlogs(StepMaker maker) {
        this.maker = maker;
    }

    Next next(Work work) {
        return work.verb() == Work.Verb.WITHDRAW ? withdraw(work) : publish(work);
    }

    private Next publish(Work work) {
        OneText text = OneText.of(work);
        return text.taken()
                ? maker.begin(work).orElseGet(() -> publish(work, text, Handles.of(work)))
                : StepMaker.refused(OneReason.TEXT_NOT_TAKEN);
    }

    /** The first thing that is missing: blog, files, post, its content, its being seen. */
    private Next publish(Work work, OneText text, Handles handles) {
        String wanted = String.valueOf(work.revision());
        if (!handles.has(Handles.GROUPS)) {
            return maker.find("find-groups", work, OneDirectory::findGroups);
        }
        if (!handles.has(Handles.BLOG)) {
            return step("find-blog", Effect.READ, work, text, PostSteps::findBlog);
        }
        if (handles.get(Handles.BLOG).equals(Handles.NONE)) {
            return step(PostSteps.CREATE_BLOG, Effect.ONCE, work, text, PostSteps::createBlog);
        }
        if (handles.has(Handles.UNSHARED)) {
            return handles.has(Handles.READ)
                    ? step("share-blog", Effect.REPEATABLE, work, text, PostSteps::shareBlog)
                    : step("find-roles", Effect.READ, work, text, PostSteps::findRoles);
        }
        if (!handles.has(Handles.POST)) {
            return new DocumentSteps(maker, work)
                    .before()
                    .orElseGet(() -> step(PostSteps.CREATE_POST, Effect.ONCE, work, text, PostSteps::createPost));
        }
        if (!handles.get(Handles.PUT).equals(wanted)) {
            return step(PostSteps.PUT_CONTENT, Effect.ONCE, work, text, PostSteps::putContent);
        }
        if (!handles.get(Handles.SHOWN).equals(wanted)) {
            return step("publish-post", Effect.REPEATABLE, work, text, PostSteps::publishPost);
        }
        return new Next.Finished(new Outcome.Applied(PostSteps.ref(handles)));
    }

    private Next withdraw(Work work) {
        Handles handles = Handles.of(work);
        if (!handles.has(Handles.POST)) {
            return new DocumentSteps(maker, work)
                    .after()
                    .orElseGet(() -> StepMaker.withdrawn(handles, PostSteps.ref(handles)));
        }
        OneText text = OneText.of(work);
        return step("delete-post", Effect.REPEATABLE, work, text, PostSteps::deletePost);
    }

    private Next step(
            String name, Effect effect, Work work, OneText text, BiFunction<PostSteps, Effect, StepResult> what) {
        return maker.step(name, effect, (session, client) -> what.apply(new PostSteps(client, work, text), effect));
    }

    /** Looks what became of a step whose answer was lost. */
    Resolution resolve(EntSession session, Work work, String step) {
        if (step.startsWith(DocumentSteps.UPLOAD)) {
            return new DocumentSteps(maker, work).look(session);
        }
        PostLook look = new PostLook(maker.client(session), work, OneText.of(work));
        return switch (step) {
            case PostSteps.CREATE_BLOG -> look.blog();
            case PostSteps.CREATE_POST -> look.post();
            case PostSteps.PUT_CONTENT -> look.content();
            default -> throw StepMaker.notResolved(step);
        };
    }
}
