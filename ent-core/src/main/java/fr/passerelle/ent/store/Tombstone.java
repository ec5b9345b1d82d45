package fr.passerelle.ent.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log of erasures.
 *
 * @param number from 1, without gaps
 * @param time microseconds since 1970
 * @param match a keyed hash by which the person is recognised, or null
 * @param hash SHA-256 over everything else
 */
record Tombstone(
        long number, String subject, long time, @Nullable String match, byte[] previousHash, byte[] hash) {
    static final Tombstone BEFORE_FIRST = new Tombstone(0, "", 0, null, new byte[32], new byte[32]);
    static final String COLUMNS = "number, subject, time, person_match, previous_hash, hash";

    static String select(String prefix) {
        return "SELECT " + COLUMNS + " FROM " + prefix + "tombstone";
    }

    static Tombstone read(ResultSet row) throws SQLException {
        return new Tombstone(
                row.getLong(1), row.getString(2), row.getLong(3), row.getString(4), row.getBytes(5), row.getBytes(6));
    }

    /** The line that comes after this one. */
    Tombstone next(String nextSubject, long nextTime, @Nullable String nextMatch) {
        Tombstone unsigned = new Tombstone(number + 1, nextSubject, nextTime, nextMatch, hash, BEFORE_FIRST.hash);
        return new Tombstone(unsigned.number, nextSubject, nextTime, nextMatch, hash, unsigned.computedHash());
    }

    boolean follows(Tombstone before) {
        return number == before.number + 1
                && MessageDigest.isEqual(previousHash, before.hash)
                && MessageDigest.isEqual(hash, computedHash());
    }

    private byte[] computedHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previousHash);
            digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(number)
                    .putLong(time)
                    .flip());
            return digest.digest((subject + "|" + (match == null ? "" : match)).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
