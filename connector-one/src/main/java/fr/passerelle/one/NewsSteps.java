package fr.passerelle.one;

import static fr.passerelle.one.Handles.progressed;

import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.StepResult.Progressed;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.one.wire.Info;
import fr.passerelle.one.wire.InfoChange;
import fr.passerelle.one.wire.MadeNumber;
import fr.passerelle.one.wire.NewThread;
import java.util.List;
import java.util.Optional;

/** The steps of one info: one request each, more where a write must not be made blindly. */
final class NewsSteps {
    static final String CREATE_THREAD = "create-thread";
    static final String CREATE_INFO = "create-info";
    static final String PUT_CONTENT = "put-content";

    static final String PUBLISHED = "PUBLISHED";
    /** A person put it into the bin, from where only a person gets it. */
    static final String TRASHED = "TRASH";

    private static final List<String> STATES = List.of(TRASHED, "DRAFT", "PENDING", PUBLISHED);

    private final OneClient client;
    private final Work work;
    private final Handles handles;
    private final OneText text;
    private final String wanted;

    NewsSteps(OneClient client, Work work, OneText text) {
        this.client = client;
        this.work = work;
        this.handles = Handles.of(work);
        this.text = text;
        this.wanted = String.valueOf(work.revision());
    }

    /** The info's page, as ONE's own notifications lead there. */
    static String ref(Handles handles) {
        String thread = "/actualites#/view/thread/" + handles.get(Handles.THREAD);
        return handles.has(Handles.INFO) ? thread + "/info/" + handles.get(Handles.INFO) : thread;
    }

    private String info() {
        return handles.get(Handles.INFO);
    }

    StepResult findThread(Effect effect) {
        return found(
                NewsThreads.read(client, handles).fitting(work.destination()).orElse(Handles.NONE));
    }

    /** Looks first: publications to several classes of a school want the same thread at the same time. */
    StepResult createThread(Effect effect) {
        Optional<String> meanwhile = NewsThreads.read(client, handles).ours(work.destination());
        if (meanwhile.isPresent()) {
            return found(meanwhile.get());
        }
        NewThread thread = new NewThread(
                "Informations de l'école et de la ville, par Passerelle · réf. "
                        + OneMapping.threadReference(work.destination()),
                0,
                new NewThread.Structure(handles.get(Handles.SCHOOL)));
        Answer answer =
                client.ask(OneRoute.CREATE_THREAD, OneRoute.CREATE_THREAD.call().json(OneJson.bytes(thread)), effect);
        if (answer.status() == 400) {
            // Nothing in this body is an author's: ONE says so to who does not belong to the school.
            return new Outcome.Refused(new Fault.Forbidden("structure"));
        }
        return found(client.read(OneRoute.CREATE_THREAD, answer, effect, MadeNumber.class)
                .id());
    }

    private static Progressed found(String thread) {
        return progressed(Handles.THREAD, thread);
    }

    /** A draft, which nobody else sees. It gets no dates: one of ours could lie in the platform's future and hide it. */
    StepResult createInfo(Effect effect) {
        HttpCall call =
                OneRoute.CREATE_INFO.call().json(OneJson.bytes(text.info(Long.parseLong(handles.get(Handles.THREAD)))));
        Answer answer = client.ask(OneRoute.CREATE_INFO, call, effect);
        if (answer.status() == 401) {
            return elsewhere();
        }
        MadeNumber made = client.read(OneRoute.CREATE_INFO, answer, effect, MadeNumber.class);
        return progressed(
                Handles.INFO,
                made.id(),
                Handles.UNSHARED,
                Handles.YES,
                Handles.PUT,
                wanted,
                Handles.SHOWN,
                "",
                Handles.WITHDRAWN,
                "");
    }

    /** The thread refuses us: if it is gone, another is looked for, once; if it is there, somebody must grant the right. */
    private StepResult elsewhere() {
        String thread = handles.get(Handles.THREAD);
        return NewsThreads.read(client, handles).contains(thread) || handles.has(Handles.LOST)
                ? new Outcome.Refused(new Fault.Forbidden(OneRoute.CREATE_INFO.need()))
                : progressed(Handles.LOST, thread, Handles.THREAD, "");
    }

    StepResult findRoles(Effect effect) {
        return progressed(
                Handles.READ, String.join(",", OneShares.ofInfo(client, info()).actions()));
    }

