package fr.passerelle.one;

import static fr.passerelle.one.Handles.progressed;

import fr.passerelle.ent.spi.Attachment;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.StepResult.Progressed;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.one.wire.Made;
import fr.passerelle.one.wire.Message;
import fr.passerelle.one.wire.MessageIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The writing steps of one message: one write each, after a look where it must not be made blindly. */
final class MessageSteps {
    private static final String IS_DRAFT = "DRAFT";
    private static final String IS_RECALLED = "RECALL";

    private final OneClient client;
    private final Work work;
    private final Handles handles;

    MessageSteps(OneClient client, Work work) {
        this.client = client;
        this.work = work;
        this.handles = Handles.of(work);
    }

    /** The message's id; ONE has no page that all who got it could open by it. */
    static String ref(Handles handles) {
        return "message/" + handles.get(Handles.MESSAGE);
    }

    private String message() {
        return handles.get(Handles.MESSAGE);
    }

    private byte[] sent() {
        OneText text = OneText.of(work.content(), work.marker());
        return OneJson.bytes(text.message(handles.list(Handles.TO)));
    }

    StepResult createDraft(Effect effect) {
        HttpCall call = OneRoute.CREATE_DRAFT.call().json(sent());
        Made made = client.write(OneRoute.CREATE_DRAFT, call, effect, Made.class);
        return progressed(Handles.MESSAGE, made.id(), Handles.ATTACHED, "", Handles.WITHDRAWN, "");
    }

    StepResult attach(Effect effect) {
        List<String> attached = new ArrayList<>(handles.list(Handles.ATTACHED));
        Attachment file = work.content().attachments().get(attached.size());
        byte[] bytes = file.bytes();
        HttpCall call = OneRoute.ATTACH.call(message()).file("file", file.fileName(), file.mediaType(), bytes);
        Answer answer = client.ask(OneRoute.ATTACH, call, effect);
        if (answer.status() == 401) {
            return new Outcome.Refused(look().isEmpty() ? new Fault.Gone() : forbidden());
        }
        if (answer.status() == 400 || answer.status() == 413) {
            return new Outcome.Refused(OneMapping.rejected(OneReason.FILE_NOT_TAKEN));
        }
        attached.add(client.read(OneRoute.ATTACH, answer, effect, Made.class).id());
        return progressed(Handles.ATTACHED, String.join(",", attached));
    }

    /** Looks first: older servers would send what is sent a second time. */
    StepResult send(Effect effect) {
        Optional<Message> draft = look();
        if (draft.isEmpty()) {
            return new Outcome.Refused(new Fault.Gone());
        }
        if (draft.get().state().equals(IS_DRAFT)) {
            HttpCall call = OneRoute.SEND.query("?id=" + message()).json(sent());
            Answer answer = client.ask(OneRoute.SEND, call, effect);
            if (answer.status() == 401) {
                return new Outcome.Refused(forbidden());
            }
            client.read(OneRoute.SEND, answer, effect, Made.class);
        }
        return progressed(Handles.SENT, String.valueOf(work.revision()));
    }

    /** A recipient has become invisible since they were looked up; nobody got anything. */
    private Fault forbidden() {
        return new Fault.Forbidden("communication: " + work.destination().name());
    }

    /** The message as it is; empty if it is not there. Reading one's own has no effect on anybody. */
    private Optional<Message> look() {
        Answer answer = client.ask(OneRoute.MESSAGE, OneRoute.MESSAGE.call(message()), Effect.READ);
        return answer.status() == 401
                ? Optional.empty()
                : Optional.of(client.read(OneRoute.MESSAGE, answer, Message.class));
    }

    StepResult recall() {
        Optional<Message> there = look();
        if (there.isEmpty() || there.get().state().equals(IS_RECALLED)) {
            return gone(Handles.BEFORE);
        }
        if (there.get().state().equals(IS_DRAFT)) {
            return progressed(Handles.SENT, "");
        }
        Answer answer = client.ask(OneRoute.RECALL, OneRoute.RECALL.call(message()), Effect.REPEATABLE);
        if (answer.status() == 400) {
            return new Outcome.Refused(OneMapping.rejected(OneReason.RECALL_TOO_LATE));
        }
        client.expectDone(OneRoute.RECALL, answer, Effect.REPEATABLE);
        return gone(Handles.NOW);
    }

    /** What was never sent goes into the bin first, as ONE wants it, and then for good. */
    StepResult trashDraft() {
        Optional<Message> there = look();
        if (there.isEmpty()) {
            return gone(Handles.BEFORE);
        }
        if (!there.get().state().equals(IS_DRAFT)) {
            return progressed(Handles.SENT, String.valueOf(work.revision()));
        }
        put(OneRoute.TRASH);
        return progressed(Handles.TRASHED, Handles.YES);
    }

    /** ONE refuses to delete what is not there, as after a request of ours whose answer was lost. */
    StepResult deleteDraft() {
        if (look().isPresent()) {
            put(OneRoute.DELETE_MESSAGES);
        }
        return gone(Handles.NOW);
    }

    private void put(OneRoute route) {
        HttpCall call = route.call().json(OneJson.bytes(new MessageIds(List.of(message()))));
        client.expectDone(route, client.ask(route, call, Effect.REPEATABLE), Effect.REPEATABLE);
    }

    private static Progressed gone(String when) {
        return progressed(
                Handles.MESSAGE,
                "",
                Handles.ATTACHED,
                "",
                Handles.SENT,
                "",
                Handles.TRASHED,
                "",
                Handles.WITHDRAWN,
                when);
    }
}
