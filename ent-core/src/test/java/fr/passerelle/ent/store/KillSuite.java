package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult.Done;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.store.Note.NoteCommand.Add;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process with four threads sending commands is killed at a random moment, again and again on one store: whatever it
 * had acknowledged is there, nothing is torn, nothing is missing in between.
 */
abstract class KillSuite extends StoreTestBase {
    private static final Logger LOG = LoggerFactory.getLogger(KillSuite.class);

    /** What the child needs to find the store. */
    abstract List<String> arguments();

    @Test
    void five_kills_lose_nothing_that_was_acknowledged() throws Exception {
        rounds(5);
    }

    @Test
    @Tag("thorough")
    void many_kills_lose_nothing_that_was_acknowledged() throws Exception {
        rounds(Integer.getInteger("kill.rounds", 200));
    }

    private void rounds(int rounds) throws Exception {
        long seed = Long.getLong("kill.seed", System.nanoTime());
        Random random = new Random(seed);
        int acknowledged = 0;
        for (int round = 0; round < rounds; round++) {
            Path acks = directory.resolve("acks-" + round);
            killAtRandom(round, acks, random);
            List<String> lines = completeLines(acks);
            acknowledged += lines.size();
            check(lines, "round " + round + " of seed " + seed);
            tested.close();
        }
        LOG.info("{}: {} kills, {} commands acknowledged, 0 lost", getClass().getSimpleName(), rounds, acknowledged);
        assertThat(acknowledged).isGreaterThan(rounds);
    }

    private void killAtRandom(int round, Path acks, Random random) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(directory.toString(), Integer.toString(round), acks.toString()));
        all.addAll(arguments());
        Process child = ChildJvm.command(KillChild.class, all)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(directory.resolve("child.log").toFile())
                .start();
        try {
            int wanted = 1 + random.nextInt(200);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(1 + random.nextInt(7)))
                    .until(() -> !child.isAlive() || completeLines(acks).size() >= wanted);
            assertThat(child.isAlive())
                    .as(() -> "the child ended by itself: " + log())
                    .isTrue();
        } finally {
            child.destroyForcibly();
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("child.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The last line may be cut by the kill: an acknowledgement that nobody has read. */
    private static List<String> completeLines(Path acks) throws IOException {
        if (!Files.exists(acks)) {
            return List.of();
        }
        String text = Files.readString(acks);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private void check(List<String> acks, String when) throws Exception {
        // A database server may need a moment to notice that its client is gone.
        Awaitility.await()
                .atMost(SOON)
                .ignoreExceptionsMatching(
                        e -> e instanceof CodedException coded && coded.reason() == StoreReason.IN_USE)
                .until(() -> tested.store() != null);

        assertThat(tested.store().verify())
                .as("holes, sums and chains, %s", when)
                .isEmpty();
        for (String ack : acks) {
            int space = ack.indexOf(' ');
            assertThat(tested.store().commands().send(new CommandId(ack.substring(0, space)), new Add("x", 1)))
                    .as("acknowledged, %s", when)
                    .isEqualTo(new Done(Long.parseLong(ack.substring(space + 1)), true));
        }
        Map<String, Long> additions = tested
                .rows(
                        "SELECT metadata FROM {schema}event WHERE type = 'note.added'",
                        row -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(additions.values()).as("torn commands, %s", when).allMatch(count -> count == KillChild.EVENTS);

        long last = tested.rows("SELECT max(position) FROM {schema}event", row -> row.getLong(1))
                .get(0);
        await(last);
        List<Personal<String>> sealed = tested.store().states().under(Note.FEATURE, "f").stream()
                .flatMap(note -> note.authors().stream())
                .toList();
        assertThat(tested.vault().openAll(sealed))
                .as("every stored event has its key, %s", when)
                .isNotEmpty()
                .hasOnlyElementsOfType(Personal.Clear.class);
    }
}
