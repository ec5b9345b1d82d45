package fr.passerelle.one.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An answer, in the forms that ONE has. */
record Reply(int status, @Nullable String contentType, byte[] body, Map<String, List<String>> headers) {

    static Reply json(int status, JsonNode json) {
        return new Reply(
                status,
                "application/json",
                json.toString().getBytes(StandardCharsets.UTF_8),
                Map.of("Cache-Control", List.of("no-cache, must-revalidate"), "Expires", List.of("-1")));
    }

    static Reply json(JsonNode json) {
        return json(200, json);
    }

    static Reply error(int status, String error) {
        return json(status, JsonNodeFactory.instance.objectNode().put("error", error));
    }

    static Reply html(int status, String contentType, String page) {
        return new Reply(status, contentType, page.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Reply empty(int status) {
        return new Reply(status, null, new byte[0], Map.of());
    }

    static Reply noContent() {
        return new Reply(204, "application/json", new byte[0], Map.of());
    }

    static Reply redirect(String to) {
        return empty(302).with("Location", to);
    }

    /** Valid session, but the right is lacking or the object is not there: ONE does not say which. */
    static Reply forbidden() {
        return html(401, "text/html", Pages.FORBIDDEN);
    }

    Reply with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        List<String> values = new ArrayList<>(more.getOrDefault(name, List.of()));
        values.add(value);
        more.put(name, values);
        return new Reply(status, contentType, body, more);
    }
}
