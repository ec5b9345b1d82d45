package fr.passerelle.ent.delivery;

import fr.passerelle.ent.model.PlaceId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * One account's own lane: its items go one after the other, and however slow its ENT is, no other account waits. Safe
 * for several threads; they take turns.
 */
final class Lane {
    /** So that a pile of items does not keep out those that come meanwhile. */
    private static final int AT_ONCE = 50;

    private final Connection connection;
    private final Courier courier;
    private final HealthBook health;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<PlaceId, Long> served = new HashMap<>();

    Lane(Connection connection, Courier courier, HealthBook health, InstantSource clock) {
        this.connection = connection;
        this.courier = courier;
        this.health = health;
        this.clock = clock;
    }

    /** Whether it works with exactly this connection: an account that was connected anew has another one. */
    boolean serves(Connection other) {
        return connection.equals(other);
    }

    /**
     * Carries what is due, oldest first at each destination.
     *
     * @return the store's position after the last entry, 0 if there was none
     */
    long run(Agenda agenda, BooleanSupplier stop) {
        turn.lock();
        try {
            return carry(agenda, stop);
        } finally {
            turn.unlock();
        }
    }

    private long carry(Agenda agenda, BooleanSupplier stop) {
        Set<String> held = new HashSet<>();
        long position = 0;
        int carried = 0;
        for (Item item : agenda.fairly(served)) {
            if (stop.getAsBoolean() || carried == AT_ONCE || !isOpen(clock.instant())) {
                break;
            }
            Item.Target target = item.known();
            if (held.contains(target.destination())) {
                continue;
            }
            Item after = item;
            if (isDue(item)) {
                Courier.Carried run = courier.carry(target.item(), connection, stop);
                after = run.item();
                if (run.position() > 0) {
                    position = run.position();
                    carried++;
                    served.merge(target.place(), 1L, Long::sum);
                }
            }
            if (after.holdsBackLaterOnes()) {
                held.add(target.destination());
            }
        }
        return position;
    }

    /** Ends the leases of all steps that are under way; see {@link DeliveryEngine#takeOver}. */
    void takeOver(Agenda agenda) {
        agenda.open().forEach(item -> courier.takeOver(item.known().item(), connection));
    }

    /** When there is next something to do, given what is open; past, present or future. */
    Optional<Instant> nextDue(Agenda agenda) {
        Instant until = health.of(connection.account().id()).until();
        return agenda.nextDue().map(due -> until != null && until.isAfter(due) ? until : due);
    }

    private boolean isDue(Item item) {
        return item.dueAt() != null && !item.dueAt().isAfter(clock.instant());
    }

    private boolean isOpen(Instant now) {
        return health.of(connection.account().id()).open(now);
    }
}
