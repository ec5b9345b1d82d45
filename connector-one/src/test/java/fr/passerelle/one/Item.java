package fr.passerelle.one;

import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.Attachment;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Published;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.StepResult.Progressed;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.ent.spi.Work.Verb;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One item as the engine would keep it: asks for the next step, runs it, keeps the handles. */
final class Item {
    static final Destination CM2_B = new Destination(new Uai("0771369V"), "class/cm2b", "CM2 B");
    static final Destination FAMILIES_OF_CM2_B = new Destination(new Uai("0771369V"), "message/class/cm2b", "CM2 B");
    static final Destination STAFF = new Destination(new Uai("0771369V"), "message/staff/0771369V", "Personnel");
    static final Destination NEWS_OF_CM2_B = new Destination(new Uai("0771369V"), "news/class/cm2b", "CM2 B");
    static final Destination NEWS_OF_CM2_A = new Destination(new Uai("0771369V"), "news/class/cm2a", "CM2 A");
    static final Destination WHOLE_SCHOOL =
            new Destination(new Uai("0771369V"), "news/school/0771369V", "Toute l'école");
    static final Destination NEWS_OF_STAFF = new Destination(new Uai("0771369V"), "news/staff/0771369V", "Personnel");
    static final Destination CM2_A = new Destination(new Uai("0771369V"), "class/cm2a", "CM2 A");

    final Map<String, String> progress = new HashMap<>();
    final List<String> stepsRun = new ArrayList<>();

    private final OneConnector connector;
    private final EntSession session;
    private final Destination destination;
    private final String marker;
    private Verb verb = Verb.PUBLISH;
    private Content content;
    private int revision = 1;

    Item(OneConnector connector, EntSession session, Destination destination, String marker) {
        this.connector = connector;
        this.session = session;
        this.destination = destination;
        this.marker = marker;
        this.content = content("Sortie au musée", "<p>Nous irons au musée <strong>mardi</strong>.</p>");
    }

    private static Content content(String title, String html) {
        return new Content(CommunicationKind.BLOG, title, html, "l'école Les Tournelles");
    }

    /** A message with files instead of a post. */
    Item asMessage(Attachment... files) {
        content = new Content(
                CommunicationKind.MESSAGE, content.title(), content.html(), content.byline(), List.of(files));
        return this;
    }

    /** A post or news with files. */
    Item with(Attachment... files) {
        content = new Content(content.kind(), content.title(), content.html(), content.byline(), List.of(files));
        return this;
    }

    /** News instead of a post. */
    Item asNews() {
        content = new Content(
                CommunicationKind.NEWS, content.title(), content.html(), content.byline(), content.attachments());
        return this;
    }

    /** As who asks later what became of it. */
    Published published() {
        return new Published(content.kind(), destination, marker, "", progress);
    }

    static Attachment file(String name, String mediaType, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Attachment(name, mediaType, bytes.length, bytes::clone);
    }

    /** Other words, before anything was published. */
    Item saying(String title, String html) {
        content = new Content(content.kind(), title, html, content.byline(), content.attachments());
        return this;
    }

    Outcome publish() {
        verb = Verb.PUBLISH;
        return run();
    }

    Outcome correct(String title, String html) {
        verb = Verb.EDIT;
        revision++;
        return saying(title, html).run();
    }

    Outcome withdraw() {
        verb = Verb.WITHDRAW;
        return run();
    }

    Work work() {
        return new Work(verb, revision, destination, marker, content, progress);
    }

    /** Until something ends it; a step that is deferred or unknown ends it too. */
    Outcome run() {
        while (true) {
            Next next = connector.next(work());
            if (next instanceof Next.Finished finished) {
                return finished.outcome();
            }
            Next.Step step = (Next.Step) next;
            stepsRun.add(step.name());
            StepResult result = step.call().run(session);
            if (result instanceof Outcome outcome) {
                return outcome;
            }
            keep(((Progressed) result).handles());
        }
    }

    String lastStep() {
        return stepsRun.get(stepsRun.size() - 1);
    }

    /** Looks what became of the last step, and keeps the handles if it happened. */
    Resolution resolve() {
        Resolution resolution = connector.resolve(session, work(), lastStep());
        if (resolution instanceof Resolution.Happened happened) {
            keep(happened.handles());
        }
        return resolution;
    }

    private void keep(Map<String, String> handles) {
        handles.forEach((name, value) -> {
            if (value.isEmpty()) {
                progress.remove(name);
            } else {
                progress.put(name, value);
            }
        });
    }
}
