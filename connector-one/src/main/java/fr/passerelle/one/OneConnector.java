package fr.passerelle.one;

import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.ConnectorDescriptor.Attaching;
import fr.passerelle.ent.spi.ConnectorDescriptor.Maturity;
import fr.passerelle.ent.spi.ConnectorDescriptor.Publishing;
import fr.passerelle.ent.spi.ConnectorDescriptor.Setting;
import fr.passerelle.ent.spi.ConnectorDescriptor.Withdrawal;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.PublishesCommunications;
import fr.passerelle.ent.spi.Rendering;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.TargetAudience;
import fr.passerelle.ent.spi.Work;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Publishes to ONE: a post in the blog of each class that a communication is for, or a message to its groups. */
final class OneConnector implements EntConnector, PublishesCommunications {
    static final String ID = "one";
    static final String PROFILE = "entcore";

    private static final ConnectorDescriptor DESCRIPTOR = new ConnectorDescriptor(
            ID,
            PROFILE,
            "ONE / NEO (Edifice)",
            Maturity.REAL_SERVER,
            List.of(
                    new Setting("client-id", false, true),
                    new Setting("client-secret", true, true),
                    new Setting("username", true, true),
                    new Setting("password", true, true)),
            List.of(
                    new Publishing(
                            CommunicationKind.BLOG,
                            Set.of(AudienceScope.PLACE, AudienceScope.CLASSES),
                            250,
                            200_000,
                            true,
                            Withdrawal.DELETE,
                            Attaching.NONE,
                            Duration.ofMinutes(10)),
                    new Publishing(
                            CommunicationKind.MESSAGE,
                            Set.of(AudienceScope.PLACE, AudienceScope.CLASSES, AudienceScope.STAFF),
                            1_000,
                            200_000,
                            false,
                            Withdrawal.RECALL,
                            new Attaching(10, 10 << 20, 25 << 20),
                            Duration.ofMinutes(10))),
            List.of(),
            List.of(
                    "Titre, texte et pièces jointes des publications, tels que l'auteur les a écrits (ils peuvent nommer"
                            + " des personnes)",
                    "Nom du lieu au nom duquel la publication est faite"),
            List.of(
                    "Actualités (kind news) : pas encore ; publiez un billet de blog (kind blog).",
                    "Pièces jointes d'un billet de blog et mots de liaison : pas encore ; joignez les fichiers à un message.",
                    "Message envoyé : ONE ne permet pas de le corriger, et ne le rappelle que pendant une heure.",
                    "Réponses aux messages : elles arrivent dans la boîte du compte de service, que Passerelle ne lit pas.",
                    "Groupes de centre de loisirs : ONE ne les connaît pas ; prévenez-les autrement.",
                    "Vues et réactions : pas encore lues.",
                    "Publication différée par ONE : le blog n'en a pas ; Passerelle publie à l'heure dite."));

    private final StepMaker maker;
    private final OneMessages messages;

