package fr.passerelle.one;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Engagement;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Published;
import fr.passerelle.ent.spi.PublishesByHand;
import fr.passerelle.ent.spi.PublishesCommunications;
import fr.passerelle.ent.spi.ReadsEngagement;
import fr.passerelle.ent.spi.ReadsReplies;
import fr.passerelle.ent.spi.Rendering;
import fr.passerelle.ent.spi.Replies;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.Sighting;
import fr.passerelle.ent.spi.SignsPeopleIn;
import fr.passerelle.ent.spi.StoresFiles;
import fr.passerelle.ent.spi.TargetAudience;
import fr.passerelle.ent.spi.Work;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Publishes to a platform that runs entcore: news to a school or its classes, a post in each class's blog, or a message.
 * Counts how news and posts were read and reads their comments. Keeps files in the service account's workspace.
 */
final class OneConnector
        implements EntConnector,
                PublishesCommunications,
                PublishesByHand,
                ReadsEngagement,
                ReadsReplies,
                SignsPeopleIn,
                StoresFiles {
    private final ConnectorDescriptor descriptor;
    private final OneSettings settings;
    private final StepMaker maker;
    private final OneNews news;
    private final OneBlogs blogs;
    private final OneMessages messages;

    OneConnector(EntcorePlatform platform, OneSettings settings) {
        descriptor = OneDescriptor.of(platform);
        this.settings = settings;
        maker = new StepMaker(settings);
        news = new OneNews(maker);
        blogs = new OneBlogs(maker);
        messages = new OneMessages(maker);
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public CheckResult check(EntSession session) {
        return OneCheck.look(session, maker.client(session), maker.files(session));
    }

    @Override
    public Page authorizationPage(EntAccount service, URI redirect, String state) {
        return OneAuthors.page(service, settings, redirect, state);
    }

    @Override
    public SignIn redeem(EntSession service, String code, URI redirect) {
        return OneAuthors.redeem(service, settings, code, redirect);
    }

    @Override
    public List<Destination> destinations(CommunicationKind kind, TargetAudience audience) {
        boolean declared = descriptor
                        .publishes(kind)
                        .filter(line -> line.scopes().contains(audience.declaredAs()))
                        .isPresent()
                || descriptor.byHand(kind, audience.declaredAs());
        return declared ? OneDestinations.of(kind, audience) : List.of();
    }

    @Override
    public Rendering render(Content content, String marker) {
        return OneText.of(content, marker).shown();
    }

    @Override
    public Next next(Work work) {
        return switch (work.content().kind()) {
            case NEWS -> news.next(work);
            case BLOG -> blogs.next(work);
            case MESSAGE -> messages.next(work);
            case LIAISON ->
                new Next.Finished(
                        new Outcome.Refused(notPublished(work.content().kind())));
        };
    }

    private Fault notPublished(CommunicationKind kind) {
        return new Fault.Rejected(
                OneReason.KIND_NOT_PUBLISHED,
                Map.of(
                        "kind",
                        kind.name().toLowerCase(Locale.ROOT),
                        "profile",
                        descriptor.id() + " / " + descriptor.profile()));
    }

    @Override
    public Resolution resolve(EntSession session, Work work, String step) {
        try {
            return switch (work.content().kind()) {
                case NEWS -> news.resolve(session, work, step);
                case BLOG -> blogs.resolve(session, work, step);
                case MESSAGE -> messages.resolve(session, work, step);
                case LIAISON -> throw StepMaker.notResolved(step);
            };
        } catch (StepEnds ends) {
            return new Resolution.Failed(ends.fault());
        }
    }

    @Override
    public String writingPage(CommunicationKind kind, Destination destination) {
        return OneByHand.page(kind);
    }

    @Override
    public Sighting look(EntSession session, Work work) {
        try {
            return new OneByHand(maker.client(session), work).look();
        } catch (StepEnds ends) {
            return new Sighting.Failed(ends.fault());
        }
    }

    @Override
    public Engagement engagement(EntSession session, Published published) {
        try {
            return new OneEngagement(maker.client(session), published).count();
        } catch (StepEnds ends) {
            return new Engagement.Failed(ends.fault());
        }
    }

    @Override
    public Replies replies(EntSession session, Published published) {
        try {
            return new OneReplies(maker.client(session), published).read();
        } catch (StepEnds ends) {
            return OneReplies.failed(ends.fault());
        }
    }

    @Override
    public Limits limits() {
        return OneFiles.LIMITS;
    }

    @Override
    public Listing list(EntSession session, String folder) {
        return files(session).list(folder);
    }

    @Override
    public Fetch fetch(EntSession session, StoredFile file) {
        return files(session).fetch(file);
    }

    @Override
    public Put put(EntSession session, String folder, NewFile file) {
        return files(session).put(folder, file);
    }

    @Override
    public Removal remove(EntSession session, StoredFile file) {
        return files(session).remove(file);
    }

    @Override
    public Room room(EntSession session) {
        return files(session).room();
    }

    private OneFiles files(EntSession session) {
        return new OneFiles(maker.files(session));
    }
}
