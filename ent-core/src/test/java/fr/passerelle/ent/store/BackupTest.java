package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandResult.Done;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.store.Note.NoteCommand.Add;
import fr.passerelle.ent.store.Note.NoteCommand.Forget;
import fr.passerelle.ent.store.Note.NoteCommand.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BackupTest extends StoreTestBase {
    private final SubjectId alba = SubjectId.random();
    private final SubjectId noe = SubjectId.random();
    private Path backup = Path.of("");

    @Override
    StoreUnderTest create(Path directory) {
        return new SqliteUnderTest(directory);
    }

    @BeforeEach
    void fill() {
        backup = directory.resolve("backup");
        await(done(new Write("a", "f", "", List.of(Personal.of(alba, "Alba"), Personal.of(noe, "Noé")))));
    }

    private static void assertRefused(StoreReason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private void restore() {
        Store.restore(backup, tested.location(), tested.keys());
    }

    @Test
    void a_restored_store_is_as_it_was_and_what_was_there_is_kept_beside() throws IOException {
        tested.store().backup(backup);
        done(new Add("a", 5));
        tested.close();

        restore();

        assertThat(tested.store().states().current(Note.FEATURE, "a").count()).isZero();
        assertThat(tested.store().verify()).isEmpty();
        assertThat(send(new Add("a", 1))).isEqualTo(new Done(2, false));
        try (Stream<Path> files = Files.list(directory.resolve("data"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("passerelle.db.before-restore")
                    .doesNotContain("passerelle.db.restoring");
        }
        try (Stream<Path> files = Files.list(backup)) {
            assertThat(files).containsExactly(backup.resolve("passerelle.db"));
        }
    }

    @Test
    void an_erased_person_stays_erased_when_an_older_backup_is_restored() {
        tested.store().backup(backup);
        tested.vault().erase(alba, null);
        done(new Forget("a"));
        tested.vault().confirmErasure(alba);
        tested.close();

        restore();

        assertThat(tested.vault()
                        .openAll(tested.store()
                                .states()
                                .current(Note.FEATURE, "a")
                                .authors()))
                .containsExactly(new Personal.Erased<>(alba), Personal.of(noe, "Noé"));
        assertThat(tested.vault().pendingErasures()).containsExactly(alba);
    }

    @Test
    void a_backup_made_while_commands_go_on_is_one_moment_of_the_store() throws Exception {
        AtomicBoolean finished = new AtomicBoolean();
        inParallel(2, thread -> {
            if (thread == 0) {
                for (int number = 0; number < 5; number++) {
                    tested.store().backup(backup.resolve(Integer.toString(number)));
                }
                finished.set(true);
            } else {
                while (!finished.get()) {
                    done(new Add("a", 3));
                }
            }
        });
        tested.close();

        for (int number = 0; number < 5; number++) {
            Store.restore(backup.resolve(Integer.toString(number)), tested.location(), tested.keys());
            assertThat(tested.store().verify()).isEmpty();
            assertThat(tested.store().states().current(Note.FEATURE, "a").count() % 3)
                    .isZero();
            tested.close();
        }
    }

    @Test
    void a_directory_with_a_backup_is_not_written_again() {
        tested.store().backup(backup);
        assertRefused(StoreReason.BACKUP_EXISTS, () -> tested.store().backup(backup));
    }

    @Test
    void a_store_in_use_is_not_replaced() {
        tested.store().backup(backup);
        assertRefused(StoreReason.IN_USE, this::restore);
        await(done(new Add("a", 1)));
    }

    @Test
    void what_is_no_whole_backup_replaces_nothing() throws IOException {
        tested.store().backup(backup);
        tested.close();
        Path file = backup.resolve("passerelle.db");
        byte[] whole = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(StoreReason.NO_BACKUP, this::restore);
        Files.writeString(file, "no database at all");
        assertRefused(StoreReason.NO_BACKUP, this::restore);
        Files.delete(file);
        assertRefused(StoreReason.NO_BACKUP, this::restore);

        assertThat(tested.store().states().current(Note.FEATURE, "a").folder()).isEqualTo("f");
    }

    @Test
    void a_backup_restores_over_a_database_that_cannot_be_opened_any_more() throws IOException {
        tested.store().backup(backup);
        tested.close();
        Files.writeString(((SqliteUnderTest) tested).database(), "overwritten by mistake");

        restore();

        assertThat(tested.store().verify()).isEmpty();
    }

    @Test
    void a_backup_that_cannot_be_written_says_so() throws IOException {
        Path blocked = Files.createFile(directory.resolve("file"));
        assertRefused(StoreReason.BACKUP_FAILED, () -> tested.store().backup(blocked.resolve("backup")));
    }
}
