package fr.passerelle.ent.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One feature of the domain as the store runs it: adding a feature means writing its package and naming it once in
 * {@code Passerelle}.
 *
 * @param name names its streams in the store, for example {@code school}; a stream's id is {@code name/id}
 * @param commands the sealed family that this feature answers
 * @param stream the id of the stream that a command addresses
 * @param decider its rules
 * @param state the class of its state; a state is stored as JSON in the read model, so it is a record of plain values
 * @param index by what a state is found
 * @param events every event class with its name in the store
 * @param claims the unique keys that an event takes or gives back
 * @param conflict why a command is refused when another stream holds a key that it wants
 */
public record Feature<C extends Command, E extends Event, S>(
        String name,
        Class<C> commands,
        Function<C, String> stream,
        Decider<C, E, S> decider,
        Class<S> state,
        Function<S, StateIndex> index,
        Map<Class<? extends E>, EventType> events,
        Function<E, List<Claim>> claims,
        Coded conflict) {
    public Feature {
        events = Map.copyOf(events);
    }
}
