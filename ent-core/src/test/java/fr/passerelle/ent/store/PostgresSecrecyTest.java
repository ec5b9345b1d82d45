package fr.passerelle.ent.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
final class PostgresSecrecyTest extends SecrecySuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new PostgresUnderTest(directory);
    }

    @Override
    List<Path> files() throws Exception {
        try (Connection connection = tested.connect()) {
            Sql.execute(connection, "CHECKPOINT");
        }
        Path home = PostgresServer.shared().home();
        // Its tables, and the log of all databases; those of other tests need no search.
        String tables = tested.rows(
                        "SELECT 'base/' || oid FROM pg_database WHERE datname = current_database()",
                        row -> row.getString(1))
                .get(0);
        return List.of(
                home.resolve("data").resolve(tables), home.resolve("data").resolve("pg_wal"), home.resolve("log"));
    }
}
