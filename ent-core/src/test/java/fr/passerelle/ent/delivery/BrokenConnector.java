package fr.passerelle.ent.delivery;

import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.PublishesCommunications;
import fr.passerelle.ent.spi.Rendering;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.TargetAudience;
import fr.passerelle.ent.spi.Work;
import java.time.InstantSource;
import java.util.List;

/** Throws in the middle of whatever touches the ENT. */
final class BrokenConnector implements EntConnector, PublishesCommunications {
    private final PaperConnector paper = new PaperConnector(
            new PaperEnt(InstantSource.system(), PaperConnector.SETTLES_WITHIN), PaperConnector.Manner.DIRECT);

    @Override
    public ConnectorDescriptor descriptor() {
        return paper.descriptor();
    }

    @Override
    public CheckResult check(EntSession session) {
        throw new IllegalStateException("broken");
    }

    @Override
    public List<Destination> destinations(CommunicationKind kind, TargetAudience audience) {
        return paper.destinations(kind, audience);
    }

    @Override
    public Rendering render(Content content, String marker) {
        throw new IllegalStateException("secret body");
    }

    @Override
    public Next next(Work work) {
        return new Next.Step("create", Next.Effect.ONCE, session -> {
            throw new IllegalStateException("secret body");
        });
    }

    @Override
    public Resolution resolve(EntSession session, Work work, String step) {
        throw new IllegalStateException("broken");
    }
}
