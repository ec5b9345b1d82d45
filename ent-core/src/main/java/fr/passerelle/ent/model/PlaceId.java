package fr.passerelle.ent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/**
 * Where people work and families are reached: a school, known by its {@link Uai}, or a leisure centre, known by a
 * {@link LeisureCentreId}. The two forms never overlap, so the text alone says which it is.
 */
public sealed interface PlaceId permits Uai, LeisureCentreId {

    /** The id as people write it, for example {@code 0771369V} or {@code CL-TOURNELLES}. */
    String value();

    /**
     * Reads either form; surrounding blanks and lower case are accepted.
     *
     * @throws IllegalArgumentException if the text is neither a valid UAI nor a leisure-centre id; the sentence says
     *     what is wrong
     */
    @JsonCreator
    static PlaceId parse(String text) {
        return text.strip().toUpperCase(Locale.ROOT).startsWith(LeisureCentreId.PREFIX)
                ? LeisureCentreId.parse(text)
                : Uai.parse(text);
    }
}
