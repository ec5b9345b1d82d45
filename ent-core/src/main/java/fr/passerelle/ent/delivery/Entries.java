package fr.passerelle.ent.delivery;

import fr.passerelle.ent.delivery.Item.Pending;
import fr.passerelle.ent.delivery.ItemCommand.ConfirmItem;
import fr.passerelle.ent.delivery.ItemCommand.DeferItem;
import fr.passerelle.ent.delivery.ItemCommand.OfEngine;
import fr.passerelle.ent.delivery.ItemCommand.ParkItem;
import fr.passerelle.ent.delivery.ItemCommand.RecordAcceptance;
import fr.passerelle.ent.delivery.ItemCommand.RecordFinding;
import fr.passerelle.ent.delivery.ItemCommand.RecordLoss;
import fr.passerelle.ent.delivery.ItemCommand.RecordProgress;
import fr.passerelle.ent.delivery.ItemCommand.RecordWithdrawal;
import fr.passerelle.ent.delivery.ItemCommand.RefuseItem;
import fr.passerelle.ent.delivery.ItemEvent.Finding;
import fr.passerelle.ent.delivery.ItemEvent.How;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.ent.spi.Work.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be written down after a step, a look or an abandoned intent; the account's health learns of it too. */
final class Entries {
    private static final Duration SOONEST_POLL = Duration.ofSeconds(5);
    private static final Duration LATEST_POLL = Duration.ofHours(6);

    private final HealthBook health;

    Entries(HealthBook health) {
        this.health = health;
    }

    /**
     * After a step, or where the connector knew the outcome without one.
     *
     * @param turn after the intent, where there was one
     */
    List<OfEngine> result(
            Item item,
            int turn,
            Work work,
            String step,
            Effect effect,
            StepResult result,
            Duration settlesWithin,
            Instant now) {
        ItemId id = item.known().item();
        if (result instanceof Outcome.Unknown unknown && effect != Effect.READ) {
            return lost(item, turn, effect, work.verb(), unknown.fault(), now.plus(settlesWithin), now);
        }
        if (result instanceof Outcome.Unknown unknown) {
            return trouble(item, turn, Trouble.Kind.DEFERRED, effect, work.verb(), unknown.fault(), null, now);
        }
        if (result instanceof Outcome.Deferred deferred) {
            return trouble(
                    item,
                    turn,
                    Trouble.Kind.DEFERRED,
                    effect,
                    work.verb(),
                    deferred.fault(),
                    deferred.notBefore(),
                    now);
        }
        if (result instanceof Outcome.Refused refused) {
            return trouble(item, turn, Trouble.Kind.REFUSED, effect, work.verb(), refused.fault(), null, now);
        }
        if (!step.isEmpty()) {
            health.wentWell(item.known().account());
        }
        if (result instanceof StepResult.Progressed progressed) {
            return List.of(new RecordProgress(id, turn, step, progressed.handles(), now));
        }
        if (result instanceof Outcome.Accepted taken) {
            return List.of(new RecordAcceptance(
                    id, turn, work.verb(), taken.ref(), work.revision(), now, now.plus(poll(taken.pollAfter()))));
        }
        return result instanceof Outcome.Applied applied
                ? done(id, turn, work, applied.ref(), How.APPLIED, now)
                : done(id, turn, work, ((Outcome.AlreadyApplied) result).ref(), How.ALREADY, now);
    }

    /** A fault without effect, outside of a step under way. */
    List<OfEngine> deferred(Item item, Effect effect, Fault fault, @Nullable Instant notBefore, Instant now) {
        return trouble(item, item.turn(), Trouble.Kind.DEFERRED, effect, item.verb(), fault, notBefore, now);
    }

    /**
     * An intent whose engine is gone.
     *
     * @param lastByteAt when its last byte may have left
     */
    List<OfEngine> abandoned(Item item, Pending pending, Instant lastByteAt, Instant settledBy, Instant now) {
        Trouble trouble =
                describe(item, Trouble.Kind.LOST, pending.effect(), pending.verb(), null, null, settledBy, now);
        return course(item, item.turn(), trouble, FaultNote.of(DeliveryReason.INTERRUPTED), lastByteAt);
    }

