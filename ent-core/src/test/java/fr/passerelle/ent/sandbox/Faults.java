package fr.passerelle.ent.sandbox;

import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Draws from the plan for each request and counts what was injected. */
final class Faults {
    private FaultPlan plan = FaultPlan.NONE;
    private Random random = new Random(0);
    private final Map<Rule, Integer> matched = new HashMap<>();
    private final Map<Kind, Integer> injected = new EnumMap<>(Kind.class);

    synchronized void follow(FaultPlan next) {
        plan = next;
        random = new Random(next.seed());
        matched.clear();
        injected.clear();
    }

    synchronized FaultPlan plan() {
        return plan;
    }

    synchronized Map<Kind, Integer> injected() {
        return new EnumMap<>(injected);
    }

    /** @param route method and path with ids replaced */
    synchronized Optional<Rule> draw(String route) {
        double drawn = random.nextDouble() * 100;
        double below = 0;
        for (Rule rule : plan.rules()) {
            if (!rule.matches(route)) {
                continue;
            }
            boolean fires;
            if (rule.nth().isEmpty()) {
                fires = drawn >= below && drawn < below + rule.percent();
                below += rule.percent();
            } else {
                fires = rule.nth().contains(matched.merge(rule, 1, Integer::sum));
            }
            if (fires) {
                injected.merge(rule.kind(), 1, Integer::sum);
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
