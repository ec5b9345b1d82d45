package fr.passerelle.ent.store;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** Axon's view of {@link EventCodec}: what it reads from a row is a {@link StoredEvent}; it writes nothing. */
final class RowSerializer implements Serializer {
    private final EventCodec codec;
    private final Converter converter = new ChainingConverter();

    RowSerializer(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S, T> T deserialize(SerializedObject<S> object) {
        return (T) (RowData.isMetaData(object) ? MetaData.emptyInstance() : codec.read((EventRow) object.getData()));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        return StoredEvent.class;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> form) {
        throw new IllegalStateException("Events reach Axon encoded.");
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> form) {
        return false;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        return type == null ? SimpleSerializedType.emptyType() : new SimpleSerializedType(type.getName(), null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