    /**
     * After a look.
     *
     * @param lookedAt before it
     */
    List<OfEngine> found(Item item, Pending pending, Resolution found, Instant lookedAt, Instant now) {
        ItemId id = item.known().item();
        if (found instanceof Resolution.Failed failed) {
            return trouble(
                    item,
                    item.turn(),
                    Trouble.Kind.LOOK_FAILED,
                    pending.effect(),
                    pending.verb(),
                    failed.fault(),
                    null,
                    now);
        }
        health.wentWell(item.known().account());
        if (found instanceof Resolution.Happened happened) {
            return List.of(new RecordFinding(id, item.turn(), Finding.HAPPENED, happened.handles(), now, now));
        }
        Trouble trouble = describe(
                item,
                found instanceof Resolution.Several
                        ? Trouble.Kind.SEVERAL
                        : found instanceof Resolution.CannotTell ? Trouble.Kind.CANNOT_TELL : Trouble.Kind.NOT_VISIBLE,
                pending.effect(),
                pending.verb(),
                null,
                null,
                pending.settledBy(),
                lookedAt);
        FaultNote note = found instanceof Resolution.Several objects
                ? FaultNote.of(DeliveryReason.SEVERAL, "count", objects.count())
                : FaultNote.of(
                        found instanceof Resolution.CannotTell
                                ? DeliveryReason.CANNOT_TELL
                                : DeliveryReason.INTERRUPTED);
        return course(item, item.turn(), trouble, note, lookedAt);
    }

    private List<OfEngine> lost(
            Item item, int turn, Effect effect, Verb verb, Fault fault, Instant settledBy, Instant now) {
        health.failed(item.known().account(), fault, now);
        Trouble trouble = describe(item, Trouble.Kind.LOST, effect, verb, fault, null, settledBy, now);
        return course(item, turn, trouble, FaultNote.of(fault), now);
    }

    private List<OfEngine> trouble(
            Item item,
            int turn,
            Trouble.Kind kind,
            Effect effect,
            Verb verb,
            Fault fault,
            @Nullable Instant notBefore,
            Instant now) {
        health.failed(item.known().account(), fault, now);
        Trouble trouble = describe(item, kind, effect, verb, fault, notBefore, null, now);
        return course(item, turn, trouble, FaultNote.of(fault), now);
    }

    private Trouble describe(
            Item item,
            Trouble.Kind kind,
            Effect effect,
            Verb verb,
            @Nullable Fault fault,
            @Nullable Instant notBefore,
            @Nullable Instant settledBy,
            Instant now) {
        AccountId account = item.known().account();
        Instant asked = fault instanceof Fault.Unreachable unreachable ? unreachable.notBefore() : null;
        int attempts = item.attempts() + 1;
        return new Trouble(
                kind,
                effect,
                verb,
                fault,
                Stream.of(
                                Optional.ofNullable(notBefore),
                                Optional.ofNullable(asked),
                                Optional.ofNullable(health.of(account).until()))
                        .flatMap(Optional::stream)
                        .max(Instant::compareTo)
                        .orElse(null),
                attempts,
                item.failingSince() == null ? now : item.failingSince(),
                settledBy,
                jitter(item.known().item(), attempts),
                now);
    }

    private static double jitter(ItemId item, int attempt) {
        return new SplittableRandom(item.value().getMostSignificantBits() + attempt).nextDouble();
    }

    /** @param lastByteAt of a lost step */
    private static List<OfEngine> course(Item item, int turn, Trouble trouble, FaultNote note, Instant lastByteAt) {
        ItemId id = item.known().item();
        Instant now = trouble.now();
        Course course = DecisionTable.decide(trouble);
        Instant next = course instanceof Course.RetryAt retry
                ? retry.at()
                : course instanceof Course.LookAt look ? look.at() : now;
        List<OfEngine> entries = new ArrayList<>();
        boolean lost = trouble.kind() == Trouble.Kind.LOST;
        if (lost && trouble.settledBy() != null) {
            entries.add(new RecordLoss(id, turn, note, lastByteAt, trouble.settledBy(), now, next));
        }
        if (course instanceof Course.Park) {
            entries.add(new ParkItem(id, lost ? turn + 1 : turn, item.revision(), note, now));
        } else if (course instanceof Course.Refuse) {
            entries.add(new RefuseItem(id, turn, item.revision(), note, now));
        } else if (course instanceof Course.AlreadySo) {
            entries.add(new RecordWithdrawal(id, turn, How.ALREADY, now));
        } else if (course instanceof Course.RunAgain) {
            entries.add(new RecordFinding(id, turn, Finding.NOT_DONE, Map.of(), now, now));
        } else if (trouble.kind() == Trouble.Kind.NOT_VISIBLE) {
            entries.add(new RecordFinding(id, turn, Finding.NOT_VISIBLE, Map.of(), now, next));
        } else if (!lost) {
            entries.add(new DeferItem(id, turn, note, now, next));
        }
        return entries;
    }

    private static List<OfEngine> done(ItemId id, int turn, Work work, String ref, How how, Instant now) {
        return work.verb() == Verb.WITHDRAW
                ? List.of(new RecordWithdrawal(id, turn, how, now))
                : List.of(new ConfirmItem(id, turn, ref, work.revision(), how, now));
    }

    private static Duration poll(Duration asked) {
        if (asked.compareTo(SOONEST_POLL) < 0) {
            return SOONEST_POLL;
        }
        return asked.compareTo(LATEST_POLL) > 0 ? LATEST_POLL : asked;
    }
}
