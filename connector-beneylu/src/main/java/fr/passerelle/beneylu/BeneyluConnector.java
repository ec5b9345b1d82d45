package fr.passerelle.beneylu;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Engagement;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Published;
import fr.passerelle.ent.spi.PublishesByHand;
import fr.passerelle.ent.spi.PublishesCommunications;
import fr.passerelle.ent.spi.ReadsEngagement;
import fr.passerelle.ent.spi.ReadsReplies;
import fr.passerelle.ent.spi.Rendering;
import fr.passerelle.ent.spi.Replies;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.Sighting;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.TargetAudience;
import fr.passerelle.ent.spi.Work;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to Beneylu School as its version 3 lets a teacher do it: an article in the blog of each class that a
 * communication is for, or a word in its liaison book. Messages are prepared for a person.
 */
final class BeneyluConnector
        implements EntConnector, PublishesCommunications, PublishesByHand, ReadsEngagement, ReadsReplies {
    /** Its messaging has no form that a link could open. */
    private static final String MESSAGING = "/ent/goto/MESSAGING";

    private final BeneyluSettings settings;

    BeneyluConnector(BeneyluSettings settings) {
        this.settings = settings;
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return Descriptors.OF_V3;
    }

    @Override
    public CheckResult check(EntSession session) {
        return BeneyluCheck.look(session, client(session));
    }

    @Override
    public List<Destination> destinations(CommunicationKind kind, TargetAudience audience) {
        return BeneyluMapping.destinations(kind, audience);
    }

    /** No reader sees which revision it is. */
    @Override
    public Rendering render(Content content, String marker) {
        return BeneyluText.of(content, marker, 1).shown();
    }

    @Override
    public Next next(Work work) {
        Section section = Section.of(work.content().kind());
        if (section == null) {
            String kind = work.content().kind().name().toLowerCase(Locale.ROOT);
            return new Next.Finished(new Outcome.Refused(new Fault.Rejected(
                    BeneyluReason.KIND_NOT_PUBLISHED,
                    Map.of("kind", kind, "profile", Descriptors.ID + " / " + Descriptors.V3))));
        }
        return work.verb() == Work.Verb.WITHDRAW ? withdraw(work, section) : publish(work, section);
    }

    /** The first thing that is missing: class, article or word, its content, its being seen. */
    private Next publish(Work work, Section section) {
        Handles handles = Handles.of(work);
        String wanted = String.valueOf(work.revision());
        if (!handles.has(Handles.GROUP)) {
            return new Next.Step(
                    "find-class",
                    Effect.READ,
                    session ->
                            ending(() -> new BeneyluDirectory(session, client(session)).findClass(work.destination())));
        }
        if (!handles.has(Handles.MADE)) {
            return step("create-", Effect.ONCE, work, section, SectionSteps::create);
        }
        if (!handles.has(Handles.SLUG)) {
            return step("see-", Effect.READ, work, section, SectionSteps::see);
        }
        if (!handles.has(Handles.PUT)) {
            return step("read-", Effect.READ, work, section, SectionSteps::read);
        }
        if (!handles.get(Handles.PUT).equals(wanted)) {
            return step("edit-", Effect.ONCE, work, section, SectionSteps::edit);
        }
        if (!handles.get(Handles.SHOWN).equals(wanted)) {
            return step("see-", Effect.READ, work, section, SectionSteps::see);
        }
        return new Next.Finished(new Outcome.Applied(section.page(handles.get(Handles.SLUG))));
    }

    private Next withdraw(Work work, Section section) {
        Handles handles = Handles.of(work);
        if (handles.has(Handles.MADE)) {
            return step("delete-", Effect.REPEATABLE, work, section, SectionSteps::delete);
        }
        return new Next.Finished(
                handles.get(Handles.WITHDRAWN).equals(Handles.NOW)
                        ? new Outcome.Applied(section.page(""))
                        : new Outcome.AlreadyApplied(section.page("")));
    }

    private Next step(String what, Effect effect, Work work, Section section, Function<SectionSteps, StepResult> act) {
        return new Next.Step(
                what + section.noun(),
                effect,
                session -> ending(() -> act.apply(new SectionSteps(
                        section, inClass(session, work, section), work, BeneyluDirectory.today(session)))));
    }

    /** What a step does. */
    @FunctionalInterface
    private interface Act {
        StepResult run();
    }

    private static StepResult ending(Act act) {
        try {
            return act.run();
        } catch (StepEnds ends) {
            return ends.outcome();
        }
    }

    private AppSession inClass(EntSession session, Work work, Section section) {
        return client(session).in(Handles.of(work).get(Handles.GROUP), section.noun());
    }

    private BeneyluClient client(EntSession session) {
        return new BeneyluClient(session, settings);
    }

    @Override
    public Resolution resolve(EntSession session, Work work, String step) {
        @Nullable Section section = Section.of(work.content().kind());
        if (section == null) {
            throw new IllegalArgumentException("Nothing of that kind is published.");
        }
        try {
            SectionLook look =
                    new SectionLook(section, inClass(session, work, section), work, BeneyluDirectory.today(session));
            return switch (step) {
                case "create-article", "create-word" -> look.made();
                case "edit-article", "edit-word" -> look.corrected();
                default ->
                    throw new IllegalArgumentException(
                            "Only a step that must not run twice is resolved; " + step + " is none.");
            };
        } catch (StepEnds ends) {
            return new Resolution.Failed(ends.fault());
        }
    }

    @Override
    public String writingPage(CommunicationKind kind, Destination destination) {
        boolean message = kind == CommunicationKind.MESSAGE || destination.place() instanceof LeisureCentreId;
        return message ? MESSAGING : "/ent/";
    }

    /** A person's messages lie in her own box, which the account does not see. */
    @Override
    public Sighting look(EntSession session, Work work) {
        return new Sighting.CannotLook();
    }

    @Override
    public Engagement engagement(EntSession session, Published published) {
        Section section = Section.of(published.kind());
        if (section == null) {
            return BeneyluReading.BY_HAND;
        }
        try {
            String group = published.progress().getOrDefault(Handles.GROUP, "");
            return group.isEmpty()
                    ? new Engagement.Failed(new Fault.Gone())
                    : BeneyluReading.of(client(session).in(group, section.noun()), published);
        } catch (StepEnds ends) {
            return new Engagement.Failed(ends.fault());
        }
    }

    @Override
    public Replies replies(EntSession session, Published published) {
        return new Replies.NotReadable(
                switch (published.kind()) {
                    case LIAISON -> "Un mot du carnet de liaison se signe ; Beneylu School n'y prend pas de réponse.";
                    case BLOG -> BeneyluReading.NO_COMMENTS;
                    case MESSAGE, NEWS -> BeneyluReading.PRIVATE_BOX;
                });
    }
}
