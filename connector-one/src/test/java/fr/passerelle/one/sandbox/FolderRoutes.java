package fr.passerelle.one.sandbox;

import static fr.passerelle.one.sandbox.MessageRoutes.route;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.one.sandbox.World.Attached;
import fr.passerelle.one.sandbox.World.Group;
import fr.passerelle.one.sandbox.World.Message;
import fr.passerelle.one.sandbox.World.User;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reading messages, in the old form and the new one: only the reader's own copy knows that it was read. */
final class FolderRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PAGE = 25;
    private static final int SHORTEST_SEARCH = 3;

    private FolderRoutes() {}

    static List<Route> all() {
        return List.of(
                route("GET", "/conversation/max-depth", FolderRoutes::settings),
                route("GET", "/conversation/visible", FolderRoutes::visible),
                route("GET", "/conversation/list/:folder", call -> list(call, PAGE, FolderRoutes::oldLine)),
                route(
                        "GET",
                        "/conversation/api/folders/:folder/messages",
                        call -> list(call, Math.min(call.number("page_size", PAGE), PAGE), FolderRoutes::newLine)),
                route("GET", "/conversation/count/:folder", FolderRoutes::count),
                route("GET", "/conversation/api/count/:folder", FolderRoutes::count),
                route("GET", "/conversation/message/:message", FolderRoutes::oldMessage),
                route("GET", "/conversation/api/messages/:message", FolderRoutes::newMessage),
                route("GET", "/conversation/message/:message/attachment/:attachment", FolderRoutes::download));
    }

    private static Reply settings(Call call) {
        return Replies.json(JSON.objectNode()
                .put("max-depth", 3)
                .put("recall-delay-minutes", MessageRoutes.RECALL_DELAY.toMinutes())
                .put("get-visible-strategy", "all-at-once"));
    }

    private static Reply visible(Call call) {
        World world = call.world();
        Predicate<String> wanted = contains(call.query("search").orElse(""));
        ObjectNode json = JSON.objectNode();
        ArrayNode groups = json.putArray("groups");
        world.groups.values().stream()
                .filter(group -> world.sees(call.me(), group) && wanted.test(group.inFrench()))
                .forEach(group -> {
                    ObjectNode one = groups.addObject().put("id", group.id()).put("name", group.inFrench());
                    one.putNull("groupDisplayName");
                    one.put("profile", group.filter()).put("structureName", world.schoolOf(group));
                });
        ArrayNode users = json.putArray("users");
        world.users.values().stream()
                .filter(user -> world.sees(call.me(), user) && wanted.test(user.displayName()))
                .forEach(user -> {
                    ObjectNode one = users.addObject().put("id", user.id).put("displayName", user.displayName());
                    one.putNull("groupDisplayName");
                    one.put("profile", user.profile);
                    one.putNull("structureName");
                });
        return Replies.json(json);
    }

    private static Stream<Message> folder(Call call, String name) {
        User me = call.me();
        Predicate<Message> in = switch (name) {
            case "inbox" -> message -> message.inboxes.contains(me.id) && !message.state.equals("DRAFT");
            case "outbox" -> message -> message.author == me && !message.state.equals("DRAFT");
            case "draft" -> message -> message.author == me && message.state.equals("DRAFT");
            case "trash" -> message -> message.trashedBy.contains(me.id);
            default -> message -> false;
        };
        return call.world().messages.values().stream()
                .filter(message -> message.isThereFor(me) && in.test(message))
                .filter(message -> name.equals("trash") || !message.trashedBy.contains(me.id))
                .sorted(Comparator.comparing((Message message) -> message.date).reversed());
    }

    /** Whether a text has what is searched for. */
    private static Predicate<String> contains(String search) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return text -> text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** A line of a list. */
    @FunctionalInterface
    private interface Line {
        ObjectNode json(Call call, Message message);
    }

    private static Reply list(Call call, int size, Line line) {
        boolean unread = call.query("unread").orElse("").equals("true");
        String search = call.query("search").orElse("");
        int page = call.number("page", 0);
        if (call.query("search").isPresent() && search.strip().length() < SHORTEST_SEARCH) {
            return Reply.empty(400);
        }
        if (page < 0) {
            throw MessageRoutes.sql("OFFSET must not be negative");
        }
        ArrayNode list = JSON.arrayNode();
        folder(call, call.id("folder"))
                .filter(message -> !unread || isUnread(call.me(), message))
                .filter(message -> contains(search)
                        .test(message.subject + " " + message.body + " " + message.author.displayName()))
                .skip((long) page * size)
                .limit(size)
                .forEach(message -> list.add(line.json(call, message)));
        return Replies.json(list);
    }

    private static Reply count(Call call) {
        boolean unread = call.query("unread").orElse("").equals("true");
        long count = folder(call, call.id("folder"))
                .filter(message -> !unread || isUnread(call.me(), message))
                .count();
        return Replies.json(JSON.objectNode().put("count", count));
    }

    private static boolean isUnread(User me, Message message) {
        return message.author != me && !message.readBy.contains(me.id);
    }

    private static ObjectNode oldLine(Call call, Message message) {
        ObjectNode json = JSON.objectNode()
                .put("id", message.id)
                .put("subject", message.subject)
                .put("from", message.author.id)
                .put("state", message.state);
        json.putNull("fromName");
        oldRecipients(call, json, message);
        return ends(json.put("date", message.date.toEpochMilli()), call, message);
    }

    private static ObjectNode newLine(Call call, Message message) {
        ObjectNode json = JSON.objectNode().put("id", message.id).put("subject", message.subject);
        json.set("from", person(message.author));
        json.put("state", message.state).put("date", message.date.toEpochMilli());
        ends(json, call, message);
        newRecipients(call, json, message);
        return json;
    }

    private static ObjectNode ends(ObjectNode json, Call call, Message message) {
        return json.put("noReply", message.noReply)
                .put("unread", isUnread(call.me(), message))
                .put("response", false)
                .put("count", 1)
                .put("hasAttachment", !message.attachments.isEmpty());
    }

    /** Of the blind copies a reader is told his own. */
    private static @Nullable List<String> blind(Call call, Message message) {
        List<String> cci = message.cci;
        if (message.author == call.me()) {
            return cci;
        }
        return cci != null && cci.contains(call.me().id) ? List.of(call.me().id) : List.of();
    }

    private static void put(ObjectNode json, String name, @Nullable List<String> ids) {
        if (ids == null) {
            json.putNull(name);
        } else {
            ids.forEach(json.putArray(name)::add);
        }
    }

    private static void oldRecipients(Call call, ObjectNode json, Message message) {
        World world = call.world();
        put(json, "to", message.to);
        put(json, "cc", message.cc);
        put(json, "cci", blind(call, message));
        json.putNull("toName");
        json.putNull("ccName");
        put(json, "cciName", message.author == call.me() ? null : List.of());
        ArrayNode names = json.putArray("displayNames");
        names.addArray()
                .add(message.author.id)
                .add(message.author.displayName())
                .add(false);
        Stream.of(message.to, orNone(message.cc)).flatMap(List::stream).forEach(id -> {
            Group group = world.groups.get(id);
            User user = world.users.get(id);
            String name = group != null ? group.name() : user == null ? "" : user.displayName();
            names.addArray().add(id).add(name).add(group != null);
        });
    }

    private static List<String> orNone(@Nullable List<String> ids) {
        return ids == null ? List.of() : ids;
    }

    private static void newRecipients(Call call, ObjectNode json, Message message) {
        World world = call.world();
        // Of a recalled message a reader is told nobody but herself.
        boolean recalled = message.state.equals("RECALL") && message.author != call.me();
        Map<String, List<String>> all = recalled
                ? Map.of("to", List.of(call.me().id), "cc", List.of(), "cci", List.of())
                : Map.of("to", message.to, "cc", orNone(message.cc), "cci", orNone(blind(call, message)));
        all.forEach((name, ids) -> {
            ObjectNode line = json.putObject(name);
            ArrayNode users = line.putArray("users");
            ArrayNode groups = line.putArray("groups");
            for (String id : ids) {
                User user = world.users.get(id);
                Group group = world.groups.get(id);
                if (user != null) {
                    users.add(person(user));
                } else if (group != null) {
                    groups.addObject().put("id", id).put("displayName", group.name());
                }
            }
        });
    }

    private static ObjectNode person(User user) {
        return JSON.objectNode()
                .put("id", user.id)
                .put("displayName", user.displayName())
                .put("profile", user.profile);
    }

    /** The message of the path, read from now on; forbidden and unknown answer the same. */
    private static Message opened(Call call) {
        Message message = call.world().messages.get(call.id("message"));
        if (message == null || !message.isThereFor(call.me())) {
            throw new Call.Answered(Replies.forbidden());
        }
        message.readBy.add(call.me().id);
        return message;
    }

    private static ObjectNode begins(Message message) {
        return JSON.objectNode()
                .put("id", message.id)
                .put("parent_id", message.parent)
                .put("subject", message.subject)
                .put("body", message.body)
                .put("state", message.state)
                .put("date", message.date.toEpochMilli())
                .put("language", "fr")
                .put("thread_id", message.id)
                .put("noReply", message.noReply);
    }

    private static Reply oldMessage(Call call) {
        Message message = opened(call);
        ObjectNode json = begins(message).put("from", message.author.id);
        json.putNull("fromName");
        oldRecipients(call, json, message);
        attachments(json, message);
        return Replies.json(json);
    }

    private static Reply newMessage(Call call) {
        Message message = opened(call);
        ObjectNode json = begins(message);
        json.set("from", person(message.author));
        json.put("content_version", call.world().transforms ? 1 : 0);
        json.putNull("folder_id");
        json.put("trashed", message.trashedBy.contains(call.me().id))
                .put("unread", false)
                .put("original_format_exists", false);
        attachments(json, message);
        newRecipients(call, json, message);
        return Replies.json(json);
    }

    private static void attachments(ObjectNode json, Message message) {
        ArrayNode list = json.putArray("attachments");
        message.attachments.forEach(file -> list.addObject()
                .put("id", file.id())
                .put("name", "file")
                .put("charset", "UTF-8")
                .put("filename", file.fileName())
                .put("contentType", file.contentType())
                .put("contentTransferEncoding", "7bit")
                .put("size", file.bytes().length));
    }

    private static Reply download(Call call) {
        Attached file = opened(call).attachments.stream()
                .filter(one -> one.id().equals(call.id("attachment")))
                .findFirst()
                .orElseThrow(() -> new Call.Answered(Replies.forbidden()));
        return new Reply(
                200,
                file.contentType(),
                file.bytes(),
                Map.of(
                        "Content-Disposition",
                        List.of("attachment; filename=\"" + file.fileName() + "\""),
                        "ETag",
                        List.of(file.id())));
    }
}
