package fr.passerelle.ent.privacy;

import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Envelope;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.privacy.SubjectKeys.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals, opens and erases personal values. The only place where a data key is ever in clear, and only in memory. Safe
 * for several threads.
 *
 * <p>AES-256-GCM with a random 96-bit IV; the associated data binds a ciphertext to its stream, subject, field, value id
 * and key version.
 */
public final class Vault {
    private static final int KEY_BYTES = 32;
    private static final int FIRST_VERSION = 1;
    private static final int CACHED_KEYS = 10_000;
    private static final int MARKER_LENGTH = 12;
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Base64.Encoder TO_BASE64 = Base64.getEncoder().withoutPadding();

    private final SubjectKeys keys;
    private final MasterKey master;
    private final SecretKey wrapping;
    private final SecureRandom random = new SecureRandom();
    private final JsonMapper json = new JsonMapper();

    /**
     * Unwrapped keys, the least recently used one leaves first. Guarded by itself, fetching included, so that no key that
     * is being erased comes back.
     */
    private final Map<SubjectId, DataKey> cache = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SubjectId, DataKey> eldest) {
            return size() > CACHED_KEYS;
        }
    };

    private record DataKey(int version, SecretKey key) {}

    /** @throws CodedException if the keys were made with another master key */
    public Vault(SubjectKeys keys, MasterKey master) {
        this.keys = keys;
        this.master = master;
        this.wrapping = master.derive("wrap", Aes.NAME);
        keys.belongTo(master.fingerprint());
    }

    /**
     * Opens a value for this request.
     *
     * @return {@link Personal.Clear}, or {@link Personal.Erased} if its key is gone; a clear or erased value as it is
     * @throws CodedException {@link KeyReason#SEAL_BROKEN} if it was changed or moved
     */
    public <T> Personal<T> open(Personal<T> value) {
        return value instanceof Personal.Sealed<T> sealed ? opened(sealed, key(sealed.subject())) : value;
    }

    /**
     * Seals a file's bytes under its subject's key, which is made and durable before this returns.
     *
     * @param name of the file in the store; the ciphertext opens under no other
     * @throws CodedException {@link KeyReason#SUBJECT_ERASED}
     */
    public SealedBytes sealBytes(SubjectId subject, String name, byte[] clear) {
        DataKey key = keyForSealing(subject);
        byte[] iv = randomBytes(Aes.IV_BYTES);
        return new SealedBytes(
                key.version(), Aes.sealWithIv(key.key(), iv, place(subject, name, key.version()), clear));
    }

    /**
     * Opens a file's bytes.
     *
     * @return empty if the subject's key is gone
     * @throws CodedException {@link KeyReason#SEAL_BROKEN} if they were changed or moved
     */
    public Optional<byte[]> openBytes(SubjectId subject, String name, SealedBytes sealed) {
        Optional<DataKey> key = key(subject);
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(key.filter(found -> found.version() == sealed.keyVersion())
                        .flatMap(found ->
                                Aes.openWithIv(found.key(), place(subject, name, sealed.keyVersion()), sealed.bytes()))
                        .orElseThrow(() -> broken(subject)));
    }

    /** Opens several values as {@link #open} does, in their order, fetching their keys at once. */
    public <T> List<Personal<T>> openAll(Collection<? extends Personal<T>> values) {
        Map<SubjectId, DataKey> found =
                keysOf(values.stream().map(Personal::subject).collect(Collectors.toSet()));
        return values.stream()
                .<Personal<T>>map(value -> value instanceof Personal.Sealed<T> sealed
                        ? opened(sealed, Optional.ofNullable(found.get(sealed.subject())))
                        : value)
                .toList();
    }

    /**
     * A keyed hash, for match keys and for ids that must not tell what they stand for.
     *
     * @param purpose hashes of two purposes cannot be compared
     * @return 64 hexadecimal digits
     */
    public String hmac(String purpose, String text) {
        return HexFormat.of().formatHex(master.hmac("hmac/" + purpose, text));
    }

    /**
     * A short mark by which we recognise our own content on an ENT: a keyed hash, 60 bits.
     *
     * @return twelve signs of Crockford's base 32 in groups of four, for example {@code 7K3F-9Q2M-XW4T}
     */
    public String marker(String text) {
        byte[] hash = master.hmac("marker", text);
        StringBuilder marker = new StringBuilder(MARKER_LENGTH + 2);
        for (int sign = 0; sign < MARKER_LENGTH; sign++) {
            if (sign > 0 && sign % 4 == 0) {
                marker.append('-');
            }
            marker.append(CROCKFORD.charAt(hash[sign] & 31));
        }
        return marker.toString();
    }

    /**
     * Makes everything sealed under a subject's key unreadable, at once and for good: tombstone first, then the key. The
     * caller then stores the event that says so and calls {@link #confirmErasure}; a crash in between shows in
     * {@link #pendingErasures}. A repeat changes nothing.
     *
     * @param match by what a later import recognises the erased person, a keyed hash from {@link #hmac}; or null
     */
    public void erase(SubjectId subject, @Nullable String match) {
        synchronized (cache) {
            cache.remove(subject);
            keys.erase(subject, match);
        }
    }

    /** When a subject was erased, whatever the store's copy says; empty where it was not. */
    public Optional<Instant> erasedAt(SubjectId subject) {
        return keys.erasedAt(subject);
    }

    /** Whether a person with this keyed hash was erased. */
    public boolean erasedMatch(String match) {
        return keys.erasedMatch(match);
    }

    /** Erased subjects whose event is not yet confirmed, oldest erasure first: whoever opens the store completes them. */
    public List<SubjectId> pendingErasures() {
        return keys.pendingErasures();
    }

    /** The store has the event of this erasure. */
    public void confirmErasure(SubjectId subject) {
        keys.confirmErasure(subject);
    }

    /**
     * Walks the log of erasures.
     *
     * @throws CodedException {@link KeyReason#ERASURE_LOG_BROKEN}
     */
    public void verifyErasures() {
        keys.verifyErasures();
    }

    /** Jackson's way to this vault, see {@link PersonalModule}. */
    public PersonalModule module() {
        return new PersonalModule(this, false);
    }

    /** As {@link #module}, but what it reads is opened: only for computing keyed hashes again from stored events. */
    public PersonalModule openingModule() {
        return new PersonalModule(this, true);
    }

    /**
     * Seals a value under its subject's key, which is made and durable before this returns.
     *
     * @throws CodedException {@link KeyReason#SUBJECT_ERASED}
     */
    Envelope seal(SubjectId subject, String stream, String field, Object value) {
        DataKey key = keyForSealing(subject);
        Envelope place = new Envelope(stream, field, TO_BASE64.encodeToString(randomBytes(12)), key.version(), "", "");
        byte[] iv = randomBytes(Aes.IV_BYTES);
        byte[] ciphertext = Aes.seal(key.key(), iv, place(subject, place), json.writeValueAsBytes(value));
        return new Envelope(
                stream,
                field,
                place.valueId(),
                place.keyVersion(),
                TO_BASE64.encodeToString(iv),
                TO_BASE64.encodeToString(ciphertext));
    }

    private <T> Personal<T> opened(Personal.Sealed<T> sealed, Optional<DataKey> key) {
        if (key.isEmpty()) {
            return new Personal.Erased<>(sealed.subject());
        }
        Envelope envelope = sealed.envelope();
        byte[] plain = key.filter(found -> found.version() == envelope.keyVersion())
                .flatMap(found -> Aes.open(
                        found.key(),
                        Base64.getDecoder().decode(envelope.iv()),
                        place(sealed.subject(), envelope),
                        Base64.getDecoder().decode(envelope.ciphertext())))
                .orElseThrow(() -> broken(sealed.subject()));
        return Personal.of(sealed.subject(), json.readValue(plain, sealed.type()));
    }

    private static CodedException broken(SubjectId subject) {
        return new CodedException(KeyReason.SEAL_BROKEN, Map.of("subject", subject.toString()));
    }

    private Optional<DataKey> key(SubjectId subject) {
        return Optional.ofNullable(keysOf(Set.of(subject)).get(subject));
    }

    private Map<SubjectId, DataKey> keysOf(Set<SubjectId> subjects) {
        synchronized (cache) {
            Map<SubjectId, DataKey> found = new HashMap<>();
            for (SubjectId subject : subjects) {
                DataKey cached = cache.get(subject);
                if (cached != null) {
                    found.put(subject, cached);
                }
            }
            if (found.size() < subjects.size()) {
                Set<SubjectId> missing = new HashSet<>(subjects);
                missing.removeAll(found.keySet());
                keys.findAll(missing).forEach((subject, wrapped) -> {
                    DataKey key = unwrap(subject, wrapped);
                    found.put(subject, key);
                    cache.put(subject, key);
                });
            }
            return found;
        }
    }

    private DataKey keyForSealing(SubjectId subject) {
        synchronized (cache) {
            return key(subject).orElseGet(() -> {
                DataKey kept = keys.keep(subject, wrap(subject, randomBytes(KEY_BYTES)))
                        .map(wrapped -> unwrap(subject, wrapped))
                        .orElseThrow(() ->
                                new CodedException(KeyReason.SUBJECT_ERASED, Map.of("subject", subject.toString())));
                cache.put(subject, kept);
                return kept;
            });
        }
    }

    private WrappedKey wrap(SubjectId subject, byte[] key) {
        byte[] iv = randomBytes(Aes.IV_BYTES);
        return new WrappedKey(FIRST_VERSION, Aes.sealWithIv(wrapping, iv, bytes(subject + "|" + FIRST_VERSION), key));
    }

    private DataKey unwrap(SubjectId subject, WrappedKey wrapped) {
        return Aes.openWithIv(wrapping, bytes(subject + "|" + wrapped.version()), wrapped.bytes())
                .map(key -> new DataKey(wrapped.version(), new SecretKeySpec(key, Aes.NAME)))
                .orElseThrow(() -> broken(subject));
    }

    private static byte[] place(SubjectId subject, Envelope envelope) {
        return bytes(String.join(
                "|",
                envelope.stream(),
                subject.toString(),
                envelope.field(),
                envelope.valueId(),
                Integer.toString(envelope.keyVersion())));
    }

    private static byte[] place(SubjectId subject, String name, int keyVersion) {
        return bytes(String.join("|", "file", subject.toString(), name, Integer.toString(keyVersion)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
