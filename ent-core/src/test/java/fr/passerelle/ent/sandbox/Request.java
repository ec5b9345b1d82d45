package fr.passerelle.ent.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param origin which of the platform's origins it came to, from 0
 * @param path decoded by nobody yet
 * @param query by name, decoded, the first value of each
 * @param headers by lower-case name
 */
public record Request(
        int origin,
        String method,
        String path,
        String rawQuery,
        Map<String, String> query,
        Map<String, List<String>> headers,
        byte[] bytes) {

    /** The body as text. */
    public String body() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public boolean isMultipart() {
        return header("content-type").orElse("").startsWith("multipart/");
    }

    /** The first value of each field of a query or form. */
    public static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    public Optional<String> cookie(String name) {
        return header("cookie").stream()
                .flatMap(all -> List.of(all.split(";", -1)).stream())
                .map(String::strip)
                .filter(one -> one.startsWith(name + "="))
                .map(one -> one.substring(name.length() + 1))
                .findFirst();
    }

    public String pathAndQuery() {
        return rawQuery.isEmpty() ? path : path + "?" + rawQuery;
    }
}
