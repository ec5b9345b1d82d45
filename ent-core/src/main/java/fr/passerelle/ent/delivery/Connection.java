package fr.passerelle.ent.delivery;

import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.ConnectorDescriptor.Publishing;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.PublishesByHand;
import fr.passerelle.ent.spi.PublishesCommunications;
import fr.passerelle.ent.spi.Rendering;
import java.time.Duration;
import java.util.Optional;

/** A configured account with the connector that speaks for it and all that the connector may touch. */
public record Connection(EntAccount account, EntConnector connector, EntSession session) {

    /** For what is under way when a new version of a connector drops its kind. */
    private static final Duration NO_LONGER_DECLARED = Duration.ofHours(1);

    /** What the connector's profile declares of itself. */
    public ConnectorDescriptor descriptor() {
        return connector.descriptor();
    }

    /** The profile as people name it in a sentence, for example {@code ONE (entcore)}. */
    String profile() {
        return descriptor().platform() + " (" + descriptor().profile() + ")";
    }

    /** The ability to publish, where the connector has it. */
    Optional<PublishesCommunications> publishes() {
        return connector instanceof PublishesCommunications publishes ? Optional.of(publishes) : Optional.empty();
    }

    /** The ability to prepare what a person publishes, where the connector has it. */
    Optional<PublishesByHand> byHand() {
        return connector instanceof PublishesByHand byHand ? Optional.of(byHand) : Optional.empty();
    }

    /** What this ENT will show, published by protocol or by hand; only for what {@link #way} knows a way for. */
    Rendering render(Content content, String marker, boolean asByHand) {
        Optional<PublishesByHand> person = byHand();
        return person.isPresent() && (asByHand || publishes().isEmpty())
                ? person.get().render(content, marker)
                : publishes().orElseThrow().render(content, marker);
    }

    /** How a communication of a kind gets to an audience. */
    enum Way {
        /** By the connector's steps. */
        PROTOCOL,
        /** By a person on the ENT's own pages. */
        BY_HAND,
        /** Not at all. */
        NONE
    }

    /** The way for a kind and audience: by protocol where it is declared, unless the town wants it done by hand. */
    Way way(CommunicationKind kind, AudienceScope scope) {
        boolean protocol = publishes().isPresent()
                && descriptor()
                        .publishes(kind)
                        .filter(line -> line.scopes().contains(scope))
                        .isPresent();
        if (protocol && !account.byHand()) {
            return Way.PROTOCOL;
        }
        return byHand().isPresent() && (protocol || descriptor().byHand(kind, scope)) ? Way.BY_HAND : Way.NONE;
    }

    /** After this long without being visible, a write of this kind did not happen. */
    Duration settlesWithin(CommunicationKind kind) {
        Duration own = account.settlesWithin();
        return own == null
                ? descriptor().publishes(kind).map(Publishing::settlesWithin).orElse(NO_LONGER_DECLARED)
                : own;
    }
}
