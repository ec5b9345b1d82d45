package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The features that a store runs, found by command, stream or event. */
final class Features {
    private final List<Feature<?, ?, ?>> features;
    private final Map<String, Feature<?, ?, ?>> byName = new HashMap<>();
    private final Map<EventType, Class<? extends Event>> classes = new HashMap<>();
    private final Map<Class<? extends Event>, EventType> types = new HashMap<>();

    /** @throws IllegalArgumentException if two features or two events share a name */
    Features(List<Feature<?, ?, ?>> features) {
        this.features = List.copyOf(features);
        for (Feature<?, ?, ?> feature : features) {
            unique(byName.put(feature.name(), feature), feature.name());
            feature.events().forEach((eventClass, type) -> {
                unique(classes.put(type, eventClass), type);
                unique(types.put(eventClass, type), eventClass);
            });
        }
    }

    private static void unique(@Nullable Object before, Object name) {
        if (before != null) {
            throw new IllegalArgumentException("Two features use " + name + ".");
        }
    }

    List<Feature<?, ?, ?>> all() {
        return features;
    }

    /** @throws IllegalArgumentException if no feature answers the command */
    Feature<?, ?, ?> of(Command command) {
        return features.stream()
                .filter(feature -> feature.commands().isInstance(command))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No feature answers " + command.getClass().getSimpleName() + "."));
    }

    /** The feature of a stream; empty for one that a newer version wrote. */
    Optional<Feature<?, ?, ?>> ofStream(String stream) {
        return Optional.ofNullable(byName.get(stream.substring(0, stream.indexOf('/'))));
    }

    /** The part of a stream after the feature's name. */
    static String id(String stream) {
        return stream.substring(stream.indexOf('/') + 1);
    }

    static String stream(Feature<?, ?, ?> feature, String id) {
        return feature.name() + "/" + id;
    }

    Optional<Class<? extends Event>> classOf(EventType type) {
        return Optional.ofNullable(classes.get(type));
    }

    /** @throws IllegalStateException if the feature does not name the event in {@link Feature#events()} */
    EventType typeOf(Event event) {
        EventType type = types.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException(event.getClass().getSimpleName() + " has no name in its feature.");
        }
        return type;
    }
}
