package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult.Done;
import fr.passerelle.ent.model.StoreUnavailable;
import fr.passerelle.ent.store.Note.NoteCommand.Add;
import java.nio.file.Path;
import java.sql.SQLException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What only a database server can do to its clients. */
@Tag("postgres")
final class PostgresFaultTest extends StoreTestBase {
    @Override
    StoreUnderTest create(Path directory) {
        return new PostgresUnderTest(directory);
    }

    @Test
    void a_store_whose_sessions_were_ended_goes_on_without_a_restart() throws SQLException {
        done(new Add("a", 1));
        tested.rows(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()",
                row -> row.getBoolean(1));
        CommandId id = CommandId.random();

        Awaitility.await()
                .atMost(SOON)
                .ignoreExceptionsMatching(e -> e instanceof StoreUnavailable || e instanceof CodedException)
                .until(() -> tested.store().commands().send(id, new Add("a", 1)) instanceof Done);

        await(2);
        assertThat(found("a").count()).isEqualTo(2);
        assertThat(tested.store().verify()).isEmpty();
    }

    @Test
    void no_large_objects_are_made() throws SQLException {
        done(write("a"));
        await(done(new Add("a", 20)));
        assertThat(tested.rows("SELECT count(*) FROM pg_largeobject_metadata", row -> row.getInt(1)))
                .containsExactly(0);
    }

    @Test
    void backups_are_left_to_the_databases_own_tools() {
        assertThatThrownBy(() -> tested.store().backup(directory))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.reason()).isEqualTo(StoreReason.BACKUP_BY_PG_DUMP))
                .hasMessageContaining("pg_dump");
        assertThatThrownBy(() -> Store.restore(directory, tested.location(), tested.keys()))
                .isInstanceOf(CodedException.class);
    }
}
