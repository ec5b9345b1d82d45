package fr.passerelle.ent.store;

import java.nio.file.Path;

final class SqliteIntegrityTest extends IntegritySuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new SqliteUnderTest(directory);
    }
}
