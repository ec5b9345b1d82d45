package fr.passerelle.ent.store;

import fr.passerelle.ent.privacy.SubjectKeys;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

final class PostgresUnderTest extends StoreUnderTest {
    final PGSimpleDataSource database;
    private final PGSimpleDataSource keys;

    PostgresUnderTest(Path directory) {
        super(directory);
        database = PostgresServer.shared().createDatabase();
        keys = PostgresServer.shared().createDatabase();
    }

    @Override
    StoreLocation location() {
        return new StoreLocation.Shared(database);
    }

    @Override
    SubjectKeys openKeys() {
        return JdbcSubjectKeys.database(keys, TIME);
    }

    @Override
    Connection connect() throws SQLException {
        return database.getConnection();
    }

    @Override
    String prefix() {
        return "passerelle.";
    }
}
