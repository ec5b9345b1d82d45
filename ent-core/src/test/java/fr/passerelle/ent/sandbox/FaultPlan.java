package fr.passerelle.ent.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What goes wrong, and how often.
 *
 * @param seed of the draw, so that a run can be repeated
 * @param rules for each request one draw is made: the rules' percentages add up; a rule with {@code nth} fires by count
 */
public record FaultPlan(long seed, List<Rule> rules) {
    public FaultPlan {
        rules = List.copyOf(rules);
    }

    /** Nothing goes wrong. */
    public static final FaultPlan NONE = new FaultPlan(0, List.of());

    public static FaultPlan of(long seed, Rule... rules) {
        return new FaultPlan(seed, List.of(rules));
    }

    /** What can go wrong with a request. */
    public enum Kind {
        /** Another status instead of acting; see {@link Rule#status} and {@link Rule#retryAfter}. */
        STATUS,
        /** Acts, then the connection is cut without an answer. */
        CUT_AFTER_ACTING,
        /** Answers 504 at once and acts {@link Rule#seconds} of the sandbox's clock later. */
        COMMIT_LATE,
        /** Acts, and answers after {@link Rule#seconds} of real time. */
        SLOW,
        /** Acts, answers half of the body, then cuts the connection. */
        TRUNCATED,
        /** Acts, answers 200 with JSON that is none. */
        GARBAGE,
        /** Does not act, answers 200 with the login page. */
        HTML_LOGIN_200,
        /** Does not act: the session is gone, 302. */
        SIGNED_OUT,
        /** Does not act and never answers. */
        SILENT;

        /** The name in a plan, for example {@code cut-after-acting}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind parse(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no kind of fault. Kinds: "
                            + String.join(
                                    ", ",
                                    Arrays.stream(values()).map(Kind::text).toList()) + "."));
        }
    }

    /**
     * When one kind of fault strikes.
     *
     * @param route {@code POST /blog/post/:blog}, or null for every route
     * @param percent of the requests, 0 to 100; ignored with {@code nth}
     * @param nth which of the matching requests, from 1; empty to go by percent
     * @param seconds see {@link Kind}
     * @param status for {@link Kind#STATUS}
     * @param retryAfter the header of that name with {@link Kind#STATUS}, or null
     */
    public record Rule(
            Kind kind,
            @Nullable String route,
            double percent,
            Set<Integer> nth,
            long seconds,
            int status,
            @Nullable String retryAfter) {
        public Rule {
            nth = Set.copyOf(nth);
        }

        /** A share of all requests. */
        public static Rule percent(Kind kind, double percent) {
            return new Rule(kind, null, percent, Set.of(), 200, 503, null);
        }

        /** Certain requests of a route, counted from 1. */
        public static Rule nth(Kind kind, String route, Integer... nth) {
            return new Rule(kind, route, 0, Set.of(nth), 200, 503, null);
        }

        /** The same with another delay. */
        public Rule seconds(long other) {
            return new Rule(kind, route, percent, nth, other, status, retryAfter);
        }

        /** The same with another status, and with a {@code Retry-After} unless null. */
        public Rule status(int other, @Nullable String after) {
            return new Rule(kind, route, percent, nth, seconds, other, after);
        }

        boolean matches(String requestRoute) {
            return route == null || route.equals(requestRoute);
        }
    }

    /** @throws IllegalArgumentException with a sentence, if it is no plan */
    static FaultPlan parse(JsonNode json) {
        if (!json.path("rules").isArray()) {
            throw new IllegalArgumentException("A plan of faults has a list of rules.");
        }
        List<Rule> rules = json.path("rules").valueStream().map(FaultPlan::rule).toList();
        return new FaultPlan(json.path("seed").asLong(0), rules);
    }

    private static Rule rule(JsonNode json) {
        return new Rule(
                Kind.parse(json.path("kind").asString("")),
                json.has("route") ? json.path("route").asString() : null,
                json.path("percent").asDouble(0),
                Set.copyOf(json.path("nth").valueStream().map(JsonNode::asInt).toList()),
                json.path("seconds").asLong(200),
                json.path("status").asInt(503),
                json.has("retryAfter") ? json.path("retryAfter").asString() : null);
    }
}
