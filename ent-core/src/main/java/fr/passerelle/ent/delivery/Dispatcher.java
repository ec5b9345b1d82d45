package fr.passerelle.ent.delivery;

import fr.passerelle.ent.spi.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The living engine: hands each account's items to a thread, and waits for the next change or due time. */
final class Dispatcher implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Lanes lanes;
    private final Signal signal;
    private final Executor threads;
    private final InstantSource clock;
    private final BooleanSupplier stop;
    private final Set<AccountId> busy = new HashSet<>();

    Dispatcher(Lanes lanes, Signal signal, Executor threads, InstantSource clock, BooleanSupplier stop) {
        this.lanes = lanes;
        this.signal = signal;
        this.threads = threads;
        this.clock = clock;
        this.stop = stop;
    }

    @Override
    public void run() {
        while (!stop.getAsBoolean()) {
            long seen = signal.count();
            Duration wait;
            try {
                wait = pass();
            } catch (RuntimeException e) {
                if (stop.getAsBoolean()) {
                    return;
                }
                LOG.error("Delivery could not look for what is due; it tries again.", e);
                wait = AFTER_FAILURE;
            }
            signal.await(seen, wait);
        }
    }

    /** Hands out what is due; how long nothing will be. */
    private Duration pass() {
        lanes.plan();
        Map<AccountId, Agenda> open = lanes.open();
        Instant now = clock.instant();
        Set<AccountId> taken;
        synchronized (busy) {
            open.forEach((account, agenda) -> {
                boolean due = lanes.nextDue(account, agenda)
                        .filter(at -> !at.isAfter(now))
                        .isPresent();
                if (due && !stop.getAsBoolean() && busy.add(account)) {
                    threads.execute(() -> carry(account, agenda));
                }
            });
            taken = Set.copyOf(busy);
        }
        return lanes.nextDue(open, taken)
                .map(due -> Duration.between(now, due))
                .filter(wait -> wait.compareTo(DeliveryEngine.LONGEST_WAIT) < 0)
                .orElse(DeliveryEngine.LONGEST_WAIT);
    }

    private void carry(AccountId account, Agenda agenda) {
        try {
            if (lanes.run(account, agenda) == 0) {
                // Due and yet nothing was written: somebody else has it, or the read model is behind.
                signal.await(signal.count(), DeliveryEngine.AFTER_NOTHING);
            }
        } catch (RuntimeException e) {
            LOG.error("Account {} could not go on; it tries again.", account, e);
            signal.await(signal.count(), AFTER_FAILURE);
        } finally {
            synchronized (busy) {
                busy.remove(account);
            }
            signal.wake();
        }
    }
}