    OneConnector(OneSettings settings) {
        maker = new StepMaker(settings);
        messages = new OneMessages(maker);
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public CheckResult check(EntSession session) {
        return OneCheck.look(session, maker.client(session));
    }

    @Override
    public List<Destination> destinations(CommunicationKind kind, TargetAudience audience) {
        return DESCRIPTOR
                .publishes(kind)
                .filter(line -> line.scopes().contains(audience.scope()))
                .map(line -> OneDestinations.of(kind, audience))
                .orElse(List.of());
    }

    @Override
    public Rendering render(Content content, String marker) {
        return OneText.of(content, marker).shown();
    }

    @Override
    public Next next(Work work) {
        return switch (work.content().kind()) {
            case BLOG -> work.verb() == Work.Verb.WITHDRAW ? withdraw(work) : publish(work);
            case MESSAGE -> messages.next(work);
            case NEWS, LIAISON ->
                new Next.Finished(new Outcome.Refused(new Fault.Rejected(
                        OneReason.KIND_NOT_PUBLISHED,
                        Map.of(
                                "kind",
                                work.content().kind().name().toLowerCase(Locale.ROOT),
                                "profile",
                                ID + " / " + PROFILE))));
        };
    }

    /** The first thing that is missing: place and class, blog, post, its content, its being seen. */
    private Next publish(Work work) {
        OneText text = OneText.of(work.content(), work.marker());
        if (!text.taken()) {
            return StepMaker.refused(OneReason.TEXT_NOT_TAKEN);
        }
        Handles handles = Handles.of(work);
        String wanted = String.valueOf(work.revision());
        if (!handles.has(Handles.ME)) {
            return maker.find("find-account", work, OneDirectory::findAccount);
        }
        if (!handles.has(Handles.SCHOOL)) {
            return maker.find("find-school", work, OneDirectory::findSchool);
        }
        if (!handles.has(Handles.CLASS)) {
            return maker.find("find-class", work, OneDirectory::findClass);
        }
        if (!handles.has(Handles.GROUPS)) {
            return maker.find("find-groups", work, OneDirectory::findGroups);
        }
        if (!handles.has(Handles.BLOG)) {
            return step("find-blog", Effect.READ, work, text, OneSteps::findBlog);
        }
        if (handles.get(Handles.BLOG).equals(Handles.NONE)) {
            return step(OneSteps.CREATE_BLOG, Effect.ONCE, work, text, OneSteps::createBlog);
        }
        if (handles.has(Handles.UNSHARED)) {
            return handles.has(Handles.READ)
                    ? step("share-blog", Effect.REPEATABLE, work, text, OneSteps::shareBlog)
                    : step("find-roles", Effect.READ, work, text, OneSteps::findRoles);
        }
        if (!handles.has(Handles.POST)) {
            return step(OneSteps.CREATE_POST, Effect.ONCE, work, text, OneSteps::createPost);
        }
        if (!handles.get(Handles.PUT).equals(wanted)) {
            return step(OneSteps.PUT_CONTENT, Effect.ONCE, work, text, OneSteps::putContent);
        }
        if (!handles.get(Handles.SHOWN).equals(wanted)) {
            return step("publish-post", Effect.REPEATABLE, work, text, OneSteps::publishPost);
        }
        return new Next.Finished(new Outcome.Applied(OneSteps.ref(handles)));
    }

    private Next withdraw(Work work) {
        Handles handles = Handles.of(work);
        if (handles.has(Handles.POST)) {
            OneText text = OneText.of(work.content(), work.marker());
            return step("delete-post", Effect.REPEATABLE, work, text, OneSteps::deletePost);
        }
        return new Next.Finished(
                handles.get(Handles.WITHDRAWN).equals(Handles.NOW)
                        ? new Outcome.Applied(OneSteps.ref(handles))
                        : new Outcome.AlreadyApplied(OneSteps.ref(handles)));
    }

    private Next step(
            String name, Effect effect, Work work, OneText text, BiFunction<OneSteps, Effect, StepResult> what) {
        return maker.step(name, effect, (session, client) -> what.apply(new OneSteps(client, work, text), effect));
    }

    @Override
    public Resolution resolve(EntSession session, Work work, String step) {
        try {
            return work.content().kind() == CommunicationKind.MESSAGE
                    ? messages.resolve(session, work, step)
                    : resolvePost(session, work, step);
        } catch (StepEnds ends) {
            return new Resolution.Failed(ends.fault());
        }
    }

    private Resolution resolvePost(EntSession session, Work work, String step) {
        OneLook look = new OneLook(maker.client(session), work, OneText.of(work.content(), work.marker()));
        return switch (step) {
            case OneSteps.CREATE_BLOG -> look.blog();
            case OneSteps.CREATE_POST -> look.post();
            case OneSteps.PUT_CONTENT -> look.content();
            default ->
                throw new IllegalArgumentException(
                        "Only a step that must not run twice is resolved; " + step + " is none.");
        };
    }
}
