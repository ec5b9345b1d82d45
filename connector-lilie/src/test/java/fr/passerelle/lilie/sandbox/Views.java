package fr.passerelle.lilie.sandbox;

import fr.passerelle.lilie.sandbox.LilieObjects.ActivityView;
import fr.passerelle.lilie.sandbox.LilieObjects.EvaluationView;
import fr.passerelle.lilie.sandbox.LilieObjects.NotificationView;
import fr.passerelle.lilie.sandbox.World.Notification;
import fr.passerelle.lilie.sandbox.World.Structure;
import fr.passerelle.one.sandbox.SandboxObjects;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The world as the administration shows it. */
final class Views {
    private static final Pattern REFERENCE = Pattern.compile("\\b[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}\\b");

    private Views() {}

    static LilieObjects objects(World world, SandboxObjects openEntNg, int pending) {
        return new LilieObjects(
                world.notifications.stream().map(Views::notification).toList(),
                world.cahiers.values().stream()
                        .flatMap(cahier -> cahier.activities().stream()
                                .map(activity -> new ActivityView(
                                        activity.id(),
                                        name(cahier.structure()),
                                        activity.title(),
                                        activity.context(),
                                        activity.url())))
                        .toList(),
                world.evaluations.values().stream()
                        .map(evaluation -> new EvaluationView(
                                evaluation.id(),
                                name(evaluation.structure()),
                                evaluation.title(),
                                Map.copyOf(evaluation.marks())))
                        .toList(),
                openEntNg,
                pending);
    }

    private static NotificationView notification(Notification notification) {
        return new NotificationView(
                notification.id(),
                notification.school().uai(),
                notification.recipients().stream()
                        .map(person -> person.structure().map(Views::name))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                notification.recipients().size(),
                notification.title(),
                notification.text(),
                reference(notification.text()),
                notification.supports().stream().sorted().toList(),
                notification.authorization().text(),
                Lists.date(notification.at()));
    }

    private static String name(Structure structure) {
        return structure.school().uai() + " " + structure.name();
    }

    private static @Nullable String reference(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .reduce((first, last) -> last)
                .orElse(null);
    }
}
