package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.CommandResult.Done;
import fr.passerelle.ent.store.Note.NoteCommand.Write;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store to be tested and the words that its suites share. */
abstract class StoreTestBase {
    static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    StoreUnderTest tested;

    abstract StoreUnderTest create(Path directory);

    @BeforeEach
    void create() {
        tested = create(directory);
    }

    @AfterEach
    void close() {
        tested.close();
    }

    CommandResult send(Command command) {
        return tested.store().commands().send(CommandId.random(), command);
    }

    long done(Command command) {
        return ((Done) send(command)).position();
    }

    Note found(String id) {
        return tested.store().states().find(Note.FEATURE, id).orElseThrow();
    }

    void await(long position) {
        assertThat(tested.store().states().awaitPosition(position, SOON)).isTrue();
    }

    static Write write(String id) {
        return new Write(id, "folder", "", List.of());
    }

    interface Task {
        void run(int thread) throws Exception;
    }

    /** Runs a task on several threads at once and waits for all; a failure of one is the test's. */
    static void inParallel(int threads, Task task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                running.add(pool.submit(() -> {
                    task.run(number);
                    return true;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}
