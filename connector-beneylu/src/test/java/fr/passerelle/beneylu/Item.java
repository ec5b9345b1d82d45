package fr.passerelle.beneylu;

import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.StepResult.Progressed;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.ent.spi.Work.Verb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One item as the engine would keep it: asks for the next step, runs it, keeps the handles. */
final class Item {
    static final String IN_CM2_B = "0771369V CM2 B";
    static final String IN_CM2_A = "0771369V CM2 A";

    static final Destination CM2_B = blog("0771369V", "CM2 B");
    static final Destination CM2_A = blog("0771369V", "CM2 A");
    static final Destination BOOK_OF_CM2_B = book("0771369V", "CM2 B");
    static final Destination BOOK_OF_CM2_A = book("0771369V", "CM2 A");

    static Destination blog(String uai, String name) {
        return new Destination(new Uai(uai), "blog/class/" + uai + name.replace(' ', '-'), name);
    }

    static Destination book(String uai, String name) {
        return new Destination(new Uai(uai), "liaison/class/" + uai + name.replace(' ', '-'), name);
    }

    final Map<String, String> progress = new HashMap<>();
    final List<String> stepsRun = new ArrayList<>();

    private final BeneyluConnector connector;
    private final EntSession session;
    private final Destination destination;
    private final String marker;
    private Verb verb = Verb.PUBLISH;
    private Content content;
    private int revision = 1;

    Item(BeneyluConnector connector, EntSession session, Destination destination, String marker) {
        this.connector = connector;
        this.session = session;
        this.destination = destination;
        this.marker = marker;
        this.content = new Content(
                destination.key().startsWith("liaison/") ? CommunicationKind.LIAISON : CommunicationKind.BLOG,
                "Sortie au musée",
                "<p>Nous irons au musée <strong>mardi</strong>.</p>",
                "l'école Les Tournelles");
    }

    /** Other words, before anything was published. */
    Item saying(String title, String html) {
        content = new Content(content.kind(), title, html, content.byline());
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
