package fr.passerelle.ent.rights;

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
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntConnectorProvider;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.PublishesCommunications;
import fr.passerelle.ent.spi.Rendering;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.Secret;
import fr.passerelle.ent.spi.SignsPeopleIn;
import fr.passerelle.ent.spi.TargetAudience;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.ent.spi.Work.Verb;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An ENT that is a board in a corridor: what is asked for hangs there at once, by its marker. What hangs on the profile
 * {@code glued} cannot be taken down.
 */
final class NoticeBoard implements EntConnectorProvider {
    static final String PINNED = "pinned";
    static final String GLUED = "glued";
    /** What a teacher comes back with who agreed, and what the board makes of it. */
    static final String CODE = "agreed";

    static final String USER = "u-4711";
    static final String TOKEN = "refresh-0815";

    /** What hangs on all boards. */
    final Set<String> hanging = new HashSet<>();

    @Override
    public String id() {
        return "board";
    }

    @Override
    public List<String> profiles() {
        return List.of(PINNED, GLUED);
    }

    @Override
    public EntConnector connector(EntAccount account) {
        return new Board(account.profile());
    }

    private final class Board implements EntConnector, PublishesCommunications, SignsPeopleIn {
        private final String profile;

        private Board(String profile) {
            this.profile = profile;
        }

        @Override
        public ConnectorDescriptor descriptor() {
            return new ConnectorDescriptor(
                    "board",
                    profile,
                    "Panneau " + profile,
                    Maturity.RECONSTRUCTED,
                    List.of(),
                    Arrays.stream(CommunicationKind.values())
                            .map(kind -> new Publishing(
                                    kind,
                                    Set.of(AudienceScope.values()),
                                    200,
                                    100_000,
                                    true,
                                    profile.equals(GLUED) ? Withdrawal.NONE : Withdrawal.DELETE,
                                    Attaching.NONE,
                                    Duration.ofMinutes(1)))
                            .toList(),
                    List.of(),
                    List.of("Titre et texte des publications"),
                    List.of());
        }

        @Override
        public CheckResult check(EntSession session) {
            return new CheckResult.Ready(Map.of());
        }

        @Override
        public Page authorizationPage(EntAccount service, URI redirect, String state) {
            return new Page.At(service.baseUrl().resolve("/agree?state=" + state));
        }

        @Override
        public SignIn redeem(EntSession session, String code, URI redirect) {
            return code.equals(CODE)
                    ? new SignIn.SignedIn(USER, Secret.of(TOKEN))
                    : new SignIn.Refused(new Fault.SignInNeeded(Fault.SignInNeeded.Why.REVOKED));
        }

        @Override
        public List<Destination> destinations(CommunicationKind kind, TargetAudience audience) {
            return audience.classes().isEmpty()
                    ? List.of(new Destination(audience.place(), "hall", "Hall"))
                    : audience.classes().stream()
                            .map(target -> new Destination(audience.place(), "class/" + target.id(), target.name()))
                            .toList();
        }

        @Override
        public Rendering render(Content content, String marker) {
            return new Rendering(content.title(), content.html(), List.of());
        }

        @Override
        public Next next(Work work) {
            if (work.verb() == Verb.WITHDRAW) {
                hanging.remove(work.marker());
            } else {
                hanging.add(work.marker());
            }
            return new Next.Finished(new Outcome.Applied("/board/" + work.marker()));
        }

        @Override
        public Resolution resolve(EntSession session, Work work, String step) {
            throw new UnsupportedOperationException("A board has no steps that could be lost.");
        }
    }
}
