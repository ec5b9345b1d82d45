package fr.passerelle.ent.communication;

import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.Personal;

/**
 * A file that goes with a communication; its bytes lie in the store, sealed under the communication's key.
 *
 * @param id from {@code Passerelle.attach}
 * @param fileName as readers see it, with its ending, without path
 * @param mediaType for example {@code application/pdf}
 * @param size of the file in bytes
 */
public record Attachment(AttachmentId id, Personal<String> fileName, String mediaType, int size) {
    @Override
    public String toString() {
        return "Attachment[" + id + "]";
    }
}
