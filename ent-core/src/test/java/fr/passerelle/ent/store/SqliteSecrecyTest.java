package fr.passerelle.ent.store;

import java.nio.file.Path;

final class SqliteSecrecyTest extends SecrecySuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new SqliteUnderTest(directory);
    }

    @Override
    Path files() {
        return directory.resolve("data");
    }
}
