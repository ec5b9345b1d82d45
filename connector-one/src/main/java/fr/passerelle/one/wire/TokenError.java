package fr.passerelle.one.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Refusal of {@code POST /auth/oauth2/token}. */
public record TokenError(
        String error,
        @JsonProperty("error_description") @Nullable String description) {
    public TokenError {
        Wire.present(error, "error");
    }
}
