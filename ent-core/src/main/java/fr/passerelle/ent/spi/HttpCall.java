package fr.passerelle.ent.spi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request to the account's origin.
 *
 * @param method in upper case
 * @param path begins with {@code /}; query included, already encoded
 * @param route the path with ids replaced, for logs and metrics, for example {@code /blog/post/:blog}
 * @param headers by name
 * @param contentType of the body, or null without one
 * @param body or null
 */
public record HttpCall(
        String method,
        String path,
        String route,
        Map<String, String> headers,
        @Nullable String contentType,
        byte @Nullable [] body) {
    public HttpCall {
        headers = Map.copyOf(headers);
    }

    public static HttpCall of(String method, String path, String route) {
        return new HttpCall(method, path, route, Map.of(), null, null);
    }

    public HttpCall header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpCall(method, path, route, more, contentType, body);
    }

    public HttpCall json(byte[] json) {
        return new HttpCall(method, path, route, headers, "application/json; charset=utf-8", json);
    }

    /** A form body; fields in the map's order. */
    public HttpCall form(Map<String, String> fields) {
        String encoded = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return new HttpCall(
                method,
                path,
                route,
                headers,
                "application/x-www-form-urlencoded",
                encoded.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Method and route only: a path may carry ids and a body names. */
    @Override
    public String toString() {
        return method + " " + route;
    }
}
