package fr.passerelle.ent.sandbox;

/** A request on its way through a platform. Its methods are called one request at a time. */
public interface Visit {

    /** As in {@link RoutePattern#name()}, or method and path where no route fits. */
    String route();

    /** Whether the body may be kept: no sign-in. */
    boolean showsItsBody();

    /** Settles who is calling, and whether she may; what she asked for happens when the result is run. */
    Act enter();

    /** Ends the caller's session and answers as to somebody without one. */
    Reply signOut();

    /** What a request does when it is its time. */
    @FunctionalInterface
    interface Act {
        Reply run();
    }
}
