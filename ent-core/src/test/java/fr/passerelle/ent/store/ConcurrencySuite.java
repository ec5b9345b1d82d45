package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.CommandResult.Done;
import fr.passerelle.ent.model.CommandResult.Refused;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.StoreUnavailable;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.school.School;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolKind;
import fr.passerelle.ent.store.Note.NoteCommand.Add;
import fr.passerelle.ent.store.Note.NoteCommand.Write;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Several threads, and several processes, at one store; a database joins with a subclass of a few lines. */
abstract class ConcurrencySuite extends StoreTestBase {
    private static final int THREADS = 8;

    @Test
    void several_threads_on_one_stream_lose_nothing_and_leave_no_hole() throws Exception {
        int each = 25;
        Queue<Long> positions = new ConcurrentLinkedQueue<>();
        inParallel(THREADS, thread -> {
            for (int number = 0; number < each; number++) {
                positions.add(done(new Add("a", 2)));
            }
        });

        int events = THREADS * each * 2;
        await(events);
        assertThat(found("a").count()).isEqualTo(events);
        assertThat(positions)
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, events / 2)
                        .mapToObj(number -> number * 2)
                        .toList());
        assertThat(tested.rows("SELECT sequence FROM {schema}event ORDER BY position", row -> row.getInt(1)))
                .isEqualTo(IntStream.range(0, events).boxed().toList());
        assertThat(tested.store().verify()).isEmpty();
    }

    @Test
    void one_school_is_registered_once_however_many_try() throws Exception {
        Uai school = new Uai("0771369V");
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Queue<CommandResult> results = new ConcurrentLinkedQueue<>();
        inParallel(THREADS, thread -> {
            start.await();
            results.add(send(new RegisterSchool(school, "School " + thread, SchoolKind.PRIMARY)));
        });

        assertThat(results).hasSize(THREADS);
        assertThat(results.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(results.stream().filter(Refused.class::isInstance)).hasSize(THREADS - 1);
        assertThat(tested.store().states().holder("uai", "0771369V")).contains("0771369V");
        assertThat(tested.store().states().current(School.FEATURE, "0771369V").name())
                .startsWith("School ");
    }

    @Test
    void one_key_is_taken_once_by_several_streams() throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Queue<CommandResult> results = new ConcurrentLinkedQueue<>();
        inParallel(THREADS, thread -> {
            start.await();
            results.add(send(new Write("n" + thread, "f", "the key", List.of())));
        });

        assertThat(results.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(tested.rows("SELECT count(*) FROM {schema}event", row -> row.getInt(1)))
                .containsExactly(1);
    }

    @Test
    void one_command_sent_by_several_threads_has_one_effect() throws Exception {
        CommandId id = CommandId.random();
        Queue<CommandResult> results = new ConcurrentLinkedQueue<>();
        inParallel(THREADS, thread -> results.add(tested.store().commands().send(id, new Add("a", 1))));

        assertThat(results).extracting(result -> ((Done) result).position()).containsOnly(1L);
        assertThat(results).filteredOn(result -> !((Done) result).repeated()).hasSize(1);
    }

    @Test
    void an_event_that_commits_late_is_neither_overtaken_nor_skipped() throws Exception {
        done(write("a"));
        await(1);
        EventRow late = EventRow.of(
                2,
                "note/late",
                0,
                new EventType("note.freed", 1),
                StoreUnderTest.NOW,
                "{}".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8),
                EventRow.NONE);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection connection = tested.connect()) {
            tested.lockPositions(connection);
            Sql.run(
                    connection,
                    "INSERT INTO " + tested.prefix() + "event (" + EventRow.COLUMNS
                            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    late.position(),
                    late.stream(),
                    late.sequence(),
                    late.type(),
                    late.revision(),
                    late.time(),
                    late.payload(),
                    late.metadata(),
                    late.crc(),
                    late.previousHash());
            Future<Long> next = other.submit(() -> done(new Add("a", 1)));
            Awaitility.await().during(Duration.ofMillis(300)).until(() -> !next.isDone());
            // Commits, and unlike commit() takes no new lock at once in SQLite's driver.
            connection.setAutoCommit(true);
            assertThat(next.get()).isEqualTo(3);
        } finally {
            other.shutdown();
        }
        await(3);
        assertThat(tested.store().states().find(Note.FEATURE, "late")).isPresent();
        assertThat(found("a").count()).isEqualTo(1);
        assertThat(tested.store().verify()).isEmpty();
    }

    @Test
    void a_second_writer_gets_a_sentence_and_the_first_goes_on() {
        done(write("a"));

        assertThatThrownBy(() -> Store.open(
                        tested.location(), tested.features, tested.upcasters, tested.vault(), StoreUnderTest.TIME))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.reason()).isEqualTo(StoreReason.IN_USE))
                .hasMessageContaining("ENT-501");
        await(done(new Add("a", 1)));

        tested.store().close();
        try (Store second =
                Store.open(tested.location(), tested.features, tested.upcasters, tested.vault(), StoreUnderTest.TIME)) {
            assertThat(second.states().current(Note.FEATURE, "a").count()).isEqualTo(1);
        }
    }

    @Test
    void a_closed_store_says_that_it_is_unavailable() {
        Store store = tested.store();
        done(write("a"));
        store.close();
        store.close();

        assertThatThrownBy(() -> store.commands().send(CommandId.random(), new Add("a", 1)))
                .isInstanceOfSatisfying(
                        StoreUnavailable.class, e -> assertThat(e.code()).isEqualTo("ENT-502"));
    }

    @Test
    void a_store_leaves_no_thread_behind() {
        done(write("a"));
        assertThat(ours()).contains("passerelle-writer", "passerelle-coordinator");

        tested.close();

        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(ours()).isEmpty());
    }

    private static List<String> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("passerelle-"))
                .toList();
    }
}
