package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Feature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The streams used last, folded; the least recently used one leaves first. For one thread. */
final class RecentStreams {
    private final Map<String, Folded<?>> streams;

    RecentStreams(int capacity) {
        this.streams = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Folded<?>> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The stream as it was put here, else as it is loaded; loading it does not put it here. */
    @SuppressWarnings("unchecked")
    <S> Folded<S> get(String stream, Feature<?, ?, S> feature, Supplier<Folded<S>> load) {
        @Nullable Folded<?> found = streams.get(stream);
        return found != null && feature.state().isInstance(found.state()) ? (Folded<S>) found : load.get();
    }

    void put(String stream, Folded<?> folded) {
        streams.put(stream, folded);
    }

    void forget(String stream) {
        streams.remove(stream);
    }

    void clear() {
        streams.clear();
    }
}
