package fr.passerelle.lilie.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.ent.sandbox.Request;
import fr.passerelle.ent.sandbox.RoutePattern;
import fr.passerelle.ent.sandbox.Visit;
import java.util.Map;
import java.util.Optional;

/** A web service of an Eliot module; it is for the technical account only. */
record EliotRoute(RoutePattern at, Handler handler) implements Route {
    /** One of the version numbers that the client's history names. */
    private static final String VERSION = "3.2.0";

    /** What answers, inside the lock. */
    @FunctionalInterface
    interface Handler {
        Reply answer(Call call);
    }

    /**
     * A route.
     *
     * @param module for example {@code textes}
     * @param pattern the path below it, ids written {@code :name}
     */
    EliotRoute(String method, String module, String pattern, Handler handler) {
        this(new RoutePattern(method, path(module) + pattern), handler);
    }

    /** Where a module lies. */
    static String path(String module) {
        return "/eliot-" + module + "-" + VERSION + "/echanges/v2";
    }

    @Override
    public Visit.Act enter(World world, Request request, Map<String, String> ids) {
        Optional<TechnicalAccount.Form> form = TechnicalAccount.recognise(request);
        if (form.isEmpty()) {
            return () -> Reply.empty(401).with("WWW-Authenticate", "Basic realm=\"eliot\"");
        }
        if (!Porteur.isServed(request)) {
            return () -> Reply.empty(403);
        }
        return () -> {
            try {
                return handler.answer(new Call(world, request, ids, form.get()));
            } catch (Call.Answered answered) {
                return answered.reply();
            }
        };
    }
}
