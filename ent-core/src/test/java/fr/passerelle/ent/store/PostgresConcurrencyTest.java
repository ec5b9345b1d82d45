package fr.passerelle.ent.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
final class PostgresConcurrencyTest extends ConcurrencySuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new PostgresUnderTest(directory);
    }
}
