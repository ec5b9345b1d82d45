package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.delivery.Item.Status;
import fr.passerelle.ent.delivery.PaperConnector.Manner;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The engine with its own threads and the real clock. */
class LivingEngineTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final DeliveryWorld world = new DeliveryWorld(2, Manner.DIRECT);
    private final PaperEnt slow = new PaperEnt(InstantSource.system(), PaperConnector.SETTLES_WITHIN);
    private final DeliveryEngine engine = engine();

    private DeliveryEngine engine() {
        world.connect(DeliveryWorld.account("slow", DeliveryWorld.SCHOOL), new PaperConnector(slow, Manner.DIRECT));
        return new DeliveryEngine(
                world.streams,
                world.streams,
                world.streams,
                world.vault,
                world.connections(),
                world::opened,
                InstantSource.system(),
                DeliveryWorld.STEP_TIMEOUT);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Status status(CommunicationId id, String account) {
        return world.items(id).stream()
                .filter(item -> item.known().account().name().equals(account))
                .map(Item::status)
                .findFirst()
                .orElse(Status.NONE);
    }

    @Test
    void it_wakes_at_a_change_and_a_slow_ent_delays_no_other() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        slow.during(() -> {
            entered.countDown();
            await(release);
        });
        engine.start();
        CommunicationId first = world.publish("Premier", world.classes.get(0));
        assertThat(entered.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        CommunicationId second = world.publish("Second", world.classes.get(1));
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            assertThat(status(first, "direct")).isEqualTo(Status.CONFIRMED);
            assertThat(status(second, "direct")).isEqualTo(Status.CONFIRMED);
        });
        assertThat(status(first, "slow")).isEqualTo(Status.INTENDED);
        assertThat(engine.awaitSettled(first, Duration.ofMillis(50))).isFalse();

        release.countDown();
        assertThat(engine.awaitSettled(first, SOON)).isTrue();
        assertThat(engine.awaitSettled(second, SOON)).isTrue();
        assertThat(slow.all()).hasSize(2);
        assertThat(world.ent.all()).hasSize(2);
    }

    @Test
    void it_wakes_at_the_next_due_time() {
        engine.start();
        Instant from = InstantSource.system().instant().plusMillis(300);
        CommunicationId id =
                world.publish("Premier", CommunicationKind.BLOG, Audience.ofClasses(world.classes.get(0)), from, null);
        assertThat(engine.awaitSettled(id, SOON)).isTrue();
        assertThat(InstantSource.system().instant()).isAfterOrEqualTo(from);
    }

    @Test
    void somebody_may_drive_it_while_it_lives() {
        engine.start();
        CommunicationId id = world.publish("Premier", world.classes.get(0));
        engine.runUntilSettled(SOON);
        assertThat(engine.awaitSettled(id, SOON)).isTrue();
        assertThat(world.ent.all()).hasSize(1);
        assertThat(slow.all()).hasSize(1);
    }

    @Test
    void who_has_just_corrected_is_not_told_that_nothing_is_left_because_queries_lag() {
        engine.start();
        CommunicationId id = world.publish("Premier", world.classes.get(0));
        assertThat(engine.awaitSettled(id, SOON)).isTrue();

        world.streams.lag(true);
        world.correct(id, "Premier, corrigé");
        assertThat(engine.desk().settled(id)).isFalse();

        world.streams.lag(false);
        assertThat(engine.awaitSettled(id, SOON)).isTrue();
    }

    @Test
    void closing_ends_at_once_when_nothing_is_under_way() {
        engine.start();
        CommunicationId id = world.publish("Premier", world.classes.get(0));
        assertThat(engine.awaitSettled(id, SOON)).isTrue();
        long before = System.nanoTime();
        engine.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        world.publish("Second", world.classes.get(0));
        assertThat(slow.all()).hasSize(1);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("passerelle-dispatch");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
