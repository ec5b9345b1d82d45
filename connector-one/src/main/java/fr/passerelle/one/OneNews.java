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
 * What is to be done next for an info: the school's thread found or made, the info's files put, a draft written, shared,
 * shown; or deleted, its files after it. Nobody sees anything of it before it is shared with all whom it is for.
 */
final class OneNews {
    private final StepMaker maker;

    OneNews(StepMaker maker) {
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

    /** The first thing that is missing: readers, thread, files, info, its readers' access, its content, its being seen. */
    private Next publish(Work work, OneText text, Handles handles) {
        String wanted = String.valueOf(work.revision());
        if (!handles.has(Handles.TO)) {
            return maker.find("find-readers", work, OneDirectory::findRecipients);
        }
        if (!handles.has(Handles.THREAD)) {
            return step("find-thread", Effect.READ, work, text, NewsSteps::findThread);
        }
        if (handles.get(Handles.THREAD).equals(Handles.NONE)) {
            return step(NewsSteps.CREATE_THREAD, Effect.ONCE, work, text, NewsSteps::createThread);
        }
        if (!handles.has(Handles.INFO)) {
            return new DocumentSteps(maker, work)
                    .before()
                    .orElseGet(() -> step(NewsSteps.CREATE_INFO, Effect.ONCE, work, text, NewsSteps::createInfo));
        }
        if (handles.has(Handles.UNSHARED)) {
            return handles.has(Handles.READ)
                    ? step("share-info", Effect.REPEATABLE, work, text, NewsSteps::shareInfo)
                    : step("find-roles", Effect.READ, work, text, NewsSteps::findRoles);
        }
        if (!handles.get(Handles.PUT).equals(wanted)) {
            return handles.has(Handles.MODIFIED)
                    ? step(NewsSteps.PUT_CONTENT, Effect.ONCE, work, text, NewsSteps::putContent)
                    : step("find-info", Effect.READ, work, text, NewsSteps::findInfo);
        }
        if (!handles.get(Handles.SHOWN).equals(wanted)) {
            return step("publish-info", Effect.REPEATABLE, work, text, NewsSteps::publishInfo);
        }
        return new Next.Finished(new Outcome.Applied(NewsSteps.ref(handles)));
    }

    private Next withdraw(Work work) {
        Handles handles = Handles.of(work);
        if (!handles.has(Handles.INFO)) {
            return new DocumentSteps(maker, work)
                    .after()
                    .orElseGet(() -> StepMaker.withdrawn(handles, NewsSteps.ref(handles)));
        }
        OneText text = OneText.of(work);
        return step("delete-info", Effect.REPEATABLE, work, text, NewsSteps::deleteInfo);
    }

    private Next step(
            String name, Effect effect, Work work, OneText text, BiFunction<NewsSteps, Effect, StepResult> what) {
        return maker.step(name, effect, (session, client) -> what.apply(new NewsSteps(client, work, text), effect));
    }

    /** Looks what became of a step whose answer was lost. */
    Resolution resolve(EntSession session, Work work, String step) {
        if (step.startsWith(DocumentSteps.UPLOAD)) {
            return new DocumentSteps(maker, work).look(session);
        }
        NewsLook look = new NewsLook(maker.client(session), work, OneText.of(work));
        return switch (step) {
            case NewsSteps.CREATE_THREAD -> look.thread();
            case NewsSteps.CREATE_INFO -> look.info();
            case NewsSteps.PUT_CONTENT -> look.content();
            default -> throw StepMaker.notResolved(step);
        };
    }
}
