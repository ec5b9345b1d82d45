package fr.passerelle.ent.model;

import java.util.List;
import java.util.Map;

/** What a {@link Decider} answers to a command. */
public sealed interface Decision<E> {

    /** The events that follow, in order; none when the state already is as wished. */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Nothing follows, for this reason. */
    record Refused<E>(Refusal refusal) implements Decision<E> {}

    @SafeVarargs
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> refuse(Coded reason) {
        return new Refused<>(Refusal.of(reason));
    }

    static <E> Decision<E> refuse(Coded reason, String fact, Object value) {
        return new Refused<>(Refusal.of(reason, fact, value));
    }

    static <E> Decision<E> refuse(Coded reason, Map<String, String> facts) {
        return new Refused<>(new Refusal(reason, facts));
    }
}
