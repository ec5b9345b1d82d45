package fr.passerelle.ent.store;

import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
final class PostgresSecrecyTest extends SecrecySuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new PostgresUnderTest(directory);
    }

    @Override
    Path files() throws Exception {
        try (Connection connection = tested.connect()) {
            Sql.execute(connection, "CHECKPOINT");
        }
        return PostgresServer.shared().home();
    }
}
