package fr.passerelle.lilie;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.ConnectorDescriptor.Attaching;
import fr.passerelle.ent.spi.ConnectorDescriptor.Maturity;
import fr.passerelle.ent.spi.ConnectorDescriptor.Publishing;
import fr.passerelle.ent.spi.ConnectorDescriptor.Withdrawal;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.HttpReply;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.PublishesCommunications;
import fr.passerelle.ent.spi.Rendering;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.TargetAudience;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.ent.spi.Work.Verb;
import fr.passerelle.lilie.AddressBook.Addressees;
import fr.passerelle.lilie.wire.NewNotification;
import fr.passerelle.lilie.wire.Taken;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Has Lilie write to the people of each class that a communication is for: one notification, by e-mail or SMS. */
final class EliotConnector implements EntConnector, PublishesCommunications {
    static final String PROFILE = "eliot-2015";
    static final String NOTIFY = "notify";

    private static final String NAME = LilieConnectorProvider.ID + " / " + PROFILE;

    /** The revision that was sent. */
    private static final String SENT = "sent";

    private static final ConnectorDescriptor DESCRIPTOR = new ConnectorDescriptor(
            LilieConnectorProvider.ID,
            PROFILE,
            "Lilie (Île-de-France, 2015)",
            Maturity.RECONSTRUCTED,
            EliotSettings.ALL,
            List.of(new Publishing(
                    CommunicationKind.MESSAGE,
                    Set.of(AudienceScope.PLACE, AudienceScope.CLASSES),
                    250,
                    20_000,
                    false,
                    Withdrawal.NONE,
                    Attaching.NONE,
                    // Nothing hangs on it: Lilie cannot be looked at, so no time that passes proves anything.
                    Duration.ofMinutes(10))),
            List.of(),
            List.of(
                    "Titre et texte des messages, tels que l'auteur les a écrits (ils peuvent nommer des personnes)",
                    "Nom du lieu au nom duquel le message est envoyé",
                    "Identifiants Lilie de l'établissement, du demandeur et des destinataires de chaque classe"),
            List.of(
                    "Actualités (news), billets de blog (blog) et mots de liaison (liaison) : aucun service web connu de "
                            + NAME + " ne les reçoit ; envoyez un message (message).",
                    "Pièces jointes et fichiers : une notification de " + NAME
                            + " n'en transmet pas ; mettez un lien dans le texte.",
                    "Espace de fichiers des enseignants : aucun service web connu de " + NAME
                            + " ne le remplit ; déposez les fichiers sur un autre ENT de l'école.",
                    "Correction et retrait : ce que Lilie a envoyé par e-mail ou SMS ne se reprend pas.",
                    "Réponse perdue : " + NAME
                            + " ne permet pas de relire ce qui est parti ; une personne vérifie, rien n'est renvoyé sans elle.",
                    "Destinataires : aucun service web ne donne les personnes d'une classe ; la ville en tient la liste"
                            + " (réglage recipients). Une classe sans liste est refusée.",
                    "Personnel d'un lieu : " + NAME + " ne sait pas le désigner ; prévenez-le autrement.",
                    "Centres de loisirs : Lilie ne les connaît pas, les agents de la ville n'y sont que des invités, inscrits un"
                            + " par un, et personne ne peut y publier à leur place ; prévenez les familles autrement.",
                    "Lectures et réponses : les e-mails et SMS envoyés par Lilie ne peuvent être ni comptés ni lus ici.",
                    "Reconstruit d'après le code d'un client de Lilie, jamais essayé sur une plateforme réelle."));

    private final EliotSettings settings;

    EliotConnector(EliotSettings settings) {
        this.settings = settings;
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public CheckResult check(EntSession session) {
        return EliotCheck.look(new EliotClient(session, settings));
    }

    /** One for each class, whether or not anybody is named for it: who is missing is refused by name, not left out. */
    @Override
    public List<Destination> destinations(CommunicationKind kind, TargetAudience audience) {
        return DESCRIPTOR
                .publishes(kind)
                .filter(line -> line.scopes().contains(audience.declaredAs()))
                .map(line -> audience.classes().stream()
                        .map(target -> new Destination(audience.place(), "message/class/" + target.id(), target.name()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Rendering render(Content content, String marker) {
        return EliotText.of(content, marker).shown();
    }

    @Override
    public Next next(Work work) {
        Content content = work.content();
        if (content.kind() != CommunicationKind.MESSAGE) {
            String kind = content.kind().name().toLowerCase(Locale.ROOT);
            return refused(LilieReason.KIND_NOT_PUBLISHED, Map.of("kind", kind, "profile", NAME));
        }
        if (work.progress().containsKey(SENT)) {
            return sent(work);
        }
        if (work.verb() == Verb.WITHDRAW) {
            return new Next.Finished(new Outcome.AlreadyApplied(work.marker()));
        }
        if (!content.attachments().isEmpty()) {
            return refused(LilieReason.FILES_NOT_SENT, Map.of("profile", NAME));
        }
        Destination destination = work.destination();
        Optional<Addressees> to = settings.addressBook().of(destination.place().value(), destination.name());
        return to.isEmpty()
                ? refused(
                        LilieReason.CLASS_WITHOUT_RECIPIENTS,
                        Map.of(
                                "class",
                                destination.name(),
                                "place",
                                destination.place().value()))
                : new Next.Step(NOTIFY, Effect.ONCE, session -> notify(session, work, to.get()));
    }

    /** Lilie gives what it sent no id; the reference in the text is all there is to find it by. */
    private static Next sent(Work work) {
        boolean asSent = work.verb() == Verb.PUBLISH
                || (work.verb() == Verb.EDIT
                        && String.valueOf(work.revision())
                                .equals(work.progress().get(SENT)));
        return asSent ? new Next.Finished(new Outcome.Applied(work.marker())) : refused(LilieReason.IS_SENT, Map.of());
    }

    private static Next refused(LilieReason reason, Map<String, String> facts) {
        return new Next.Finished(reason.refused(facts));
    }

    private StepResult notify(EntSession session, Work work, Addressees to) {
        EliotText text = EliotText.of(work.content(), work.marker());
        HttpReply reply = new EliotClient(session, settings)
                .notify(new NewNotification(
                        to.school(),
                        settings.requester().reveal(),
                        text.title(),
                        text.message(),
                        to.people(),
                        settings.supports()));
        try {
            Taken taken = EliotAnswers.read(
                    EliotRoute.NOTIFICATIONS,
                    reply,
                    Effect.ONCE,
                    session.clock().instant(),
                    body -> EliotJson.read(body, Taken.class));
            return taken.isTaken()
                    ? new StepResult.Progressed(Map.of(SENT, String.valueOf(work.revision())))
                    : LilieReason.NOT_TAKEN.refused(Map.of());
        } catch (StepEnds ends) {
            return ends.outcome();
        }
    }

    /** Eliot has no list of notifications to read back. */
    @Override
    public Resolution resolve(EntSession session, Work work, String step) {
        return new Resolution.CannotTell();
    }
}
