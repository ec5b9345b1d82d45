package fr.passerelle.beneylu;

import fr.passerelle.ent.http.CommonAnswers;
import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.ent.spi.HttpReply;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.PublishesByHand;
import fr.passerelle.ent.spi.Rendering;
import fr.passerelle.ent.spi.Sighting;
import fr.passerelle.ent.spi.TargetAudience;
import fr.passerelle.ent.spi.Work;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Today's Beneylu School as a partner sees it: it tells who somebody is and takes nothing. So a person publishes, with
 * what is prepared here.
 */
final class BeneyluPartnerConnector implements EntConnector, PublishesByHand {
    private final PartnerSettings settings;

    BeneyluPartnerConnector(PartnerSettings settings) {
        this.settings = settings;
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return Descriptors.OF_PARTNER;
    }

    /**
     * Looks whether the site and the directory's door answer and whether the door knows the client. The secret could only
     * be tried with a person's own sign-in.
     */
    @Override
    public CheckResult check(EntSession session) {
        try {
            ask(session, HttpCall.of("GET", "/", "/"));
            Answer door = ask(session, door());
            if (door.status() == 400 || door.status() == 401 || door.status() == 403) {
                throw StepEnds.refused(new Fault.Misconfigured("credentials.client-id"));
            }
            if (door.status() >= 400) {
                throw AppSession.broken(
                        BeneyluRoute.AUTHORIZE, "a page or a redirection", String.valueOf(door.status()));
            }
            return new CheckResult.Ready(Map.of(
                    "site", "answers",
                    "authorize", "answers",
                    "client-secret", "not verified: no request tries it without a person's sign-in",
                    "publishing", "by hand"));
        } catch (StepEnds ends) {
            return new CheckResult.NotReady(ends.fault());
        }
    }

    private HttpCall door() {
        String query = "?response_type=code&approval_prompt=auto&state=check&client_id=" + encode(settings.clientId())
                + "&redirect_uri=" + encode(settings.redirectUri()) + "&scope=" + encode(settings.scope());
        String path = BeneyluRoute.AUTHORIZE.route();
        return BeneyluRoute.AUTHORIZE.to(path + query).at(BeneyluSettings.AUTH);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Answer ask(EntSession session, HttpCall call) {
        HttpReply reply = session.http().send(call.header("Accept", "text/html"));
        Optional<Outcome> common =
                CommonAnswers.outcome(reply, Effect.READ, session.clock().instant());
        if (common.isPresent()) {
            throw new StepEnds(common.get());
        }
        return (Answer) reply;
    }

    @Override
    public List<Destination> destinations(CommunicationKind kind, TargetAudience audience) {
        return BeneyluMapping.destinations(kind, audience);
    }

    /** What today's pages make of a text is not known; this is what version 3 made of it. */
    @Override
    public Rendering render(Content content, String marker) {
        return BeneyluText.of(content, marker, 1).shown();
    }

    /** The addresses of today's pages are not public. */
    @Override
    public String writingPage(CommunicationKind kind, Destination destination) {
        return "/";
    }

    @Override
    public Sighting look(EntSession session, Work work) {
        return new Sighting.CannotLook();
    }
}
