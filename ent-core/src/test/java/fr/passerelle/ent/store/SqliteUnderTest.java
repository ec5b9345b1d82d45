package fr.passerelle.ent.store;

import fr.passerelle.ent.privacy.SubjectKeys;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

final class SqliteUnderTest extends StoreUnderTest {
    SqliteUnderTest(Path directory) {
        super(directory);
    }

    Path database() {
        return directory.resolve("data").resolve("passerelle.db");
    }

    @Override
    StoreLocation location() {
        return new StoreLocation.File(database());
    }

    @Override
    SubjectKeys openKeys() {
        return JdbcSubjectKeys.file(directory.resolve("keys").resolve("keys.db"), TIME);
    }

    @Override
    Connection connect() throws SQLException {
        return SqliteDatabase.source(database(), SqliteDatabase.config()).getConnection();
    }

    @Override
    void lockPositions(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    String prefix() {
        return "";
    }
}
