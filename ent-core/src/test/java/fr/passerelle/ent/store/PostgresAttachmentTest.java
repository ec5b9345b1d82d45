package fr.passerelle.ent.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
final class PostgresAttachmentTest extends AttachmentSuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new PostgresUnderTest(directory);
    }
}
