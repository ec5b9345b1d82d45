package fr.passerelle.ent;

import fr.passerelle.ent.delivery.ContentVault;
import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.privacy.KeyReason;
import fr.passerelle.ent.privacy.Vault;
import fr.passerelle.ent.store.Attachments;
import java.util.Map;

/** What delivery may ask of the vault and of the attached files. */
record SealedContents(Vault vault, Attachments files) implements ContentVault {
    @Override
    public Personal<String> open(Personal<String> value) {
        return vault.open(value);
    }

    @Override
    public byte[] open(CommunicationId communication, AttachmentId file) {
        return files.open(communication.subject(), file)
                .orElseThrow(() ->
                        new CodedException(KeyReason.SUBJECT_ERASED, Map.of("subject", communication.toString())));
    }

    @Override
    public String hmac(String text) {
        return vault.hmac("delivery", text);
    }

    @Override
    public String marker(String text) {
        return vault.marker(text);
    }
}
