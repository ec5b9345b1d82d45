package fr.passerelle.ent.model;

import java.util.UUID;

/**
 * Identifies one class of one school in one school year.
 *
 * @param value a random UUID: it says nothing about anybody
 */
public record ClassId(UUID value) {
    /** A new id that no other call returns. */
    public static ClassId random() {
        return new ClassId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID. */
    public static ClassId parse(String text) {
        return new ClassId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
