package fr.passerelle.ent.directory;

/** Whoever watches an import and may stop it. */
@FunctionalInterface
public interface ImportWatch {
    /** Nobody: it goes on to its end. */
    ImportWatch TO_THE_END = (done, steps) -> true;

    /**
     * Asked before each step.
     *
     * @param done how many steps were taken
     * @param steps how many there are, see {@link RosterPlan#steps}
     * @return false to end it here; what was done holds
     */
    boolean goesOn(int done, int steps);
}
