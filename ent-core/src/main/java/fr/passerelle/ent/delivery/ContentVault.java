package fr.passerelle.ent.delivery;

import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Personal;

/** What delivery needs of the keys: opening a text for the moment in which it is sent, and hashes that tell nothing. */
public interface ContentVault {

    /** The value in clear, or erased. */
    Personal<String> open(Personal<String> value);

    /**
     * A file's bytes.
     *
     * @throws fr.passerelle.ent.model.CodedException if it is not there, was changed or its communication was erased
     */
    byte[] open(CommunicationId communication, AttachmentId file);

    /** A keyed hash: stable for this installation, useless without its key. */
    String hmac(String text);

    /** A keyed hash in the form of {@link fr.passerelle.ent.spi.Work#marker()}. */
    String marker(String text);
}
