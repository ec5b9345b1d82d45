package fr.passerelle.ent.communication;

import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A file that goes with a communication; its bytes lie in the store, sealed under the communication's key.
 *
 * @param id from {@code Passerelle.attach}
 * @param fileName as readers see it, with its ending, without path
 * @param mediaType for example {@code application/pdf}
 * @param size of the file in bytes
 * @param alternative what a picture shows, in words, for who does not see it; one line of at most
 *     {@link AttachmentRules#ALTERNATIVE_LIMIT} code points, or null
 */
public record Attachment(
        AttachmentId id,
        Personal<String> fileName,
        String mediaType,
        int size,
        @Nullable Personal<String> alternative) {

    /** Without words for who does not see it. */
    public Attachment(AttachmentId id, Personal<String> fileName, String mediaType, int size) {
        this(id, fileName, mediaType, size, null);
    }

    /** The same file, with words for who does not see it; null for none. */
    public Attachment saying(@Nullable String alternative) {
        return new Attachment(
                id,
                fileName,
                mediaType,
                size,
                alternative == null ? null : Personal.of(fileName.subject(), alternative));
    }

    @Override
    public String toString() {
        return "Attachment[" + id + "]";
    }
}
