package fr.passerelle.beneylu;

import static fr.passerelle.beneylu.Handles.progressed;

import fr.passerelle.beneylu.SectionLook.OpenForm;
import fr.passerelle.beneylu.wire.Right;
import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.Work;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jsoup.nodes.Document;

/** The steps of one article or word: at most one write each, after looks that make sure where it goes. */
final class SectionSteps {
    /** A person at the school agrees in hours, not in minutes. */
    private static final Duration AGREEMENT = Duration.ofHours(1);

    private final Section section;
    private final AppSession app;
    private final Work work;
    private final Handles handles;
    private final LocalDate today;
    private final SectionLook look;
    private final String wanted;

    /** @param app stands in the item's class */
    SectionSteps(Section section, AppSession app, Work work, LocalDate today) {
        this.section = section;
        this.app = app;
        this.work = work;
        this.handles = Handles.of(work);
        this.today = today;
        this.look = new SectionLook(section, app, work, today);
        this.wanted = String.valueOf(work.revision());
    }

    private BeneyluText text() {
        return BeneyluText.of(work.content(), work.marker(), work.revision());
    }

    StepResult create() {
        needRights();
        Document page = app.page(section.newForm(), section.newForm().call(), section.path())
                .orElseThrow(() -> AppSession.broken(section.newForm(), "the form", "nothing"));
        HtmlForm form = HtmlForm.on(page, section.form())
                .orElseThrow(() -> AppSession.broken(section.newForm(), "the form", "a page without it"));
        section.fillNew(form, text(), today, work.destination());
        String to = app.submit(section.write(), section.write().call(), form, section.form(), section.path());
        return progressed(
                Handles.MADE,
                Handles.YES,
                Handles.SLUG,
                section.slugIn(to),
                Handles.ID,
                "",
                Handles.PUT,
                wanted,
                Handles.SHOWN,
                "",
                Handles.WITHDRAWN,
                "");
    }

    private void needRights() {
        for (String right : section.rights()) {
            Right answer = app.json(
                    BeneyluRoute.RIGHT,
                    BeneyluRoute.RIGHT.call(right, handles.get(Handles.GROUP) + ".json"),
                    Right.class);
            if (!answer.isGranted()) {
                throw StepEnds.refused(new Fault.Forbidden(right));
            }
        }
    }

    /** Looks where readers look. */
    StepResult see() {
        Optional<Thing> found = look.find();
        if (found.isPresent()) {
            return progressed(
                    Handles.SLUG, found.get().slug(),
                    Handles.ID, found.get().id(),
                    Handles.SHOWN, handles.get(Handles.PUT));
        }
        Optional<OpenForm> kept = look.openForm();
        if (kept.isPresent()) {
            // It is there and readers do not see it: somebody at the school holds it back, or has to agree.
            return new Outcome.Accepted(section.page(kept.get().slug()), AGREEMENT);
        }
        // Beneylu said that it took it. Gone since, or not shown yet: nothing tells which, and nothing is sent again.
        return handles.has(Handles.SLUG)
                ? new Outcome.Refused(new Fault.Gone())
                : new Outcome.Deferred(
                        null,
                        new Fault.ContractBroken(
                                section.write().route(), "the " + section.noun() + " that was taken", "none"));
    }

    /** Reads which revision is kept, where a lost answer left that open. */
    StepResult read() {
        return look.openForm()
                .<StepResult>map(open -> {
                    String kept = BeneyluText.revision(open.kept());
                    return progressed(Handles.SLUG, open.slug(), Handles.PUT, kept.isEmpty() ? "0" : kept);
                })
                .orElseGet(() -> new Outcome.Refused(new Fault.Gone()));
    }

    StepResult edit() {
        Optional<OpenForm> open = look.openForm();
        if (open.isEmpty()) {
            return new Outcome.Refused(new Fault.Gone());
        }
        HtmlForm form = open.get().form();
        section.fillEdited(form, text());
        String to = app.submit(
                section.edit(), section.edit().call(open.get().slug()), form, section.form(), section.path());
        String slug = section.slugIn(to);
        return progressed(
                Handles.SLUG, slug.isEmpty() ? open.get().slug() : slug, Handles.PUT, wanted, Handles.SHOWN, "");
    }

    /** Deletes it and looks that it is gone; what is not there any more needs nothing. */
    StepResult delete() {
        Optional<Thing> found = look.find().or(look::heldBack);
        if (found.isEmpty()) {
            return gone(Handles.BEFORE);
        }
        app.needPlace();
        Answer answer = app.ask(section.deletion(found.get()), Effect.REPEATABLE);
        boolean done = answer.status() == 204
                || answer.status() == 404
                || (Pages.isRedirect(answer) && Pages.landing(answer, section.path()) == Pages.Landing.WITHIN);
        if (!done) {
            app.expect(section.delete(), answer);
        }
        if (section.at(app, found.get().slug())
                .filter(thing -> thing.names(work.marker()))
                .isPresent()) {
            throw AppSession.broken(section.delete(), "that it is gone", "that it is still there");
        }
        return gone(Handles.NOW);
    }

    private static StepResult gone(String when) {
        return progressed(
                Handles.MADE, "",
                Handles.SLUG, "",
                Handles.ID, "",
                Handles.PUT, "",
                Handles.SHOWN, "",
                Handles.WITHDRAWN, when);
    }
}
