package fr.passerelle.ent.model;

import java.util.UUID;

/**
 * Identifies one person: a pupil, a guardian, a teacher, a head or a member of the leisure staff.
 *
 * @param value a random UUID: it says nothing about anybody
 */
public record PersonId(UUID value) {
    /** A new id that no other call returns. */
    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID. */
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
