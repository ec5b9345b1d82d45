package fr.passerelle.one.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A comment in {@code GET /actualites/api/v1/infos/:info/comments}.
 *
 * @param comment plain text
 * @param created in UTC, for example {@code 2026-11-23 21:52:43.041425}
 * @param username as people read it
 */
public record InfoComment(
        @JsonProperty("_id") String id,
        String comment,
        @Nullable String created,
        @Nullable String username) {
    public InfoComment {
        Wire.number(id, "_id");
        Wire.present(comment, "comment");
    }

    @Override
    public String toString() {
        return "InfoComment";
    }
}
