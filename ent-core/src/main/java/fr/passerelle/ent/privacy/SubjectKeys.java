package fr.passerelle.ent.privacy;

import fr.passerelle.ent.model.SubjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where data keys lie, one per subject, wrapped by the master key: a place of its own, apart from the events, so that
 * restoring an old copy of the events brings no erased key back. Whoever needs a key goes through {@link Vault}.
 *
 * <p>Every change is durable when its method returns. Safe for several threads.
 */
public interface SubjectKeys extends AutoCloseable {

    /**
     * A subject's data key as it may lie on a disk.
     *
     * @param version from 1
     * @param bytes sealed by the master key
     */
    record WrappedKey(int version, byte[] bytes) {}

    /**
     * Ties these keys to one master key the first time, and checks it every other time.
     *
     * @param fingerprint says nothing about the master key
     * @throws fr.passerelle.ent.model.CodedException {@link KeyReason#MASTER_KEY_FOREIGN}
     */
    void belongTo(String fingerprint);

    /** The key of a subject; empty if it never had one or is erased. */
    Optional<WrappedKey> find(SubjectId subject);

    /** The keys of several subjects at once; those without one are absent. */
    Map<SubjectId, WrappedKey> findAll(Collection<SubjectId> subjects);

    /**
     * Keeps a subject's first key.
     *
     * @return the key that holds from now on, which is an earlier one if there was one; empty for an erased subject,
     *     which never gets a key again
     */
    Optional<WrappedKey> keep(SubjectId subject, WrappedKey fresh);

    /**
     * Erases a subject: first a tombstone in a hash-chained log, then its key is destroyed, in one transaction. A
     * repeat changes nothing.
     *
     * @param match by what a later import recognises the erased person, a keyed hash from {@link Vault#hmac}; or null
     */
    void erase(SubjectId subject, @Nullable String match);

    /** When a subject was erased; empty where it was not. */
    Optional<Instant> erasedAt(SubjectId subject);

    /** Whether a person with this keyed hash was erased. */
    boolean erasedMatch(String match);

    /** Erased subjects whose event is not yet confirmed in the store, oldest erasure first. */
    List<SubjectId> pendingErasures();

    /** The store has the event of this erasure. */
    void confirmErasure(SubjectId subject);

    /** Makes every erasure pending again: an older copy of the store was restored and may lack their events. */
    void repeatErasures();

    /**
     * Walks the log of erasures.
     *
     * @throws fr.passerelle.ent.model.CodedException {@link KeyReason#ERASURE_LOG_BROKEN}
     */
    void verifyErasures();

    @Override
    void close();
}
