package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.Multipart;
import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.one.OneRewriting;
import fr.passerelle.one.sandbox.World.Attached;
import fr.passerelle.one.sandbox.World.Group;
import fr.passerelle.one.sandbox.World.Message;
import fr.passerelle.one.sandbox.World.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Messages are drafted, get files, are sent to all or to nobody, and recalled for an hour. */
final class MessageRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    static final Duration RECALL_DELAY = Duration.ofMinutes(60);
    private static final Set<String> COLUMNS = Set.of("to", "cc", "cci", "subject", "body", "noReply");

    private MessageRoutes() {}

    static List<Route> all() {
        return List.of(
                route("POST", "/conversation/draft", MessageRoutes::create),
                route("PUT", "/conversation/draft/:message", MessageRoutes::update),
                route("POST", "/conversation/send", MessageRoutes::send),
                route("POST", "/conversation/message/:message/attachment", MessageRoutes::attach),
                route("POST", "/conversation/api/messages/:message/recall", MessageRoutes::recall),
                route("PUT", "/conversation/trash", call -> mark(call, (message, me) -> message.trashedBy.add(me.id))),
                route(
                        "PUT",
                        "/conversation/restore",
                        call -> mark(call, (message, me) -> message.trashedBy.remove(me.id))),
                route("PUT", "/conversation/delete", MessageRoutes::delete),
                route("POST", "/conversation/toggleUnread", MessageRoutes::toggle));
    }

    static Route route(String method, String pattern, Route.Handler handler) {
        return new Route(method, pattern, "conversation", true, handler);
    }

    /** A draft of the caller; otherwise as if it were not there. */
    private static Message draft(Call call, String id) {
        Message message = call.world().messages.get(id);
        if (message == null || message.author != call.me() || message.deletedBy.contains(call.me().id)) {
            throw new Call.Answered(Replies.forbidden());
        }
        return message;
    }

    private static Reply create(Call call) {
        JsonNode body = fields(call);
        World world = call.world();
        Message message = new Message(world.newId("message"), call.me(), world.clock.instant());
        fill(world, message, body);
        world.messages.put(message.id, message);
        return Replies.json(201, JSON.objectNode().put("id", message.id));
    }

    private static Reply update(Call call) {
        Message message = draft(call, call.id("message"));
        fill(call.world(), message, fields(call));
        return Replies.json(JSON.objectNode());
    }

    /** The columns are written as they are named: what the table does not have is the database's affair. */
    private static JsonNode fields(Call call) {
        JsonNode body = call.json();
        for (String name : body.propertyNames()) {
            if (!COLUMNS.contains(name)) {
                throw new Call.Answered(Replies.error(
                        400, "ERROR: column \"" + name + "\" of relation \"messages\" does not exist\n  Position: 38"));
            }
        }
        if (!body.hasNonNull("to")) {
            throw new Call.Answered(Replies.error(
                    400, "ERROR: null value in column \"to\" of relation \"messages\" violates not-null constraint"));
        }
        return body;
    }

    private static void fill(World world, Message message, JsonNode body) {
        message.to = ids(body, "to");
        message.cc = ids(body, "cc");
        message.cci = ids(body, "cci");
        message.subject = body.path("subject").asString("");
        String html = body.path("body").asString("");
        message.body = world.transforms ? OneRewriting.of(html) : html;
        message.date = world.clock.instant();
    }

    private static List<String> ids(JsonNode body, String field) {
        return body.path(field).valueStream().map(JsonNode::asString).toList();
    }

    private static Reply send(Call call) {
        World world = call.world();
        JsonNode body = fields(call);
        List<String> all = new ArrayList<>(ids(body, "to"));
        all.addAll(ids(body, "cc"));
        all.addAll(ids(body, "cci"));
        if (!all.stream().allMatch(id -> sees(world, call.me(), id))) {
            return Replies.forbidden();
        }
        Optional<String> id = call.query("id");
        Message message = id.isPresent()
                ? draft(call, id.get())
                : new Message(world.newId("message"), call.me(), world.clock.instant());
        if (!message.state.equals("DRAFT")) {
            return Replies.error(400, "Concurrency error: the message is not a draft any more");
        }
        fill(world, message, body);
        world.messages.put(message.id, message);
        message.state = "SENT";
        all.forEach(recipient -> message.inboxes.addAll(people(world, recipient)));
        ObjectNode json = JSON.objectNode()
                .put("update_message_with_state_transition", "")
                .put("id", message.id)
                .put("subject", message.subject)
                .put("body", message.body)
                .put("thread_id", message.id);
        ArrayNode inactive = json.putArray("inactive");
        message.inboxes.stream()
                .map(user -> Objects.requireNonNull(world.users.get(user)))
                .filter(user -> !user.activated)
                .forEach(user -> inactive.add(user.displayName()));
        json.putArray("undelivered");
        return Replies.json(json.put("sent", message.inboxes.size()).put("inactiveCount", inactive.size()));
    }

    private static boolean sees(World world, User me, String id) {
        Group group = world.groups.get(id);
        User user = world.users.get(id);
        return group != null ? world.writesTo(me, group) : user != null && world.writesTo(me, user);
    }

    private static Set<String> people(World world, String id) {
        if (world.users.containsKey(id)) {
            return Set.of(id);
        }
        Set<String> members = new LinkedHashSet<>();
        world.users.values().stream()
                .filter(user -> world.groupsOf(user).contains(id))
                .forEach(user -> members.add(user.id));
        return members;
    }

    private static Reply attach(Call call) {
        Message message = draft(call, call.id("message"));
        if (!message.state.equals("DRAFT")) {
            return Replies.forbidden();
        }
        Optional<Multipart> file = Multipart.of(call.request());
        if (file.isEmpty()) {
            return Reply.empty(400);
        }
        if (file.get().bytes().length > call.world().mostBytes) {
            return Replies.error(400, "file.too.large");
        }
        String id = call.world().newId("attachment");
        message.attachments.add(new Attached(
                id, file.get().fileName(), file.get().contentType(), file.get().bytes()));
        return Replies.json(JSON.objectNode().put("id", id));
    }

    /** Leaves an empty message with everybody who got it. */
    private static Reply recall(Call call) {
        Message message = draft(call, call.id("message"));
        boolean late = call.world().clock.instant().isAfter(message.date.plus(RECALL_DELAY));
        if (!message.state.equals("SENT") || late) {
            return Replies.error(400, "conversation.error.recall.mail");
        }
        message.state = "RECALL";
        message.subject = "";
        message.body = "";
        message.attachments.clear();
        return Reply.empty(204);
    }

    private static Reply mark(Call call, BiConsumer<Message, User> how) {
        mine(call).forEach(message -> how.accept(message, call.me()));
        return Replies.json(JSON.objectNode());
    }

    private static List<Message> mine(Call call) {
        Map<String, Message> messages = call.world().messages;
        return ids(call.json(), "id").stream()
                .map(messages::get)
                .filter(message -> message != null && message.isThereFor(call.me()))
                .toList();
    }

    /** What is not in the bin stays, and the answer is the same. */
    private static Reply delete(Call call) {
        for (Message message : mine(call)) {
            if (message.trashedBy.contains(call.me().id)) {
                message.deletedBy.add(call.me().id);
                if (message.state.equals("DRAFT")) {
                    call.world().messages.remove(message.id);
                }
            }
        }
        return Reply.empty(200);
    }

    private static Reply toggle(Call call) {
        boolean unread = call.json().path("unread").asBoolean(true);
        return mark(call, (message, me) -> {
            if (unread) {
                message.readBy.remove(me.id);
            } else {
                message.readBy.add(me.id);
            }
        });
    }
}
