package fr.passerelle.ent.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An answer.
 *
 * @param contentType as sent, or null for none
 */
public record Reply(int status, @Nullable String contentType, byte[] body, Map<String, List<String>> headers) {

    /** No answer at all: the connection stays open until somebody gives up. */
    public static final Reply NONE = empty(0);

    public static Reply json(int status, JsonNode json) {
        return new Reply(status, "application/json", json.toString().getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Reply html(int status, String contentType, String page) {
        return new Reply(status, contentType, page.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Reply empty(int status) {
        return new Reply(status, null, new byte[0], Map.of());
    }

    public static Reply redirect(String to) {
        return empty(302).with("Location", to);
    }

    boolean isNone() {
        return status == 0;
    }

    /** The same with one header more. */
    public Reply with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        List<String> values = new ArrayList<>(more.getOrDefault(name, List.of()));
        values.add(value);
        more.put(name, values);
        return new Reply(status, contentType, body, more);
    }
}
