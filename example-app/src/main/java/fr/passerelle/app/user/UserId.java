package fr.passerelle.app.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import fr.passerelle.ent.model.SubjectId;
import java.util.UUID;

/**
 * Identifies one user of the app.
 *
 * @param value a random UUID: it says nothing about anybody
 */
public record UserId(@JsonValue UUID value) {
    /** A new id that no other call returns. */
    public static UserId random() {
        return new UserId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID. */
    @JsonCreator
    public static UserId parse(String text) {
        return new UserId(UUID.fromString(text));
    }

    /** The subject under whose key the data of this one is sealed, and who asks for what she does. */
    public SubjectId subject() {
        return new SubjectId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
