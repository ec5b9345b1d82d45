package fr.passerelle.lilie.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.ent.sandbox.Request;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A request that was let in.
 *
 * @param form how its password came
 */
record Call(World world, Request request, Map<String, String> ids, TechnicalAccount.Form form) {
    /** Eliot's own client leaves a comma at the end of an object. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();

    /** Answers at once, instead of the handler. */
    static final class Answered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Reply reply;

        Answered(Reply reply) {
            super(null, null, false, false);
            this.reply = reply;
        }

        Reply reply() {
            return reply;
        }
    }

    /** A number in the path; 0 where there is none, which nothing has. */
    long id(String name) {
        return number(Objects.requireNonNull(ids.get(name)));
    }

    String query(String name) {
        return request.query().getOrDefault(name, "");
    }

    /** As {@link #id}. */
    long queryNumber(String name) {
        return number(query(name));
    }

    /** A number that may be left out. */
    int queryNumber(String name, int otherwise) {
        long number = queryNumber(name);
        return number <= 0 ? otherwise : (int) Math.min(number, Integer.MAX_VALUE);
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    /** The body, an object of the kind that the service takes. */
    JsonNode json(String kind) {
        JsonNode json = json();
        if (!json.path("kind").asString("").equals(kind)) {
            throw new Answered(wrong("kind " + kind));
        }
        return json;
    }

    JsonNode json() {
        try {
            JsonNode json = MAPPER.readTree(request.body());
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException unreadable) {
            // As if it were no object.
        }
        throw new Answered(wrong("JSON"));
    }

    /** A field that must hold text. */
    static String text(JsonNode json, String field) {
        String text = json.path(field).asString("");
        if (text.isBlank()) {
            throw new Answered(wrong(field));
        }
        return text;
    }

    private static Reply wrong(String expected) {
        return Reply.json(400, JsonNodeFactory.instance.objectNode().put("erreur", expected));
    }

    /** What is asked about is not there. */
    static Answered notFound(String field, long id) {
        return new Answered(Reply.json(
                200, JsonNodeFactory.instance.objectNode().put(field, id).put("erreur", "not found")));
    }
}
