package fr.passerelle.ent.model;

/**
 * A sealed value with what is needed to open it, except the key. It travels unchanged through upcasters, projections
 * and backups.
 *
 * <p>AES-256-GCM; the associated data binds the ciphertext to stream, subject, field and value id, so that it cannot
 * be moved to another place and still open.
 *
 * @param stream the event stream it was sealed for
 * @param field the field's stable name
 * @param valueId random, one per sealing
 * @param keyVersion which version of the subject's key, from 1
 * @param iv 96 random bits, base64 without padding
 * @param ciphertext with the tag, base64 without padding
 */
public record Envelope(String stream, String field, String valueId, int keyVersion, String iv, String ciphertext) {
    @Override
    public String toString() {
        return "Envelope[" + stream + "/" + field + "]";
    }
}
