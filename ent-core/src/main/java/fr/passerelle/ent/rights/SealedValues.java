package fr.passerelle.ent.rights;

import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.History.Dated;
import fr.passerelle.ent.model.Personal;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what is sealed in events, whatever their form: a field that a later version adds is not forgotten. */
final class SealedValues {
    private SealedValues() {}

    /** Every sealed value of a stream, in the order of its events. */
    static List<Personal.Sealed<?>> in(List<? extends Dated<? extends Event>> events) {
        return events.stream()
                .flatMap(dated -> found(dated.event()))
                .<Personal.Sealed<?>>flatMap(
                        value -> value instanceof Personal.Sealed<?> sealed ? Stream.of(sealed) : Stream.empty())
                .toList();
    }

    private static Stream<Personal<?>> found(@Nullable Object value) {
        if (value instanceof Personal<?> personal) {
            return Stream.of(personal);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().flatMap(SealedValues::found);
        }
        return value instanceof Record holder
                ? Stream.of(holder.getClass().getRecordComponents())
                        .flatMap(component -> found(component(holder, component)))
                : Stream.empty();
    }

    private static @Nullable Object component(Record holder, RecordComponent component) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The events of a feature are public records.", e);
        }
    }
}
