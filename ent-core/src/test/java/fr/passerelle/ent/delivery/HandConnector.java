package fr.passerelle.ent.delivery;

import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.ConnectorDescriptor.ByHand;
import fr.passerelle.ent.spi.ConnectorDescriptor.Maturity;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.PublishesByHand;
import fr.passerelle.ent.spi.Rendering;
import fr.passerelle.ent.spi.Sighting;
import fr.passerelle.ent.spi.TargetAudience;
import fr.passerelle.ent.spi.Work;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An ENT on which only people write; it may be looked at, or not. */
final class HandConnector implements EntConnector, PublishesByHand {
    /** What the ENT shows, by marker. */
    final Map<String, String> shown = new HashMap<>();

    boolean mayBeLookedAt = true;
    boolean down;

    @Override
    public ConnectorDescriptor descriptor() {
        return new ConnectorDescriptor(
                "hand",
                "hand",
                "Main",
                Maturity.RECONSTRUCTED,
                List.of(),
                List.of(),
                List.of(new ByHand(
                        CommunicationKind.BLOG, Set.of(AudienceScope.CLASSES, AudienceScope.LEISURE_GROUPS))),
                List.of(),
                List.of());
    }

    @Override
    public CheckResult check(EntSession session) {
        return new CheckResult.Ready(Map.of());
    }

    @Override
    public List<Destination> destinations(CommunicationKind kind, TargetAudience audience) {
        return audience.isLeisureCentre()
                ? audience.atLeisureCentre(kind)
                : audience.classes().stream()
                        .map(target -> new Destination(audience.place(), "class/" + target.id(), target.name()))
                        .toList();
    }

    @Override
    public Rendering render(Content content, String marker) {
        return new Rendering(content.title(), content.html() + "<p>" + marker + "</p>", List.of());
    }

    @Override
    public String writingPage(CommunicationKind kind, Destination destination) {
        return "/write?class=" + destination.name().replace(" ", "+");
    }

    @Override
    public Sighting look(EntSession session, Work work) {
        if (down) {
            return new Sighting.Failed(new Fault.Unreachable(null));
        }
        if (!mayBeLookedAt) {
            return new Sighting.CannotLook();
        }
        return shown.containsKey(work.marker()) ? new Sighting.Seen("/seen/1") : new Sighting.NotSeen();
    }
}
