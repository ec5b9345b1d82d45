package fr.passerelle.ent.delivery;

import fr.passerelle.ent.delivery.Item.Ask;
import fr.passerelle.ent.delivery.Item.Pending;
import fr.passerelle.ent.delivery.Item.Status;
import fr.passerelle.ent.delivery.ItemCommand.ConfirmItem;
import fr.passerelle.ent.delivery.ItemCommand.DeferItem;
import fr.passerelle.ent.delivery.ItemCommand.IntendStep;
import fr.passerelle.ent.delivery.ItemCommand.OfEngine;
import fr.passerelle.ent.delivery.ItemCommand.ParkItem;
import fr.passerelle.ent.delivery.ItemCommand.RecordAcceptance;
import fr.passerelle.ent.delivery.ItemCommand.RecordFinding;
import fr.passerelle.ent.delivery.ItemCommand.RecordLoss;
import fr.passerelle.ent.delivery.ItemCommand.RecordProgress;
import fr.passerelle.ent.delivery.ItemCommand.RecordWithdrawal;
import fr.passerelle.ent.delivery.ItemCommand.RefuseItem;
import fr.passerelle.ent.delivery.ItemCommand.RequestItem;
import fr.passerelle.ent.delivery.ItemCommand.RequestRevision;
import fr.passerelle.ent.delivery.ItemCommand.RetryItem;
import fr.passerelle.ent.delivery.ItemCommand.TellItem;
import fr.passerelle.ent.delivery.ItemEvent.Finding;
import fr.passerelle.ent.delivery.ItemEvent.How;
import fr.passerelle.ent.delivery.ItemEvent.ItemAccepted;
import fr.passerelle.ent.delivery.ItemEvent.ItemConfirmed;
import fr.passerelle.ent.delivery.ItemEvent.ItemDeclined;
import fr.passerelle.ent.delivery.ItemEvent.ItemDeferred;
import fr.passerelle.ent.delivery.ItemEvent.ItemParked;
import fr.passerelle.ent.delivery.ItemEvent.ItemRefused;
import fr.passerelle.ent.delivery.ItemEvent.ItemRequested;
import fr.passerelle.ent.delivery.ItemEvent.ItemRetried;
import fr.passerelle.ent.delivery.ItemEvent.ItemWithdrawn;
import fr.passerelle.ent.delivery.ItemEvent.LeftToPerson;
import fr.passerelle.ent.delivery.ItemEvent.RevisionRequested;
import fr.passerelle.ent.delivery.ItemEvent.StepIntended;
import fr.passerelle.ent.delivery.ItemEvent.StepLost;
import fr.passerelle.ent.delivery.ItemEvent.StepProgressed;
import fr.passerelle.ent.delivery.ItemEvent.StepResolved;
import fr.passerelle.ent.delivery.ItemEvent.Wish;
import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.spi.Work.Verb;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What may be written in the ledger. Two rules keep a communication from being shown twice, whatever the engine does:
 * nothing is sent while the result of a step is open, and a lost step is not declared undone before its settle horizon.
 */
final class ItemRules implements Decider<ItemCommand, ItemEvent, Item> {

    @Override
    public Item initial() {
        return Item.NOTHING;
    }

    @Override
    public Decision<ItemEvent> decide(Item state, ItemCommand command) {
        if (command instanceof RequestItem request) {
            return state.target() == null
                    ? request(request)
                    : revision(
                            state,
                            request.revision(),
                            new RevisionRequested(request.revision(), Wish.PUBLISHED, request.at()));
        }
        if (state.target() == null) {
            return Decision.refuse(DeliveryReason.UNKNOWN_ITEM, "item", command.item());
        }
        if (command instanceof RequestRevision request) {
            return revision(
                    state, request.revision(), new RevisionRequested(request.revision(), request.wish(), request.at()));
        }
        if (command instanceof RetryItem retry) {
            return retry(state, retry);
        }
        if (command instanceof TellItem told) {
            return told(state, told);
        }
        OfEngine entry = (OfEngine) command;
        return entry.turn() == state.turn() && !state.settled()
                ? entry(state, entry)
                : Decision.refuse(DeliveryReason.STALE);
    }

    private static Decision<ItemEvent> request(RequestItem request) {
        ItemRequested requested = new ItemRequested(
                request.item(),
                request.communication(),
                request.account(),
                request.place(),
                request.destination(),
                request.destinationName(),
                request.marker(),
                request.kind(),
                request.revision(),
                request.orderedAt(),
                request.at());
        FaultNote declined = request.declined();
        if (declined != null) {
            return Decision.accept(requested, new ItemDeclined(declined, request.at()));
        }
        return request.byHand()
                ? Decision.accept(requested, new LeftToPerson(request.at()))
                : Decision.accept(requested);
    }

    private static Decision<ItemEvent> revision(Item state, int revision, RevisionRequested event) {
        if (revision <= state.revision() || state.known().declined()) {
            return Decision.accept();
        }
        boolean neverThere = state.known().byHand() && event.wish() == Wish.WITHDRAWN && !state.touched();
        return neverThere ? Decision.accept(event, new ItemWithdrawn(How.ALREADY, event.at())) : Decision.accept(event);
    }

