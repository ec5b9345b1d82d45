package fr.passerelle.lilie.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.lilie.sandbox.World.Notification;
import fr.passerelle.lilie.sandbox.World.Person;
import fr.passerelle.lilie.sandbox.World.School;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** E-mails and SMS to people. It lies in the module of schools, where the client's own settings have it. */
final class NotificationRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> SUPPORTS = Set.of("EMAIL", "SMS");

    private NotificationRoutes() {}

    static List<Route> all() {
        return List.of(new EliotRoute("POST", ScolariteRoutes.MODULE, "/notifications", NotificationRoutes::create));
    }

    private static Reply create(Call call) {
        World world = call.world();
        JsonNode json = call.json();
        List<String> recipients = texts(json.path("destinatairesIdExterne"));
        Set<Person> known = world.known(recipients);
        Set<String> supports = new LinkedHashSet<>(texts(json.path("supports")));
        String message = json.path("message").asString("");
        Optional<School> school =
                world.schoolByExternalId(json.path("etablissementIdExterne").asString(""));
        Optional<Person> requester = Optional.ofNullable(
                world.people.get(json.path("demandeurIdExterne").asString("")));
        if (school.isEmpty()) {
            return refused("etablissementIdExterne");
        }
        if (requester.isEmpty()) {
            return refused("demandeurIdExterne");
        }
        if (message.isEmpty()) {
            return refused("message");
        }
        if (known.isEmpty() || known.size() < Set.copyOf(recipients).size()) {
            return refused("destinatairesIdExterne");
        }
        if (supports.isEmpty() || !SUPPORTS.containsAll(supports)) {
            return refused("supports");
        }
        world.notifications.add(new Notification(
                world.newId(),
                school.get(),
                requester.get(),
                json.path("titre").asString(""),
                message,
                known,
                supports,
                call.form(),
                world.clock.instant()));
        return Reply.json(200, JSON.objectNode().put("success", true));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(one -> one.asString("")).toList();
    }

    private static Reply refused(String field) {
        return Reply.json(
                200, JSON.objectNode().put("success", false).put("message", "Champ manquant ou inconnu : " + field));
    }
}
