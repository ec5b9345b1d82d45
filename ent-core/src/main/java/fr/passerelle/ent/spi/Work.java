package fr.passerelle.ent.spi;

import java.util.Map;

/**
 * What a connector is asked to bring about for one item: one communication at one destination.
 *
 * @param revision of the content, from 1, growing with every correction; a connector that corrects in several steps notes
 *     it as a handle, to know for which revision a step is done
 * @param marker 12 characters of Crockford base 32 in groups of four ({@code 7K3F-9Q2M-XW4T}), the same for every
 *     revision of this item and for nothing else; a connector that has no better handle writes it into the object
 * @param content what is to be shown; for {@link Verb#WITHDRAW} the content last applied
 * @param progress the handles stored by earlier steps of this item, by name; they outlive a revision
 */
public record Work(
        Verb verb,
        int revision,
        Destination destination,
        String marker,
        Content content,
        Map<String, String> progress) {
    public Work {
        progress = Map.copyOf(progress);
    }

    /** What is wanted. */
    public enum Verb {
        /** The object shall exist and be visible. */
        PUBLISH,
        /** The object that exists shall show this content. */
        EDIT,
        /** The object shall not be visible any more. */
        WITHDRAW
    }
}
