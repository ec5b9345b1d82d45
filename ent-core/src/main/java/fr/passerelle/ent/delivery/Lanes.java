package fr.passerelle.ent.delivery;

import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.spi.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be done, account by account, as the read model tells at this moment. Safe for several threads. */
final class Lanes {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final Duration READ_MODEL = Duration.ofSeconds(1);
    private static final Instant FAR_AWAY = Instant.parse("9999-12-31T00:00:00Z");

    private final States states;
    private final Planner planner;
    private final Courier courier;
    private final Map<AccountId, Lane> lanes = new HashMap<>();
    private final InstantSource clock;
    private final BooleanSupplier stop;

    Lanes(
            States states,
            Planner planner,
            Courier courier,
            HealthBook health,
            Map<AccountId, Connection> connections,
            InstantSource clock,
            BooleanSupplier stop) {
        this.states = states;
        this.planner = planner;
        this.courier = courier;
        this.clock = clock;
        this.stop = stop;
        connections.forEach((account, connection) -> lanes.put(account, new Lane(connection, courier, health, clock)));
    }

    /** Plans every communication that is due. */
    void plan() {
        int planned;
        do {
            planned = planner.planDue(clock.instant());
        } while (planned > 0 && !stop.getAsBoolean());
    }

    /** Everything that is not settled: that, and only that, has a due time. */
    Map<AccountId, Agenda> open() {
        Map<AccountId, List<Item>> items = new LinkedHashMap<>();
        for (Item item : states.due(Item.FEATURE, FAR_AWAY, Integer.MAX_VALUE)) {
            items.computeIfAbsent(item.known().account(), account -> new ArrayList<>())
                    .add(item);
        }
        Map<AccountId, Agenda> open = new LinkedHashMap<>();
        items.forEach((account, list) -> open.put(account, new Agenda(list)));
        return open;
    }

    /**
     * Carries what is due of one account; the read model has what came of it when this returns.
     *
     * @return the store's position after the last entry, 0 if there was none
     */
    long run(AccountId account, Agenda agenda) {
        Lane lane = lanes.get(account);
        long position = lane == null ? giveUp(account, agenda) : lane.run(agenda, stop);
        if (position > 0 && !states.awaitPosition(position, READ_MODEL)) {
            LOG.warn("The read model has not reached position {} within {}.", position, READ_MODEL);
        }
        return position;
    }

    /** Carries what is due of one account until nothing is left; whether anything was. */
    boolean drain(AccountId account) {
        boolean any = false;
        while (!stop.getAsBoolean() && run(account, open().getOrDefault(account, Agenda.empty())) > 0) {
            any = true;
        }
        return any;
    }

    /** Ends the leases of all steps that are under way; an account that is gone lets them run out. */
    void takeOver() {
        open().forEach((account, agenda) -> {
            Lane lane = lanes.get(account);
            if (lane != null) {
                lane.takeOver(agenda);
            }
        });
    }

    private long giveUp(AccountId removed, Agenda agenda) {
        long position = 0;
        for (Item item : agenda.open()) {
            position = Math.max(position, courier.giveUp(item.known().item(), removed));
        }
        return position;
    }

    /** When there is next something to do for an account; past, present or future. */
    Optional<Instant> nextDue(AccountId account, Agenda agenda) {
        Lane lane = lanes.get(account);
        return lane == null ? agenda.nextDue() : lane.nextDue(agenda);
    }

    /** When there is next something to plan or to do, some accounts left aside. */
    Optional<Instant> nextDue(Map<AccountId, Agenda> open, Set<AccountId> except) {
        List<Instant> due = new ArrayList<>();
        states.nextDue(Communication.FEATURE).ifPresent(due::add);
        open.forEach((account, agenda) -> {
            if (!except.contains(account)) {
                nextDue(account, agenda).ifPresent(due::add);
            }
        });
        return due.stream().min(Comparator.naturalOrder());
    }
}
