package fr.passerelle.ent.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements in one call each. */
final class Sql {
    private Sql() {}

    /** Reads one row where the result set stands. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows, in the query's order. */
    static <T> List<T> list(Connection connection, String query, Row<T> row, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(row.read(rows));
                }
                return result;
            }
        }
    }

    /** The first row, if any. */
    static <T> Optional<T> first(Connection connection, String query, Row<T> row, @Nullable Object... values)
            throws SQLException {
        return list(connection, query, row, values).stream().findFirst();
    }

    /** Changes rows and tells how many. */
    static int run(Connection connection, String change, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(change)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** Runs a statement that may or may not answer with rows, and ignores them. */
    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            Object value = values[index];
            if (value == null) {
                statement.setNull(index + 1, Types.NULL);
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(index + 1, bytes);
            } else {
                statement.setObject(index + 1, value);
            }
        }
    }
}
