package fr.passerelle.beneylu;

import fr.passerelle.ent.spi.HttpReply.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cookies of one session at one origin. For one thread. */
final class Cookies {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** Reads what {@link #header} wrote. */
    static Cookies parse(String header) {
        Cookies cookies = new Cookies();
        for (String pair : header.split("; ", -1)) {
            cookies.set(pair);
        }
        return cookies;
    }

    /** Takes over what an answer sets and drops what it takes back. */
    void take(Answer answer) {
        for (String set : answer.headers().getOrDefault("set-cookie", List.of())) {
            String[] parts = set.split(";", -1);
            set(parts[0].strip());
            for (int i = 1; i < parts.length; i++) {
                if (parts[i].strip().equalsIgnoreCase("max-age=0")) {
                    values.remove(parts[0].strip().split("=", 2)[0]);
                }
            }
        }
    }

    private void set(String pair) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The value of the header {@code Cookie}. */
    String header() {
        return values.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return "Cookies[" + values.size() + "]";
    }
}
