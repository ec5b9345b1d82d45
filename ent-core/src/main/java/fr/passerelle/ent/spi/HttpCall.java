package fr.passerelle.ent.spi;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request to one of the account's origins.
 *
 * @param origin empty for {@link EntAccount#baseUrl}, or a name in {@link EntAccount#origins}
 * @param method in upper case
 * @param path begins with {@code /}; query included, already encoded
 * @param route the path with ids replaced, for logs and metrics, for example {@code /blog/post/:blog}
 * @param headers by name
 * @param contentType of the body, or null without one
 * @param body or null
 */
public record HttpCall(
        String origin,
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
        return new HttpCall("", method, path, route, Map.of(), null, null);
    }

    /** The same to another origin of the account. */
    public HttpCall at(String other) {
        return new HttpCall(other, method, path, route, headers, contentType, body);
    }

    public HttpCall header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpCall(origin, method, path, route, more, contentType, body);
    }

    public HttpCall json(byte[] json) {
        return new HttpCall(origin, method, path, route, headers, "application/json; charset=utf-8", json);
    }

    /** A form body; fields in the map's order. */
    public HttpCall form(Map<String, String> fields) {
        String encoded = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return new HttpCall(
                origin,
                method,
                path,
                route,
                headers,
                "application/x-www-form-urlencoded",
                encoded.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A body of one file, as a browser sends it (RFC 7578; the WHATWG's escapes in the name).
     *
     * @param field the form's field
     */
    public HttpCall file(String field, String fileName, String mediaType, byte[] file) {
        // Whoever knew a file that holds its own hash could break out of it; nobody does.
        String boundary = "passerelle-" + sha256(file);
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + escape(field)
                + "\"; filename=\"" + escape(fileName) + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n";
        ByteArrayOutputStream sent = new ByteArrayOutputStream(file.length + 512);
        sent.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        sent.writeBytes(file);
        sent.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return new HttpCall(
                origin, method, path, route, headers, "multipart/form-data; boundary=" + boundary, sent.toByteArray());
    }

    private static String escape(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 48);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
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
