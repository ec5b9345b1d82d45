package fr.passerelle.lilie.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.lilie.sandbox.World.Activity;
import fr.passerelle.lilie.sandbox.World.Cahier;
import fr.passerelle.lilie.sandbox.World.Chapitre;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The lesson books of classes. */
final class TextesRoutes {
    private static final String MODULE = "textes";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** In class, or at home. */
    private static final Set<String> CONTEXTS = Set.of("CLA", "MAI");

    private TextesRoutes() {}

    static List<Route> all() {
        return List.of(
                new EliotRoute("GET", MODULE, "/cahiers-service", TextesRoutes::cahiers),
                new EliotRoute("GET", MODULE, "/cahiers/:cahier/chapitres", TextesRoutes::chapitres),
                new EliotRoute("POST", MODULE, "/cahiers/:cahier/activites-interactives", TextesRoutes::insert));
    }

    private static Reply cahiers(Call call) {
        long structure = call.queryNumber("structureEnseignementId");
        List<JsonNode> found = call.world().cahiers.values().stream()
                .filter(cahier -> cahier.structure().id() == structure)
                .map(TextesRoutes::cahier)
                .toList();
        return Reply.json(200, Lists.paginated(call, found));
    }

    private static JsonNode cahier(Cahier cahier) {
        ObjectNode json = JSON.objectNode()
                .put("kind", "eliot-textes#cahier-service#standard")
                .put("id", cahier.id())
                .put("nom", cahier.name())
                .put("description", cahier.structure().school().name())
                .put("estVise", false)
                .put("dateCreation", Lists.date(cahier.created()));
        json.putObject("service")
                .put("kind", "eliot#service#standard")
                .put("id", cahier.structure().id());
        return json;
    }

    private static Cahier asked(Call call) {
        long id = call.id("cahier");
        Cahier cahier = call.world().cahiers.get(id);
        if (cahier == null) {
            throw Call.notFound("cahierId", id);
        }
        return cahier;
    }

    private static Reply chapitres(Call call) {
        Cahier cahier = asked(call);
        ObjectNode json = JSON.objectNode()
                .put("kind", "eliot-textes#chapitres#structure-chapitres")
                .put("cahierId", cahier.id());
        json.set("racine", tree(cahier.chapitres()));
        return Reply.json(200, json);
    }

    private static ArrayNode tree(List<Chapitre> chapitres) {
        ArrayNode list = JSON.arrayNode();
        for (Chapitre chapitre : chapitres) {
            ObjectNode json = list.addObject()
                    .put("kind", "eliot-textes#chapitre#avec-chapitres-fils")
                    .put("id", chapitre.id())
                    .put("nom", chapitre.name());
            if (!chapitre.below().isEmpty()) {
                json.set("chapitres-fils", tree(chapitre.below()));
            }
        }
        return list;
    }

    private static Reply insert(Call call) {
        Cahier cahier = asked(call);
        JsonNode json = call.json("eliot-textes#activite-interactive#insert");
        long chapitre = json.path("chapitre-parent-id").asLong(0);
        if (flat(cahier.chapitres()).noneMatch(one -> one.id() == chapitre)) {
            throw Call.notFound("chapitre-parent-id", chapitre);
        }
        String context = Call.text(json, "contexte-activite");
        if (!CONTEXTS.contains(context)) {
            return Reply.json(400, JSON.objectNode().put("erreur", "contexte-activite"));
        }
        Activity activity = new Activity(
                call.world().newId(),
                chapitre,
                Call.text(json, "titre"),
                Call.text(json, "date-debut"),
                Call.text(json, "date-fin"),
                context,
                json.path("description").asString(""),
                Call.text(json, "ressource-interactive-url"));
        cahier.activities().add(activity);
        return Reply.json(
                200, JSON.objectNode().put("kind", "eliot-textes#activite#id").put("id", activity.id()));
    }

    private static Stream<Chapitre> flat(List<Chapitre> chapitres) {
        return chapitres.stream().flatMap(one -> Stream.concat(Stream.of(one), flat(one.below())));
    }
}
