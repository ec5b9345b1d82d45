package fr.passerelle.app.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TriesTest {
    private Instant now = Instant.parse("2026-11-28T08:00:00Z");
    private final Tries tries = new Tries(() -> now);

    @Test
    void a_few_wrong_tries_cost_nothing_then_each_costs_twice_as_much() {
        for (int wrong = 1; wrong < Tries.FREE; wrong++) {
            tries.failed("camille");
            assertThat(tries.wait("camille")).isZero();
        }
        for (long minutes : new long[] {1, 2, 4, 8, 15, 15}) {
            tries.failed("camille");
            assertThat(tries.wait("camille")).isEqualTo(Duration.ofMinutes(minutes));
        }
        assertThat(tries.wait("dominique")).isZero();
    }

    @Test
    void the_wait_ends_by_itself_and_a_right_one_makes_all_good() {
        for (int wrong = 1; wrong <= Tries.FREE; wrong++) {
            tries.failed("camille");
        }
        now = now.plusSeconds(59);
        assertThat(tries.wait("camille")).isEqualTo(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(tries.wait("camille")).isZero();
        tries.succeeded("camille");
        tries.failed("camille");
        assertThat(tries.wait("camille")).isZero();
    }

    @Test
    void whoever_tries_endless_names_fills_no_memory() {
        for (int wrong = 1; wrong <= Tries.FREE; wrong++) {
            tries.failed("first");
        }
        for (int name = 0; name < 10_000; name++) {
            tries.failed("name" + name);
        }
        assertThat(tries.wait("first")).as("it was forgotten").isZero();
    }
}
