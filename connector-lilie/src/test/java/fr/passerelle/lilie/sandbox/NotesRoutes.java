package fr.passerelle.lilie.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.lilie.sandbox.World.Evaluation;
import fr.passerelle.lilie.sandbox.World.Structure;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tests and their marks. What a test may be about is a class here; Eliot knows subjects too. */
final class NotesRoutes {
    private static final String MODULE = "notes";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private NotesRoutes() {}

    static List<Route> all() {
        return List.of(
                new EliotRoute("GET", MODULE, "/evaluation-contextes.json", NotesRoutes::contexts),
                new EliotRoute("POST", MODULE, "/evaluations", NotesRoutes::create),
                new EliotRoute("PUT", MODULE, "/evaluations/:evaluation/notes.json", NotesRoutes::mark));
    }

    private static Reply contexts(Call call) {
        ArrayNode list = JSON.arrayNode();
        Structure structure = call.world().structures.get(call.queryNumber("structureEnseignementId"));
        if (structure != null) {
            list.addObject()
                    .put("kind", "eliot-notes#evaluation-contextes#standard")
                    .put("id", structure.id())
                    .put("libelle", structure.name());
        }
        return Reply.json(200, list);
    }

    private static Reply create(Call call) {
        JsonNode json = call.json("eliot-notes#evaluation#insert");
        long context = json.path("evaluation-contexte-id").asLong(0);
        Structure structure = call.world().structures.get(context);
        if (structure == null) {
            throw Call.notFound("evaluation-contexte-id", context);
        }
        long id = call.world().newId();
        call.world()
                .evaluations
                .put(
                        id,
                        new Evaluation(
                                id,
                                structure,
                                Call.text(json, "titre"),
                                Call.text(json, "date"),
                                json.path("note-max").asDouble(20),
                                new LinkedHashMap<>()));
        return Reply.json(
                200, JSON.objectNode().put("kind", "eliot-notes#evaluation#id").put("id", id));
    }

    private static Reply mark(Call call) {
        long id = call.id("evaluation");
        Evaluation evaluation = call.world().evaluations.get(id);
        if (evaluation == null) {
            throw Call.notFound("evaluationId", id);
        }
        for (JsonNode note : call.json("eliot-notes#evaluation-notes#standard").path("notes")) {
            evaluation
                    .marks()
                    .put(
                            note.path("eleve-personne-id").asLong(0),
                            note.path("valeur").asString(""));
        }
        ArrayNode list = JSON.arrayNode();
        list.addObject().put("kind", "eliot-notes#note#standard").put("id", id);
        return Reply.json(200, list);
    }
}
