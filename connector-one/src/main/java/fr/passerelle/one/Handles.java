package fr.passerelle.one;

import fr.passerelle.ent.spi.StepResult.Progressed;
import fr.passerelle.ent.spi.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an item's progress holds, by name: ids of ONE and revision numbers, nothing of a text.
 *
 * @param values as stored
 */
record Handles(Map<String, String> values) {
    /** The account's own user id. */
    static final String ME = "me";
    /** The structure that the place is. */
    static final String SCHOOL = "school";
    /** The class there. */
    static final String CLASS = "class";
    /** Its groups; see {@link OneMapping.Groups#handle()}. */
    static final String GROUPS = "groups";
    /** The blog, or {@link #NONE} when there is none yet. */
    static final String BLOG = "blog";
    /** Set while our blog or our info is not yet shared with whom it is for. */
    static final String UNSHARED = "unshared";
    /** The actions that make a reader, as the platform names them. */
    static final String READ = "read";
    /** Set where somebody else must agree to a post. */
    static final String SUBMITS = "submits";
    /** A blog or a thread that was there and is not any more. */
    static final String LOST = "lost";
    /** The post. */
    static final String POST = "post";
    /** The revision that the post or the info holds. */
    static final String PUT = "put";
    /** The revision that readers see. */
    static final String SHOWN = "shown";
    /** When the work began, in milliseconds: what is older on ONE is not ours. */
    static final String SINCE = "since";
    /** The school's thread of news, or {@link #NONE} when there is none yet. */
    static final String THREAD = "thread";
    /** The info. */
    static final String INFO = "info";
    /** The info's state before a correction, as ONE numbers it. */
    static final String STATUS = "status";
    /** When the info was last changed before a correction, as ONE writes it. */
    static final String MODIFIED = "modified";
    /** The groups that a message or an info goes to, separated by commas. */
    static final String TO = "to";
    /** Set once all of them are known to be visible to the account. */
    static final String VISIBLE = "visible";
    /** The message: a draft, or sent. */
    static final String MESSAGE = "message";
    /** The files that it has, in order, separated by commas. */
    static final String ATTACHED = "attached";
    /** The documents that a post or an info refers to, in order, separated by commas. */
    static final String DOCUMENTS = "documents";
    /** Set where ONE keeps one of them from its readers. */
    static final String CLOSED = "closed";
    /** The revision that was sent. */
    static final String SENT = "sent";
    /** Set while a draft that was never sent lies in the bin. */
    static final String TRASHED = "trashed";
    /** Set once the post, info or message is gone: {@link #NOW} by us, {@link #BEFORE} otherwise. */
    static final String WITHDRAWN = "withdrawn";

    static final String NONE = "none";
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

    /** A handle's parts, none when it is not there. */
    List<String> list(String name) {
        return has(name) ? List.of(get(name).split(",", -1)) : List.of();
    }

    /** Name and value by turns; an empty value removes a handle. */
    static Progressed progressed(String... namesAndValues) {
        Map<String, String> handles = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            handles.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Progressed(handles);
    }
}
