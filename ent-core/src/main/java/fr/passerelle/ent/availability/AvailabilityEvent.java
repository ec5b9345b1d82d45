package fr.passerelle.ent.availability;

import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.spi.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened when an ENT was asked. */
public sealed interface AvailabilityEvent extends Event {

    /**
     * An account was asked whether it can work, by read-only requests.
     *
     * @param millis until the answer, or until it was given up
     * @param code of what was wrong, or null if it can work
     */
    record AccountAsked(
            AccountId account, long millis, @Nullable String code, Instant at) implements AvailabilityEvent {}
}
