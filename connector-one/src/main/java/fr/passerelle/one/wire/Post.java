package fr.passerelle.one.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A post as it is listed or created.
 *
 * @param state {@code DRAFT}, {@code SUBMITTED} or {@code PUBLISHED}
 * @param created when it was first written; null where an answer leaves it out
 * @param content HTML; null where it was not asked for
 */
public record Post(
        @JsonProperty("_id") String id,
        String title,
        @Nullable String content,
        String state,
        @Nullable StoredDate created,
        Author author) {
    public Post {
        Wire.id(id, "_id");
        Wire.present(title, "title");
        Wire.present(state, "state");
        Wire.present(author, "author");
    }

    @Override
    public String toString() {
        return "Post[" + state + "]";
    }
}
