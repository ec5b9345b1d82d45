package fr.passerelle.ent.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.model.Upcaster;
import fr.passerelle.ent.privacy.PersonalModule;
import fr.passerelle.ent.privacy.Vault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events and states as JSON and back. Personal values are sealed on the way in and stay sealed on the way out; old
 * revisions pass through their upcasters.
 */
final class EventCodec {
    private final Features features;
    private final Map<EventType, Upcaster> upcasters = new HashMap<>();
    private final JsonMapper json;
    private final JsonMapper opening;

    EventCodec(Features features, List<Upcaster> upcasters, Vault vault) {
        this.features = features;
        for (Upcaster upcaster : upcasters) {
            if (this.upcasters.put(upcaster.from(), upcaster) != null) {
                throw new IllegalArgumentException("Two upcasters read " + upcaster.from() + ".");
            }
        }
        this.json = mapper(vault.module());
        this.opening = mapper(vault.openingModule());
    }

    private static JsonMapper mapper(PersonalModule personal) {
        return JsonMapper.builder()
                .addModule(personal)
                .addModule(new StoredForm())
                .changeDefaultPropertyInclusion(ignored ->
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                // What the vault throws reaches the caller as it is.
                .disable(SerializationFeature.WRAP_EXCEPTIONS)
                .disable(DeserializationFeature.WRAP_EXCEPTIONS)
                .build();
    }

    /**
     * An event's JSON with every clear value sealed for the stream; new subjects have their keys, durable, when this
     * returns.
     */
    byte[] write(String stream, Event event) {
        return json.writer().withAttribute(PersonalModule.STREAM, stream).writeValueAsBytes(event);
    }

    /** What is said about an event besides itself: the command that it follows from, and who asked. */
    byte[] writeMetadata(CommandId command, @Nullable SubjectId by) {
        return json.writeValueAsBytes(
                by == null
                        ? Map.of("command", command.value())
                        : new TreeMap<>(Map.of("by", by.toString(), "command", command.value())));
    }

    /** Who asked for what a row tells, or null. */
    @Nullable
    SubjectId by(EventRow row) {
        String by = json.readTree(row.metadata()).path("by").asString("");
        return by.isEmpty() ? null : SubjectId.parse(by);
    }

    /**
     * Reads a row in today's form.
     *
     * @throws CodedException if the row was changed, or nothing knows its type
     */
    StoredEvent read(EventRow row) {
        return new StoredEvent(row, event(row, json));
    }

    /** As {@link #read}, with personal values opened where their key is left: for {@link Claims} only. */
    Event readOpened(EventRow row) {
        return event(row, opening);
    }

    private Event event(EventRow row, JsonMapper mapper) {
        if (!row.isIntact()) {
            throw damaged(row);
        }
        EventType type = row.eventType();
        try {
            if (!upcasters.containsKey(type)) {
                return mapper.readValue(row.payload(), classOf(type, row));
            }
            ObjectNode tree = (ObjectNode) mapper.readTree(row.payload());
            for (Upcaster step = upcasters.get(type); step != null; step = upcasters.get(type)) {
                tree = step.rewrite().apply(tree);
                type = step.to();
            }
            return mapper.treeToValue(tree, classOf(type, row));
        } catch (JacksonException e) {
            throw unknown(type, row, e);
        }
    }

    private Class<? extends Event> classOf(EventType type, EventRow row) {
        return features.classOf(type).orElseThrow(() -> unknown(type, row, null));
    }

    private static CodedException unknown(EventType type, EventRow row, @Nullable JacksonException cause) {
        return new CodedException(
                StoreReason.EVENT_UNKNOWN,
                Map.of("position", Long.toString(row.position()), "type", type.name() + " " + type.revision()),
                cause);
    }

    static CodedException damaged(EventRow row) {
        return new CodedException(
                StoreReason.EVENT_DAMAGED, Map.of("position", Long.toString(row.position()), "stream", row.stream()));
    }

    /** A state's JSON; a state never holds a clear value, because it is folded from stored events. */
    String writeState(Object state) {
        return json.writeValueAsString(state);
    }

    <S> S readState(String text, Class<S> type) {
        return json.readValue(text, type);
    }
}
