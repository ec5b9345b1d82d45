package fr.passerelle.one.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A document or a folder, in {@code GET /workspace/documents}, {@code GET /workspace/folders/list} and the answer of
 * {@code POST /workspace/document}.
 *
 * @param metadata null for a folder
 * @param modified as {@code yyyy-MM-dd HH:mm.ss.SSS} in the server's own time, or null
 * @param isShared whether others may read it, by itself or by its folder
 * @param openToSignedIn whether anybody who is signed in may read it; null where it is not so, and in every list
 */
public record StoredElement(
        @JsonProperty("_id") String id,
        String name,
        @Nullable Metadata metadata,
        @Nullable String modified,
        boolean isShared,
        @JsonProperty("protected") @Nullable Boolean openToSignedIn) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm.ss.SSS");

    public StoredElement {
        Wire.id(id, "_id");
        Wire.present(name, "name");
    }

    /**
     * What ONE knows of a document's bytes.
     *
     * @param size in bytes, or null
     */
    public record Metadata(@Nullable Long size) {}

    /** Whether an upload made it one that anybody who is signed in may read. */
    public boolean isProtected() {
        return Boolean.TRUE.equals(openToSignedIn);
    }

    /** The bytes of a document, -1 where ONE does not tell. */
    public long size() {
        return metadata == null || metadata.size() == null ? -1 : metadata.size();
    }

    /** When its content was last written, taken for UTC; null where it is not told as known. */
    public @Nullable Instant instant() {
        try {
            return modified == null ? null : LocalDateTime.parse(modified, DATE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException other) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "StoredElement[" + id + "]";
    }
}
