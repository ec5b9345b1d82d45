package fr.passerelle.ent.delivery;

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
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.StateIndex;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Work.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One communication at one destination of one account, as its events make it.
 *
 * @param target null only before it is requested
 * @param revision the newest revision asked for
 * @param turn how many entries the engine has made: what it saw when it says what comes next. Wishes of others do not
 *     count, so that a call's result is not lost when a correction arrives during the call
 * @param applied the revision that the ENT shows or will show, 0 for none
 * @param contentRevision the oldest content that went into the object since then, 0 for none
 * @param touched whether anything may be on the ENT
 * @param ref the object's id on the ENT, or null
 * @param progress the connector's handles by name
 * @param pending the step that is intended and has no result, or null
 * @param accepted the verb that the ENT took and will carry out later, or null
 * @param how how the present state came true; null while it has not
 * @param attempts failures in a row
 * @param failingSince when the first of them was, or null
 * @param fault the last thing that went wrong since it last went well, or null
 * @param unsettledUntil a repeatable step may still take effect until then, or null
 * @param unsettledRevision with the content of this revision
 * @param dueAt when the engine looks at it again; null when nothing is left to do
 */
public record Item(
        @Nullable Target target,
        Status status,
        Wish wish,
        int revision,
        int turn,
        int applied,
        int contentRevision,
        boolean touched,
        @Nullable String ref,
        Map<String, String> progress,
        @Nullable Pending pending,
        @Nullable Verb accepted,
        @Nullable How how,
        int attempts,
        @Nullable Instant failingSince,
        @Nullable FaultNote fault,
        @Nullable Instant unsettledUntil,
        int unsettledRevision,
        @Nullable Instant dueAt) {

    /** Where an item stands in the ledger. People read {@link Word}. */
    public enum Status {
        /** Nothing is known of it. */
        NONE,
        /** There is something to do now. */
        REQUESTED,
        /** A step is under way. */
        INTENDED,
        /** What became of a step is not known. */
        UNKNOWN,
        /** It waits until it is tried again. */
        DEFERRED,
        /** The ENT took it and will show it. */
        ACCEPTED,
        /** The ENT shows the newest revision. */
        CONFIRMED,
        /** The ENT shows nothing of it any more. */
        WITHDRAWN,
        /** The ENT, or the profile, does not take it. */
        REFUSED,
        /** A person must decide. */
        PARKED,
        /** A person is to do it on the ENT's own pages. */
        AWAITING_PERSON
    }

    /**
     * What an item is, for good.
     *
     * @param destination the destination's key
     * @param declined whether it can never go this way
     * @param byHand whether a person does it on the ENT's own pages
     */
    public record Target(
            ItemId item,
            CommunicationId communication,
            AccountId account,
            PlaceId place,
            String destination,
            String destinationName,
            String marker,
            CommunicationKind kind,
            Instant orderedAt,
            boolean declined,
            boolean byHand) {

        Target declinedForGood() {
            return new Target(
                    item,
                    communication,
                    account,
                    place,
                    destination,
                    destinationName,
                    marker,
                    kind,
                    orderedAt,
                    true,
                    byHand);
        }

        Target leftToPerson() {
            return new Target(
                    item,
                    communication,
                    account,
                    place,
                    destination,
                    destinationName,
                    marker,
                    kind,
                    orderedAt,
                    declined,
                    true);
        }
    }

    /**
     * A step without result.
     *
     * @param content keyed hash of what was sent
     * @param settledBy null while its answer may still come; once it is lost, when what is not visible did not happen
     */
    public record Pending(
            String step,
            Effect effect,
            Verb verb,
            int revision,
            String content,
            Instant lease,
            @Nullable Instant settledBy) {

        Pending lost(Instant settledBy) {
            return new Pending(step, effect, verb, revision, content, lease, settledBy);
        }
    }

    /** How the store runs this feature; streams are {@code item/UUID}, listed under their communication and account. */
    public static final Feature<ItemCommand, ItemEvent, Item> FEATURE = new Feature<>(
            "item",
            ItemCommand.class,
            command -> command.item().toString(),
            new ItemRules(),
            Item.class,
            Item::index,
            Map.ofEntries(
                    Map.entry(ItemRequested.class, new EventType("item.requested", 1)),
                    Map.entry(ItemDeclined.class, new EventType("item.declined", 1)),
                    Map.entry(LeftToPerson.class, new EventType("item.left-to-person", 1)),
                    Map.entry(RevisionRequested.class, new EventType("item.revision-requested", 1)),
                    Map.entry(StepIntended.class, new EventType("item.step-intended", 1)),
                    Map.entry(StepProgressed.class, new EventType("item.step-progressed", 1)),
                    Map.entry(StepLost.class, new EventType("item.step-lost", 1)),
                    Map.entry(StepResolved.class, new EventType("item.step-resolved", 1)),
                    Map.entry(ItemConfirmed.class, new EventType("item.confirmed", 1)),
                    Map.entry(ItemAccepted.class, new EventType("item.accepted", 1)),
                    Map.entry(ItemDeferred.class, new EventType("item.deferred", 1)),
                    Map.entry(ItemRefused.class, new EventType("item.refused", 1)),
                    Map.entry(ItemParked.class, new EventType("item.parked", 1)),
                    Map.entry(ItemWithdrawn.class, new EventType("item.withdrawn", 1)),
                    Map.entry(ItemRetried.class, new EventType("item.retried", 1))),
            event -> List.of(),
            DeliveryReason.STALE);

    static final Item NOTHING = new Item(
            null,
            Status.NONE,
            Wish.PUBLISHED,
            0,
            0,
            0,
            0,
            false,
            null,
            Map.of(),
            null,
            null,
            null,
            0,
            null,
            null,
            null,
            0,
            null);

    public Item {
        progress = Map.copyOf(progress);
    }

    /** What a person is asked. */
    public enum Ask {
        /** To publish it on the ENT's own pages. */
        PUBLISH,
        /** To correct there what she published. */
        CORRECT,
        /** To remove there what is to be seen no more. */
        REMOVE,
        /** To look there whether it arrived, as nobody else can. */
        LOOK
    }

    /** What is asked of a person, if anything. */
    public Optional<Ask> ask() {
        if (status == Status.AWAITING_PERSON) {
            return Optional.of(
                    switch (verb()) {
                        case PUBLISH -> Ask.PUBLISH;
                        case EDIT -> Ask.CORRECT;
                        case WITHDRAW -> Ask.REMOVE;
                    });
        }
        if (pending != null) {
            boolean untold = fault != null && fault.code().equals(DeliveryReason.CANNOT_TELL.code());
            return status == Status.PARKED && untold ? Optional.of(Ask.LOOK) : Optional.empty();
        }
        // What no protocol took back she may have removed herself. A publication she may not vouch for: the connector
        // would not know it and make another one at the next correction.
        boolean stays = wish == Wish.WITHDRAWN && touched && (status == Status.REFUSED || status == Status.PARKED);
        return stays ? Optional.of(Ask.REMOVE) : Optional.empty();
    }

    /** Whether nothing is left to do, for now or for good, unless somebody wishes otherwise. */
    public boolean settled() {
        return dueAt == null;
    }

    /** Whether a later communication must wait for this one at their common destination. */
    boolean holdsBackLaterOnes() {
        return !settled() && status != Status.ACCEPTED;
    }

    /** What is to be asked of the connector next. */
    Verb verb() {
        if (wish == Wish.WITHDRAWN) {
            return Verb.WITHDRAW;
        }
        if (accepted != null && applied == revision) {
            return accepted;
        }
        return applied == 0 ? Verb.PUBLISH : Verb.EDIT;
    }

    /** What it is, once it was requested. */
    Target known() {
        if (target == null) {
            throw new IllegalStateException("An item without events has no target.");
        }
        return target;
    }

    private StateIndex index() {
        String word = status.name().toLowerCase(Locale.ROOT);
        return target == null
                ? StateIndex.of(word)
                : new StateIndex(
                        target.communication().toString(), target.account().toString(), word, dueAt);
    }
}