    private static Decision<ItemEvent> retry(Item state, RetryItem retry) {
        if (state.known().declined()) {
            return Decision.refuse(DeliveryReason.DECLINED, "item", retry.item());
        }
        boolean waits = state.status() == Status.DEFERRED
                || state.status() == Status.REFUSED
                || state.status() == Status.PARKED;
        return waits ? Decision.accept(new ItemRetried(retry.at())) : Decision.accept();
    }

    private static Decision<ItemEvent> told(Item state, TellItem told) {
        Optional<Ask> ask = state.ask();
        if (ask.isEmpty()) {
            return Decision.refuse(DeliveryReason.NOT_HERS_TO_TELL, "item", told.item());
        }
        if (ask.get() == Ask.LOOK) {
            return looked(Objects.requireNonNull(state.pending()), told);
        }
        return told.done() ? there(state.verb(), Math.min(told.revision(), state.revision()), told) : Decision.accept();
    }

    private static Decision<ItemEvent> looked(Pending pending, TellItem told) {
        if (told.done()) {
            return there(pending.verb(), pending.revision(), told);
        }
        return told.at().isBefore(Objects.requireNonNull(pending.settledBy()))
                ? unresolved(told)
                : Decision.accept(new StepResolved(pending.step(), Finding.NOT_DONE, Map.of(), told.at(), told.at()));
    }

    private static Decision<ItemEvent> there(Verb verb, int revision, TellItem told) {
        return verb == Verb.WITHDRAW
                ? Decision.accept(new ItemWithdrawn(told.how(), told.at()))
                : Decision.accept(new ItemConfirmed(told.ref(), revision, told.how(), told.at()));
    }

    private static Decision<ItemEvent> entry(Item state, OfEngine entry) {
        Pending pending = state.pending();
        if (entry instanceof IntendStep intend) {
            if (pending != null) {
                return unresolved(entry);
            }
            return intend.revision() == state.revision()
                    ? Decision.accept(new StepIntended(
                            intend.step(),
                            intend.effect(),
                            intend.verb(),
                            intend.revision(),
                            intend.content(),
                            intend.at(),
                            intend.lease()))
                    : Decision.refuse(DeliveryReason.STALE);
        }
        if (entry instanceof RecordLoss loss) {
            return pending == null || pending.settledBy() != null
                    ? Decision.refuse(DeliveryReason.STALE)
                    : Decision.accept(new StepLost(
                            pending.step(),
                            loss.fault(),
                            loss.lastByteAt(),
                            loss.settledBy(),
                            loss.at(),
                            loss.nextAt()));
        }
        if (entry instanceof DeferItem defer) {
            return Decision.accept(new ItemDeferred(defer.fault(), defer.at(), defer.nextAt()));
        }
        if (entry instanceof ParkItem park) {
            return Decision.accept(new ItemParked(park.revision(), park.fault(), park.at()));
        }
        if (pending != null && pending.settledBy() != null) {
            return entry instanceof RecordFinding finding ? finding(pending, finding) : unresolved(entry);
        }
        return result(state, entry);
    }

    private static Decision<ItemEvent> finding(Pending pending, RecordFinding finding) {
        boolean tooEarly = finding.finding() == Finding.NOT_DONE
                && finding.at().isBefore(Objects.requireNonNull(pending.settledBy()));
        return tooEarly
                ? unresolved(finding)
                : Decision.accept(new StepResolved(
                        pending.step(), finding.finding(), finding.handles(), finding.at(), finding.nextAt()));
    }

    /** What came of the step under way, or of a step that only reads. */
    private static Decision<ItemEvent> result(Item state, OfEngine entry) {
        if (entry instanceof RecordProgress progress) {
            return Decision.accept(new StepProgressed(progress.step(), progress.handles(), progress.at()));
        }
        if (entry instanceof ConfirmItem confirm) {
            return Decision.accept(new ItemConfirmed(
                    confirm.ref(), shown(state, confirm.revision()), how(state, confirm.how()), confirm.at()));
        }
        if (entry instanceof RecordAcceptance taken) {
            return Decision.accept(new ItemAccepted(
                    taken.verb(), taken.ref(), shown(state, taken.revision()), taken.at(), taken.pollAt()));
        }
        if (entry instanceof RefuseItem refuse) {
            return Decision.accept(new ItemRefused(refuse.revision(), refuse.fault(), refuse.at()));
        }
        if (entry instanceof RecordWithdrawal withdrawal && state.wish() == Wish.WITHDRAWN) {
            return Decision.accept(new ItemWithdrawn(how(state, withdrawal.how()), withdrawal.at()));
        }
        return Decision.refuse(DeliveryReason.STALE);
    }

    private static int shown(Item state, int revision) {
        return state.contentRevision() == 0 ? revision : Math.min(state.contentRevision(), revision);
    }

    private static How how(Item state, How how) {
        if (state.how() == How.ADOPTED) {
            return How.ADOPTED;
        }
        return state.contentRevision() > 0 ? How.APPLIED : how;
    }

    private static Decision<ItemEvent> unresolved(ItemCommand command) {
        return Decision.refuse(DeliveryReason.UNRESOLVED, "item", command.item());
    }

    @Override
    public Item evolve(Item state, ItemEvent event) {
        return new ItemFold(state).after(event);
    }
}
