package fr.passerelle.app.town;

import fr.passerelle.app.picture.SafePicture;
import fr.passerelle.ent.AttachResult;
import fr.passerelle.ent.Passerelle;
import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.AttachmentRules;
import fr.passerelle.ent.communication.AttachmentRules.Checked;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.privacy.KeyReason;
import fr.passerelle.ent.store.StoreReason;
import java.util.Map;

/**
 * The one door by which files come to a communication, from a page or a command: no picture passes with the place where it
 * was taken. Safe for several threads.
 */
public record AttachedFiles(Passerelle passerelle) {
    /** Most bytes of a file as it is given. */
    public static final int BYTES_EACH = SafePicture.MOST_BYTES;

    /**
     * Keeps a file for a communication that is about to be written; a picture is made safe first.
     *
     * @param fileName as the author's machine calls it
     * @throws CodedException with the reason, if it is not taken
     */
    public Attachment take(CommunicationId communication, String fileName, byte[] bytes) {
        if (AttachmentRules.mediaType(fileName)
                .filter(AttachmentRules::isPicture)
                .isEmpty()) {
            return keep(communication, fileName, bytes);
        }
        SafePicture picture = SafePicture.of(fileName, bytes);
        return keep(communication, picture.fileName(), picture.bytes());
    }

    /**
     * A file that was kept for this communication, as somebody's form names it.
     *
     * @throws CodedException {@link CommunicationReason#UNKNOWN_FILE} if it was kept for another one or is there no more;
     *     another reason if the name does not fit it
     */
    public Attachment held(CommunicationId communication, String id, String fileName) {
        byte[] bytes = bytes(communication, id);
        Checked checked = AttachmentRules.check(fileName, bytes);
        if (checked instanceof Checked.Unfit unfit) {
            throw refused(unfit.refusal());
        }
        Checked.Fit fit = (Checked.Fit) checked;
        return new Attachment(
                new AttachmentId(id),
                Personal.of(communication.subject(), fit.fileName()),
                fit.mediaType(),
                bytes.length);
    }

    /**
     * Keeps a communication's file for another one.
     *
     * @throws CodedException as {@link #held}
     */
    public Attachment again(CommunicationId from, String id, String fileName, CommunicationId to) {
        return keep(to, fileName, bytes(from, id));
    }

    /**
     * The bytes of a file, for somebody entitled to read its communication.
     *
     * @throws CodedException {@link CommunicationReason#UNKNOWN_FILE}
     */
    public byte[] bytes(CommunicationId communication, String id) {
        try {
            return passerelle.attached(communication, new AttachmentId(id)).orElseThrow(() -> unknown(id));
        } catch (IllegalArgumentException notAnId) {
            throw unknown(id);
        } catch (CodedException e) {
            throw e.reason() == StoreReason.ATTACHMENT_MISSING || e.reason() == KeyReason.SUBJECT_ERASED
                    ? unknown(id)
                    : e;
        }
    }

    private Attachment keep(CommunicationId communication, String fileName, byte[] bytes) {
        AttachResult result = passerelle.attach(communication, fileName, bytes);
        if (result instanceof AttachResult.Refused refused) {
            throw refused(refused.refusal());
        }
        return ((AttachResult.Attached) result).attachment();
    }

    private static CodedException unknown(String id) {
        return new CodedException(CommunicationReason.UNKNOWN_FILE, Map.of("attachment", id));
    }

    private static CodedException refused(Refusal refusal) {
        return new CodedException(refusal.reason(), refusal.facts());
    }
}
