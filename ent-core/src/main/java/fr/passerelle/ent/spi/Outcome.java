package fr.passerelle.ent.spi;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an item's work ended, for now or for good. */
public sealed interface Outcome extends StepResult {

    /**
     * Done.
     *
     * @param ref the object's id on the ENT, as a deep link's path where there is one
     */
    record Applied(String ref) implements Outcome {}

    /** Nothing had to be done: it was already so. */
    record AlreadyApplied(String ref) implements Outcome {}

    /** The ENT took it and will show it later, or after a person there agrees. */
    record Accepted(String ref, Duration pollAfter) implements Outcome {}

    /** Whether it happened is not known. */
    record Unknown(Fault fault) implements Outcome {}

    /** It will not happen; without effect on the ENT. */
    record Refused(Fault fault) implements Outcome {}

    /**
     * It did not happen yet; without effect on the ENT.
     *
     * @param notBefore when the ENT asked to be tried again, or null
     */
    record Deferred(@Nullable Instant notBefore, Fault fault) implements Outcome {}
}
