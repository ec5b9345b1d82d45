package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Answers in the forms that ONE has. */
final class Replies {
    private Replies() {}

    static Reply json(int status, JsonNode json) {
        return Reply.json(status, json)
                .with("Cache-Control", "no-cache, must-revalidate")
                .with("Expires", "-1");
    }

    static Reply json(JsonNode json) {
        return json(200, json);
    }

    static Reply error(int status, String error) {
        return json(status, JsonNodeFactory.instance.objectNode().put("error", error));
    }

    static Reply noContent() {
        return new Reply(204, "application/json", new byte[0], Map.of());
    }

    /** Valid session, but the right is lacking or the object is not there: ONE does not say which. */
    static Reply forbidden() {
        return Reply.html(401, "text/html", Pages.FORBIDDEN);
    }
}
