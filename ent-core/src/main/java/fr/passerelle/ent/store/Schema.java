package fr.passerelle.ent.store;

import fr.passerelle.ent.model.CodedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Creates the tables and brings older ones up to date, one numbered script after the other, inside the caller's
 * transaction.
 *
 * <p>Not Flyway: on the class path of a Spring Boot town app its auto-configuration would start to manage the town's own
 * database, and the town's Flyway version would override ours. Five tables do not need it.
 *
 * @param name PostgreSQL's schema
 * @param scripts resources beside this class, in order; once released, a script never changes
 */
record Schema(String name, List<String> scripts) {
    static final Schema STORE = new Schema("passerelle", List.of("store-1.sql"));
    static final Schema KEYS = new Schema("passerelle_keys", List.of("keys-1.sql"));

    void bringUpToDate(Connection connection, Dialect dialect) throws SQLException {
        if (dialect == Dialect.POSTGRES) {
            Sql.execute(connection, "CREATE SCHEMA IF NOT EXISTS " + name);
        }
        String history = dialect.prefix(name) + "schema_version";
        Sql.execute(connection, "CREATE TABLE IF NOT EXISTS " + history + " (version INTEGER PRIMARY KEY)");
        int version = Sql.first(connection, "SELECT coalesce(max(version), 0) FROM " + history, row -> row.getInt(1))
                .orElse(0);
        if (version > scripts.size()) {
            throw new CodedException(StoreReason.NEWER_SCHEMA, Map.of("version", Integer.toString(version)));
        }
        for (int next = version; next < scripts.size(); next++) {
            for (String statement : script(scripts.get(next)).split(";\\s*\n", -1)) {
                if (!statement.isBlank()) {
                    Sql.execute(connection, dialect.fill(statement, name));
                }
            }
            Sql.run(connection, "INSERT INTO " + history + " (version) VALUES (?)", next + 1);
        }
    }

    private static String script(String resource) {
        try (InputStream stream = Objects.requireNonNull(Schema.class.getResourceAsStream(resource))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
