package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.availability.Availability;
import fr.passerelle.ent.delivery.PaperEnt.Mishap;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How an ENT answered is known, also for the days on which nobody wrote; what was not asked is not known. */
class WatchTest {
    private final DeliveryWorld world = new DeliveryWorld(1, PaperConnector.Manner.DIRECT);

    private List<Availability> days() {
        return world.streams.under(
                Availability.FEATURE, world.connections().get(0).account().id().toString());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.clock.instant(), java.time.ZoneOffset.UTC);
    }

    @Test
    void each_answer_counts_for_its_day_and_each_failure_by_its_code() {
        LocalDate first = today();
        world.engine().watch().again();
        world.ent.next(Mishap.UNREACHABLE);
        world.engine().watch().again();
        world.engine().check();
        world.clock.advance(Duration.ofDays(2));
        world.engine().watch().again();

        assertThat(days()).extracting(Availability::day).containsExactly(first, first.plusDays(2));
        assertThat(days()).extracting(Availability::asked).containsExactly(3, 1);
        assertThat(days()).extracting(Availability::answered).containsExactly(2, 1);
        assertThat(days().get(0).faults()).isEqualTo(Map.of("ENT-401", 1));
    }

    @Test
    void an_account_that_somebody_must_put_right_is_left_alone_until_it_is_time() {
        world.ent.next(Mishap.REVOKED);
        world.engine().watch().again();
        int asked = world.ent.requests().size();
        for (int minute = 0; minute < 14; minute++) {
            world.clock.advance(Duration.ofMinutes(1));
            world.engine().watch().again();
        }
        assertThat(world.ent.requests()).hasSize(asked);
        assertThat(days().get(0).asked())
                .as("what was not asked is not counted")
                .isOne();
        world.clock.advance(Duration.ofMinutes(2));
        world.engine().watch().again();
        assertThat(days().get(0).asked()).isEqualTo(2);
        assertThat(world.engine().accounts().get(0).health()).isEqualTo(AccountHealth.HEALTHY);
    }
}
