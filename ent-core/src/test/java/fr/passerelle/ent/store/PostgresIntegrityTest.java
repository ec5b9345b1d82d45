package fr.passerelle.ent.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
final class PostgresIntegrityTest extends IntegritySuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new PostgresUnderTest(directory);
    }
}
