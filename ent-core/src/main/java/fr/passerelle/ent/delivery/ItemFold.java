package fr.passerelle.ent.delivery;

import fr.passerelle.ent.delivery.Item.Pending;
import fr.passerelle.ent.delivery.Item.Status;
import fr.passerelle.ent.delivery.Item.Target;
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
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Work.Verb;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One fold of an item: a copy that may change, from one state to the next. */
final class ItemFold {
    private @Nullable Target target;
    private Status status;
    private Wish wish;
    private int revision;
    private int turn;
    private int applied;
    private int contentRevision;
    private boolean touched;
    private @Nullable String ref;
    private Map<String, String> progress;
    private @Nullable Pending pending;
    private @Nullable Verb accepted;
    private @Nullable How how;
    private int attempts;
    private @Nullable Instant failingSince;
    private @Nullable FaultNote fault;
    private @Nullable Instant unsettledUntil;
    private int unsettledRevision;
    private @Nullable Instant dueAt;

    ItemFold(Item item) {
        target = item.target();
        status = item.status();
        wish = item.wish();
        revision = item.revision();
        turn = item.turn();
        applied = item.applied();
        contentRevision = item.contentRevision();
        touched = item.touched();
        ref = item.ref();
        progress = item.progress();
        pending = item.pending();
        accepted = item.accepted();
        how = item.how();
        attempts = item.attempts();
        failingSince = item.failingSince();
        fault = item.fault();
        unsettledUntil = item.unsettledUntil();
        unsettledRevision = item.unsettledRevision();
        dueAt = item.dueAt();
    }

    Item after(ItemEvent event) {
        if (event instanceof ItemRequested requested) {
            requested(requested);
        } else if (event instanceof ItemDeclined declined) {
            declined(declined);
        } else if (event instanceof LeftToPerson) {
            leftToPerson();
        } else if (event instanceof RevisionRequested wished) {
            wished(wished);
        } else if (event instanceof ItemRetried retried) {
            retried(retried);
        } else {
            turn++;
            entry(event);
        }
        return new Item(
                target,
                status,
                wish,
                revision,
                turn,
                applied,
                contentRevision,
                touched,
                ref,
                progress,
                pending,
                accepted,
                how,
                attempts,
                failingSince,
                fault,
                unsettledUntil,
                unsettledRevision,
                dueAt);
    }

    private void requested(ItemRequested event) {
        target = new Target(
                event.item(),
                event.communication(),
                event.account(),
                event.place(),
                event.destination(),
                event.destinationName(),
                event.marker(),
                event.kind(),
                event.orderedAt(),
                false,
                false);
        revision = event.revision();
        open(Status.REQUESTED, event.at());
    }

    private void declined(ItemDeclined event) {
        if (target != null) {
            target = target.declinedForGood();
        }
        fault = event.fault();
        close(Status.REFUSED);
    }

    private void leftToPerson() {
        if (target != null) {
            target = target.leftToPerson();
        }
        close(Status.AWAITING_PERSON);
    }

    private boolean byHand() {
        return target != null && target.byHand();
    }

    private void wished(RevisionRequested event) {
        boolean wasParked = status == Status.PARKED;
        revision = event.revision();
        wish = event.wish();
        how = null;
        wentWell();
        if (byHand()) {
            close(Status.AWAITING_PERSON);
        } else if (pending == null) {
            open(Status.REQUESTED, event.at());
        } else if (wasParked) {
            open(Status.UNKNOWN, event.at());
        }
    }

    private void retried(ItemRetried event) {
        if (fault != null && fault.code().equals(new Fault.Gone().code())) {
            // Somebody removed it on the ENT, and a person now wants it back: it is published anew.
            progress = Map.of();
            ref = null;
            applied = 0;
            contentRevision = 0;
        }
        wentWell();
        open(pending == null ? Status.REQUESTED : Status.UNKNOWN, event.at());
    }

