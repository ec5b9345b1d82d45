package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult.Done;
import fr.passerelle.ent.model.StoreUnavailable;
import fr.passerelle.ent.store.Note.NoteCommand.Add;
import fr.passerelle.ent.store.Note.NoteCommand.Write;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that fails when it matters, and a full disk. */
final class FaultTest {
    @TempDir
    Path directory;

    private enum Fault {
        NONE,
        COMMIT_REFUSED,
        ANSWER_LOST
    }

    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);
    private SqliteUnderTest tested;
    private FaultyDatabase database;
    private Store store;

    @BeforeEach
    void open() {
        tested = new SqliteUnderTest(directory);
        database = new FaultyDatabase(new SqliteDatabase(tested.database()), fault);
        store = Store.open(
                tested.location(), database, tested.features, tested.upcasters, tested.vault(), StoreUnderTest.TIME);
    }

    @AfterEach
    void close() {
        store.close();
        tested.close();
    }

    private Done add(CommandId id) {
        return (Done) store.commands().send(id, new Add("a", 1));
    }

    private int count() {
        return store.states().current(Note.FEATURE, "a").count();
    }

    @Test
    void a_commit_that_fails_leaves_nothing_and_the_next_one_works() {
        add(CommandId.random());
        CommandId id = CommandId.random();
        fault.set(Fault.COMMIT_REFUSED);

        assertThatThrownBy(() -> add(id)).isInstanceOf(StoreUnavailable.class);

        assertThat(count()).isEqualTo(1);
        assertThat(add(id)).isEqualTo(new Done(2, false));
        assertThat(count()).isEqualTo(2);
        assertThat(store.states().awaitPosition(2, StoreTestBase.SOON)).isTrue();
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void a_commit_whose_answer_was_lost_is_found_to_be_done() {
        CommandId id = CommandId.random();
        fault.set(Fault.ANSWER_LOST);

        assertThat(add(id)).isEqualTo(new Done(1, false));

        assertThat(count()).isEqualTo(1);
        assertThat(add(id)).isEqualTo(new Done(1, true));
        assertThat(add(CommandId.random())).isEqualTo(new Done(2, false));
        assertThat(store.states().awaitPosition(2, StoreTestBase.SOON)).isTrue();
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void a_full_disk_refuses_commands_until_there_is_room_again() {
        int accepted = 0;
        database.limitPages(200);
        String folder = "x".repeat(20_000);
        StoreUnavailable full = null;
        while (full == null) {
            try {
                store.commands().send(CommandId.random(), new Write("n" + accepted, folder, "", List.of()));
                accepted++;
            } catch (StoreUnavailable e) {
                full = e;
            }
        }
        assertThat(full)
                .hasRootCauseMessage(
                        "[SQLITE_FULL] Insertion failed because database is full (database or disk is full)");
        assertThat(accepted).isPositive();
        assertThat(store.states().current(Note.FEATURE, "n" + (accepted - 1)).folder())
                .isEqualTo(folder);

        database.limitPages(100_000);

        assertThat(((Done) store.commands().send(CommandId.random(), new Add("a", 1))).position())
                .isEqualTo(accepted + 1);
        assertThat(store.states().awaitPosition(accepted + 1, StoreTestBase.SOON))
                .isTrue();
        assertThat(store.verify()).isEmpty();
    }

    /** SQLite, with commits that can be made to fail on the lane's own thread. */
    private static final class FaultyDatabase implements Database {
        private final SqliteDatabase database;
        private final AtomicReference<Fault> fault;
        private volatile int pages = Integer.MAX_VALUE;

        private FaultyDatabase(SqliteDatabase database, AtomicReference<Fault> fault) {
            this.database = database;
            this.fault = fault;
        }

        private void limitPages(int limit) {
            pages = limit;
        }

        @Override
        public Connection openWriter() throws SQLException {
            Connection real = database.openWriter();
            // The processor commits on this connection, too.
            AtomicBoolean ofCommand = new AtomicBoolean();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        boolean begins = method.getName().equals("setAutoCommit") && Boolean.FALSE.equals(arguments[0]);
                        boolean commits = method.getName().equals("setAutoCommit") && Boolean.TRUE.equals(arguments[0]);
                        if (begins) {
                            Sql.execute(real, "PRAGMA max_page_count = " + pages);
                        }
                        if (method.getName().equals("prepareStatement")
                                && ((String) arguments[0]).startsWith("INSERT INTO command")) {
                            ofCommand.set(true);
                        }
                        Fault now = commits && ofCommand.getAndSet(false) ? fault.getAndSet(Fault.NONE) : Fault.NONE;
                        if (now == Fault.COMMIT_REFUSED) {
                            real.rollback();
                            throw new SQLException("injected: refused");
                        }
                        try {
                            Object result = method.invoke(real, arguments);
                            if (now == Fault.ANSWER_LOST) {
                                throw new SQLException("injected: answer lost");
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public Dialect dialect() {
            return database.dialect();
        }

        @Override
        public void releaseWriter(Connection writer) throws SQLException {
            database.releaseWriter(writer);
        }

        @Override
        public DataSource readers() {
            return database.readers();
        }

        @Override
        public void lockPositions(Connection writer) {
            database.lockPositions(writer);
        }

        @Override
        public void beginSnapshot(Connection reader) throws SQLException {
            database.beginSnapshot(reader);
        }

        @Override
        public boolean isSound(Connection reader) throws SQLException {
            return database.isSound(reader);
        }

        @Override
        public boolean isKeyTaken(SQLException failure) {
            return database.isKeyTaken(failure);
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
