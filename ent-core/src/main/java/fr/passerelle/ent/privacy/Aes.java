package fr.passerelle.ent.privacy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-GCM with a 96-bit IV and a 128-bit tag. */
final class Aes {
    static final String NAME = "AES";
    static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Aes() {}

    static byte[] seal(SecretKey key, byte[] iv, byte[] associated, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, iv, associated).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has AES-GCM.", e);
        }
    }

    /** As {@link #seal}, the IV in front. */
    static byte[] sealWithIv(SecretKey key, byte[] iv, byte[] associated, byte[] plain) {
        byte[] ciphertext = seal(key, iv, associated, plain);
        byte[] both = Arrays.copyOf(iv, iv.length + ciphertext.length);
        System.arraycopy(ciphertext, 0, both, iv.length, ciphertext.length);
        return both;
    }

    /** Opens what {@link #sealWithIv} sealed; empty if the parts do not belong together. */
    static Optional<byte[]> openWithIv(SecretKey key, byte[] associated, byte[] both) {
        return both.length < IV_BYTES
                ? Optional.empty()
                : open(key, Arrays.copyOf(both, IV_BYTES), associated, Arrays.copyOfRange(both, IV_BYTES, both.length));
    }

    /** Empty if key, IV, associated data and ciphertext do not belong together. */
    static Optional<byte[]> open(SecretKey key, byte[] iv, byte[] associated, byte[] ciphertext) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, iv, associated).doFinal(ciphertext));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has AES-GCM.", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] iv, byte[] associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(associated);
        return cipher;
    }
}
