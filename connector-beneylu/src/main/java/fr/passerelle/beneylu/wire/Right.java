package fr.passerelle.beneylu.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Whether the account has a right in a group. */
public record Right(@JsonProperty("has_right") @Nullable Boolean granted) {
    public Right {
        Wire.present(granted, "has_right");
    }

    public boolean isGranted() {
        return Boolean.TRUE.equals(granted);
    }
}
