package fr.passerelle.ent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies one class of one school in one school year.
 *
 * @param value a random UUID: it says nothing about anybody
 */
public record ClassId(@JsonValue UUID value) {
    /** A new id that no other call returns. */
    public static ClassId random() {
        return new ClassId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID. */
    @JsonCreator
    public static ClassId parse(String text) {
        return new ClassId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
