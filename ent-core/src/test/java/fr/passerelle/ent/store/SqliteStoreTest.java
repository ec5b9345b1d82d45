package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SqliteStoreTest extends StoreSuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new SqliteUnderTest(directory);
    }

    @Test
    void its_files_are_for_their_owner_only() throws IOException {
        Files.createDirectories(directory.resolve("data"));
        Files.createDirectories(directory.resolve("keys"));
        done(write("a"));
        for (String part : new String[] {"data", "keys"}) {
            try (Stream<Path> files = Files.list(directory.resolve(part))) {
                assertThat(files.filter(file -> file.toString().contains(".db")
                                && !file.toString().endsWith(".lock")))
                        .isNotEmpty()
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }
}
