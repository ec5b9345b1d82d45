package fr.passerelle.one;

import static fr.passerelle.one.Handles.progressed;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.Attachment;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.one.wire.StoredElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one post or info: documents of the service account's that whoever is signed in may read, put there before
 * the text that refers to them and deleted after it. ONE makes smaller what is a picture, so neither size nor bytes tell
 * one again: its name does, by the item's reference and the file's number.
 */
final class DocumentSteps {
    static final String UPLOAD = "upload-file-";

    /** Without an application ONE passes over the first word and keeps the document from everybody. */
    private static final String FOR_WHO_IS_SIGNED_IN = "?protected=true&application=media-library";

    private final StepMaker maker;
    private final Work work;
    private final Handles handles;

    DocumentSteps(StepMaker maker, Work work) {
        this.maker = maker;
        this.work = work;
        this.handles = Handles.of(work);
    }

    /** What is to be done before the text is written; empty once all its files are there. */
    Optional<Next> before() {
        if (handles.has(Handles.WITHDRAWN) && handles.has(Handles.DOCUMENTS)) {
            // A withdrawal was interrupted: what it has left of an earlier time is nothing to refer to.
            return after();
        }
        if (handles.has(Handles.CLOSED)) {
            Fault unreadable = OneClient.broken(OneRoute.UPLOAD, "a protected document", "one that nobody else reads");
            return Optional.of(new Next.Finished(new Outcome.Refused(unreadable)));
        }
        int there = documents().size();
        return there < work.content().attachments().size()
                ? Optional.of(maker.step(
                        UPLOAD + (there + 1), Effect.ONCE, (session, client) -> upload(maker.files(session))))
                : Optional.empty();
    }

    /** What is to be done once the text is gone; empty when no file is left. */
    Optional<Next> after() {
        return handles.has(Handles.DOCUMENTS)
                ? Optional.of(maker.step(
                        "delete-file-" + documents().size(),
                        Effect.REPEATABLE,
                        (session, client) -> deleteLast(maker.files(session))))
                : Optional.empty();
    }

    private List<String> documents() {
        return handles.list(Handles.DOCUMENTS);
    }

    private StepResult upload(OneClient files) {
        List<String> documents = new ArrayList<>(documents());
        Attachment file = work.content().attachments().get(documents.size());
        HttpCall call = OneRoute.UPLOAD
                .query(FOR_WHO_IS_SIGNED_IN)
                .file("file", name(documents.size()), file.mediaType(), file.bytes());
        Answer answer = files.ask(OneRoute.UPLOAD, call, Effect.ONCE);
        Optional<Fault> refused = OneFiles.notTaken(answer);
        if (refused.isPresent()) {
            return new Outcome.Refused(refused.get());
        }
        StoredElement made = files.read(OneRoute.UPLOAD, answer, Effect.ONCE, StoredElement.class);
        documents.add(made.id());
        return progressed(
                Handles.DOCUMENTS,
                String.join(",", documents),
                Handles.CLOSED,
                made.isProtected() ? "" : Handles.YES,
                Handles.WITHDRAWN,
                "");
    }

    /** As who downloads it finds it called. */
    private String name(int index) {
        String name = work.content().attachments().get(index).fileName();
        return OneFilter.disarmLine(stem(name))
                + reference(index)
                + name.substring(stem(name).length());
    }

    /** What only this document's name has before its ending: the reference is the item's alone. */
    private String reference(int index) {
        return " réf " + work.marker() + "-" + (index + 1);
    }

    private static String stem(String name) {
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    /** Whether the file whose upload lost its answer is there, also when its own name was erased meanwhile. */
    Resolution look(EntSession session) {
        List<String> known = documents();
        String reference = reference(known.size());
        List<String> fresh = listed(maker.files(session)).stream()
                .filter(one -> stem(one.name()).endsWith(reference) && !known.contains(one.id()))
                .map(StoredElement::id)
                .toList();
        return switch (fresh.size()) {
            case 0 -> new Resolution.NotVisible();
            case 1 -> {
                List<String> all = new ArrayList<>(known);
                all.addAll(fresh);
                yield new Resolution.Happened(Map.of(Handles.DOCUMENTS, String.join(",", all), Handles.WITHDRAWN, ""));
            }
            default -> new Resolution.Several(fresh.size());
        };
    }

    private static List<StoredElement> listed(OneClient files) {
        return files.list(OneRoute.DOCUMENTS, OneRoute.DOCUMENTS.query("?filter=protected"), StoredElement.class);
    }

    /** For good: whoever kept the address could still read what lies in the bin. */
    private StepResult deleteLast(OneClient files) {
        List<String> documents = documents();
        int rest = documents.size() - 1;
        try {
            delete(files, documents.get(rest));
        } catch (StepEnds ends) {
            // The text is gone already, so it is not enough to say why.
            return ends.outcome() instanceof Outcome.Refused
                    ? new Outcome.Refused(OneMapping.rejected(OneReason.FILE_STAYS))
                    : ends.outcome();
        }
        return progressed(
                Handles.DOCUMENTS,
                String.join(",", documents.subList(0, rest)),
                Handles.CLOSED,
                "",
                Handles.WITHDRAWN,
                handles.has(Handles.WITHDRAWN) ? handles.get(Handles.WITHDRAWN) : Handles.NOW);
    }

    /** ONE answers the same for what is not ours to delete and for what is not there. */
    private static void delete(OneClient files, String document) {
        Answer answer = files.ask(OneRoute.DELETE_DOCUMENT, OneRoute.DELETE_DOCUMENT.call(document), Effect.REPEATABLE);
        if (answer.status() != 401
                || listed(files).stream().anyMatch(one -> one.id().equals(document))) {
            files.expectDone(OneRoute.DELETE_DOCUMENT, answer, Effect.REPEATABLE);
        }
    }
}
