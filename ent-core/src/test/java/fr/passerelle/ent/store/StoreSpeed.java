package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult.Done;
import fr.passerelle.ent.store.Note.NoteCommand.Add;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures a store; the figures go to the log. What it asserts is far below them: machines differ. */
final class StoreSpeed {
    private static final Logger LOG = LoggerFactory.getLogger(StoreSpeed.class);
    private static final int THREADS = 4;
    private static final int STREAMS = 200;

    private final StoreUnderTest tested;

    StoreSpeed(StoreUnderTest tested) {
        this.tested = tested;
    }

    void measure() throws Exception {
        commandsPerSecond(2_000);
        double full = commandsPerSecond(8_000);
        LOG.info("{}: {} commands/s, 4 threads, one event each", name(), Math.round(full));
        assertThat(full).isGreaterThan(50);
        long[] lags = lags(1_000, 200);
        LOG.info(
                "{}: lag from the answer to the feed at 200 commands/s: p50 {} ms, p99 {} ms",
                name(),
                lags[lags.length / 2] / 1e6,
                lags[lags.length * 99 / 100] / 1e6);
        assertThat(lags[lags.length / 2]).isLessThan(Duration.ofMillis(250).toNanos());
    }

    private String name() {
        return tested.getClass().getSimpleName();
    }

    private double commandsPerSecond(int commands) throws Exception {
        long start = System.nanoTime();
        StoreTestBase.inParallel(THREADS, thread -> {
            for (int number = 0; number < commands / THREADS; number++) {
                tested.store()
                        .commands()
                        .send(CommandId.random(), new Add("n" + (number * THREADS + thread) % STREAMS, 1));
            }
        });
        return commands * 1e9 / (System.nanoTime() - start);
    }

    private long[] lags(int commands, int perSecond) throws Exception {
        Map<Long, Long> told = new ConcurrentHashMap<>();
        Map<Long, Long> answered = new ConcurrentHashMap<>();
        CountDownLatch all = new CountDownLatch(commands);
        // Only then is nothing of before told any more.
        long last = ((Done) tested.store().commands().send(CommandId.random(), new Add("n", 1))).position();
        assertThat(tested.store().states().awaitPosition(last, Duration.ofSeconds(30)))
                .isTrue();
        try (var subscription = tested.store().feed().subscribe(change -> {
            told.put(change.position(), System.nanoTime());
            all.countDown();
        })) {
            assertThat(subscription).isNotNull();
            long begin = System.nanoTime();
            StoreTestBase.inParallel(THREADS, thread -> {
                for (int number = thread; number < commands; number += THREADS) {
                    long due = begin + number * 1_000_000_000L / perSecond;
                    while (System.nanoTime() < due) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    var result = tested.store().commands().send(CommandId.random(), new Add("n" + number % STREAMS, 1));
                    answered.put(((Done) result).position(), System.nanoTime());
                }
            });
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        }
        return answered.entrySet().stream()
                .mapToLong(entry -> told.getOrDefault(entry.getKey(), 0L) - entry.getValue())
                .sorted()
                .toArray();
    }
}
