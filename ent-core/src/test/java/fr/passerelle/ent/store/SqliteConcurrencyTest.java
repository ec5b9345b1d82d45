package fr.passerelle.ent.store;

import java.nio.file.Path;

final class SqliteConcurrencyTest extends ConcurrencySuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new SqliteUnderTest(directory);
    }
}
