package fr.passerelle.beneylu.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Why a sign-in went wrong, by the directory ({@code error_message}) or by the application ({@code error}). */
public record SignInError(
        @Nullable String error,
        @JsonProperty("error_message") @Nullable String message) {}
