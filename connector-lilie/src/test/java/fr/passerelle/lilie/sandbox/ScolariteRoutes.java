package fr.passerelle.lilie.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.lilie.sandbox.World.School;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Schools: the kinds of people there, and groups. The people of a class are not among it. */
final class ScolariteRoutes {
    static final String MODULE = "scolarite";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> FUNCTIONS = new TreeMap<>(Map.of(
            "AL", "ADMINISTRATEUR_LOCAL",
            "DIR", "DIRECTION",
            "ELEVE", "ELEVE",
            "ENS", "ENSEIGNEMENT",
            "PERS_REL_ELEVE", "PERSONNE RELATION ELEVE",
            "UI", "INVITE"));

    private ScolariteRoutes() {}

    static List<Route> all() {
        return List.of(
                new EliotRoute("GET", MODULE, "/wsprofilsetab", ScolariteRoutes::functions),
                new EliotRoute("GET", MODULE, "/groupes/paginable", ScolariteRoutes::groups));
    }

    private static School asked(Call call) {
        long id = call.queryNumber("etablissementId");
        School school = call.world().schools.get(id);
        if (school == null) {
            throw Call.notFound("etablissementId", id);
        }
        return school;
    }

    private static Reply functions(Call call) {
        asked(call);
        ArrayNode list = JSON.arrayNode();
        FUNCTIONS.forEach((code, label) -> list.addObject()
                .put("kind", "eliot-scolarite#fonction#standard")
                .put("code", code)
                .put("libelle", label));
        return Reply.json(200, list);
    }

    /** A class's group where {@code type} is SCOLARITE; groups that people made, ENT, there are none. */
    private static Reply groups(Call call) {
        School school = asked(call);
        String type = call.query("type");
        if (!List.of("SCOLARITE", "ENT").contains(type)) {
            return Reply.json(400, JSON.objectNode().put("erreur", "type"));
        }
        String word = call.query("motCle").toLowerCase(Locale.ROOT);
        List<JsonNode> found = type.equals("ENT")
                ? List.of()
                : call.world().classesOf(school).stream()
                        .filter(structure ->
                                structure.name().toLowerCase(Locale.ROOT).contains(word))
                        .map(structure -> group(structure.id(), structure.name(), type))
                        .toList();
        ObjectNode json = JSON.objectNode().put("kind", "eliot-scolarite#groupes#paginable");
        json.set("groupes", Lists.page(call, found));
        return Reply.json(200, json.put("nombre-total", found.size()));
    }

    private static JsonNode group(long id, String name, String type) {
        return JSON.objectNode()
                .put("kind", "eliot-scolarite#groupes#standard")
                .put("id", id)
                .put("nom-affichage", name)
                .putNull("autorite-id")
                .put("type", type);
    }
}
