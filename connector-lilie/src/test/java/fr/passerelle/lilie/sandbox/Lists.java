package fr.passerelle.lilie.sandbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists and dates in the forms that Eliot has. */
final class Lists {
    private static final int PAGE = 20;

    private Lists() {}

    /** The part of a list that was asked for, with its place in the whole. */
    static ObjectNode paginated(Call call, List<JsonNode> all) {
        int size = call.queryNumber("max", PAGE);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("kind", "PaginatedList")
                .put("offset", offset(call))
                .put("pageSize", size)
                .put("total", all.size());
        json.set("items", page(call, all));
        return json;
    }

    /** The part alone. */
    static ArrayNode page(Call call, List<JsonNode> all) {
        ArrayNode page = JsonNodeFactory.instance.arrayNode();
        all.stream().skip(offset(call)).limit(call.queryNumber("max", PAGE)).forEach(page::add);
        return page;
    }

    private static int offset(Call call) {
        return call.queryNumber("offset", 0);
    }

    /** To the second. */
    static String date(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
