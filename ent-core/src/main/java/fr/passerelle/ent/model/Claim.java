package fr.passerelle.ent.model;

/**
 * A key that only one stream of the store may hold, written in the transaction of the event that claims it: one school
 * per UAI, one class per name and year, one person per match key. Claims follow from events and can be rebuilt from
 * them.
 */
public sealed interface Claim {

    /**
     * The stream takes the key, or its command is refused as {@link Feature#conflict()} when another stream holds it.
     *
     * @param namespace what kind of key it is, for example {@code uai}
     * @param key never personal data in clear: a keyed hash where it stands for a person
     */
    record Take(String namespace, String key) implements Claim {}

    /** The stream gives up every key it holds in a namespace. */
    record Release(String namespace) implements Claim {}
}
