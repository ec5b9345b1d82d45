package fr.passerelle.ent.store;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** A row as Axon wants to see it. The serialized payload is the row itself; {@link RowSerializer} reads it. */
record RowData(EventRow row) implements DomainEventData<EventRow>, TrackedEventData<EventRow> {

    @Override
    public TrackingToken trackingToken() {
        return EventTable.token(row.position());
    }

    @Override
    public String getType() {
        return row.stream().substring(0, row.stream().indexOf('/'));
    }

    @Override
    public String getAggregateIdentifier() {
        return row.stream();
    }

    @Override
    public long getSequenceNumber() {
        return row.sequence();
    }

    /** Stream and sequence say it all; no column repeats it. */
    @Override
    public String getEventIdentifier() {
        return row.stream() + "#" + row.sequence();
    }

    @Override
    public Instant getTimestamp() {
        return row.instant();
    }

    @Override
    @SuppressWarnings("unchecked")
    public SerializedObject<EventRow> getMetaData() {
        // Nobody asks Axon for it; RowSerializer answers with none.
        return (SerializedObject<EventRow>) (SerializedObject<?>) new SerializedMetaData<>(row, EventRow.class);
    }

    @Override
    public SerializedObject<EventRow> getPayload() {
        return new SimpleSerializedObject<>(row, EventRow.class, row.type(), Integer.toString(row.revision()));
    }

    static boolean isMetaData(SerializedObject<?> object) {
        return object.getType().getName().equals(MetaData.class.getName());
    }
}
