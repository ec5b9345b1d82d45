package fr.passerelle.ent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The national number of a school (<i>unité administrative immatriculée</i>): seven digits and a check letter, for
 * example {@code 0771369V}.
 *
 * <p>The letter is the digits modulo 23 in the alphabet without I, O and Q.
 *
 * @param value in upper case, check letter verified
 */
public record Uai(@JsonValue String value) implements PlaceId {
    private static final Pattern FORM = Pattern.compile("[0-9]{7}[A-Z]");
    private static final String CHECK_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    /** @throws InvalidUai if the form is wrong or the check letter does not fit the digits */
    public Uai {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidUai(value, "seven digits and a letter are expected");
        }
        char expected = checkLetter(value);
        if (value.charAt(7) != expected) {
            throw new InvalidUai(value, "its check letter would be " + expected);
        }
    }

    /**
     * Reads a UAI as people type it: surrounding blanks and a lower-case letter are accepted.
     *
     * @throws InvalidUai see the constructor
     */
    @JsonCreator
    public static Uai parse(String text) {
        return new Uai(text.strip().toUpperCase(Locale.ROOT));
    }

    private static char checkLetter(String value) {
        return CHECK_LETTERS.charAt(Integer.parseInt(value.substring(0, 7)) % CHECK_LETTERS.length());
    }

    @Override
    public String toString() {
        return value;
    }

    /** A text that is no UAI; the message quotes it and says why. */
    public static final class InvalidUai extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private InvalidUai(String value, String why) {
            super("\"" + (value.length() > 20 ? value.substring(0, 20) + "…" : value) + "\" is not a UAI: " + why
                    + ".");
        }
    }
}
