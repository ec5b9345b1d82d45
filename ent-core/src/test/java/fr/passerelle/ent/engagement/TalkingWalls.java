package fr.passerelle.ent.engagement;

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
import fr.passerelle.ent.spi.Engagement;
import fr.passerelle.ent.spi.Engagement.Figure.ByReaders;
import fr.passerelle.ent.spi.Engagement.Measure;
import fr.passerelle.ent.spi.Engagement.Readers;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntConnectorProvider;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Published;
import fr.passerelle.ent.spi.PublishesCommunications;
import fr.passerelle.ent.spi.ReadsEngagement;
import fr.passerelle.ent.spi.ReadsReplies;
import fr.passerelle.ent.spi.Rendering;
import fr.passerelle.ent.spi.Replies;
import fr.passerelle.ent.spi.Replies.Reply;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.TargetAudience;
import fr.passerelle.ent.spi.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** ENTs on which everything hangs at once; they differ in what they tell of it. */
final class TalkingWalls implements EntConnectorProvider {
    @Override
    public String id() {
        return "wall";
    }

    @Override
    public List<String> profiles() {
        return List.of("telling", "mute", "down", "broken");
    }

    @Override
    public EntConnector connector(EntAccount account) {
        return switch (account.profile()) {
            case "mute" -> new Wall("mute");
            case "down" ->
                new Telling("down") {
                    @Override
                    public Engagement engagement(EntSession session, Published published) {
                        return new Engagement.Failed(new Fault.Unreachable(null));
                    }

                    @Override
                    public Replies replies(EntSession session, Published published) {
                        return new Replies.Incomplete(
                                List.of(reply("À jeudi", Instant.parse("2026-11-24T08:00:00Z"))),
                                new Fault.Unreachable(null));
                    }
                };
            case "broken" ->
                new Telling("broken") {
                    @Override
                    public Engagement engagement(EntSession session, Published published) {
                        throw new IllegalStateException("broken");
                    }

                    @Override
                    public Replies replies(EntSession session, Published published) {
                        throw new IllegalStateException("broken");
                    }
                };
            default -> new Telling("telling");
        };
    }

    private static Reply reply(String text, @org.jspecify.annotations.Nullable Instant at) {
        return new Reply("Famille", text, at, "/wall/1#c1");
    }

    private static class Telling extends Wall implements ReadsEngagement, ReadsReplies {
        Telling(String profile) {
            super(profile);
        }

        @Override
        public Engagement engagement(EntSession session, Published published) {
            return new Engagement.Counted(
                    Map.of(Measure.VIEWS, new ByReaders(Map.of(Readers.FAMILY, 12L, Readers.TEACHER, 1L))));
        }

        @Override
        public Replies replies(EntSession session, Published published) {
            return new Replies.Complete(
                    List.of(reply("Merci !", Instant.parse("2026-11-23T09:00:00Z")), reply("Sans date", null)));
        }
    }

    private static class Wall implements EntConnector, PublishesCommunications {
        private final String profile;

        Wall(String profile) {
            this.profile = profile;
        }

        @Override
        public ConnectorDescriptor descriptor() {
            return new ConnectorDescriptor(
                    "wall",
                    profile,
                    profile,
                    Maturity.RECONSTRUCTED,
                    List.of(),
                    List.of(new Publishing(
                            CommunicationKind.BLOG,
                            Set.of(AudienceScope.CLASSES),
                            200,
                            100_000,
                            true,
                            Withdrawal.DELETE,
                            Attaching.NONE,
                            Duration.ofMinutes(1))),
                    List.of(),
                    List.of(),
                    List.of());
        }

        @Override
        public CheckResult check(EntSession session) {
            return new CheckResult.Ready(Map.of());
        }

        @Override
        public List<Destination> destinations(CommunicationKind kind, TargetAudience audience) {
            return audience.classes().stream()
                    .map(target -> new Destination(audience.place(), "class/" + target.id(), target.name()))
                    .toList();
        }

        @Override
        public Rendering render(Content content, String marker) {
            return new Rendering(content.title(), content.html(), List.of());
        }

        @Override
        public Next next(Work work) {
            return new Next.Finished(new Outcome.Applied("/wall/1"));
        }

        @Override
        public Resolution resolve(EntSession session, Work work, String step) {
            throw new UnsupportedOperationException("A wall has no steps that could be lost.");
        }
    }
}
