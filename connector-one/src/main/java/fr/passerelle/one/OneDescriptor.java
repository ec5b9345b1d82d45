package fr.passerelle.one;

import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.ConnectorDescriptor.Attaching;
import fr.passerelle.ent.spi.ConnectorDescriptor.ByHand;
import fr.passerelle.ent.spi.ConnectorDescriptor.Publishing;
import fr.passerelle.ent.spi.ConnectorDescriptor.Setting;
import fr.passerelle.ent.spi.ConnectorDescriptor.Withdrawal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What the connector says of itself, under a platform's name. Its sentences name no platform: several share them. */
final class OneDescriptor {
    static final Duration SETTLES_WITHIN = Duration.ofMinutes(10);

    private static final List<Setting> SETTINGS = List.of(
            new Setting("client-id", false, true),
            new Setting("client-secret", true, true),
            new Setting("username", true, true),
            new Setting("password", true, true),
            new Setting(OneSettings.AUTHOR_CLIENT_ID, false, false),
            new Setting(OneSettings.AUTHOR_CLIENT_SECRET, true, false));

    private static final Attaching FILES = new Attaching(10, 10 << 20, 25 << 20);

    private static final List<Publishing> PUBLISHES = List.of(
            new Publishing(
                    CommunicationKind.NEWS,
                    Set.of(AudienceScope.PLACE, AudienceScope.CLASSES, AudienceScope.STAFF),
                    250,
                    200_000,
                    true,
                    Withdrawal.DELETE,
                    FILES,
                    SETTLES_WITHIN),
            new Publishing(
                    CommunicationKind.BLOG,
                    Set.of(AudienceScope.PLACE, AudienceScope.CLASSES),
                    250,
                    200_000,
                    true,
                    Withdrawal.DELETE,
                    FILES,
                    SETTLES_WITHIN),
            new Publishing(
                    CommunicationKind.MESSAGE,
                    Set.of(AudienceScope.PLACE, AudienceScope.CLASSES, AudienceScope.STAFF),
                    1_000,
                    200_000,
                    false,
                    Withdrawal.RECALL,
                    FILES,
                    SETTLES_WITHIN));

    /** The liaison book has pages and no API that we know; a leisure centre's groups are known to its staff only. */
    private static final List<ByHand> BY_HAND = List.of(
            new ByHand(CommunicationKind.LIAISON, Set.of(AudienceScope.PLACE, AudienceScope.CLASSES)),
            new ByHand(CommunicationKind.NEWS, Set.of(AudienceScope.LEISURE_GROUPS)),
            new ByHand(CommunicationKind.BLOG, Set.of(AudienceScope.LEISURE_GROUPS)),
            new ByHand(CommunicationKind.MESSAGE, Set.of(AudienceScope.LEISURE_GROUPS)));

    private static final List<String> DATA_CATEGORIES = List.of(
            "Titre, texte et pièces jointes des publications, tels que l'auteur les a écrits (ils peuvent nommer des"
                    + " personnes)",
            "Nom du lieu au nom duquel la publication est faite",
            "Fichiers que des agents déposent dans l'espace documentaire, avec leur nom (ils peuvent nommer des personnes)");

    private static final List<String> GAPS = List.of(
            "Images et fichiers d'une actualité ou d'un billet de blog : ils sont déposés dans l'espace documentaire du compte de"
                    + " service, d'où le texte les montre ; toute personne connectée à l'ENT qui a l'adresse d'un fichier peut le"
                    + " lire, même si l'actualité ou le blog ne lui sont pas ouverts. Ils sont supprimés avec la publication.",
            "Mots du cahier de liaison : aucune interface connue ; quelqu'un les écrit à la main, avec le texte préparé.",
            "Message envoyé : l'ENT ne permet pas de le corriger, et ne le rappelle que pendant une heure.",
            "Actualité retirée : elle est supprimée, mais la notification que les familles ont reçue reste.",
            "Commentaires : Passerelle ne les ouvre pas dans ce qu'elle crée ; elle lit ceux que l'école permet.",
            "Réponses aux messages et lecture des messages : l'ENT ne dit pas qui a ouvert un message, et les réponses"
                    + " arrivent dans la boîte du compte de service, que Passerelle ne lit pas.",
            "Accusés de lecture : ni l'actualité ni le blog n'en ont ; l'ENT compte les vues par profil et les réactions.",
            "Centres de loisirs : l'ENT ne les connaît pas comme il connaît une école ; un agent du centre qui y a un compte"
                    + " publie à la main, avec le texte préparé, pour le groupe que l'ENT a ouvert pour lui.",
            "Espace de fichiers : celui du compte de service et ce que l'école partage avec lui ; qui y lit se règle sur l'ENT,"
                    + " en partageant un dossier. Un fichier de même nom n'est jamais remplacé ; 10 Mo au plus.",
            "Publication différée par l'ENT : Passerelle publie à l'heure dite.");

    private OneDescriptor() {}

    static ConnectorDescriptor of(EntcorePlatform platform) {
        return new ConnectorDescriptor(
                platform.id(),
                platform.profile(),
                platform.name(),
                platform.maturity(),
                SETTINGS,
                PUBLISHES,
                BY_HAND,
                DATA_CATEGORIES,
                GAPS);
    }
}
