package fr.passerelle.beneylu.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where signing in goes on; it may carry a one-time code and is for nobody's log. */
public record Redirect(@JsonProperty("redirect_url") String url) {
    public Redirect {
        Wire.present(url, "redirect_url");
    }

    @Override
    public String toString() {
        return "Redirect";
    }
}
