package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Feature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks the rows of one stream: what is wrong with them, and the state and claims that they lead to. It folds up to the
 * first row that is wrong, and goes on looking after it.
 */
final class StreamAudit<S> {
    private final EventCodec codec;
    private final Feature<?, ?, S> feature;
    private final String stream;
    private final long projectedTo;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Claim.Take> held = new HashSet<>();
    private Folded<S> projected;
    private Folded<S> folded;
    private boolean whole = true;
    private long expected;
    private byte[] hash = EventRow.NONE;
    private boolean hashKnown = true;

    /** @param projectedTo how far the read model has come */
    StreamAudit(EventCodec codec, Feature<?, ?, S> feature, String stream, long projectedTo) {
        this.codec = codec;
        this.feature = feature;
        this.stream = stream;
        this.projectedTo = projectedTo;
        this.folded = Folded.nothing(feature);
        this.projected = folded;
    }

    /** The next row, in order of sequence. */
    void row(EventRow row) {
        boolean inOrder = inOrder(row);
        boolean sound = linked(row) && inOrder;
        expected = row.sequence() + 1;
        hash = row.hash();
        hashKnown = row.isIntact();
        try {
            StoredEvent event = codec.read(row);
            Claims.fold(held, Claims.of(feature, codec.readOpened(row)));
            if (whole && sound) {
                folded = folded.plus(feature, event);
                if (row.position() <= projectedTo) {
                    projected = folded;
                }
            }
        } catch (CodedException e) {
            findings.add(new Finding(e.reason(), e.facts()));
            sound = false;
        }
        whole &= sound;
    }

    private boolean inOrder(EventRow row) {
        if (row.sequence() != expected) {
            findings.add(new Finding(
                    StoreReason.HOLE_IN_STREAM, Map.of("stream", stream, "sequence", Long.toString(expected))));
            // What follows a missing row cannot fit the row before it.
            hashKnown = false;
        }
        return row.sequence() == expected;
    }

    /** A changed row is reported itself, so the row after it, which no longer fits, is not. */
    private boolean linked(EventRow row) {
        boolean linked = !hashKnown || row.follows(hash);
        if (!linked) {
            findings.add(new Finding(
                    StoreReason.CHAIN_BROKEN, Map.of("stream", stream, "position", Long.toString(row.position()))));
        }
        return linked;
    }

    String stream() {
        return stream;
    }

    Feature<?, ?, S> feature() {
        return feature;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether every row is as it was written, so that the read model and the claims can be judged by them. */
    boolean isWhole() {
        return whole;
    }

    /** What the stream holds after all its readable rows. */
    Set<Claim.Take> held() {
        return held;
    }

    /** The stream as the read model should have it. */
    Folded<S> projected() {
        return projected;
    }

    /** What the read model should contain for this stream, none before its first event got there. */
    List<StateTable.Entry<?>> entry() {
        return projected.sequence() < 0
                ? List.of()
                : List.of(new StateTable.Entry<>(feature, Features.id(stream), projected));
    }
}
