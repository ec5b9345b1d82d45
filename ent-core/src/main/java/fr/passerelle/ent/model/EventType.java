package fr.passerelle.ent.model;

/**
 * An event's name in the store: a public contract, independent of the Java class.
 *
 * @param name {@code feature.fact}, for example {@code school.registered}
 * @param revision from 1; a higher one comes with an upcaster from the one before
 */
public record EventType(String name, int revision) {}
