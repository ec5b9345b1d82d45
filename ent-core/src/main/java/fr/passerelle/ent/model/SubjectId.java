package fr.passerelle.ent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Whoever has a key of their own: a person or a communication. Destroying the key makes all that was sealed under it unreadable, everywhere.
 *
 * @param value a random UUID: it says nothing about anybody
 */
public record SubjectId(@JsonValue UUID value) {
    /** A new id that no other call returns. */
    public static SubjectId random() {
        return new SubjectId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID. */
    @JsonCreator
    public static SubjectId parse(String text) {
        return new SubjectId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
