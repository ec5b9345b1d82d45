package fr.passerelle.one.sandbox;

import static fr.passerelle.one.sandbox.BlogRoutes.BLOGS;
import static fr.passerelle.one.sandbox.BlogRoutes.POSTS;
import static fr.passerelle.one.sandbox.BlogRoutes.may;
import static fr.passerelle.one.sandbox.BlogRoutes.route;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.one.sandbox.World.Blog;
import fr.passerelle.one.sandbox.World.Group;
import fr.passerelle.one.sandbox.World.Shared;
import fr.passerelle.one.sandbox.World.User;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who may do what with a blog. A PUT replaces everything and drops without a word whom it does not accept. */
final class ShareRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The actions that make each role. */
    static final Map<String, List<String>> ROLES = roles();

    private ShareRoutes() {}

    private static Map<String, List<String>> roles() {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        roles.put("blog.read", List.of(POSTS + "list", BLOGS + "get", POSTS + "comments", POSTS + "get"));
        roles.put(
                "blog.manager",
                List.of(
                        BLOGS + "update",
                        BLOGS + "delete",
                        BLOGS + "shareResource",
                        BLOGS + "shareJsonSubmit",
                        BLOGS + "shareJson",
                        POSTS + "publish",
                        BLOGS + "updatePublicBlog",
                        BLOGS + "removeShare"));
        roles.put(
                "blog.contrib",
                List.of(POSTS + "unpublish", POSTS + "create", POSTS + "delete", POSTS + "submit", POSTS + "update"));
        roles.put("blog.comment", List.of(POSTS + "updateComment", POSTS + "deleteComment", POSTS + "comment"));
        return roles;
    }

    static List<Route> all() {
        return List.of(
                route("GET", "/blog/rights/sharing", ShareRoutes::vocabulary),
                route("GET", "/blog/share/json/:blog", ShareRoutes::read),
                route("PUT", "/blog/share/resource/:blog", ShareRoutes::replace));
    }

    private static Reply vocabulary(Call call) {
        ObjectNode json = JSON.objectNode();
        ROLES.forEach((role, actions) -> actions.forEach(json.putArray(role)::add));
        return Replies.json(json);
    }

    private static Reply read(Call call) {
        return Replies.json(panel(call, may(call, BLOGS + "shareJson"), ROLES, Group::inFrench));
    }

    /**
     * The roles there are, the candidates and who has access now.
     *
     * @param name how the application calls a group
     */
    static ObjectNode panel(Call call, Shared shared, Map<String, List<String>> roles, Function<Group, String> name) {
        World world = call.world();
        // An empty search means: those who have access now. Without the parameter all candidates are listed.
        boolean current = call.query("search").map(String::isEmpty).orElse(false);
        ObjectNode json = JSON.objectNode();
        ArrayNode actions = json.putArray("actions");
        roles.forEach((role, names) -> {
            ObjectNode line = actions.addObject();
            names.forEach(line.putArray("name")::add);
            line.put("displayName", role).put("type", "RESOURCE");
        });
        ObjectNode groups = json.putObject("groups");
        ArrayNode visibleGroups = groups.putArray("visibles");
        Predicate<Group> shownGroup =
                current ? group -> shared.groupShares.containsKey(group.id()) : group -> world.sees(call.me(), group);
        world.groups.values().stream().filter(shownGroup).forEach(group -> {
            ObjectNode line = visibleGroups.addObject().put("id", group.id()).put("name", name.apply(group));
            line.putNull("groupDisplayName");
            line.put("structureName", world.schoolOf(group));
            line.putArray("labels").add(group.kind()).add("Group").add("Visible");
        });
        checked(groups.putObject("checked"), shared.groupShares);
        ObjectNode users = json.putObject("users");
        ArrayNode visibleUsers = users.putArray("visibles");
        Predicate<User> shownUser = current
                ? user -> shared.userShares.containsKey(user.id)
                : user -> user != call.me() && world.sees(call.me(), user);
        world.users.values().stream()
                .filter(shownUser)
                .forEach(user -> visibleUsers
                        .addObject()
                        .put("id", user.id)
                        .put("login", user.login)
                        .put("username", user.displayName())
                        .put("lastName", user.lastName)
                        .put("firstName", user.firstName)
                        .put("profile", user.profile));
        checked(users.putObject("checked"), shared.userShares);
        json.put("owner", shared.author.id);
        ArrayNode rights = json.putArray("rights").add("creator:" + shared.author.id);
        shared.groupShares.forEach((id, granted) -> rights("group:" + id, granted, roles, rights));
        shared.userShares.forEach((id, granted) -> rights("user:" + id, granted, roles, rights));
        return json;
    }

    private static void rights(String member, Set<String> granted, Map<String, List<String>> roles, ArrayNode into) {
        roles.forEach((role, names) -> {
            if (granted.containsAll(names)) {
                into.add(member + role.substring(role.indexOf('.')).replace('.', ':'));
            }
        });
    }

    private static void checked(ObjectNode into, Map<String, Set<String>> shares) {
        shares.forEach((id, actions) -> actions.forEach(into.putArray(id)::add));
    }

    private static Reply replace(Call call) {
        Blog blog = may(call, BLOGS + "shareResource");
        ArrayNode added = replace(call, blog, ROLES);
        blog.modified = call.world().clock.instant();
        ObjectNode json = JSON.objectNode();
        json.set("notify-timeline-array", added);
        return Replies.json(json);
    }

    /** Replaces all shares; returns the members who were not there before. */
    static ArrayNode replace(Call call, Shared shared, Map<String, List<String>> roles) {
        World world = call.world();
        JsonNode body = call.json();
        Predicate<String> seesGroup = id -> {
            Group group = world.groups.get(id);
            return group != null && world.sees(call.me(), group);
        };
        Predicate<String> seesUser = id -> {
            User user = world.users.get(id);
            return user != null && world.sees(call.me(), user);
        };
        leavesHidden(body.path("groups"), shared.groupShares, seesGroup);
        leavesHidden(body.path("users"), shared.userShares, seesUser);
        ArrayNode added = JSON.arrayNode();
        Set<String> known = new LinkedHashSet<>();
        roles.values().forEach(known::addAll);
        replace(body.path("groups"), shared.groupShares, "groupId", known, added, seesGroup);
        replace(
                body.path("users"),
                shared.userShares,
                "userId",
                known,
                added,
                seesUser.and(id -> !Objects.requireNonNull(world.users.get(id)).blocked));
        return added;
    }

    /** What a member may do whom the caller does not see is not the caller's to change. */
    private static void leavesHidden(JsonNode wanted, Map<String, Set<String>> shares, Predicate<String> sees) {
        shares.forEach((id, actions) -> {
            if (wanted.has(id) && !sees.test(id) && !actions.equals(actions(wanted.path(id)))) {
                throw new Call.Answered(Replies.error(400, "insufficient.rights.to.modify.shares"));
            }
        });
    }

    private static Set<String> actions(JsonNode wanted) {
        return new LinkedHashSet<>(
                wanted.valueStream().map(action -> action.asString("")).toList());
    }

    private static void replace(
            JsonNode wanted,
            Map<String, Set<String>> shares,
            String kind,
            Set<String> known,
            ArrayNode added,
            Predicate<String> accepted) {
        Set<String> before = new LinkedHashSet<>(shares.keySet());
        shares.clear();
        wanted.properties().forEach(entry -> {
            Set<String> actions = actions(entry.getValue());
            // One unknown action and the whole line is skipped, so the member loses what he had.
            if (known.containsAll(actions) && (before.contains(entry.getKey()) || accepted.test(entry.getKey()))) {
                shares.put(entry.getKey(), actions);
                if (!before.contains(entry.getKey())) {
                    added.addObject().put(kind, entry.getKey());
                }
            }
        });
    }
}
