package fr.passerelle.beneylu.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The directory asks who is there. */
public record Challenge(
        @JsonProperty("csrf_token") String token,
        @JsonProperty("login_url") String url) {
    public Challenge {
        Wire.present(token, "csrf_token");
        Wire.present(url, "login_url");
    }

    @Override
    public String toString() {
        return "Challenge";
    }
}
