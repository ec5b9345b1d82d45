package fr.passerelle.ent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies a file that is attached to one communication.
 *
 * @param value a keyed hash of the communication and the file's bytes, 64 hexadecimal digits: the same file attached to it
 *     twice is one, and who lacks the key cannot even tell whether two communications share a file
 */
public record AttachmentId(@JsonValue String value) {
    /** What a communication claims for each file that it names: the namespace of {@link Claim}. */
    public static final String NAMESPACE = "attachment";

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator
    public AttachmentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An attachment's id has 64 hexadecimal digits.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
