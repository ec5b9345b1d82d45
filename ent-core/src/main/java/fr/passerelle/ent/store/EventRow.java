package fr.passerelle.ent.store;

import fr.passerelle.ent.model.EventType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * One stored event, as it lies in the table. Its form is final: bytes written by any release read for ever.
 *
 * @param position counts all events of the store from 1
 * @param stream {@code feature/id}
 * @param sequence counts the stream's events from 0
 * @param time microseconds since 1970
 * @param payload the event as JSON, personal values sealed
 * @param metadata JSON: which command it follows from
 * @param crc CRC-32C of everything but the position and the previous hash: finds accidents
 * @param previousHash the {@link #hash} of the stream's event before, or {@link #NONE}: finds changes
 */
record EventRow(
        long position,
        String stream,
        long sequence,
        String type,
        int revision,
        long time,
        byte[] payload,
        byte[] metadata,
        long crc,
        byte[] previousHash) {
    /** What a stream's first event has for a previous hash. */
    static final byte[] NONE = new byte[32];

    /** The columns in the order of {@link #read}. */
    static final String COLUMNS =
            "position, stream, sequence, type, revision, time, payload, metadata, crc, previous_hash";

    static EventRow of(
            long position,
            String stream,
            long sequence,
            EventType type,
            Instant time,
            byte[] payload,
            byte[] metadata,
            byte[] previousHash) {
        EventRow unsigned = new EventRow(
                position,
                stream,
                sequence,
                type.name(),
                type.revision(),
                Micros.of(time),
                payload,
                metadata,
                0,
                previousHash);
        return new EventRow(
                position,
                stream,
                sequence,
                unsigned.type,
                unsigned.revision,
                unsigned.time,
                payload,
                metadata,
                unsigned.computedCrc(),
                previousHash);
    }

    static EventRow read(ResultSet row) throws SQLException {
        return new EventRow(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getInt(5),
                row.getLong(6),
                row.getBytes(7),
                row.getBytes(8),
                row.getLong(9),
                row.getBytes(10));
    }

    EventType eventType() {
        return new EventType(type, revision);
    }

    Instant instant() {
        return Micros.instant(time);
    }

    /** Whether the checksum fits what stands in the row. */
    boolean isIntact() {
        return crc == computedCrc();
    }

    /** SHA-256 over the previous hash and everything that the checksum covers. */
    byte[] hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previousHash);
            return digest.digest(canonical());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }

    boolean follows(byte[] hash) {
        return MessageDigest.isEqual(previousHash, hash);
    }

    private long computedCrc() {
        CRC32C checksum = new CRC32C();
        checksum.update(canonical());
        return checksum.getValue();
    }

    /** Every field with its length before it, so that no two rows have the same bytes. */
    private byte[] canonical() {
        byte[] streamBytes = stream.getBytes(StandardCharsets.UTF_8);
        byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 * Integer.BYTES
                        + Integer.BYTES
                        + 2 * Long.BYTES
                        + streamBytes.length
                        + typeBytes.length
                        + payload.length
                        + metadata.length)
                .putInt(streamBytes.length)
                .put(streamBytes)
                .putLong(sequence)
                .putInt(typeBytes.length)
                .put(typeBytes)
                .putInt(revision)
                .putLong(time)
                .putInt(payload.length)
                .put(payload)
                .putInt(metadata.length)
                .put(metadata)
                .array();
    }
}
