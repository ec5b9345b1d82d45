package fr.passerelle.ent.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
final class PostgresKillTest extends KillSuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new PostgresUnderTest(directory);
    }

    @Override
    List<String> arguments() {
        PostgresUnderTest postgres = (PostgresUnderTest) tested;
        return List.of(
                Integer.toString(PostgresServer.shared().port()),
                Objects.requireNonNull(postgres.database.getDatabaseName()),
                Objects.requireNonNull(postgres.keys.getDatabaseName()));
    }
}
