package fr.passerelle.lilie.wire;

import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code GET /wsprofilsetab}.
 *
 * @param code a kind of people in a school, for example {@code ENS}
 */
public record PortalFunction(@Nullable String code) {
    public PortalFunction {
        if (code == null) {
            throw new IllegalArgumentException("code");
        }
    }
}
