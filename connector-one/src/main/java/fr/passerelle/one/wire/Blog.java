package fr.passerelle.one.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A blog as {@code GET /blog/list/all} and {@code POST /blog} show it.
 *
 * @param visibility {@code OWNER} for one that only its shares open, {@code PUBLIC} for one that anybody reads
 */
public record Blog(
        @JsonProperty("_id") String id,
        @Nullable String description,
        @Nullable String visibility,
        Author author,
        List<Share> shared) {
    public Blog {
        Wire.id(id, "_id");
        Wire.present(author, "author");
        Wire.present(shared, "shared");
    }
}