    private void entry(ItemEvent event) {
        if (event instanceof StepIntended intended) {
            pending = new Pending(
                    intended.step(),
                    intended.effect(),
                    intended.verb(),
                    intended.revision(),
                    intended.content(),
                    intended.lease(),
                    null);
            status = Status.INTENDED;
            dueAt = intended.lease();
        } else if (event instanceof StepProgressed progressed) {
            happened(progressed.handles());
            open(Status.REQUESTED, progressed.at());
        } else if (event instanceof StepLost lost) {
            lost(lost);
        } else if (event instanceof StepResolved resolved) {
            resolved(resolved);
        } else if (event instanceof ItemConfirmed confirmed) {
            shown(confirmed.ref(), confirmed.revision());
            accepted = null;
            ended(Status.CONFIRMED, confirmed.revision(), confirmed.at());
            how = status == Status.CONFIRMED ? confirmed.how() : null;
        } else if (event instanceof ItemAccepted taken) {
            shown(taken.ref(), taken.verb() == Verb.WITHDRAW ? applied : taken.revision());
            accepted = taken.verb();
            open(
                    taken.revision() < revision ? Status.REQUESTED : Status.ACCEPTED,
                    taken.revision() < revision ? taken.at() : taken.pollAt());
        } else if (event instanceof ItemDeferred deferred) {
            forgetUnlessLost();
            failed(deferred.fault(), deferred.at());
            open(pending == null ? Status.DEFERRED : Status.UNKNOWN, deferred.nextAt());
        } else if (event instanceof ItemRefused refused) {
            pending = null;
            failed(refused.fault(), refused.at());
            ended(Status.REFUSED, refused.revision(), refused.at());
        } else if (event instanceof ItemParked parked) {
            forgetUnlessLost();
            failed(parked.fault(), parked.at());
            if (pending != null && parked.revision() < revision) {
                open(Status.UNKNOWN, parked.at());
            } else {
                ended(Status.PARKED, parked.revision(), parked.at());
            }
        } else if (event instanceof ItemWithdrawn withdrawn) {
            pending = null;
            accepted = null;
            progress = Map.of();
            ref = null;
            applied = 0;
            contentRevision = 0;
            touched = false;
            wentWell();
            how = withdrawn.how();
            close(Status.WITHDRAWN);
        }
    }

    private void lost(StepLost event) {
        failed(event.fault(), event.at());
        if (pending == null) {
            return;
        }
        if (pending.effect() == Effect.ONCE) {
            pending = pending.lost(event.settledBy());
        } else {
            // It is simply run again; but until it has settled it could still undo what a newer revision brings.
            unsettledUntil = event.settledBy();
            unsettledRevision = pending.revision();
            touched = true;
            pending = null;
        }
        open(Status.UNKNOWN, event.nextAt());
    }

    private void resolved(StepResolved event) {
        if (event.finding() == Finding.HAPPENED) {
            happened(event.handles());
            how = How.ADOPTED;
            open(Status.REQUESTED, event.nextAt());
        } else if (event.finding() == Finding.NOT_DONE) {
            pending = null;
            open(Status.REQUESTED, event.nextAt());
        } else {
            attempts++;
            open(Status.UNKNOWN, event.nextAt());
        }
    }

    /** The step under way, if any, took effect with the content of its revision. */
    private void happened(Map<String, String> handles) {
        Map<String, String> merged = new HashMap<>(progress);
        handles.forEach((name, value) -> {
            if (value.isEmpty()) {
                merged.remove(name);
            } else {
                merged.put(name, value);
            }
        });
        progress = merged;
        if (pending != null) {
            contentRevision = contentRevision == 0 ? pending.revision() : Math.min(contentRevision, pending.revision());
            touched = true;
        }
        pending = null;
        wentWell();
    }

    private void shown(String ref, int revision) {
        this.ref = ref;
        applied = revision;
        contentRevision = 0;
        touched = true;
        pending = null;
        wentWell();
    }

    private void forgetUnlessLost() {
        if (pending != null && pending.settledBy() == null) {
            pending = null;
        }
    }

    private void failed(FaultNote note, Instant at) {
        attempts++;
        fault = note;
        if (failingSince == null) {
            failingSince = at;
        }
    }

    private void wentWell() {
        attempts = 0;
        failingSince = null;
        fault = null;
    }

    /** The work on a revision is over; a newer one may have been asked for meanwhile. */
    private void ended(Status end, int endedRevision, Instant at) {
        if (endedRevision < revision && byHand()) {
            close(Status.AWAITING_PERSON);
        } else if (endedRevision < revision) {
            open(Status.REQUESTED, at);
        } else {
            close(end);
        }
    }

    private void open(Status status, Instant at) {
        this.status = status;
        boolean wait = unsettledUntil != null && unsettledRevision != revision && unsettledUntil.isAfter(at);
        dueAt = wait ? unsettledUntil : at;
    }

    private void close(Status status) {
        this.status = status;
        dueAt = null;
    }
}