    /** Opens the draft to whom it is for, and reads back whom it is open to. */
    StepResult shareInfo(Effect effect) {
        OneShares shares = OneShares.ofInfo(client, info());
        List<String> actions = handles.list(Handles.READ);
        List<String> to = handles.list(Handles.TO);
        Answer answer = shares.open(to, actions, effect);
        if (answer.status() == 401) {
            return new Outcome.Refused(absent(OneRoute.SHARE_INFO));
        }
        client.expectDone(OneRoute.SHARE_INFO, answer, effect);
        return shares.reaches(to, actions)
                ? progressed(Handles.UNSHARED, "", Handles.READ, "")
                : new Outcome.Refused(new Fault.Forbidden(
                        "communication: " + work.destination().name()));
    }

    /** What the info is before it is corrected: what is newer later is the correction. */
    StepResult findInfo(Effect effect) {
        Optional<Info> there = look();
        if (there.isEmpty()) {
            return new Outcome.Refused(absent(OneRoute.EDIT_INFO));
        }
        if (there.get().status().equals(TRASHED)) {
            return new Outcome.Refused(new Fault.Gone());
        }
        int status = STATES.indexOf(there.get().status());
        return status < 0
                ? new Outcome.Deferred(null, unknownState())
                : progressed(
                        Handles.STATUS,
                        String.valueOf(status),
                        Handles.MODIFIED,
                        there.get().modified());
    }

    private static Fault unknownState() {
        return OneClient.broken(OneRoute.INFO, String.join(", ", STATES), "another state");
    }

    /** Changes title and text and leaves the state as it is. */
    StepResult putContent(Effect effect) {
        InfoChange change = text.change(Integer.parseInt(handles.get(Handles.STATUS)));
        Answer answer = put(change, effect);
        if (answer.status() == 401) {
            return new Outcome.Refused(absent(OneRoute.EDIT_INFO));
        }
        client.read(OneRoute.EDIT_INFO, answer, effect, MadeNumber.class);
        return progressed(Handles.PUT, wanted, Handles.SHOWN, "", Handles.STATUS, "", Handles.MODIFIED, "");
    }

    private Answer put(InfoChange change, Effect effect) {
        return client.ask(OneRoute.EDIT_INFO, OneRoute.EDIT_INFO.call(info()).json(OneJson.bytes(change)), effect);
    }

    /**
     * Looks first: ONE never answers who changes an info that is not there. Only the state is sent, so that a late one
     * brings no older words back.
     */
    StepResult publishInfo(Effect effect) {
        Optional<Info> there = look();
        if (there.isEmpty()) {
            return new Outcome.Refused(absent(OneRoute.INFO));
        }
        String status = there.get().status();
        if (status.equals(TRASHED)) {
            return new Outcome.Refused(new Fault.Gone());
        }
        if (!status.equals(PUBLISHED)) {
            Answer answer = put(new InfoChange(null, null, STATES.indexOf(PUBLISHED)), effect);
            client.read(OneRoute.EDIT_INFO, answer, effect, MadeNumber.class);
        }
        return progressed(Handles.SHOWN, wanted);
    }

    StepResult deleteInfo(Effect effect) {
        Answer answer = client.ask(OneRoute.DELETE_INFO, OneRoute.DELETE_INFO.call(info()), effect);
        String when = Handles.NOW;
        if (answer.status() == 401) {
            Fault fault = absent(OneRoute.DELETE_INFO);
            if (!(fault instanceof Fault.Gone)) {
                return new Outcome.Refused(fault);
            }
            when = Handles.BEFORE;
        } else {
            client.expectDone(OneRoute.DELETE_INFO, answer, effect);
        }
        return progressed(
                Handles.INFO,
                "",
                Handles.UNSHARED,
                "",
                Handles.READ,
                "",
                Handles.PUT,
                "",
                Handles.SHOWN,
                "",
                Handles.STATUS,
                "",
                Handles.MODIFIED,
                "",
                Handles.WITHDRAWN,
                when);
    }

    /** The info as it is; empty if it is not there. Reading it counts no view. */
    private Optional<Info> look() {
        Answer answer = client.ask(OneRoute.INFO, OneRoute.INFO.call(info()), Effect.READ);
        return answer.status() == 401 ? Optional.empty() : Optional.of(client.read(OneRoute.INFO, answer, Info.class));
    }

    private Fault absent(OneRoute route) {
        return new Absence(client).ofInfo(route, info());
    }
}
