package fr.passerelle.ent.privacy;

import fr.passerelle.ent.model.CodedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The one secret of an installation: 256 random bits that wrap every data key and from which the keys of match keys,
 * markers and hashes derive. It lies outside the store and outside the key store; who loses it loses every name, and who
 * has it and both stores can read them.
 */
public final class MasterKey {
    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final byte[] secret;

    private MasterKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Reads the key from a file, and makes both if there is none: 44 characters of base64, mode 0600, in a directory
     * made with mode 0700 if it is missing.
     *
     * @throws CodedException if other users can read the file, or it is no such key, or cannot be reached
     */
    public static MasterKey file(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            if (posix() && Files.getPosixFilePermissions(file).stream().anyMatch(MasterKey::isOfOthers)) {
                throw new CodedException(KeyReason.MASTER_KEY_EXPOSED, Map.of("file", file.toString()));
            }
            return base64(file.toString(), Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new CodedException(KeyReason.MASTER_KEY_UNREACHABLE, Map.of("source", file.toString()), e);
        }
    }

    /**
     * Reads the key from an environment variable, in base64.
     *
     * @throws CodedException if there is none or it is no such key
     */
    public static MasterKey env(String variable) {
        return base64("env:" + variable, System.getenv(variable));
    }

    static MasterKey base64(String source, @Nullable String text) {
        if (text == null) {
            throw new CodedException(KeyReason.MASTER_KEY_UNREACHABLE, Map.of("source", source));
        }
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            secret = new byte[0];
        }
        if (secret.length != BYTES) {
            throw new CodedException(KeyReason.MASTER_KEY_MALFORMED, Map.of("source", source));
        }
        return new MasterKey(secret);
    }

    /** A key for one purpose; two labels give two keys of which none tells anything about another. */
    SecretKeySpec derive(String label, String algorithm) {
        return new SecretKeySpec(hmac(new SecretKeySpec(secret, HMAC), "passerelle/1/" + label), algorithm);
    }

    /** A keyed hash of a text under {@link #derive a key of its own} for the label. */
    byte[] hmac(String label, String text) {
        return hmac(derive(label, HMAC), text);
    }

    /** Tells two master keys apart and reveals neither. */
    String fingerprint() {
        return HexFormat.of().formatHex(hmac("fingerprint", ""), 0, 8);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HMAC-SHA256.", e);
        }
    }

    private static void create(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory, modes("rwx------"));
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        byte[] line = (Base64.getEncoder().encodeToString(secret) + "\n").getBytes(StandardCharsets.US_ASCII);
        // Written aside and then linked: whoever finds the file finds it whole, and of two who make it one wins.
        Path draft = Files.createTempFile(directory, "master", ".new", modes("rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(line));
                channel.force(true);
            }
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was first; its key holds.
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] modes(String modes) {
        return posix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(modes))}
                : new FileAttribute<?>[0];
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static boolean isOfOthers(PosixFilePermission permission) {
        return !Set.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE)
                .contains(permission);
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
