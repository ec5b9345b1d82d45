package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.delivery.Item.Status;
import fr.passerelle.ent.delivery.PaperConnector.Manner;
import fr.passerelle.ent.delivery.PaperEnt.Mishap;
import fr.passerelle.ent.model.ClassId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Most requests fail, some after the server acted, some happen minutes later; in virtual time. */
class VeryBadDayTest {
    private static final Logger LOG = LoggerFactory.getLogger(VeryBadDayTest.class);

    @ParameterizedTest
    @ValueSource(longs = {1, 20261124})
    void two_hundred_communications_all_arrive_and_none_twice(long seed) {
        Random chance = new Random(seed);
        DeliveryWorld world = new DeliveryWorld(8, Manner.DRAFTS);
        world.ent.chance(() -> {
            int dice = chance.nextInt(100);
            if (dice < 60) {
                return Mishap.UNAVAILABLE;
            }
            if (dice < 70) {
                return Mishap.CUT_AFTER;
            }
            return dice < 75 ? Mishap.LATE : Mishap.NONE;
        });
        int items = 0;
        for (int number = 0; number < 200; number++) {
            List<ClassId> classes = new ArrayList<>(world.classes);
            Collections.shuffle(classes, chance);
            int count = 1 + chance.nextInt(3);
            items += count;
            world.publish("Nouvelle " + number, classes.subList(0, count).toArray(new ClassId[0]));
        }
        Instant began = world.clock.instant();
        RunSummary summary = world.runUntilSettled(Duration.ofDays(60));

        Map<Mishap, Integer> injected = world.ent.mishaps();
        LOG.info(
                "Seed {}: 200 communications, {} in {} of virtual time; requests by fate: {}",
                seed,
                summary,
                Duration.between(began, world.clock.instant()),
                injected);
        assertThat(injected).containsOnlyKeys(Mishap.NONE, Mishap.UNAVAILABLE, Mishap.CUT_AFTER, Mishap.LATE);
        assertThat(summary.planned()).isEqualTo(items);
        assertThat(summary.applied() + summary.adopted()).isEqualTo(items);
        assertThat(world.items()).allMatch(item -> item.status() == Status.CONFIRMED);
        world.clock.advance(PaperConnector.SETTLES_WITHIN);
        world.ent.settle();
        world.assertEveryWishIsTrue();
        assertThat(world.ent.all()).hasSize(items);
    }
}
