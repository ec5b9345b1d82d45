package fr.passerelle.ent.privacy;

import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.SubjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys for tests that need no disk; counts look-ups. */
public final class MemoryKeys implements SubjectKeys {
    static final MasterKey MASTER = MasterKey.base64("test", Base64.getEncoder().encodeToString(new byte[32]));

    private final Map<SubjectId, WrappedKey> keys = new HashMap<>();
    private final Set<SubjectId> erased = new LinkedHashSet<>();
    private final Set<SubjectId> confirmed = new HashSet<>();
    private final Set<String> matches = new HashSet<>();
    private @Nullable String fingerprint;
    int lookUps;

    /** A vault with no keys yet, always under the same master key. */
    public static Vault vault() {
        return new Vault(new MemoryKeys(), MASTER);
    }

    @Override
    public synchronized void belongTo(String of) {
        if (fingerprint != null && !fingerprint.equals(of)) {
            throw new CodedException(KeyReason.MASTER_KEY_FOREIGN, Map.of());
        }
        fingerprint = of;
    }

    @Override
    public synchronized Optional<WrappedKey> find(SubjectId subject) {
        lookUps++;
        return Optional.ofNullable(keys.get(subject));
    }

    @Override
    public synchronized Map<SubjectId, WrappedKey> findAll(Collection<SubjectId> subjects) {
        lookUps++;
        return subjects.stream().filter(keys::containsKey).collect(Collectors.toMap(subject -> subject, keys::get));
    }

    @Override
    public synchronized Optional<WrappedKey> keep(SubjectId subject, WrappedKey fresh) {
        return erased.contains(subject)
                ? Optional.empty()
                : Optional.of(keys.computeIfAbsent(subject, ignored -> fresh));
    }

    @Override
    public synchronized void erase(SubjectId subject, @Nullable String match) {
        erased.add(subject);
        if (match != null) {
            matches.add(match);
        }
        keys.remove(subject);
    }

    @Override
    public synchronized Optional<Instant> erasedAt(SubjectId subject) {
        return erased.contains(subject) ? Optional.of(Instant.EPOCH) : Optional.empty();
    }

    @Override
    public synchronized boolean erasedMatch(String match) {
        return matches.contains(match);
    }

    @Override
    public synchronized List<SubjectId> pendingErasures() {
        List<SubjectId> pending = new ArrayList<>(erased);
        pending.removeAll(confirmed);
        return pending;
    }

    @Override
    public synchronized void confirmErasure(SubjectId subject) {
        confirmed.add(subject);
    }

    @Override
    public synchronized void repeatErasures() {
        confirmed.clear();
    }

    @Override
    public void verifyErasures() {
        // Nobody can change this log behind its back.
    }

    @Override
    public void close() {
        // Nothing to give back.
    }
}
