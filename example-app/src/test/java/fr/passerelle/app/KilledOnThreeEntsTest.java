package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.Desk.Child;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that sends to three ENTs at once is killed anywhere, and the next one carries on: nothing is there twice. */
@Tag("thorough")
class KilledOnThreeEntsTest {
    private static final int KILLS = 20;
    private static final Duration SETTLED = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private final ThreeEnts ents = new ThreeEnts();
    private Desk desk = new Desk(Path.of("."));

    @BeforeEach
    void furnish() {
        desk = new Desk(directory).write("application.yml", ents.settings()).furnished();
    }

    @AfterEach
    void close() {
        ents.close();
    }

    @Test
    void twenty_kills_at_random_moments_leave_each_class_its_publications_once_on_every_ent() {
        desk.communicating("Sortie 00").ended().ended(0);
        int before = ents.requests();
        desk.communicating("Sortie 0").ended().ended(0);
        int usual = ents.requests() - before;
        long seed = Long.getLong("kill.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int kill = 1; kill <= KILLS; kill++) {
            int wanted = ents.requests() + 1 + random.nextInt(usual - 1);
            Child sender = desk.communicating("Sortie " + kill);
            try {
                Awaitility.await()
                        .atMost(SETTLED)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() ->
                                ents.requests() >= wanted || !sender.process().isAlive());
            } finally {
                sender.kill();
            }
            // The same words again: who was killed before anything was stored has written nothing.
            desk.communicating("Sortie " + kill).ended().ended(0);
        }
        List<String> expected = IntStream.rangeClosed(-1, KILLS)
                .mapToObj(kill -> kill < 0 ? "Sortie 00" : "Sortie " + kill)
                .flatMap(title -> ThreeEnts.twice(title).stream())
                .sorted()
                .toList();
        assertThat(ents.shown()).as("seed %d", seed).containsOnly(expected);
        desk.here("verify").ended(0);
        System.out.printf(
                "%d kills at random over three ENTs, seed %d, of about %d requests each: on each ENT %d publications,"
                        + " each once%n",
                KILLS, seed, usual, expected.size());
    }
}
