package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Feature;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Compares everything with everything: positions and sequences without holes, checksums, each stream's chain of hashes,
 * the read model with a replay, the claims with the events. And makes the last two again from the events. One stream is
 * in memory at a time.
 */
final class Inspection {
    private static final int ROWS_AT_ONCE = 500;

    private final Features features;
    private final EventCodec codec;
    private final StateTable states;
    private final Claims claims;
    private final String prefix;

    Inspection(Features features, EventCodec codec, StateTable states, Claims claims, Database database) {
        this.features = features;
        this.codec = codec;
        this.states = states;
        this.claims = claims;
        this.prefix = database.prefix();
    }

    private interface Auditor {
        void stream(StreamAudit<?> audit) throws SQLException;
    }

    /**
     * Looks, and changes nothing.
     *
     * @param snapshot a connection that sees one moment
     * @param projectedTo how far the read model had come at that moment
     */
    List<Finding> verify(Connection snapshot, long projectedTo) throws SQLException {
        List<Finding> findings = new ArrayList<>(holesInPositions(snapshot));
        audit(snapshot, projectedTo, findings, audit -> {
            findings.addAll(audit.findings());
            if (audit.isWhole()) {
                compare(snapshot, audit, findings);
            }
        });
        for (String stream : Sql.list(
                snapshot,
                "SELECT feature, id FROM " + prefix + "state s WHERE NOT EXISTS (SELECT 1 FROM " + prefix
                        + "event e WHERE e.stream = s.feature || '/' || s.id)",
                row -> row.getString(1) + "/" + row.getString(2))) {
            findings.add(new Finding(StoreReason.STATE_DIFFERS, Map.of("stream", stream)));
        }
        for (String stream : Sql.list(
                snapshot,
                "SELECT DISTINCT stream FROM " + prefix + "claim c WHERE NOT EXISTS (SELECT 1 FROM " + prefix
                        + "event e WHERE e.stream = c.stream)",
                row -> row.getString(1))) {
            findings.add(new Finding(StoreReason.CLAIMS_DIFFER, Map.of("stream", stream)));
        }
        return findings;
    }

    /**
     * Makes the read model and the claims again from the events, up to where the read model stood; a stream with a row
     * that cannot be read is folded up to that row.
     */
    void rebuild(Connection writer, long projectedTo) throws SQLException {
        states.clear(writer);
        claims.clear(writer);
        audit(writer, projectedTo, new ArrayList<>(), audit -> {
            states.write(writer, audit.entry());
            claims.apply(writer, audit.stream(), audit.held());
        });
    }

    private void audit(Connection connection, long projectedTo, List<Finding> unknown, Auditor auditor)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT " + EventRow.COLUMNS + " FROM " + prefix + "event ORDER BY stream, sequence")) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                @Nullable StreamAudit<?> audit = null;
                while (rows.next()) {
                    EventRow row = EventRow.read(rows);
                    if (audit != null && !audit.stream().equals(row.stream())) {
                        auditor.stream(audit);
                        audit = null;
                    }
                    Optional<Feature<?, ?, ?>> feature = features.ofStream(row.stream());
                    if (feature.isEmpty()) {
                        unknown.add(new Finding(
                                StoreReason.EVENT_UNKNOWN,
                                Map.of("position", Long.toString(row.position()), "type", row.type())));
                        continue;
                    }
                    if (audit == null) {
                        audit = new StreamAudit<>(codec, feature.get(), row.stream(), projectedTo);
                    }
                    audit.row(row);
                }
                if (audit != null) {
                    auditor.stream(audit);
                }
            }
        }
    }

    private <S> void compare(Connection snapshot, StreamAudit<S> audit, List<Finding> findings) throws SQLException {
        String stream = audit.stream();
        if (!isAsReplayed(snapshot, audit)) {
            findings.add(new Finding(StoreReason.STATE_DIFFERS, Map.of("stream", stream)));
        }
        if (!claims.of(snapshot, stream).equals(audit.held())) {
            findings.add(new Finding(StoreReason.CLAIMS_DIFFER, Map.of("stream", stream)));
        }
    }

    private <S> boolean isAsReplayed(Connection snapshot, StreamAudit<S> audit) throws SQLException {
        try {
            return matches(states.find(snapshot, audit.feature(), Features.id(audit.stream())), audit);
        } catch (JacksonException unreadable) {
            return false;
        }
    }

    private <S> boolean matches(Optional<Folded<S>> stored, StreamAudit<S> audit) {
        Folded<S> expected = audit.projected();
        if (expected.sequence() < 0 || stored.isEmpty()) {
            return expected.sequence() < 0 && stored.isEmpty();
        }
        Folded<S> found = stored.get();
        // Both have been through JSON: what JSON does not tell apart is no difference.
        S state = codec.readState(
                codec.writeState(expected.state()), audit.feature().state());
        return found.position() == expected.position()
                && found.sequence() == expected.sequence()
                && found.created() == expected.created()
                && Arrays.equals(found.hash(), expected.hash())
                && found.state().equals(state);
    }

    /** Commands and the read model know positions, too: an end of the events that was cut off shows in them. */
    private List<Finding> holesInPositions(Connection connection) throws SQLException {
        long count = number(connection, "SELECT count(*) FROM " + prefix + "event");
        long last = number(
                connection,
                "SELECT max(position) FROM (SELECT coalesce(max(position), 0) AS position FROM " + prefix
                        + "event UNION ALL SELECT coalesce(max(position), 0) FROM " + prefix
                        + "command UNION ALL SELECT coalesce(max(position), 0) FROM " + prefix + "state) p");
        if (count == last) {
            return List.of();
        }
        long first = number(connection, "SELECT count(*) FROM " + prefix + "event WHERE position = 1") == 0
                ? 1
                : number(
                        connection,
                        "SELECT min(position) + 1 FROM " + prefix + "event e WHERE NOT EXISTS (SELECT 1 FROM " + prefix
                                + "event n WHERE n.position = e.position + 1)");
        return List.of(new Finding(
                StoreReason.HOLE_IN_POSITIONS,
                Map.of("position", Long.toString(first), "count", Long.toString(last - count))));
    }

    private static long number(Connection connection, String query) throws SQLException {
        return Sql.first(connection, query, row -> row.getLong(1)).orElse(0L);
    }
}
