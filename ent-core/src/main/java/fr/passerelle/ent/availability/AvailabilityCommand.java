package fr.passerelle.ent.availability;

import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.spi.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What can be asked about how an ENT answers. */
public sealed interface AvailabilityCommand extends Command {
    AccountId account();

    /** The day that it belongs to, in UTC. */
    LocalDate day();

    /** Keeps how an account answered; see {@link AvailabilityEvent.AccountAsked}. */
    record KeepAnswer(
            AccountId account, long millis, @Nullable String code, Instant at) implements AvailabilityCommand {
        public KeepAnswer {
            if (millis < 0) {
                throw new IllegalArgumentException("Nothing answers before it is asked.");
            }
        }

        @Override
        public LocalDate day() {
            return LocalDate.ofInstant(at, ZoneOffset.UTC);
        }
    }
}
