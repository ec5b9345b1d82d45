package fr.passerelle.ent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies one person: a pupil, a guardian, a teacher, a head or a member of the leisure staff.
 *
 * @param value a random UUID: it says nothing about anybody
 */
public record PersonId(@JsonValue UUID value) {
    /** A new id that no other call returns. */
    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID. */
    @JsonCreator
    public static PersonId parse(String text) {
        return new PersonId(UUID.fromString(text));
    }

    /** The subject under whose key the data of this one is sealed. */
    public SubjectId subject() {
        return new SubjectId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
