package fr.passerelle.beneylu;

import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Outcome;

/**
 * Ends a step early with its outcome. It never leaves the connector: whoever runs a step or a look catches it.
 */
final class StepEnds extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    StepEnds(Outcome outcome) {
        super(outcome.getClass().getSimpleName(), null, false, false);
        this.outcome = outcome;
    }

    static StepEnds refused(Fault fault) {
        return new StepEnds(new Outcome.Refused(fault));
    }

    static StepEnds deferred(Fault fault) {
        return new StepEnds(new Outcome.Deferred(null, fault));
    }

    Outcome outcome() {
        return outcome;
    }

    /** Why, for a look that failed. */
    Fault fault() {
        if (outcome instanceof Outcome.Refused refused) {
            return refused.fault();
        }
        if (outcome instanceof Outcome.Deferred deferred) {
            return deferred.fault();
        }
        if (outcome instanceof Outcome.Unknown unknown) {
            return unknown.fault();
        }
        throw new IllegalStateException("A step ends early only with a fault.");
    }
}
