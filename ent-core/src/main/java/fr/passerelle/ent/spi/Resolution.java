package fr.passerelle.ent.spi;

import java.util.Map;

/** What a look at the ENT showed of a step whose answer was lost. */
public sealed interface Resolution {

    /**
     * It happened.
     *
     * @param handles what the step would have stored; see {@link StepResult.Progressed}
     */
    record Happened(Map<String, String> handles) implements Resolution {
        public Happened {
            handles = Map.copyOf(handles);
        }
    }

    /** Nothing is to be seen of it now; it may still take effect until the settle horizon. */
    record NotVisible() implements Resolution {}

    /** More than one object carries the item's marker: a person must look. */
    record Several(int count) implements Resolution {}

    /** This profile has no way to look: only a person can tell. */
    record CannotTell() implements Resolution {}

    /** The look itself failed. */
    record Failed(Fault fault) implements Resolution {}
}
