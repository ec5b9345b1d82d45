package fr.passerelle.one.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every record of this package asks of its fields when it is read. */
final class Wire {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private Wire() {}

    /**
     * An id that goes into a path later: nothing but what ids of ONE are made of.
     *
     * @throws IllegalArgumentException if it is missing or anything else
     */
    static String id(@Nullable String id, String field) {
        if (id == null || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException(field);
        }
        return id;
    }

    /**
     * A field that must be there.
     *
     * @throws IllegalArgumentException if it is missing
     */
    static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field);
        }
        return value;
    }
}
