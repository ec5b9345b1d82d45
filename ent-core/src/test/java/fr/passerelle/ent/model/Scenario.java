package fr.passerelle.ent.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** Given events, when a command, then events or a refusal: how the rules of a feature are told in tests. */
public final class Scenario<C extends Command, E extends Event, S> {
    private final Feature<C, E, S> feature;
    private S state;

    private Scenario(Feature<C, E, S> feature) {
        this.feature = feature;
        this.state = feature.decider().initial();
    }

    public static <C extends Command, E extends Event, S> Scenario<C, E, S> of(Feature<C, E, S> feature) {
        return new Scenario<>(feature);
    }

    @SafeVarargs
    public final Scenario<C, E, S> given(E... events) {
        Arrays.stream(events).forEach(event -> state = feature.decider().evolve(state, event));
        return this;
    }

    /** Sends commands that must be accepted, and lives on with what they lead to. */
    @SafeVarargs
    public final Scenario<C, E, S> after(C... commands) {
        for (C command : commands) {
            Decision<E> decision = feature.decider().decide(state, command);
            assertThat(decision).as("decision on %s", command).isInstanceOf(Decision.Accepted.class);
            ((Decision.Accepted<E>) decision)
                    .events()
                    .forEach(event -> state = feature.decider().evolve(state, event));
        }
        return this;
    }

    public Then<E> when(C command) {
        return new Then<>(feature.decider().decide(state, command));
    }

    public S state() {
        return state;
    }

    public record Then<E>(Decision<E> decision) {
        @SafeVarargs
        public final void then(E... events) {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            assertThat(((Decision.Accepted<E>) decision).events()).containsExactly(events);
        }

        public void thenNothing() {
            assertThat(decision).isEqualTo(Decision.accept());
        }

        public void thenRefused(Coded reason) {
            assertThat(decision).isInstanceOf(Decision.Refused.class);
            assertThat(((Decision.Refused<E>) decision).refusal().reason()).isEqualTo(reason);
        }
    }
}
