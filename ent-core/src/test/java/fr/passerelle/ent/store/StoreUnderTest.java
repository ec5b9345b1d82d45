package fr.passerelle.ent.store;

import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.Upcaster;
import fr.passerelle.ent.privacy.MasterKey;
import fr.passerelle.ent.privacy.SubjectKeys;
import fr.passerelle.ent.privacy.Vault;
import fr.passerelle.ent.school.School;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One store on a real database with its keys, that a test opens, closes and opens again. */
abstract class StoreUnderTest implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123456Z");
    static final InstantSource TIME = InstantSource.fixed(NOW);

    final Path directory;
    List<Feature<?, ?, ?>> features = List.of(Note.FEATURE, School.FEATURE);
    List<Upcaster> upcasters = List.of(SHAPED);

    private @Nullable SubjectKeys keys;
    private @Nullable Vault vault;
    private @Nullable Store store;

    /** Before revision 2 an addition had no shape. */
    static final Upcaster SHAPED =
            new Upcaster(new EventType("note.added", 1), new EventType("note.added", 2), json -> {
                json.putObject("shape").put("is", "Round").put("radius", 1.0);
                return json;
            });

    StoreUnderTest(Path directory) {
        this.directory = directory;
    }

    abstract StoreLocation location();

    abstract SubjectKeys openKeys();

    /** A connection of the test's own that may write whatever it likes. */
    abstract Connection connect() throws SQLException;

    /** Begins a transaction that holds what every writer must hold to hand out a position. */
    abstract void lockPositions(Connection connection) throws SQLException;

    /** What stands before a table's name. */
    abstract String prefix();

    /** The open store; opened if it is not. */
    synchronized Store store() {
        if (store == null) {
            store = Store.open(location(), features, upcasters, vault(), TIME);
        }
        return store;
    }

    synchronized Vault vault() {
        if (vault == null) {
            vault = new Vault(keys(), MasterKey.file(directory.resolve("keys").resolve("master")));
        }
        return vault;
    }

    synchronized SubjectKeys keys() {
        if (keys == null) {
            keys = openKeys();
        }
        return keys;
    }

    /** Runs a statement behind the store's back. */
    int tamper(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = connect()) {
            return Sql.run(connection, sql.replace("{schema}", prefix()), values);
        }
    }

    <T> List<T> rows(String query, Sql.Row<T> row, @Nullable Object... values) throws SQLException {
        try (Connection connection = connect()) {
            return new ArrayList<>(Sql.list(connection, query.replace("{schema}", prefix()), row, values));
        }
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
            store = null;
        }
        if (keys != null) {
            keys.close();
            keys = null;
            vault = null;
        }
    }
}
