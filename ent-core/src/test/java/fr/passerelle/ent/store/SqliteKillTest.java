package fr.passerelle.ent.store;

import java.nio.file.Path;
import java.util.List;

final class SqliteKillTest extends KillSuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new SqliteUnderTest(directory);
    }

    @Override
    List<String> arguments() {
        return List.of();
    }
}
