package fr.passerelle.beneylu.wire;

import org.jspecify.annotations.Nullable;

/**
 * A group that the account belongs to, or the one that its session stands in.
 *
 * @param type for example {@code CLASSROOM}
 */
public record Group(
        @Nullable Integer id,
        @Nullable String label,
        @Nullable String type) {
    public Group {
        Wire.present(id, "id");
        Wire.present(label, "label");
    }

    /** Its id as it stands in handles and paths. */
    public String number() {
        return String.valueOf(id);
    }

    public boolean isClass() {
        return "CLASSROOM".equalsIgnoreCase(type);
    }
}
