package fr.passerelle.beneylu.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.ent.sandbox.RoutePattern;

/**
 * A route of Beneylu.
 *
 * @param gate who is let in
 */
record Route(RoutePattern at, Gate gate, Handler handler) implements RoutePattern.Routed {

    /** Who is let in. */
    enum Gate {
        /** Everybody, at the application. */
        APP,
        /** Everybody, at the directory. */
        AUTH,
        /** Who is signed in. */
        SIGNED_IN,
        /** Whose session stands in a class. */
        IN_CLASS
    }

    /** @param path ids written {@code :name} */
    Route(String method, String path, Gate gate, Handler handler) {
        this(new RoutePattern(method, path), gate, handler);
    }

    /** What answers, inside the lock. */
    @FunctionalInterface
    interface Handler {
        Reply answer(Call call);
    }
}
