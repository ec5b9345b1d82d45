package fr.passerelle.ent.delivery;

import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.spi.AccountId;
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
import java.util.stream.Stream;

/** What is to be done, account by account, as the read model tells at this moment. Safe for several threads. */
final class Lanes {
    private static final Instant FAR_AWAY = Instant.parse("9999-12-31T00:00:00Z");

    private final States states;
    private final Planner planner;
    private final Courier courier;
    private final HealthBook health;
    private final Connections connections;
    private final Map<AccountId, Lane> lanes = new HashMap<>();
    private final InstantSource clock;
    private final BooleanSupplier stop;

    Lanes(
            States states,
            Planner planner,
            Courier courier,
            HealthBook health,
            Connections connections,
            InstantSource clock,
            BooleanSupplier stop) {
        this.states = states;
        this.planner = planner;
        this.courier = courier;
        this.health = health;
        this.connections = connections;
        this.clock = clock;
        this.stop = stop;
    }

    /** The lane of an account, empty for one that is gone. */
    private synchronized Optional<Lane> lane(AccountId account) {
        Optional<Connection> connection = connections.find(account);
        if (connection.isEmpty()) {
            lanes.remove(account);
            return Optional.empty();
        }
        Lane known = lanes.get(account);
        if (known == null || !known.serves(connection.get())) {
            known = new Lane(connection.get(), courier, health, clock);
            lanes.put(account, known);
        }
        return Optional.of(known);
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
        Optional<Lane> lane = lane(account);
        long position = lane.isPresent() ? lane.get().run(agenda, stop) : giveUp(account, agenda);
        ReadModel.reaches(position, states);
        return position;
    }

    /** Carries what is due of one account until nothing is left; whether anything was. */
    boolean drain(AccountId account, Agenda agenda) {
        Agenda left = agenda;
        boolean any = false;
        while (!stop.getAsBoolean() && run(account, left) > 0) {
            any = true;
            left = isDue() ? open().getOrDefault(account, Agenda.empty()) : Agenda.empty();
        }
        return any;
    }

    /** Whether anything at all is due, held back or not: to be asked before everything that is open is read. */
    boolean isDue() {
        Instant now = clock.instant();
        return Stream.of(states.nextDue(Communication.FEATURE), states.nextDue(Item.FEATURE))
                .flatMap(Optional::stream)
                .anyMatch(due -> !due.isAfter(now));
    }

    /** Ends the leases of all steps that are under way; an account that is gone lets them run out. */
    void takeOver() {
        open().forEach((account, agenda) -> lane(account).ifPresent(lane -> lane.takeOver(agenda)));
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
        return lane(account).map(lane -> lane.nextDue(agenda)).orElseGet(agenda::nextDue);
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
