package fr.passerelle.ent.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
final class PostgresSubjectKeysTest extends SubjectKeysSuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new PostgresUnderTest(directory);
    }

    @Override
    Connection connectToKeys(Path directory) throws SQLException {
        return ((PostgresUnderTest) tested).keys.getConnection();
    }
}
