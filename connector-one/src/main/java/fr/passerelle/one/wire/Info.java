package fr.passerelle.one.wire;

import org.jspecify.annotations.Nullable;

/**
 * An info as it is listed or read.
 *
 * @param content HTML; null where there is none
 * @param status {@code DRAFT}, {@code PENDING}, {@code PUBLISHED} or {@code TRASH}
 * @param modified when it was last changed, to the millisecond; grows with each change
 */
public record Info(
        String id,
        String title,
        @Nullable String content,
        String status,
        Owner owner,
        String modified,
        Integer numberOfComments) {
    public Info {
        Wire.number(id, "id");
        Wire.present(title, "title");
        Wire.present(status, "status");
        Wire.present(owner, "owner");
        Wire.present(modified, "modified");
        Wire.present(numberOfComments, "numberOfComments");
    }

    @Override
    public String toString() {
        return "Info[" + status + "]";
    }
}
