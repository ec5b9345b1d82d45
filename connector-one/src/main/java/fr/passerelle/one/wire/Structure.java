package fr.passerelle.one.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A school in {@code GET /directory/structure/admin/list}. */
public record Structure(
        String id, @JsonProperty("UAI") @Nullable String uai) {
    public Structure {
        Wire.id(id, "id");
    }
}
