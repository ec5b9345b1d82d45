package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.ent.sandbox.RoutePattern;

/**
 * A route of ONE.
 *
 * @param word the word that a token's scope needs, or empty for a public route
 * @param csrf whether a cookie session must prove itself to write
 */
record Route(RoutePattern at, String word, boolean csrf, Handler handler) implements RoutePattern.Routed {

    /** @param pattern the path, ids written {@code :name} */
    Route(String method, String pattern, String word, boolean csrf, Handler handler) {
        this(new RoutePattern(method, pattern), word, csrf, handler);
    }

    /** What answers, inside the lock. */
    @FunctionalInterface
    interface Handler {
        Reply answer(Call call);
    }
}
