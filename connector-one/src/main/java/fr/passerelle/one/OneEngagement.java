package fr.passerelle.one;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.Engagement;
import fr.passerelle.ent.spi.Engagement.Figure;
import fr.passerelle.ent.spi.Engagement.Measure;
import fr.passerelle.ent.spi.Engagement.Readers;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Published;
import fr.passerelle.one.wire.Info;
import fr.passerelle.one.wire.PostComment;
import fr.passerelle.one.wire.ReactionSummary;
import fr.passerelle.one.wire.ViewDetails;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts how a post or an info was read, as ONE's audience module counts: by profile. Of reactions only the sum is asked
 * for, since ONE gives their details with names. No request here counts as a view.
 */
final class OneEngagement {
    private static final Map<String, Readers> PROFILES = Map.of(
            "Relative", Readers.FAMILY,
            "Student", Readers.PUPIL,
            "Teacher", Readers.TEACHER,
            "Personnel", Readers.STAFF);

    private static final Figure UNSEEN_MESSAGES = new Figure.NotMeasured(
            "L'ENT ne dit pas à l'expéditeur qui a ouvert un message : rien ne change de son côté.");
    private static final Figure UNREAD_INBOX = new Figure.NotMeasured(
            "Les réponses à un message arrivent dans la boîte du compte de service, que Passerelle ne lit pas.");
    private static final Figure NO_SCOPE = new Figure.NotMeasured(
            "L'application déclarée pour Passerelle n'a pas accès aux vues et réactions (scope audience) : demandez-le à"
                    + " l'administrateur de l'ENT.");
    private static final Figure NO_MODULE =
            new Figure.NotMeasured("L'ENT ne compte pas les vues et réactions : ce module n'y est pas en service.");

    private final OneClient client;
    private final Published published;
    private final Handles handles;

    OneEngagement(OneClient client, Published published) {
        this.client = client;
        this.published = published;
        this.handles = new Handles(published.progress());
    }

    Engagement count() {
        return switch (published.kind()) {
            case NEWS -> handles.has(Handles.INFO) ? ofInfo() : new Engagement.Failed(new Fault.Gone());
            case BLOG -> handles.has(Handles.POST) ? ofPost() : new Engagement.Failed(new Fault.Gone());
            case MESSAGE ->
                new Engagement.Counted(Map.of(
                        Measure.VIEWS, UNSEEN_MESSAGES,
                        Measure.READERS, UNSEEN_MESSAGES,
                        Measure.REPLIES, UNREAD_INBOX));
            case LIAISON -> new Engagement.Counted(Map.of());
        };
    }

    private Engagement ofInfo() {
        String id = handles.get(Handles.INFO);
        Answer answer = client.ask(OneRoute.INFO, OneRoute.INFO.call(id), Effect.READ);
        if (answer.status() == 401) {
            return new Engagement.Failed(new Absence(client).ofInfo(OneRoute.INFO, id));
        }
        long comments = client.read(OneRoute.INFO, answer, Info.class).numberOfComments();
        return counted("actualites", "info", id, comments);
    }

    private Engagement ofPost() {
        String blog = handles.get(Handles.BLOG);
        String id = handles.get(Handles.POST);
        Answer answer = client.ask(OneRoute.COMMENTS, OneRoute.COMMENTS.call(blog, id), Effect.READ);
        if (answer.status() == 401) {
            return new Engagement.Failed(new Absence(client).ofPost(OneRoute.COMMENTS, blog, id));
        }
        long comments = client.list(OneRoute.COMMENTS, answer, PostComment.class).stream()
                .filter(PostComment::isShown)
                .count();
        return counted("blog", "post", id, comments);
    }

    private Engagement counted(String application, String type, String id, long comments) {
        Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
        figures.put(Measure.REPLIES, untold(comments));
        if (!client.opens(OneRoute.VIEWS)) {
            return notMeasured(figures, NO_SCOPE);
        }
        Optional<Answer> views = audience(OneRoute.VIEWS, OneRoute.VIEWS.call(application, type, id));
        Optional<Answer> reactions =
                audience(OneRoute.REACTIONS, OneRoute.REACTIONS.query("?resourceIds=" + id, application, type));
        if (views.isEmpty() || reactions.isEmpty()) {
            return notMeasured(figures, NO_MODULE);
        }
        ViewDetails details = client.read(OneRoute.VIEWS, views.get(), ViewDetails.class);
        figures.put(Measure.VIEWS, untold(details.viewsCounter()));
        figures.put(Measure.READERS, byProfile(details));
        ReactionSummary summary = client.read(OneRoute.REACTIONS, reactions.get(), ReactionSummary.class);
        ReactionSummary.OfResource ours = summary.reactionsByResource().get(id);
        figures.put(Measure.REACTIONS, untold(ours == null ? 0 : ours.totalReactionsCounter()));
        return new Engagement.Counted(figures);
    }

    /** Empty where there is no such module, or nobody may use it. */
    private Optional<Answer> audience(OneRoute route, HttpCall call) {
        Answer answer = client.ask(route, call, Effect.READ);
        if (answer.status() == 403) {
            // The one id that was asked for is not the account's to look at.
            throw StepEnds.refused(new Fault.Forbidden(route.need()));
        }
        return answer.status() == 401 || answer.status() == 404 ? Optional.empty() : Optional.of(answer);
    }

    private static Engagement notMeasured(Map<Measure, Figure> figures, Figure why) {
        figures.put(Measure.VIEWS, why);
        figures.put(Measure.READERS, why);
        figures.put(Measure.REACTIONS, why);
        return new Engagement.Counted(figures);
    }

    private static Figure untold(long count) {
        return new Figure.ByReaders(Map.of(Readers.UNTOLD, count));
    }

    private static Figure byProfile(ViewDetails details) {
        Map<Readers, Long> counts = new EnumMap<>(Readers.class);
        details.uniqueViewsPerProfile()
                .forEach(one ->
                        counts.merge(PROFILES.getOrDefault(one.profile(), Readers.UNTOLD), one.counter(), Long::sum));
        return new Figure.ByReaders(counts);
    }
}
