package fr.passerelle.ent.privacy;

/**
 * A file's bytes as they may lie on a disk.
 *
 * @param keyVersion which version of the subject's key, from 1
 * @param bytes the IV, the ciphertext and its tag
 */
public record SealedBytes(int keyVersion, byte[] bytes) {
    @Override
    public String toString() {
        return "SealedBytes[" + bytes.length + "]";
    }
}
