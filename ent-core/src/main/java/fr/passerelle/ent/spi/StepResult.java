package fr.passerelle.ent.spi;

import java.util.Map;

/** What came of a step. */
public sealed interface StepResult permits StepResult.Progressed, Outcome {

    /**
     * The step is done and more may follow.
     *
     * @param handles what the next steps need, by name; merged over earlier ones, an empty text removes one. Ids of the
     *     ENT only, no names of people, no tokens
     */
    record Progressed(Map<String, String> handles) implements StepResult {
        public Progressed {
            handles = Map.copyOf(handles);
        }
    }
}
