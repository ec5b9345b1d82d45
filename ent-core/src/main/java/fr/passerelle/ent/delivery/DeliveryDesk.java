package fr.passerelle.ent.delivery;

import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.Communication.Status;
import fr.passerelle.ent.delivery.ItemCommand.RetryItem;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.spi.AccountId;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people ask about deliveries. Answers come from the read model. Safe for several threads. */
public final class DeliveryDesk {
    private final Commands commands;
    private final States states;
    private final HealthBook health;
    private final InstantSource clock;

    DeliveryDesk(Commands commands, States states, HealthBook health, InstantSource clock) {
        this.commands = commands;
        this.states = states;
        this.health = health;
        this.clock = clock;
    }

    /** Where a communication stands everywhere, by account and destination. */
    public List<ItemView> items(CommunicationId communication) {
        List<Item> items = found(communication);
        return sorted(items.stream()
                .map(item -> ItemView.of(item, health(item.known().account(), items))));
    }

    /** Before the first request after a start, what an account's other items met last is what holds it back. */
    private AccountHealth health(AccountId account, List<Item> items) {
        return health.knows(account)
                ? health.of(account)
                : items.stream()
                        .filter(item -> item.known().account().equals(account) && item.dueAt() != null)
                        .filter(item -> item.fault() != null && AccountHealth.concernsAll(item.fault()))
                        .max(Comparator.comparing(Item::dueAt))
                        .map(item -> new AccountHealth(AccountHealth.Condition.DEGRADED, 1, item.dueAt(), item.fault()))
                        .orElse(AccountHealth.HEALTHY);
    }

    /** An item as people see it. */
    public ItemView view(Item item) {
        return ItemView.of(item, health.of(item.known().account()));
    }

    /** Why a published communication goes nowhere at all, if so. */
    public Optional<FaultNote> concern(CommunicationId communication) {
        return states.find(Communication.FEATURE, communication.toString())
                .filter(found -> found.status() == Status.PUBLISHED
                        && found.plannedRevision() == found.revision()
                        && found.items() == 0)
                .map(found -> FaultNote.of(DeliveryReason.NO_ACCOUNT, "place", String.valueOf(found.place())));
    }

    /**
     * Whether nothing is left to do for a communication, for now: its newest revision is planned, all items settled.
     * Newest is what the events say: queries that lag behind what somebody has just asked for do not count as done.
     */
    public boolean settled(CommunicationId communication) {
        int newest =
                states.current(Communication.FEATURE, communication.toString()).revision();
        return states.find(Communication.FEATURE, communication.toString())
                        .filter(found -> found.revision() == newest && found.plannedRevision() == newest)
                        .isPresent()
                && found(communication).stream().allMatch(Item::settled);
    }

    /** Tries again, now, what waits, was refused or was given up; its account too, whatever held it back. */
    public CommandResult retry(ItemId item) {
        CommandResult result = commands.send(CommandId.random(), new RetryItem(item, clock.instant()));
        if (result instanceof CommandResult.Done) {
            Item.Target target = states.current(Item.FEATURE, item.toString()).known();
            health.tryNow(target.account());
        }
        return result;
    }

    /**
     * Tries again, now, all that waits, was refused or was given up and can be tried.
     *
     * @param communication only of this one, or null for all
     * @return how many deliveries
     */
    public long redrive(@Nullable CommunicationId communication) {
        List<Item> items = communication == null ? states.all(Item.FEATURE) : found(communication);
        return items.stream()
                .filter(item -> waits(item) || item.status() == Item.Status.REFUSED)
                .map(item -> retry(item.known().item()))
                .filter(CommandResult.Done.class::isInstance)
                .count();
    }

    /**
     * Tries again, now, what waits or was given up at an account that was put right.
     *
     * @return the store's position after the last entry, 0 if there was none
     */
    long resume(AccountId account) {
        health.tryNow(account);
        return states.inGroup(Item.FEATURE, account.toString()).stream()
                .filter(DeliveryDesk::waits)
                .map(item -> retry(item.known().item()))
                .mapToLong(result -> result instanceof CommandResult.Done done ? done.position() : 0)
                .max()
                .orElse(0);
    }

    private static boolean waits(Item item) {
        return item.status() == Item.Status.DEFERRED || item.status() == Item.Status.PARKED;
    }

    /** Everything that waits for a person, by account and destination. */
    public List<ItemView> waitingForPerson() {
        return sorted(states.all(Item.FEATURE).stream()
                .filter(item -> item.ask().isPresent())
                .map(this::view));
    }

    private static List<ItemView> sorted(Stream<ItemView> views) {
        return views.sorted(
                        Comparator.comparing((ItemView view) -> view.account().toString())
                                .thenComparing(ItemView::destination))
                .toList();
    }

    private List<Item> found(CommunicationId communication) {
        return states.under(Item.FEATURE, communication.toString());
    }
}
