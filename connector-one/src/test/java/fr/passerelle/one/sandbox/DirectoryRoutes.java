package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.one.sandbox.World.Group;
import fr.passerelle.one.sandbox.World.Room;
import fr.passerelle.one.sandbox.World.School;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Schools, classes and groups, as a local administrator sees them. */
final class DirectoryRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DirectoryRoutes() {}

    static List<Route> all() {
        return List.of(
                get("/directory/structure/admin/list", DirectoryRoutes::administered),
                get("/directory/structures", DirectoryRoutes::structures),
                get("/directory/school/:id", DirectoryRoutes::school),
                get("/directory/class/admin/list", DirectoryRoutes::classes),
                get("/directory/class/:id", DirectoryRoutes::room),
                new Route("DELETE", "/directory/class/:id", "directory", true, call -> Reply.empty(403)),
                get("/directory/group/admin/list", DirectoryRoutes::groups));
    }

    private static Route get(String pattern, Route.Handler handler) {
        return new Route("GET", pattern, "directory", true, handler);
    }

    private static void needAdministration(Call call) {
        if (call.me().administers.isEmpty()) {
            throw new Call.Answered(Replies.forbidden());
        }
    }

    /** The structure asked for, if the caller administers it. */
    private static String structure(Call call) {
        String id = call.query("structureId").orElse("");
        if (!call.me().administers.contains(id)) {
            throw new Call.Answered(Replies.forbidden());
        }
        return id;
    }

    private static Reply administered(Call call) {
        needAdministration(call);
        ArrayNode list = JSON.arrayNode();
        for (String id : call.me().administers) {
            School school = Objects.requireNonNull(call.world().schools.get(id));
            ObjectNode json = list.addObject()
                    .put("id", school.id())
                    .put("UAI", school.uai())
                    .put("name", school.name())
                    .put("externalId", school.externalId())
                    .put("timetable", "");
            json.putNull("punctualTimetable");
            json.putNull("hasApp");
            json.putNull("ignoreMFA");
            json.putArray("levelsOfEducation").add(1);
            json.putArray("distributions");
            json.putNull("manualName");
            json.put("feederName", school.name()).put("source", "CSV");
            json.putNull("exports");
            json.putNull("parents");
        }
        return Replies.json(list);
    }

    private static Reply structures(Call call) {
        needAdministration(call);
        ArrayNode list = JSON.arrayNode();
        for (School school : call.world().schools.values()) {
            ObjectNode json = list.addObject()
                    .put("id", school.id())
                    .put("externalId", school.externalId())
                    .put("name", school.name())
                    .put("UAI", school.uai());
            List.of("address", "zipCode", "city", "phone", "academy").forEach(json::putNull);
        }
        return Replies.json(list);
    }

    private static Reply school(Call call) {
        School school = call.world().schools.get(call.id("id"));
        return school == null
                ? Reply.empty(404)
                : Replies.json(JSON.objectNode()
                        .put("id", school.id())
                        .put("externalId", school.externalId())
                        .put("UAI", school.uai())
                        .put("name", school.name()));
    }

    private static Reply classes(Call call) {
        String structure = structure(call);
        ArrayNode list = JSON.arrayNode();
        for (Room room : call.world().classesOf(structure)) {
            list.addObject().put("id", room.id()).put("name", room.name()).put("externalId", externalId(call, room));
        }
        return Replies.json(list);
    }

    private static Reply room(Call call) {
        Room room = call.world().classes.get(call.id("id"));
        if (room == null) {
            return Reply.empty(404);
        }
        ObjectNode json = JSON.objectNode()
                .put("id", room.id())
                .put("externalId", externalId(call, room))
                .put("name", room.name());
        json.putNull("level");
        return Replies.json(json);
    }

    private static String externalId(Call call, Room room) {
        return Objects.requireNonNull(call.world().schools.get(room.school())).externalId() + "$" + room.name();
    }

    private static Reply groups(Call call) {
        String structure = structure(call);
        World world = call.world();
        ArrayNode list = JSON.arrayNode();
        Predicate<Group> here = group -> group.school().equals(structure);
        Supplier<School> school = () -> Objects.requireNonNull(world.schools.get(structure));
        for (Group group : world.groups.values().stream().filter(here).toList()) {
            ObjectNode json = list.addObject().put("id", group.id()).put("name", group.name());
            json.putNull("displayName");
            json.put("filter", group.filter());
            json.putArray("labels").add(group.kind()).add("Group");
            List.of(
                            "createdAt",
                            "createdByName",
                            "modifiedAt",
                            "modifiedByName",
                            "manualGroupAutolinkUsersPositions",
                            "autolinkTargetAllStructs",
                            "autolinkTargetStructs",
                            "autolinkUsersFromGroups",
                            "autolinkUsersFromPositions",
                            "autolinkUsersFromLevels")
                    .forEach(json::putNull);
            json.put("type", group.kind());
            List.of("internalCommunicationRule", "lockDelete", "lockCompose").forEach(json::putNull);
            json.put(
                    "nbUsers",
                    world.users.values().stream()
                            .filter(user -> world.groupsOf(user).contains(group.id()))
                            .count());
            if (group.room() == null) {
                json.putNull("classes");
            } else {
                Room room = Objects.requireNonNull(world.classes.get(group.room()));
                json.putArray("classes").addObject().put("name", room.name()).put("id", room.id());
            }
            json.putArray("structures")
                    .addObject()
                    .put("name", school.get().name())
                    .put("id", structure);
            json.put("subType", group.room() == null ? "StructureGroup" : "ClassGroup");
        }
        return Replies.json(list);
    }
}
