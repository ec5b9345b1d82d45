package fr.passerelle.one.sandbox;

import fr.passerelle.one.sandbox.News.Info;
import fr.passerelle.one.sandbox.News.NewsThread;
import fr.passerelle.one.sandbox.World.User;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Threads and infos as ONE writes them. */
final class NewsJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ROW = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private NewsJson() {}

    /** As the database writes a moment: UTC, which it does not say, without zeros at the end. */
    static String row(Instant instant) {
        return ROW.format(instant);
    }

    static ObjectNode thread(World world, User me, NewsThread thread) {
        boolean named = world.may(me, thread, News.PUBLISH) || !world.may(me, thread, News.CONTRIB);
        ObjectNode json = JSON.objectNode().put("id", thread.id).put("title", thread.title);
        json.put("icon", thread.icon).put("created", row(thread.created)).put("modified", row(thread.modified));
        json.set("owner", owner(thread.author, named));
        json.putObject("structure").put("id", thread.school.id()).put("name", thread.school.name());
        json.put("visible", named).put("structureId", thread.school.id());
        json.set("sharedRights", rights(world, me, thread));
        return json;
    }

    /** A thread asked for by its number: it tells no rights to who only contributes. */
    static ObjectNode oneThread(World world, User me, NewsThread thread) {
        ObjectNode json = thread(world, me, thread);
        if (!world.may(me, thread, News.PUBLISH) && !world.may(me, thread, News.MANAGE)) {
            json.putArray("sharedRights");
        }
        return json;
    }

    private static ObjectNode owner(User owner, boolean named) {
        ObjectNode json = JSON.objectNode().put("id", owner.id);
        json.put("displayName", named ? owner.displayName() : null).put("deleted", false);
        return json;
    }

    private static ArrayNode rights(World world, User me, NewsThread thread) {
        ArrayNode rights = JSON.arrayNode();
        ThreadRoutes.ROLES.forEach((role, actions) -> {
            if (world.may(me, thread, actions.get(0))) {
                rights.add(role);
            }
        });
        return rights;
    }

    /** A line of a list. */
    static ObjectNode line(World world, User me, Info info) {
        ObjectNode json = JSON.objectNode().put("id", info.id).put("threadId", info.thread.id);
        return common(world, me, info, json).put("previousContentVersion", 1).put("threadIcon", info.thread.icon);
    }

    /** An info with its thread. */
    static ObjectNode whole(World world, User me, Info info) {
        ObjectNode json = JSON.objectNode().put("id", info.id);
        ObjectNode thread = json.putObject("thread").put("id", info.thread.id);
        thread.set("owner", owner(info.thread.author, true));
        thread.put("title", info.thread.title).put("icon", info.thread.icon);
        thread.set("sharedRights", rights(world, me, info.thread));
        return common(world, me, info, json);
    }

    private static ObjectNode common(World world, User me, Info info, ObjectNode json) {
        json.put("content", info.content).put("status", info.state());
        json.set("owner", owner(info.author, true));
        json.put("created", MOMENT.format(info.created))
                .put("modified", MOMENT.format(info.modified))
                .put("publicationDate", moment(info.publication))
                .put("expirationDate", moment(info.expiration))
                .put("numberOfComments", info.comments.size())
                .put("title", info.title)
                .put("contentVersion", 1)
                .put("headline", info.headline);
        ArrayNode rights = json.putArray("sharedRights");
        if (world.may(me, info, News.COMMENT)) {
            rights.add("info.comment");
        }
        return json;
    }

    private static @Nullable String moment(@Nullable Instant instant) {
        return instant == null ? null : MOMENT.format(instant);
    }
}
