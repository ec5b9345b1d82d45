package fr.passerelle.beneylu;

import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;

/** Plans of faults that strike the first request of a route. */
final class Plans {
    private Plans() {}

    static FaultPlan first(Kind kind, String route) {
        return FaultPlan.of(1, Rule.nth(kind, route, 1));
    }

    /** 503 without acting. */
    static FaultPlan once(String route) {
        return first(Kind.STATUS, route);
    }

    /** Acts, and the answer is lost. */
    static FaultPlan cut(String route) {
        return first(Kind.CUT_AFTER_ACTING, route);
    }

    /** Answers 504 and acts so many seconds later. */
    static FaultPlan late(String route, long seconds) {
        return FaultPlan.of(1, Rule.nth(Kind.COMMIT_LATE, route, 1).seconds(seconds));
    }
}
