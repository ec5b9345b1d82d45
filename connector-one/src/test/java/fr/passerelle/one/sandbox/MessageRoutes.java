package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.Multipart;
import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.one.OneRewriting;
import fr.passerelle.one.sandbox.World.Attached;
import fr.passerelle.one.sandbox.World.Group;
import fr.passerelle.one.sandbox.World.Message;
import fr.passerelle.one.sandbox.World.User;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Messages are drafted, get files, are sent to all or to nobody, and recalled for an hour. */
final class MessageRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    static final Duration RECALL_DELAY = Duration.ofMinutes(60);
    private static final int LONGEST_SUBJECT = 1024;
    private static final int MOST_INACTIVE = 50;
    private static final List<String> RECIPIENTS = List.of("to", "cc", "cci");
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
        JsonNode body = call.json();
        check(body);
        World world = call.world();
        Message message = new Message(world.newId("message"), call.me(), world.clock.instant());
        message.parent = parent(call).map(parent -> parent.id).orElse(null);
        fill(world, message, body);
        world.messages.put(message.id, message);
        return Replies.json(201, JSON.objectNode().put("id", message.id));
    }

    private static Reply update(Call call) {
        Message message = draft(call, call.id("message"));
        JsonNode body = call.json();
        check(body);
        fill(call.world(), message, body);
        return Replies.json(JSON.objectNode());
    }

    /** The message that the new one answers, if the caller may read it. */
    private static Optional<Message> parent(Call call) {
        return call.query("In-Reply-To")
                .map(call.world().messages::get)
                .filter(message -> message.isThereFor(call.me()));
    }

    /** The columns are written as they are named: what the table does not have is the database's affair. */
    private static void check(JsonNode body) {
        for (String name : body.propertyNames()) {
            if (!COLUMNS.contains(name)) {
                throw sql("column \"" + name + "\" of relation \"messages\" does not exist\n  Position: 38");
            }
        }
        if (!body.hasNonNull("to")) {
            throw sql("null value in column \"to\" of relation \"messages\" violates not-null constraint");
        }
        if (body.path("subject").asString("").length() > LONGEST_SUBJECT) {
            throw sql("value too long for type character varying(" + LONGEST_SUBJECT + ")");
        }
    }

    /** What the database says reaches the client. */
    static Call.Answered sql(String what) {
        return new Call.Answered(Replies.error(400, "ERROR: " + what));
    }

    private static void fill(World world, Message message, JsonNode body) {
        message.to = ids(body, "to");
        message.cc = body.hasNonNull("cc") ? ids(body, "cc") : null;
        message.cci = body.hasNonNull("cci") ? ids(body, "cci") : null;
        message.subject = body.path("subject").asString("");
        message.noReply = body.path("noReply").asBoolean(false);
        String html = body.path("body").asString("");
        message.body = world.transforms ? OneRewriting.of(html) : html;
        message.date = world.clock.instant();
    }

    private static List<String> ids(JsonNode body, String field) {
        return body.path(field).valueStream().map(id -> id.asString("")).toList();
    }

    private static Reply send(Call call) {
        World world = call.world();
        JsonNode body = call.json();
        List<String> all =
                RECIPIENTS.stream().flatMap(field -> ids(body, field).stream()).toList();
        if (!all.stream().allMatch(id -> sees(world, call.me(), id))) {
            return Replies.forbidden();
        }
        Optional<Message> parent = parent(call);
        if (parent.isEmpty() && call.query("In-Reply-To").isPresent()) {
            return Reply.empty(400);
        }
        if (parent.isPresent() && parent.get().noReply) {
            return Replies.error(403, "conversation.error.reply.not.allowed");
        }
        check(body);
        Optional<String> id = call.query("id");
        Message message = id.isPresent()
                ? draft(call, id.get())
                : new Message(world.newId("message"), call.me(), world.clock.instant());
        if (!message.state.equals("DRAFT")) {
            return Replies.error(400, "Concurrency error: the message is not a draft any more");
        }
        parent.ifPresent(one -> message.parent = one.id);
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
        List<String> inactive = message.inboxes.stream()
                .map(user -> Objects.requireNonNull(world.users.get(user)))
                .filter(user -> !user.activated)
                .map(User::displayName)
                .toList();
        inactive.stream().limit(MOST_INACTIVE).forEach(json.putArray("inactive")::add);
        json.putArray("undelivered");
        return Replies.json(json.put("sent", message.inboxes.size()).put("inactiveCount", inactive.size()));
    }

    private static boolean sees(World world, User me, String id) {
        Group group = world.groups.get(id);
        User user = world.users.get(id);
        return group != null ? world.sees(me, group) : user != null && world.sees(me, user);
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

    /** The messages of the body, if all of them are there for the caller. */
    private static List<Message> mine(Call call) {
        Map<String, Message> messages = call.world().messages;
        List<String> ids = ids(call.json(), "id");
        if (ids.isEmpty()) {
            throw new Call.Answered(Reply.empty(400));
        }
        List<Message> mine = ids.stream()
                .map(messages::get)
                .filter(message -> message != null && message.isThereFor(call.me()))
                .toList();
        if (mine.size() < ids.size()) {
            throw new Call.Answered(Replies.forbidden());
        }
        return mine;
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
