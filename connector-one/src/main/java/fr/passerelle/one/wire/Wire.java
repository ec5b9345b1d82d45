package fr.passerelle.one.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every record of this package asks of its fields when it is read. */
final class Wire {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern WORD = Pattern.compile("[!-~]+");

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
     * A number that goes into a path or a body later.
     *
     * @throws IllegalArgumentException if it is missing or anything else
     */
    static String number(@Nullable String number, String field) {
        if (number == null || !NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException(field);
        }
        return number;
    }

    /**
     * A word that goes into a header later: not empty, no blank in it.
     *
     * @throws IllegalArgumentException if it is missing or anything else
     */
    static String word(@Nullable String word, String field) {
        if (word == null || !WORD.matcher(word).matches()) {
            throw new IllegalArgumentException(field);
        }
        return word;
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
