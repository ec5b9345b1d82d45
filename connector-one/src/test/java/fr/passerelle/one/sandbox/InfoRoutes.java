package fr.passerelle.one.sandbox;

import static fr.passerelle.one.sandbox.ThreadRoutes.number;
import static fr.passerelle.one.sandbox.ThreadRoutes.route;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.one.OneRewriting;
import fr.passerelle.one.sandbox.News.Info;
import fr.passerelle.one.sandbox.News.NewsThread;
import fr.passerelle.one.sandbox.World.Group;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Infos written: drafted, proposed, published, changed, shared, deleted. Some mistakes get no answer at all. */
final class InfoRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_CONTENT = 2_000_000;
    private static final Map<String, String> TYPES = Map.of(
            "title", "string",
            "content", "string",
            "thread_id", "integer",
            "status", "integer",
            "publication_date", "string",
            "expiration_date", "string",
            "is_headline", "boolean");
    private static final Schema CREATE = new Schema(List.of("title"), TYPES);
    private static final Schema UPDATE = new Schema(List.of(), TYPES);

    /** The actions that make each role of an info. */
    static final Map<String, List<String>> ROLES = roles();

    private InfoRoutes() {}

    private static Map<String, List<String>> roles() {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        roles.put("info.comment", List.of(News.COMMENT));
        roles.put("info.read", List.of(News.READ));
        return roles;
    }

    static List<Route> all() {
        return List.of(
                route("POST", "/actualites/api/v1/infos", InfoRoutes::create),
                route("POST", "/actualites/api/v1/infos/published", InfoRoutes::createPublished),
                route("PUT", "/actualites/api/v1/infos/:info", InfoRoutes::update),
                route("DELETE", "/actualites/api/v1/infos/:info", InfoRoutes::delete),
                route("GET", "/actualites/api/v1/infos/:info/shares", InfoRoutes::shares),
                route("PUT", "/actualites/api/v1/infos/:info/shares", InfoRoutes::share));
    }

    /** The info of the path for its author, or for who has a right on its thread. */
    private static Info own(Call call, String action) {
        Info info = call.world().news.infos.get(number(call.id("info")));
        if (info == null || (info.author != call.me() && !call.world().may(call.me(), info.thread, action))) {
            throw new Call.Answered(Replies.forbidden());
        }
        return info;
    }

    private static Reply create(Call call) {
        JsonNode body = CREATE.read(call);
        if (!body.has("status")) {
            return Replies.forbidden();
        }
        NewsThread thread = ThreadRoutes.find(call, body.path("thread_id").asInt(-1), News.CONTRIB);
        int status = body.path("status").asInt(-1);
        return status == News.DRAFT || status == News.PENDING
                ? made(call, thread, body, status)
                : Replies.error(400, "Status should be in DRAFT or PENDING");
    }

    private static Reply createPublished(Call call) {
        JsonNode body = CREATE.read(call);
        NewsThread thread = ThreadRoutes.find(call, body.path("thread_id").asInt(-1), News.PUBLISH);
        return made(call, thread, body, News.PUBLISHED);
    }

    private static Reply made(Call call, NewsThread thread, JsonNode body, int status) {
        World world = call.world();
        String title = title(body, "");
        String content = content(world, body, null);
        Instant publication = date(body, "publication_date");
        Instant expiration = date(body, "expiration_date");
        if (publication != null && expiration == null) {
            expiration = honoured(body).plusYears(1).toInstant();
        }
        inOrder(publication, expiration);
        Info info = world.news.addInfo(world, call.me(), thread, title, status);
        info.content = content;
        info.headline = body.path("is_headline").asBoolean(false);
        info.publication = publication;
        info.expiration = expiration;
        return Replies.json(JSON.objectNode().put("id", info.id));
    }

    private static String title(JsonNode body, String otherwise) {
        String title = body.path("title").asString(otherwise);
        if (title.length() > LONGEST_TITLE) {
            throw sql("value too long for type character varying(255)");
        }
        return title;
    }

    private static @Nullable String content(World world, JsonNode body, @Nullable String otherwise) {
        if (!body.has("content")) {
            return otherwise;
        }
        String content = body.path("content").asString();
        if (content.length() > LONGEST_CONTENT) {
            throw new Call.Answered(Replies.error(400, "Error while transforming content"));
        }
        return world.transforms ? OneRewriting.of(content) : content;
    }

    private static Call.Answered sql(String what) {
        return new Call.Answered(Replies.error(400, "ERROR: " + what));
    }

    /** ONE keeps the figures and ignores the offset; what is no full date and time gets no answer. */
    private static @Nullable Instant date(JsonNode body, String name) {
        try {
            return body.has(name)
                    ? OffsetDateTime.parse(body.path(name).asString())
                            .toLocalDateTime()
                            .toInstant(ZoneOffset.UTC)
                    : null;
        } catch (DateTimeException noDate) {
            throw new Call.Answered(Reply.NONE);
        }
    }

    /** The expiry that ONE computes honours the offset. */
    private static OffsetDateTime honoured(JsonNode body) {
        return OffsetDateTime.parse(body.path("publication_date").asString()).withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static void inOrder(@Nullable Instant publication, @Nullable Instant expiration) {
        if (publication != null && expiration != null && expiration.isBefore(publication)) {
            throw sql("new row for relation \"info\" violates check constraint \"valid_dates\"");
        }
    }

    private static Reply update(Call call) {
        World world = call.world();
        int id = number(call.id("info"));
        if (id >= 0 && !world.news.infos.containsKey(id)) {
            return Reply.NONE;
        }
        Info info = own(call, News.PUBLISH);
        JsonNode body = UPDATE.read(call);
        int status = body.path("status").asInt(-1);
        if (!body.has("status") || (status >= News.PUBLISHED && !world.may(call.me(), info.thread, News.PUBLISH))) {
            return Replies.forbidden();
        }
        if (status < News.TRASH || status > News.PUBLISHED) {
            throw sql("new row for relation \"info\" violates check constraint \"valid_status\"");
        }
        NewsThread thread = body.has("thread_id")
                ? world.news.threads.get(body.path("thread_id").asInt(-1))
                : info.thread;
        if (thread == null) {
            throw sql("insert or update on table \"info\" violates foreign key constraint \"thread_fk\"");
        }
        String title = title(body, info.title);
        String content = content(world, body, info.content);
        dates(info, body);
        boolean shown = status == News.PUBLISHED && info.status != News.PUBLISHED;
        info.thread = thread;
        info.title = title;
        info.content = content;
        info.status = status;
        info.headline = body.path("is_headline").asBoolean(info.headline);
        info.touch(world.clock.instant());
        if (shown) {
            world.news.announce(world, info, call.me(), News.readers(world, info));
        }
        return Replies.json(JSON.objectNode().put("id", info.id));
    }

    /** A lone expiry is dropped. */
    private static void dates(Info info, JsonNode body) {
        Instant publication = date(body, "publication_date");
        if (publication != null) {
            Instant expiration = body.has("expiration_date") ? date(body, "expiration_date") : info.expiration;
            inOrder(publication, expiration);
            info.publication = publication;
            info.expiration = expiration;
        }
    }

    /** What it was announced by stays. */
    private static Reply delete(Call call) {
        call.world().news.infos.remove(own(call, News.PUBLISH).id);
        return Reply.empty(200);
    }

    private static Reply shares(Call call) {
        return Replies.json(ShareRoutes.panel(call, own(call, News.PUBLISH), ROLES, Group::name));
    }

    /** A colleague who publishes in the thread may look at the shares, not change them. */
    private static Reply share(Call call) {
        World world = call.world();
        Info info = own(call, News.MANAGE);
        Set<String> before = News.readers(world, info);
        ArrayNode added = ShareRoutes.replace(call, info, ROLES);
        if (info.status == News.PUBLISHED && !info.isToCome(world.clock.instant())) {
            Set<String> fresh = News.readers(world, info);
            fresh.removeAll(before);
            world.news.announce(world, info, call.me(), fresh);
        }
        ObjectNode json = JSON.objectNode();
        json.set("notify-timeline-array", added);
        return Replies.json(json);
    }
}
