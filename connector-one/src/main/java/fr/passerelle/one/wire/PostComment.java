package fr.passerelle.one.wire;

import org.jspecify.annotations.Nullable;

/**
 * A comment in {@code GET /blog/comments/:blog/:post}.
 *
 * @param comment plain text
 * @param state {@code PUBLISHED}, or else it waits for who moderates
 * @param created when it was written; null where an answer leaves it out
 */
public record PostComment(
        String comment,
        @Nullable String state,
        @Nullable Named author,
        @Nullable StoredDate created) {
    public PostComment {
        Wire.present(comment, "comment");
    }

    /** Whether readers see it. */
    public boolean isShown() {
        return state == null || state.equals("PUBLISHED");
    }

    /** Who wrote it, as people read it. */
    public record Named(@Nullable String username) {}

    @Override
    public String toString() {
        return "PostComment";
    }
}
