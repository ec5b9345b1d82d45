package fr.passerelle.ent.delivery;

import fr.passerelle.ent.delivery.ItemEvent.How;
import java.util.Collection;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * What became of the items that a run looked at. Every item is counted once: planned is the sum of the others.
 *
 * @param planned all
 * @param applied shown or taken back by our steps
 * @param already nothing had to be done
 * @param adopted found done after a lost answer
 * @param accepted taken by the ENT, not shown yet
 * @param awaiting left to a person, on the ENT's own pages
 * @param deferred still to be done
 * @param parked a person must decide
 * @param unknown nobody knows yet whether it happened
 * @param refused not taken
 */
public record RunSummary(
        int planned,
        int applied,
        int already,
        int adopted,
        int accepted,
        int awaiting,
        int deferred,
        int parked,
        int unknown,
        int refused) {

    /** @throws IllegalArgumentException if an item is missing or counted twice */
    public RunSummary {
        int sum = applied + already + adopted + accepted + awaiting + deferred + parked + unknown + refused;
        if (planned != sum) {
            throw new IllegalArgumentException(planned + " items are planned, " + sum + " are accounted for.");
        }
    }

    static RunSummary of(Collection<Item> items) {
        Map<Bucket, Long> count = items.stream().collect(Collectors.groupingBy(Bucket::of, Collectors.counting()));
        ToIntFunction<Bucket> in = bucket -> count.getOrDefault(bucket, 0L).intValue();
        return new RunSummary(
                items.size(),
                in.applyAsInt(Bucket.APPLIED),
                in.applyAsInt(Bucket.ALREADY),
                in.applyAsInt(Bucket.ADOPTED),
                in.applyAsInt(Bucket.ACCEPTED),
                in.applyAsInt(Bucket.AWAITING),
                in.applyAsInt(Bucket.DEFERRED),
                in.applyAsInt(Bucket.PARKED),
                in.applyAsInt(Bucket.UNKNOWN),
                in.applyAsInt(Bucket.REFUSED));
    }

    /** Whether an ENT, or a person, is still to act. */
    public boolean underWay() {
        return accepted + deferred + unknown > 0;
    }

    /** Whether something needs a person. */
    public boolean needsSomebody() {
        return awaiting + parked + refused > 0;
    }

    private enum Bucket {
        APPLIED,
        ALREADY,
        ADOPTED,
        ACCEPTED,
        AWAITING,
        DEFERRED,
        PARKED,
        UNKNOWN,
        REFUSED;

        static Bucket of(Item item) {
            return switch (item.status()) {
                case CONFIRMED, WITHDRAWN ->
                    item.how() == How.ADOPTED ? ADOPTED : item.how() == How.ALREADY ? ALREADY : APPLIED;
                case ACCEPTED -> ACCEPTED;
                case NONE, REQUESTED, INTENDED, DEFERRED -> DEFERRED;
                case AWAITING_PERSON -> AWAITING;
                case PARKED -> PARKED;
                case UNKNOWN -> UNKNOWN;
                case REFUSED -> REFUSED;
            };
        }
    }
}
