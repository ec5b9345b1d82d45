package fr.passerelle.ent.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
final class StoreSpeedTest {
    @TempDir
    Path directory;

    @Test
    void sqlite_is_measured() throws Exception {
        try (StoreUnderTest tested = new SqliteUnderTest(directory)) {
            new StoreSpeed(tested).measure();
        }
    }

    @Test
    @Tag("postgres")
    void postgres_is_measured() throws Exception {
        try (StoreUnderTest tested = new PostgresUnderTest(directory)) {
            new StoreSpeed(tested).measure();
        }
    }
}
