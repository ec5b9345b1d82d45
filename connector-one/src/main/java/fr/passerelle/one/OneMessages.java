package fr.passerelle.one;

import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.Work;
import java.util.function.Function;

/** What is to be done next for a message: found whom it goes to, drafted, its files attached, sent; or recalled. */
final class OneMessages {
    static final String CREATE_DRAFT = "create-draft";
    static final String ATTACH = "attach-file-";
    static final String SEND = "send-message";

    private final StepMaker maker;

    OneMessages(StepMaker maker) {
        this.maker = maker;
    }

    Next next(Work work) {
        return work.verb() == Work.Verb.WITHDRAW ? withdraw(work) : publish(work);
    }

    private Next publish(Work work) {
        Handles handles = Handles.of(work);
        if (handles.has(Handles.SENT)) {
            boolean newer =
                    work.verb() == Work.Verb.EDIT && !handles.get(Handles.SENT).equals(String.valueOf(work.revision()));
            return newer
                    ? StepMaker.refused(OneReason.MESSAGE_IS_SENT)
                    : new Next.Finished(new Outcome.Applied(MessageSteps.ref(handles)));
        }
        if (!OneText.of(work.content(), work.marker()).taken()) {
            return StepMaker.refused(OneReason.TEXT_NOT_TAKEN);
        }
        return handles.has(Handles.MESSAGE)
                ? complete(work, handles)
                : maker.begin(work).orElseGet(() -> draft(work, handles));
    }

    private Next draft(Work work, Handles handles) {
        if (!handles.has(Handles.TO)) {
            return maker.find("find-recipients", work, OneDirectory::findRecipients);
        }
        return handles.has(Handles.VISIBLE)
                ? step(CREATE_DRAFT, Effect.ONCE, work, steps -> steps.createDraft(Effect.ONCE))
                : maker.find("find-visible", work, OneDirectory::findVisible);
    }

    private Next complete(Work work, Handles handles) {
        int attached = handles.list(Handles.ATTACHED).size();
        return attached < work.content().attachments().size()
                ? step(ATTACH + (attached + 1), Effect.ONCE, work, steps -> steps.attach(Effect.ONCE))
                : step(SEND, Effect.ONCE, work, steps -> steps.send(Effect.ONCE));
    }

    private Next withdraw(Work work) {
        Handles handles = Handles.of(work);
        if (!handles.has(Handles.MESSAGE)) {
            return StepMaker.withdrawn(handles, MessageSteps.ref(handles));
        }
        if (handles.has(Handles.SENT)) {
            return step("recall-message", Effect.REPEATABLE, work, MessageSteps::recall);
        }
        return handles.has(Handles.TRASHED)
                ? step("delete-draft", Effect.REPEATABLE, work, MessageSteps::deleteDraft)
                : step("trash-draft", Effect.REPEATABLE, work, MessageSteps::trashDraft);
    }

    private Next step(String name, Effect effect, Work work, Function<MessageSteps, StepResult> what) {
        return maker.step(name, effect, (session, client) -> what.apply(new MessageSteps(client, work)));
    }

    /** Looks what became of a step whose answer was lost. */
    Resolution resolve(EntSession session, Work work, String step) {
        MessageLook look = new MessageLook(maker.client(session), work);
        if (step.equals(CREATE_DRAFT)) {
            return look.draft();
        }
        if (step.startsWith(ATTACH)) {
            return look.file();
        }
        if (step.equals(SEND)) {
            return look.sent();
        }
        throw StepMaker.notResolved(step);
    }
}
