package fr.passerelle.one.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route of ONE.
 *
 * @param pattern the path, ids written {@code :name}
 * @param word the word that a token's scope needs, or empty for a public route
 * @param csrf whether a cookie session must prove itself to write
 */
record Route(String method, String pattern, String word, boolean csrf, Handler handler) {

    /** What answers, inside the lock. */
    @FunctionalInterface
    interface Handler {
        Reply answer(Call call);
    }

    String name() {
        return method + " " + pattern;
    }

    /** The ids in a path, or empty when it is another route's. */
    Optional<Map<String, String>> match(String requestMethod, String path) {
        String[] mine = pattern.split("/", -1);
        String[] theirs = path.split("/", -1);
        if (!method.equals(requestMethod) || mine.length != theirs.length) {
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

    /** The first route of a list that fits, with its ids: fixed paths stand before those with ids. */
    static Optional<Found> find(List<Route> routes, Request request) {
        for (Route route : routes) {
            Optional<Map<String, String>> ids = route.match(request.method(), request.path());
            if (ids.isPresent()) {
                return Optional.of(new Found(route, ids.get()));
            }
        }
        return Optional.empty();
    }

    record Found(Route route, Map<String, String> ids) {}
}
