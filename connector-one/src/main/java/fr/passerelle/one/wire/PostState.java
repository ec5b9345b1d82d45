package fr.passerelle.one.wire;

import org.jspecify.annotations.Nullable;

/** Answer of the PUT routes of a post; {@code state} is missing where it did not change. */
public record PostState(@Nullable String state) {}
