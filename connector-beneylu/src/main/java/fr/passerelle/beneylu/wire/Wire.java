package fr.passerelle.beneylu.wire;

import org.jspecify.annotations.Nullable;

/** What the records check when they are read. */
final class Wire {
    private Wire() {}

    static void present(@Nullable Object value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("The field " + field + " is missing.");
        }
    }
}
