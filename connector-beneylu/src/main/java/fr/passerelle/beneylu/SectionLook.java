package fr.passerelle.beneylu;

import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Looks at one section of one class, by requests that only read: where an item stands and what became of a write. */
final class SectionLook {
    private final Section section;
    private final AppSession app;
    private final Work work;
    private final Handles handles;
    private final LocalDate today;

    /** @param app stands in the item's class */
    SectionLook(Section section, AppSession app, Work work, LocalDate today) {
        this.section = section;
        this.app = app;
        this.work = work;
        this.handles = Handles.of(work);
        this.today = today;
    }

    /** What the item became: under the slug that is known, or else wherever its reference stands. */
    Optional<Thing> find() {
        if (handles.has(Handles.SLUG)) {
            Optional<Thing> known =
                    section.at(app, handles.get(Handles.SLUG)).filter(thing -> thing.names(work.marker()));
            if (known.isPresent()) {
                return known;
            }
        }
        return carrying().stream().findFirst();
    }

    /** What carries the item's reference as its own; what only quotes it, where nothing does. */
    private List<Thing> carrying() {
        String title =
                BeneyluText.of(work.content(), work.marker(), work.revision()).title();
        List<Thing> named =
                section.carrying(app, work.marker(), title, LocalDate.parse(handles.get(Handles.SINCE)), today);
        List<Thing> own =
                named.stream().filter(thing -> thing.bears(work.marker())).toList();
        return own.isEmpty() ? named : own;
    }

    /** A form that holds what the item became, and the slug under which it was found. */
    record OpenForm(HtmlForm form, String slug, String kept) {
        @Override
        public String toString() {
            return "OpenForm";
        }
    }

    /** The form to correct it; nothing where it is gone. What does not carry the reference is never touched. */
    Optional<OpenForm> openForm() {
        Optional<OpenForm> known = form(handles.get(Handles.SLUG));
        return known.isPresent() ? known : carrying().stream().findFirst().flatMap(thing -> form(thing.slug()));
    }

    private Optional<OpenForm> form(String slug) {
        if (slug.isEmpty()) {
            return Optional.empty();
        }
        return app.page(section.editForm(), section.editForm().call(slug), section.path())
                .map(page -> HtmlForm.on(page, section.form())
                        .orElseThrow(() -> AppSession.broken(section.editForm(), "the form", "a page without it")))
                .map(form -> new OpenForm(form, slug, form.get(section.textField())))
                .filter(open -> open.kept().contains(work.marker()));
    }

    /** What only its writers see, where its number is known. */
    Optional<Thing> heldBack() {
        return handles.has(Handles.ID)
                ? openForm().map(open -> new Thing(open.slug(), handles.get(Handles.ID), work.marker()))
                : Optional.empty();
    }

    /** Whether a new article or word is there. */
    Resolution made() {
        List<Thing> found = carrying();
        return switch (found.size()) {
            case 0 -> new Resolution.NotVisible();
            case 1 ->
                new Resolution.Happened(Handles.map(
                        Handles.MADE,
                        Handles.YES,
                        Handles.SLUG,
                        found.get(0).slug(),
                        Handles.ID,
                        found.get(0).id(),
                        Handles.PUT,
                        "",
                        Handles.SHOWN,
                        "",
                        Handles.WITHDRAWN,
                        ""));
            default -> new Resolution.Several(found.size());
        };
    }

    /** Whether it holds the revision asked for: the text that Beneylu keeps says which it is. */
    Resolution corrected() {
        String wanted = String.valueOf(work.revision());
        Optional<OpenForm> open = openForm();
        if (open.isEmpty()) {
            return new Resolution.Failed(new Fault.Gone());
        }
        return BeneyluText.revision(open.get().kept()).equals(wanted)
                ? new Resolution.Happened(
                        Handles.map(Handles.SLUG, open.get().slug(), Handles.PUT, wanted, Handles.SHOWN, ""))
                : new Resolution.NotVisible();
    }
}
