package fr.passerelle.ent.spi;

/** What is to be done now for an item. */
public sealed interface Next {

    /**
     * One request, at most one of them a write.
     *
     * @param name stable, for example {@code create-post}; it stands in the ledger
     */
    record Step(String name, Effect effect, Call call) implements Next {}

    /** Nothing is left to do, or nothing can be done. */
    record Finished(Outcome outcome) implements Next {}

    /** What running a step again would do. */
    enum Effect {
        /** Nothing: it only reads. */
        READ,
        /** Nothing more than running it once, even if the first run takes effect late. It is simply run again. */
        REPEATABLE,
        /** Harm. After a lost answer it is resolved first, and believed not done only after the settle horizon. */
        ONCE
    }

    /** The request itself. */
    @FunctionalInterface
    interface Call {
        StepResult run(EntSession session);
    }
}
