package fr.passerelle.ent.store;

import java.nio.file.Path;
import java.util.List;

final class SqliteSecrecyTest extends SecrecySuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new SqliteUnderTest(directory);
    }

    @Override
    List<Path> files() {
        return List.of(directory.resolve("data"));
    }
}
