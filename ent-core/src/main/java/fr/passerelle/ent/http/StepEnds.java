package fr.passerelle.ent.http;

import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Outcome;

/**
 * Ends a connector's step or look early, however deep in it the end was found. It never leaves the connector: whoever
 * runs a step or a look catches it and answers with its outcome.
 */
public final class StepEnds extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    public StepEnds(Outcome outcome) {
        super(outcome.getClass().getSimpleName(), null, false, false);
        this.outcome = outcome;
    }

    /** Without effect, and it will have none. */
    public static StepEnds refused(Fault fault) {
        return new StepEnds(new Outcome.Refused(fault));
    }

    /** Without effect, for now. */
    public static StepEnds deferred(Fault fault) {
        return new StepEnds(new Outcome.Deferred(null, fault));
    }

    public Outcome outcome() {
        return outcome;
    }

    /**
     * Why, for a look that failed.
     *
     * @throws IllegalStateException if the outcome has no fault: no step ends early with success
     */
    public Fault fault() {
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
