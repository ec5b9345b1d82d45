package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.ent.sandbox.Request;
import fr.passerelle.one.OneFilter;
import fr.passerelle.one.sandbox.World.User;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request that was let in.
 *
 * @param user null on a public route
 */
record Call(
        World world,
        Request request,
        Map<String, String> ids,
        @Nullable User user) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

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

    User me() {
        if (user == null) {
            throw new IllegalStateException("A public route has no user.");
        }
        return user;
    }

    String id(String name) {
        return Objects.requireNonNull(ids.get(name));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(request.query().get(name)).map(OneFilter::pass);
    }

    /** All values of a repeated parameter. */
    List<String> queries(String name) {
        return Stream.of(request.rawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .toList();
    }

    /** A number of the query, or another one where it is none. */
    int number(String name, int otherwise) {
        String text = query(name).orElse("");
        return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    /** Form fields, each laid under the filter. */
    Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        Request.fields(request.body()).forEach((name, value) -> form.put(name, OneFilter.pass(value)));
        return form;
    }

    /** The body as JSON, after the filter went over its raw text. */
    JsonNode json() {
        if (request.body().isBlank()) {
            throw new Answered(Replies.error(400, "Failed to decode:No content to map due to end-of-input"));
        }
        try {
            JsonNode json = MAPPER.readTree(OneFilter.pass(request.body()));
            if (!json.isObject()) {
                throw new Answered(Replies.error(400, "Failed to decode:an object is expected"));
            }
            return json;
        } catch (JacksonException unreadable) {
            throw new Answered(Replies.error(400, "Failed to decode:" + unreadable.getOriginalMessage()));
        }
    }

    /** A workflow right, as roles give it. */
    void needRight(String right) {
        if (!me().rights.contains(right)) {
            throw new Answered(Replies.forbidden());
        }
    }
}
