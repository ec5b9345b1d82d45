package fr.passerelle.ent.spi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came back of a request. */
public sealed interface HttpReply {

    /**
     * The ENT answered.
     *
     * @param headers by lower-case name
     * @param body decompressed, within the cap
     */
    record Answer(int status, Map<String, List<String>> headers, byte[] body) implements HttpReply {
        public Answer {
            headers = Map.copyOf(headers);
        }

        public Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst();
        }

        /** Whether the content type says JSON; the body may still not be. */
        public boolean isJson() {
            return header("content-type").orElse("").startsWith("application/json");
        }

        /** The body as UTF-8. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "Answer[" + status + ", " + body.length + " bytes]";
        }
    }

    /**
     * No usable answer: no connection, time-out, connection cut, answer over the cap, breaker open.
     *
     * @param sent whether the request may have reached the ENT, so that a write may have taken effect
     */
    record NoAnswer(Fault fault, boolean sent) implements HttpReply {}
}
