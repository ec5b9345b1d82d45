package fr.passerelle.beneylu;

import fr.passerelle.ent.spi.StepResult.Progressed;
import fr.passerelle.ent.spi.Work;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an item's progress holds, by name: ids of Beneylu, revision numbers and a day, nothing of a text.
 *
 * @param values as stored
 */
record Handles(Map<String, String> values) {
    /** The class's group id. */
    static final String GROUP = "group";
    /** The day on which the work began, as {@code 2026-11-24}: what is older on Beneylu is not ours. */
    static final String SINCE = "since";
    /** Set once the article or word was made. */
    static final String MADE = "made";
    /** The name by which its pages are found. */
    static final String SLUG = "slug";
    /** Its number. */
    static final String ID = "id";
    /** The revision that it holds. */
    static final String PUT = "put";
    /** The revision that was seen to be shown. */
    static final String SHOWN = "shown";
    /** Set once it is gone: {@link #NOW} by us, {@link #BEFORE} otherwise. */
    static final String WITHDRAWN = "withdrawn";

    static final String YES = "yes";
    static final String NOW = "now";
    static final String BEFORE = "before";

    static Handles of(Work work) {
        return new Handles(work.progress());
    }

    boolean has(String name) {
        return !get(name).isEmpty();
    }

    /** A handle, empty when it is not there. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Name and value by turns; an empty value removes a handle. */
    static Progressed progressed(String... namesAndValues) {
        return new Progressed(map(namesAndValues));
    }

    static Map<String, String> map(String... namesAndValues) {
        Map<String, String> handles = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            handles.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return handles;
    }
}
