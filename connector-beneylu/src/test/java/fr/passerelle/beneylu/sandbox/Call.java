package fr.passerelle.beneylu.sandbox;

import fr.passerelle.beneylu.sandbox.World.Account;
import fr.passerelle.beneylu.sandbox.World.AppSession;
import fr.passerelle.beneylu.sandbox.World.Room;
import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.ent.sandbox.Request;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A request that was let in.
 *
 * @param app origin of the application
 * @param auth origin of the directory
 * @param session of the application, or null where it has none
 */
record Call(
        World world,
        Request request,
        Map<String, String> ids,
        URI app,
        URI auth,
        @Nullable AppSession session) {

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

    AppSession mine() {
        return Objects.requireNonNull(session);
    }

    Account me() {
        return Objects.requireNonNull(mine().account);
    }

    /** The class that the session stands in. */
    Room room() {
        return world.room(Objects.requireNonNull(mine().current));
    }

    String id(String name) {
        return Objects.requireNonNull(ids.get(name));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(request.query().get(name));
    }

    /** The last value of each field of a form. */
    Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        fields((name, value) -> form.put(name, value));
        return form;
    }

    /** All values of a field of a form. */
    List<String> all(String field) {
        List<String> values = new ArrayList<>();
        fields((name, value) -> {
            if (name.equals(field)) {
                values.add(value);
            }
        });
        return values;
    }

    private void fields(java.util.function.BiConsumer<String, String> to) {
        for (String pair : request.body().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                to.accept(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    void need(String right) {
        if (!me().may(right, room().id())) {
            throw new Answered(Reply.html(403, "text/html; charset=UTF-8", Pages.FORBIDDEN));
        }
    }

    static Answered notFound() {
        return new Answered(Reply.html(404, "text/html; charset=UTF-8", Pages.NOT_FOUND));
    }

    static Reply page(String html) {
        return Reply.html(200, "text/html; charset=UTF-8", html);
    }

    /** Ad-hoc errors are bare JSON strings. */
    static Reply word(int status, String word) {
        return Reply.json(status, JsonNodeFactory.instance.stringNode(word));
    }

    static Reply json(JsonNode json) {
        return Reply.json(200, json);
    }
}
