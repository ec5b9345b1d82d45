package fr.passerelle.beneylu;

import static fr.passerelle.ent.model.AudienceScope.CLASSES;
import static fr.passerelle.ent.model.AudienceScope.LEISURE_GROUPS;
import static fr.passerelle.ent.model.AudienceScope.PLACE;
import static fr.passerelle.ent.model.AudienceScope.STAFF;

import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.ConnectorDescriptor.Attaching;
import fr.passerelle.ent.spi.ConnectorDescriptor.ByHand;
import fr.passerelle.ent.spi.ConnectorDescriptor.Maturity;
import fr.passerelle.ent.spi.ConnectorDescriptor.Publishing;
import fr.passerelle.ent.spi.ConnectorDescriptor.Setting;
import fr.passerelle.ent.spi.ConnectorDescriptor.Withdrawal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What the two profiles are, can do and cannot do. */
final class Descriptors {
    static final String ID = "beneylu";
    static final String PLATFORM = "Beneylu School";
    static final String V3 = "beneylu-v3";
    static final String PARTNER = "beneylu-partner";

    private static final String NO_LEISURE =
            "Centres de loisirs : Beneylu School n'a pour eux ni lieu, ni blog, ni rôle ; quelqu'un qui y a un compte"
                    + " (enseignant, référent de la ville) envoie à la main, comme message, le texte préparé.";

    /** Whoever writes there picks the readers herself. */
    private static final ByHand MESSAGES =
            new ByHand(CommunicationKind.MESSAGE, Set.of(PLACE, CLASSES, STAFF, LEISURE_GROUPS));

    private static final String NO_NEWS =
            "Actualités (kind news) : Beneylu School n'en a pas pour une école ou une classe ; publiez un billet de blog.";

    private static final String NO_FILES =
            "Espace de fichiers des enseignants : Passerelle ne remplit pas la médiathèque de Beneylu School ; une personne y"
                    + " dépose les fichiers elle-même.";

    private Descriptors() {}

    static final ConnectorDescriptor OF_V3 = new ConnectorDescriptor(
            ID,
            V3,
            PLATFORM,
            Maturity.SOURCE_ONLY,
            List.of(new Setting("username", true, true), new Setting("password", true, true)),
            List.of(publishing(CommunicationKind.BLOG), publishing(CommunicationKind.LIAISON)),
            List.of(new ByHand(CommunicationKind.BLOG, Set.of(LEISURE_GROUPS)), MESSAGES),
            List.of(
                    "Titre et texte des publications, tels que l'auteur les a écrits (ils peuvent nommer des personnes)",
                    "Nom du lieu au nom duquel la publication est faite"),
            List.of(
                    "Profil écrit d'après le code publié en 2018, jamais essayé : la plateforme d'aujourd'hui est une autre"
                            + " (profil beneylu-partner).",
                    "Pièces jointes : pas encore ; mettez le document dans la médiathèque de la classe et citez-le.",
                    "Messages : à la main, sur la messagerie de Beneylu School.",
                    "Équipe d'une école : elle n'a ni blog ni carnet à elle ; écrivez-lui un message, à la main.",
                    NO_NEWS,
                    NO_FILES,
                    NO_LEISURE,
                    "Corriger un mot du carnet prévient les familles une nouvelle fois.",
                    "Signatures : comptées par personne, sans dire qui ; deux parents comptent pour deux.",
                    "Commentaires du blog : l'enseignant les voit et les modère sur Beneylu School, Passerelle ne les lit"
                            + " pas.",
                    "Publication différée par Beneylu School (une option payante) : inutile ; Passerelle publie à l'heure"
                            + " dite."));

    private static Publishing publishing(CommunicationKind kind) {
        return new Publishing(
                kind,
                Set.of(PLACE, CLASSES),
                255,
                200_000,
                true,
                Withdrawal.DELETE,
                Attaching.NONE,
                Duration.ofMinutes(10));
    }

    static final ConnectorDescriptor OF_PARTNER = new ConnectorDescriptor(
            ID,
            PARTNER,
            PLATFORM,
            Maturity.RECONSTRUCTED,
            List.of(
                    new Setting("client-id", false, true),
                    new Setting("client-secret", true, true),
                    new Setting("redirect-uri", false, true),
                    new Setting("scope", false, true)),
            List.of(),
            List.of(
                    new ByHand(CommunicationKind.BLOG, Set.of(PLACE, CLASSES, LEISURE_GROUPS)),
                    new ByHand(CommunicationKind.LIAISON, Set.of(PLACE, CLASSES)),
                    MESSAGES),
            List.of("Aucune : rien n'est envoyé ; une personne de l'école publie elle-même."),
            List.of(
                    "Beneylu School n'offre à ses partenaires aucun moyen de publier : une personne colle le texte préparé,"
                            + " sur une pancarte (kind blog) ou dans le carnet de liaison (kind liaison) de la classe.",
                    "Ce qui a été publié à la main n'est ni relu, ni corrigé, ni retiré par Passerelle : la parole de la"
                            + " personne fait foi.",
                    "Vues, signatures et réponses : Beneylu School ne les communique pas à ses partenaires.",
                    "Messages : à la main, sur la messagerie de Beneylu School.",
                    NO_NEWS,
                    NO_FILES,
                    NO_LEISURE));
}
