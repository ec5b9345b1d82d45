package fr.passerelle.ent.store;

import fr.passerelle.ent.privacy.SubjectKeys;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

final class PostgresUnderTest extends StoreUnderTest {
    final PGSimpleDataSource database;
    final PGSimpleDataSource keys;

    PostgresUnderTest(Path directory) {
        this(
                directory,
                PostgresServer.shared().createDatabase(),
                PostgresServer.shared().createDatabase());
    }

    /** Over databases that are there already. */
    PostgresUnderTest(Path directory, PGSimpleDataSource database, PGSimpleDataSource keys) {
        super(directory);
        this.database = database;
        this.keys = keys;
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
    void lockPositions(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Sql.execute(connection, "SELECT pg_advisory_xact_lock(" + 0x70617373 + ", 2)");
    }

    @Override
    String prefix() {
        return "passerelle.";
    }
}
