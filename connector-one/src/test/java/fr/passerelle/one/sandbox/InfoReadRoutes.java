package fr.passerelle.one.sandbox;

import static fr.passerelle.one.sandbox.ThreadRoutes.route;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.one.sandbox.News.Info;
import fr.passerelle.one.sandbox.News.NewsThread;
import fr.passerelle.one.sandbox.News.Notification;
import fr.passerelle.one.sandbox.World.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Infos read: one by one, in lists, counted, announced. Lists hide what is over or to come; who has the id reads it. */
final class InfoReadRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private InfoReadRoutes() {}

    static List<Route> all() {
        return List.of(
                route("GET", "/actualites/api/v1/infos", InfoReadRoutes::list),
                route("GET", "/actualites/api/v1/infos/stats", InfoReadRoutes::stats),
                route("GET", "/actualites/api/v1/infos/:info", call -> {
                    return Replies.json(NewsJson.whole(call.world(), call.me(), read(call)));
                }),
                new Route("GET", "/timeline/lastNotifications", "timeline", false, InfoReadRoutes::notifications));
    }

    /** The info of the path, if the caller reads it; unknown and forbidden answer the same. */
    static Info read(Call call) {
        World world = call.world();
        Info info = world.news.infos.get(ThreadRoutes.number(call.id("info")));
        if (info == null || !world.news.reads(world, call.me(), info)) {
            throw new Call.Answered(Replies.forbidden());
        }
        return info;
    }

    private static Reply list(Call call) {
        call.needRight(News.LISTS_INFOS);
        World world = call.world();
        int page = call.number("page", 0);
        int asked = call.number("pageSize", PAGE);
        int size = asked > LARGEST_PAGE ? PAGE : asked;
        if (page < 0 || size < 0) {
            return new Reply(500, "application/json", new byte[0], Map.of());
        }
        Set<Integer> threads = call.queries("threadIds").stream()
                .map(ThreadRoutes::number)
                .filter(id -> id >= 0)
                .collect(Collectors.toSet());
        Set<String> states =
                call.queries("status").stream().filter(News.STATES::contains).collect(Collectors.toSet());
        ArrayNode list = JSON.arrayNode();
        visible(world, call.me())
                .filter(info -> threads.isEmpty() || threads.contains(info.thread.id))
                .filter(info -> states.isEmpty() ? info.status == News.PUBLISHED : states.contains(info.state()))
                .filter(when(call))
                .sorted(Comparator.comparing((Info info) -> info.modified)
                        .thenComparing(info -> info.id)
                        .reversed())
                .skip((long) page * size)
                .limit(size)
                .forEach(info -> list.add(NewsJson.line(world, call.me(), info)));
        return Replies.json(list);
    }

    private static Stream<Info> visible(World world, User me) {
        return world.news.infos.values().stream().filter(info -> world.news.reads(world, me, info));
    }

    /** What is over or to come is listed on demand, for who publishes. */
    private static Predicate<Info> when(Call call) {
        Instant now = call.world().clock.instant();
        Predicate<Info> edits =
                info -> info.author == call.me() || call.world().may(call.me(), info.thread, News.PUBLISH);
        List<String> asked = call.queries("state");
        if (asked.contains("EXPIRED")) {
            return edits.and(info -> info.isExpired(now));
        }
        return asked.contains("INCOMING")
                ? edits.and(info -> info.isToCome(now))
                : info -> !info.isExpired(now) && !info.isToCome(now);
    }

    private static Reply stats(Call call) {
        call.needRight(News.LISTS_INFOS);
        World world = call.world();
        Instant now = world.clock.instant();
        ObjectNode json = JSON.objectNode();
        ArrayNode threads = json.putArray("threads");
        for (NewsThread thread : world.news.threads.values()) {
            List<Info> infos = visible(world, call.me())
                    .filter(info -> info.thread == thread)
                    .toList();
            if (!infos.isEmpty()) {
                ObjectNode line = threads.addObject().put("id", thread.id).put("infosCount", infos.size());
                ObjectNode status = line.putObject("status");
                News.STATES.forEach(state -> status.put(
                        state,
                        count(
                                infos,
                                info -> info.state().equals(state) && !info.isExpired(now) && !info.isToCome(now))));
                line.put("expiredCount", count(infos, info -> info.isExpired(now)))
                        .put("incomingCount", count(infos, info -> info.isToCome(now)));
            }
        }
        return Replies.json(json);
    }

    private static long count(List<Info> infos, Predicate<Info> which) {
        return infos.stream().filter(which).count();
    }

    /** Of news only. */
    private static Reply notifications(Call call) {
        ObjectNode json = JSON.objectNode();
        ArrayNode results = json.putArray("results");
        for (Notification one : call.world().news.notifications) {
            if (one.to().equals(call.me().id)) {
                ObjectNode line = results.insertObject(0).put("_id", World.uuid("notification " + one));
                line.putObject("params")
                        .put("username", one.sender().displayName())
                        .put("info", one.title())
                        .put("resourceUri", "/actualites#/view/thread/" + one.thread() + "/info/" + one.info());
                line.set("date", BlogRoutes.date(one.at()));
                line.put("sender", one.sender().id)
                        .put("type", "NEWS")
                        .put("event-type", "NEWS-PUBLISHED")
                        .put("resource", String.valueOf(one.info()));
            }
        }
        return Replies.json(json.put("number", results.size()).put("status", "ok"));
    }
}
