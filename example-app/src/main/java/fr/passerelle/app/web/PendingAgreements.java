package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.UserId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.spi.AccountId;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Who was sent to an ENT's page and is not back yet, by a word that nobody can guess. In memory only: after a restart she
 * begins again. Safe for several threads.
 */
@Component
class PendingAgreements {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Town town;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();

    PendingAgreements(Town town) {
        this.town = town;
    }

    /**
     * Somebody on her way.
     *
     * @param visitor who sent her, and must be there when she comes back
     * @param redirect where the ENT sends her back to
     */
    record Pending(UserId visitor, AccountId through, PersonId person, URI redirect, Instant until) {}

    /** The word by which she is known when she comes back, within ten minutes and once. */
    String begin(UserId visitor, AccountId through, PersonId person, URI redirect) {
        Instant now = town.clock().instant();
        pending.values().removeIf(one -> !one.until().isAfter(now));
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        pending.put(state, new Pending(visitor, through, person, redirect, now.plus(LIFE)));
        return state;
    }

    /** Who comes back with a word; nobody does twice. */
    Optional<Pending> take(String state) {
        return Optional.ofNullable(pending.remove(state))
                .filter(one -> one.until().isAfter(town.clock().instant()));
    }
}
