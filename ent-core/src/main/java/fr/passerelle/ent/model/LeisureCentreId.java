package fr.passerelle.ent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A leisure centre's id, chosen by the town in a namespace of its own: {@code CL-} and 1 to 40 capital letters, digits
 * or hyphens, for example {@code CL-TOURNELLES}. A leisure centre has no UAI, and none is invented for it.
 *
 * @param value in upper case, prefix included
 */
public record LeisureCentreId(@JsonValue String value) implements PlaceId {
    /** What every leisure-centre id begins with; no UAI does. */
    public static final String PREFIX = "CL-";

    private static final Pattern FORM = Pattern.compile("CL-[A-Z0-9](?:[A-Z0-9-]{0,39})");

    public LeisureCentreId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A leisure centre's id is CL- and 1 to 40 letters without accent, digits or hyphens.");
        }
    }

    /** Reads an id as people type it: surrounding blanks and lower case are accepted. */
    @JsonCreator
    public static LeisureCentreId parse(String text) {
        return new LeisureCentreId(text.strip().toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
