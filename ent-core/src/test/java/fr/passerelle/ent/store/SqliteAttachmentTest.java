package fr.passerelle.ent.store;

import java.nio.file.Path;

final class SqliteAttachmentTest extends AttachmentSuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new SqliteUnderTest(directory);
    }
}
