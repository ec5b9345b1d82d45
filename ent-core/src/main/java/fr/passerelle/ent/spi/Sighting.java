package fr.passerelle.ent.spi;

/** What a look for something that a person published showed. */
public sealed interface Sighting {

    /**
     * The ENT shows it.
     *
     * @param ref as in {@link Outcome.Applied}
     */
    record Seen(String ref) implements Sighting {}

    /** The look went well and nothing is to be seen. */
    record NotSeen() implements Sighting {}

    /** This profile cannot look: only the person's word tells. */
    record CannotLook() implements Sighting {}

    /** The look itself failed. */
    record Failed(Fault fault) implements Sighting {}
}
