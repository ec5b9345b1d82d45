package fr.passerelle.ent.delivery;

import fr.passerelle.ent.authoraccount.AuthorAccount;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.delivery.Item.Pending;
import fr.passerelle.ent.delivery.ItemCommand.IntendStep;
import fr.passerelle.ent.delivery.ItemCommand.OfEngine;
import fr.passerelle.ent.delivery.ItemCommand.ParkItem;
import fr.passerelle.ent.delivery.ItemCommand.RecordWithdrawal;
import fr.passerelle.ent.delivery.ItemCommand.RefuseItem;
import fr.passerelle.ent.delivery.ItemEvent.How;
import fr.passerelle.ent.delivery.ItemEvent.Wish;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.Attachment;
import fr.passerelle.ent.spi.ConnectorDescriptor.Publishing;
import fr.passerelle.ent.spi.ConnectorDescriptor.Withdrawal;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.PublishesCommunications;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.ent.spi.Work.Verb;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one item as far as it goes now: reads it, asks the connector for the next step, writes the intent, runs the
 * step, writes what came of it, and begins again. All that it knows between two steps stands in the ledger, so that it
 * may die anywhere.
 */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int MOST_STEPS = 50;

    private final Ledger ledger;
    private final States states;
    private final Planner planner;
    private final Contents contents;
    private final HealthBook health;
    private final Entries entries;
    private final InstantSource clock;
    private final Duration stepTimeout;

    Courier(
            Ledger ledger,
            States states,
            Planner planner,
            Contents contents,
            HealthBook health,
            InstantSource clock,
            Duration stepTimeout) {
        this.ledger = ledger;
        this.states = states;
        this.planner = planner;
        this.contents = contents;
        this.health = health;
        this.entries = new Entries(health);
        this.clock = clock;
        this.stepTimeout = stepTimeout;
    }

    /**
     * How far an item came.
     *
     * @param position the store's position after the last entry, 0 if there was none
     */
    record Carried(Item item, long position) {}

    /**
     * Carries an item until it is settled, must wait, or its account must.
     *
     * @param stop asked before each step
     */
    Carried carry(ItemId id, Connection connection, BooleanSupplier stop) {
        long position = 0;
        Item item = ledger.read(id);
        for (int step = 0; step < MOST_STEPS; step++) {
            Instant now = clock.instant();
            boolean waits = item.dueAt() == null || item.dueAt().isAfter(now);
            if (waits
                    || stop.getAsBoolean()
                    || !health.of(connection.account().id()).open(now)) {
                return new Carried(item, position);
            }
            long reached = advance(item, connection, now);
            if (reached == 0) {
                return new Carried(item, position);
            }
            position = reached;
            item = ledger.read(id);
        }
        LOG.error("Item {} had {} steps in a row and no end.", id, MOST_STEPS);
        if (!item.settled() && item.pending() == null) {
            Fault endless = new Fault.ContractBroken(
                    connection.descriptor().id(), "an end", "more than " + MOST_STEPS + " steps");
            position = Math.max(position, write(entries.deferred(item, Effect.READ, endless, null, clock.instant())));
        }
        return new Carried(item, position);
    }

    /** Hands an item to a person, because its account is no longer configured. */
    long giveUp(ItemId id, AccountId account) {
        Item item = ledger.read(id);
        Instant now = clock.instant();
        Pending pending = item.pending();
        if (item.dueAt() == null || item.dueAt().isAfter(now)) {
            return 0;
        }
        if (pending != null && pending.settledBy() == null) {
            return write(entries.abandoned(item, pending, pending.lease(), now, now));
        }
        boolean somebodys =
                states.current(AuthorAccount.FEATURE, account.toString()).person() != null;
        FaultNote removed = somebodys
                ? FaultNote.of(DeliveryReason.AUTHOR_DISCONNECTED)
                : FaultNote.of(DeliveryReason.ACCOUNT_REMOVED, "account", account);
        return ledger.write(new ParkItem(id, item.turn(), item.revision(), removed, now));
    }

    /** Ends the lease of a step that is under way: whoever ran it is known to be gone. */
    long takeOver(ItemId id, Connection connection) {
        Item item = ledger.read(id);
        Instant now = clock.instant();
        Pending pending = item.pending();
        return pending == null || pending.settledBy() != null ? 0 : abandon(item, pending, now, connection, now);
    }

    private long abandon(Item item, Pending pending, Instant lastByteAt, Connection connection, Instant now) {
        return write(
                entries.abandoned(item, pending, lastByteAt, lastByteAt.plus(settlesWithin(item, connection)), now));
    }

    /** One round; 0 when somebody else moved the item on. */
    private long advance(Item item, Connection connection, Instant now) {
        Pending pending = item.pending();
        if (pending != null && pending.settledBy() == null) {
            // Intended, without result, and the lease is over: whoever ran it is gone.
            return abandon(item, pending, pending.lease(), connection, now);
        }
        Communication communication = states.current(
                Communication.FEATURE, item.known().communication().toString());
        if (pending != null) {
            return look(item, pending, communication, connection);
        }
        if (communication.revision() > item.revision()) {
            return planner.follow(item, communication, now);
        }
        if (item.wish() == Wish.WITHDRAWN && !item.touched()) {
            return ledger.write(new RecordWithdrawal(item.known().item(), item.turn(), How.ALREADY, now));
        }
        Optional<FaultNote> cannot = cannot(item, connection);
        Optional<Content> content = contents.of(communication);
        if (cannot.isEmpty() && content.isEmpty() && item.verb() != Verb.WITHDRAW) {
            cannot = Optional.of(FaultNote.of(DeliveryReason.CONTENT_ERASED));
        }
        return cannot.isPresent()
                ? ledger.write(new RefuseItem(item.known().item(), item.turn(), item.revision(), cannot.get(), now))
                : step(item, work(item, content.orElseGet(() -> contents.withoutText(communication))), connection, now);
    }

    private static Optional<FaultNote> cannot(Item item, Connection connection) {
        if (connection.publishes().isEmpty()) {
            return Optional.of(FaultNote.of(DeliveryReason.UNSUPPORTED, "profile", connection.profile()));
        }
        boolean stays = declared(item, connection)
                .filter(line -> line.withdrawal() != Withdrawal.NONE)
                .isEmpty();
        return item.verb() == Verb.WITHDRAW && stays
                ? Optional.of(FaultNote.of(DeliveryReason.CANNOT_WITHDRAW, "profile", connection.profile()))
                : Optional.empty();
    }

    private static Optional<Publishing> declared(Item item, Connection connection) {
        return connection.descriptor().publishes(item.known().kind());
    }

    private static Duration settlesWithin(Item item, Connection connection) {
        return connection.settlesWithin(item.known().kind());
    }

    private static Work work(Item item, Content content) {
        return work(item, item.verb(), item.revision(), content);
    }

    private static Work work(Item item, Verb verb, int revision, Content content) {
        Item.Target target = item.known();
        return new Work(
                verb,
                revision,
                new Destination(target.place(), target.destination(), target.destinationName()),
                target.marker(),
                content,
                item.progress());
    }

    private long step(Item item, Work work, Connection connection, Instant now) {
        PublishesCommunications connector = connection.publishes().orElseThrow();
        Next next;
        try {
            next = connector.next(work);
        } catch (RuntimeException ours) {
            return write(entries.deferred(item, Effect.READ, broken("next", ours), null, now));
        }
        boolean edits = declared(item, connection).map(Publishing::edits).orElse(false);
        if (work.verb() == Verb.EDIT && !edits && !isDone(next)) {
            FaultNote declined = FaultNote.of(DeliveryReason.CANNOT_EDIT, "profile", connection.profile());
            return ledger.write(new RefuseItem(item.known().item(), item.turn(), item.revision(), declined, now));
        }
        if (next instanceof Next.Finished finished) {
            return write(
                    entries.result(item, item.turn(), work, "", Effect.READ, finished.outcome(), Duration.ZERO, now));
        }
        Next.Step step = (Next.Step) next;
        if (step.effect() == Effect.READ) {
            return run(item, item.turn(), work, step, connection);
        }
        Instant lease = now.plus(stepTimeout);
        long intended = ledger.write(new IntendStep(
                item.known().item(),
                item.turn(),
                step.name(),
                step.effect(),
                work.verb(),
                work.revision(),
                contents.hash(work.content()),
                now,
                lease));
        if (intended == 0 || !clock.instant().isBefore(lease)) {
            // Refused: somebody was faster. Too late: somebody may already take us for dead.
            return 0;
        }
        return run(item, item.turn() + 1, work, step, connection);
    }

    /** Whether the connector found, without a step, that the object is as wished. */
    private static boolean isDone(Next next) {
        return next instanceof Next.Finished finished
                && (finished.outcome() instanceof Outcome.Applied
                        || finished.outcome() instanceof Outcome.AlreadyApplied);
    }

    private long run(Item item, int turn, Work work, Next.Step step, Connection connection) {
        StepResult result;
        try {
            result = step.call().run(connection.session());
        } catch (Attachment.Unreadable before) {
            result = new Outcome.Refused(new Fault.Rejected(DeliveryReason.ATTACHMENT_UNREADABLE, Map.of()));
        } catch (RuntimeException ours) {
            result = new Outcome.Unknown(broken(step.name(), ours));
        }
        return write(entries.result(
                item,
                turn,
                work,
                step.name(),
                step.effect(),
                result,
                settlesWithin(item, connection),
                clock.instant()));
    }

    private long look(Item item, Pending pending, Communication communication, Connection connection) {
        // What was sent may have been corrected since: nobody can say any more whether the ENT shows it.
        Content content = contents.of(communication)
                .filter(today -> contents.hash(today).equals(pending.content()))
                .orElseGet(() -> contents.withoutText(communication));
        // Before the look: what commits while we look may be missed by it.
        Instant now = clock.instant();
        Resolution found;
        try {
            found = connection
                    .publishes()
                    .orElseThrow()
                    .resolve(
                            connection.session(),
                            work(item, pending.verb(), pending.revision(), content),
                            pending.step());
        } catch (RuntimeException ours) {
            found = new Resolution.Failed(broken(pending.step(), ours));
        }
        return write(entries.found(item, pending, found, now, clock.instant()));
    }

    private static Fault broken(String where, RuntimeException ours) {
        // No message: it may quote what was sent.
        StackTraceElement[] stack = ours.getStackTrace();
        LOG.error(
                "A connector failed at {}: {} {}", where, ours.getClass().getName(), stack.length == 0 ? "" : stack[0]);
        return new Fault.ContractBroken(where, "an outcome", ours.getClass().getSimpleName());
    }

    private long write(Iterable<OfEngine> written) {
        long position = 0;
        for (OfEngine entry : written) {
            position = ledger.write(entry);
            if (position == 0) {
                return 0;
            }
        }
        return position;
    }
}
