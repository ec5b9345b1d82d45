package fr.passerelle.ent.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method and a path of a platform.
 *
 * @param path ids written {@code :name}
 */
public record RoutePattern(String method, String path) {

    /** Something that answers at a pattern. */
    public interface Routed {
        RoutePattern at();
    }

    /** A route and the ids in the path that it was asked with. */
    public record Found<R>(R route, Map<String, String> ids) {}

    /** As it stands in fault plans: {@code POST /blog/post/:blog}. */
    public String name() {
        return method + " " + path;
    }

    /** The first route of a list that fits: fixed paths stand before those with ids. */
    public static <R extends Routed> Optional<Found<R>> find(List<R> routes, Request request) {
        for (R route : routes) {
            Optional<Map<String, String>> ids = route.at().match(request);
            if (ids.isPresent()) {
                return Optional.of(new Found<>(route, ids.get()));
            }
        }
        return Optional.empty();
    }

    /** The ids in a request's path, or empty when it is another route's. */
    private Optional<Map<String, String>> match(Request request) {
        String[] mine = path.split("/", -1);
        String[] theirs = request.path().split("/", -1);
        if (!method.equals(request.method()) || mine.length != theirs.length) {
            return Optional.empty();
        }
        Map<String, String> ids = new LinkedHashMap<>();
        for (int i = 0; i < mine.length; i++) {
            if (mine[i].startsWith(":") && !theirs[i].isEmpty()) {
                ids.put(mine[i].substring(1), theirs[i]);
            } else if (!mine[i].equals(theirs[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(ids);
    }
}
