package fr.passerelle.one.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Answer of {@code POST /auth/oauth2/token}. */
public record Token(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("refresh_token") @Nullable String refreshToken,
        @JsonProperty(value = "expires_in", required = true) long expiresInSeconds) {
    public Token {
        Wire.word(accessToken, "access_token");
    }

    @Override
    public String toString() {
        return "Token[" + expiresInSeconds + " s]";
    }
}
