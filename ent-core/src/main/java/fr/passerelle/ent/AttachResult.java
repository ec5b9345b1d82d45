package fr.passerelle.ent;

import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.model.Refusal;

/** What became of a file that was to be attached. */
public sealed interface AttachResult {

    /**
     * The file is kept and durable.
     *
     * @param attachment what the command that writes or rewrites the draft names, within a day
     */
    record Attached(Attachment attachment) implements AttachResult {}

    /** The file is not taken, for this reason. */
    record Refused(Refusal refusal) implements AttachResult {}
}
