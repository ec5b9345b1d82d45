package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.History;
import java.util.ArrayList;
import java.util.List;

/** Reads streams event by event, through the readers' connections. */
final class StreamHistory implements History {
    private final EventTable events;
    private final EventCodec codec;

    StreamHistory(EventTable events, EventCodec codec) {
        this.events = events;
        this.codec = codec;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <E extends Event> List<Dated<E>> of(Feature<?, E, ?> feature, String id) {
        List<Dated<E>> dated = new ArrayList<>();
        var stored = events.readEvents(Features.stream(feature, id), 0);
        while (stored.hasNext()) {
            StoredEvent next = (StoredEvent) stored.next().getPayload();
            dated.add(new Dated<>(next.row().instant(), (E) next.event(), codec.by(next.row())));
        }
        return List.copyOf(dated);
    }
}
