package fr.passerelle.beneylu.sandbox;

import fr.passerelle.beneylu.sandbox.Route.Gate;
import fr.passerelle.beneylu.sandbox.World.Account;
import fr.passerelle.beneylu.sandbox.World.Room;
import fr.passerelle.beneylu.sandbox.World.School;
import fr.passerelle.ent.sandbox.Reply;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Groups, the one that a session stands in, and rights. */
final class GroupRoutes {
    private static final String API = "/ent/api/1.0";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private GroupRoutes() {}

    static List<Route> all() {
        return List.of(
                new Route("GET", API + "/users/me.json", Gate.SIGNED_IN, GroupRoutes::me),
                new Route("GET", API + "/users/rights/:right", Gate.IN_CLASS, GroupRoutes::right),
                new Route("GET", API + "/users/rights/:right/groups/:group", Gate.SIGNED_IN, GroupRoutes::rightIn),
                new Route("GET", API + "/groups.json", Gate.SIGNED_IN, GroupRoutes::groups),
                new Route("GET", API + "/groups/current.json", Gate.IN_CLASS, call -> Call.json(group(call.room()))),
                new Route("PATCH", API + "/groups/current.json", Gate.SIGNED_IN, GroupRoutes::move),
                new Route("GET", API + "/groups/current/school.json", Gate.IN_CLASS, GroupRoutes::school));
    }

    private static Reply me(Call call) {
        Account me = call.me();
        return Call.json(JsonNodeFactory.instance
                .objectNode()
                .put("id", me.id)
                .put("first_name", me.firstName)
                .put("last_name", me.lastName)
                .put("full_name", me.fullName())
                .put("is_adult", !me.role.equals("PUPIL"))
                .put("is_child", me.role.equals("PUPIL")));
    }

    private static ObjectNode group(int id, String label, String type) {
        ObjectNode group = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("label", label)
                .put("type", type)
                .put("is_favorite", false);
        group.putObject("_links").putObject("switch").put("href", "/ent/switch-context/" + id);
        return group;
    }

    private static ObjectNode group(Room room) {
        return group(room.id(), room.label(), "CLASSROOM");
    }

    private static Reply groups(Call call) {
        ArrayNode groups = JsonNodeFactory.instance.arrayNode();
        Set<School> schools = new LinkedHashSet<>();
        for (int id : call.me().rooms) {
            Room room = call.world().room(id);
            schools.add(room.school());
            groups.add(group(room));
        }
        schools.forEach(school -> groups.add(group(school.id, school.name, "SCHOOL")));
        return Call.json(groups);
    }

    private static Reply move(Call call) {
        JsonNode id;
        try {
            id = MAPPER.readTree(call.request().body()).path("id");
        } catch (JacksonException unreadable) {
            return Call.word(400, "");
        }
        if (!id.isIntegralNumber()) {
            return Call.word(400, "");
        }
        if (!call.me().rooms.contains(id.asInt())) {
            return Call.word(404, "");
        }
        call.mine().current = id.asInt();
        return Call.json(group(call.room()));
    }

    private static Reply school(Call call) {
        School school = call.room().school();
        ObjectNode json = group(school.id, school.name, "SCHOOL");
        if (school.uai != null) {
            json.put("uai", school.uai);
        }
        return Call.json(json);
    }

    private static String withoutSuffix(String last) {
        return last.endsWith(".json") ? last.substring(0, last.length() - 5) : last;
    }

    private static Reply right(Call call) {
        return has(call.me().may(withoutSuffix(call.id("right")), Objects.requireNonNull(call.mine().current)));
    }

    private static Reply rightIn(Call call) {
        String group = withoutSuffix(call.id("group"));
        return has(group.matches("[0-9]{1,9}") && call.me().may(call.id("right"), Integer.parseInt(group)));
    }

    private static Reply has(boolean right) {
        return Call.json(JsonNodeFactory.instance.objectNode().put("has_right", right));
    }
}
