package fr.passerelle.ent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies one communication over all its revisions and on all ENTs.
 *
 * @param value a random UUID: it says nothing about anybody
 */
public record CommunicationId(@JsonValue UUID value) {
    /** A new id that no other call returns. */
    public static CommunicationId random() {
        return new CommunicationId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID. */
    @JsonCreator
    public static CommunicationId parse(String text) {
        return new CommunicationId(UUID.fromString(text));
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
