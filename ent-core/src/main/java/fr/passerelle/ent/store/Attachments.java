package fr.passerelle.ent.store;

import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.StoreUnavailable;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.privacy.KeyReason;
import fr.passerelle.ent.privacy.SealedBytes;
import fr.passerelle.ent.privacy.Vault;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files that go with communications: sealed under their communication's key, named by a keyed hash, kept before the
 * command that names them is sent. What a stream names it claims (see {@link AttachmentId#NAMESPACE}); what no stream
 * claims is dropped after a while. Safe for several threads.
 */
public final class Attachments {
    private final Database database;
    private final WriteLane lane;
    private final Vault vault;
    private final String table;
    private final String claim;

    Attachments(Database database, WriteLane lane, Vault vault) {
        this.database = database;
        this.lane = lane;
        this.vault = vault;
        this.table = database.prefix() + "attachment";
        this.claim = database.prefix() + "claim";
    }

    private record Row(SubjectId subject, SealedBytes bytes) {}

    /**
     * Keeps a file; durable when this returns. The same file again is the same attachment.
     *
     * @throws CodedException {@link KeyReason#SUBJECT_ERASED}
     * @throws StoreUnavailable if it cannot be written now
     */
    public AttachmentId keep(SubjectId subject, byte[] clear, Instant now) {
        AttachmentId id = new AttachmentId(vault.hmac("attachment", subject + "|" + sha256(clear)));
        SealedBytes sealed = vault.sealBytes(subject, id.value(), clear);
        lane.transact(connection -> Sql.run(
                connection,
                "INSERT INTO " + table + " (id, subject, created, key_version, bytes) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET created = excluded.created",
                id.value(),
                subject.toString(),
                Micros.of(now),
                sealed.keyVersion(),
                sealed.bytes()));
        return id;
    }

    /** Whether a file lies here for this subject. */
    public boolean holds(SubjectId subject, AttachmentId id) {
        return read(connection -> Sql.first(
                        connection,
                        "SELECT subject FROM " + table + " WHERE id = ?",
                        row -> row.getString(1),
                        id.value()))
                .filter(subject.toString()::equals)
                .isPresent();
    }

    /**
     * Opens a file.
     *
     * @return empty if its subject's key is gone
     * @throws CodedException {@link StoreReason#ATTACHMENT_MISSING} or {@link StoreReason#ATTACHMENT_DAMAGED}
     */
    public Optional<byte[]> open(SubjectId subject, AttachmentId id) {
        Row row = read(connection -> row(connection, id))
                .filter(found -> found.subject().equals(subject))
                .orElseThrow(() -> broken(StoreReason.ATTACHMENT_MISSING, id, "communication/" + subject));
        return opened(id, row);
    }

    private Optional<byte[]> opened(AttachmentId id, Row row) {
        try {
            return vault.openBytes(row.subject(), id.value(), row.bytes());
        } catch (CodedException e) {
            throw e.reason() == KeyReason.SEAL_BROKEN
                    ? broken(StoreReason.ATTACHMENT_DAMAGED, id, "communication/" + row.subject())
                    : e;
        }
    }

    private Optional<Row> row(Connection connection, AttachmentId id) throws SQLException {
        return Sql.first(
                connection,
                "SELECT subject, key_version, bytes FROM " + table + " WHERE id = ?",
                row -> new Row(SubjectId.parse(row.getString(1)), new SealedBytes(row.getInt(2), row.getBytes(3))),
                id.value());
    }

    /** Drops what was kept before an instant and no stream claims; how many files that were. */
    int sweep(Instant before) {
        return lane.transact(connection -> Sql.run(
                connection,
                "DELETE FROM " + table + " WHERE created < ? AND NOT EXISTS (SELECT 1 FROM " + claim
                        + " c WHERE c.namespace = ? AND c.key = " + table + ".id)",
                Micros.of(before),
                AttachmentId.NAMESPACE));
    }

    /** What is missing or was changed. One file is in memory at a time. */
    List<Finding> verify(Connection snapshot) throws SQLException {
        List<Finding> findings = new ArrayList<>(Sql.list(
                snapshot,
                "SELECT key, stream FROM " + claim + " c WHERE namespace = ? AND NOT EXISTS (SELECT 1 FROM " + table
                        + " a WHERE a.id = c.key) ORDER BY stream, key",
                row -> new Finding(
                        StoreReason.ATTACHMENT_MISSING,
                        Map.of("attachment", row.getString(1), "stream", row.getString(2))),
                AttachmentId.NAMESPACE));
        for (String id : Sql.list(snapshot, "SELECT id FROM " + table + " ORDER BY id", row -> row.getString(1))) {
            AttachmentId attachment = new AttachmentId(id);
            try {
                row(snapshot, attachment).ifPresent(row -> opened(attachment, row));
            } catch (CodedException e) {
                findings.add(new Finding(e.reason(), e.facts()));
            }
        }
        return findings;
    }

    private static CodedException broken(StoreReason reason, AttachmentId id, String stream) {
        return new CodedException(reason, Map.of("attachment", id.value(), "stream", stream));
    }

    private <T> T read(WriteLane.Work<T> query) {
        try (Connection connection = database.readers().getConnection()) {
            return query.run(connection);
        } catch (SQLException e) {
            throw new StoreUnavailable("The store cannot be read now.", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
