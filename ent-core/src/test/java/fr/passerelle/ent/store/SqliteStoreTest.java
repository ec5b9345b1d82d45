package fr.passerelle.ent.store;

import java.nio.file.Path;

final class SqliteStoreTest extends StoreSuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new SqliteUnderTest(directory);
    }
}
