package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.Feature;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of keys that only one stream may hold, see {@link Claim}. */
final class Claims {
    private final String table;

    Claims(Database database) {
        this.table = database.prefix() + "claim";
    }

    /**
     * Takes and gives back what events ask for.
     *
     * @return the stream that holds a wanted key already, if another one does: the transaction must then be rolled back
     */
    Optional<String> apply(Connection connection, String stream, Collection<? extends Claim> claims)
            throws SQLException {
        for (Claim claim : claims) {
            if (claim instanceof Claim.Release release) {
                Sql.run(
                        connection,
                        "DELETE FROM " + table + " WHERE stream = ? AND namespace = ?",
                        stream,
                        release.namespace());
            } else if (claim instanceof Claim.Take take) {
                Sql.run(
                        connection,
                        "INSERT INTO " + table + " (namespace, key, stream) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        take.namespace(),
                        take.key(),
                        stream);
                Optional<String> other =
                        holder(connection, take.namespace(), take.key()).filter(holder -> !holder.equals(stream));
                if (other.isPresent()) {
                    return other;
                }
            }
        }
        return Optional.empty();
    }

    Optional<String> holder(Connection connection, String namespace, String key) throws SQLException {
        return Sql.first(
                connection,
                "SELECT stream FROM " + table + " WHERE namespace = ? AND key = ?",
                row -> row.getString(1),
                namespace,
                key);
    }

    /** What a stream holds. */
    Set<Claim.Take> of(Connection connection, String stream) throws SQLException {
        return new HashSet<>(Sql.list(
                connection,
                "SELECT namespace, key FROM " + table + " WHERE stream = ?",
                row -> new Claim.Take(row.getString(1), row.getString(2)),
                stream));
    }

    void clear(Connection connection) throws SQLException {
        Sql.run(connection, "DELETE FROM " + table);
    }

    /** What an event claims, with its personal values opened where a key is left. */
    static <E extends Event> List<Claim> of(Feature<?, E, ?> feature, Event opened) {
        @SuppressWarnings("unchecked")
        E event = (E) opened;
        return feature.claims().apply(event);
    }

    /** What a stream holds after an event, given what it held before. */
    static void fold(Set<Claim.Take> held, List<Claim> claims) {
        for (Claim claim : claims) {
            if (claim instanceof Claim.Release release) {
                held.removeIf(take -> take.namespace().equals(release.namespace()));
            } else if (claim instanceof Claim.Take take) {
                held.add(take);
            }
        }
    }
}
