package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.Feature;

/**
 * A stream folded up to one of its events.
 *
 * @param created position of its first event, 0 while it has none
 * @param position position of the last event folded
 * @param sequence of the last event folded, -1 while it has none
 * @param hash of the last event folded
 */
record Folded<S>(S state, long created, long position, long sequence, byte[] hash) {

    static <S> Folded<S> nothing(Feature<?, ?, S> feature) {
        return new Folded<>(feature.decider().initial(), 0, 0, -1, EventRow.NONE);
    }

    /**
     * The stream after its next event.
     *
     * @throws fr.passerelle.ent.model.CodedException if it is not the next one, or not the one that was written
     */
    @SuppressWarnings("unchecked")
    Folded<S> plus(Feature<?, ?, S> feature, StoredEvent next) {
        EventRow row = next.row();
        if (row.sequence() != sequence + 1 || !row.follows(hash)) {
            throw EventCodec.damaged(row);
        }
        S evolved = ((Decider<Command, Event, S>) feature.decider()).evolve(state, next.event());
        return new Folded<>(
                evolved, created == 0 ? row.position() : created, row.position(), row.sequence(), row.hash());
    }

    /** What a command leads to. */
    @SuppressWarnings("unchecked")
    Decision<Event> decide(Feature<?, ?, S> feature, Command command) {
        return ((Decider<Command, Event, S>) feature.decider()).decide(state, command);
    }
}
