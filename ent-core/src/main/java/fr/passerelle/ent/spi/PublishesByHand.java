package fr.passerelle.ent.spi;

import fr.passerelle.ent.model.CommunicationKind;
import java.util.List;

/**
 * Prepares what a person publishes on the ENT's own pages, where no protocol can or may, and looks whether she did.
 *
 * <p>Asked only for what {@link ConnectorDescriptor#byHand} declares. Nothing is ever written.
 */
public interface PublishesByHand {

    /** As {@link PublishesCommunications#destinations}. */
    List<Destination> destinations(CommunicationKind kind, TargetAudience audience);

    /** As {@link PublishesCommunications#render}; what a person is to paste is exactly this. */
    Rendering render(Content content, String marker);

    /**
     * The page of the ENT on which a person writes.
     *
     * @return a path on the account's origin, query included; {@code /} where none is known
     */
    String writingPage(CommunicationKind kind, Destination destination);

    /** Looks, by read-only requests, whether the ENT shows what {@code work} asks for. */
    Sighting look(EntSession session, Work work);
}
