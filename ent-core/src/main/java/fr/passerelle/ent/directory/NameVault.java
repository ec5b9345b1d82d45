package fr.passerelle.ent.directory;

import fr.passerelle.ent.model.Personal;
import java.util.Collection;
import java.util.List;

/** What an import needs of {@code privacy}. Safe for several threads. */
public interface NameVault {

    /**
     * A keyed hash, always the same for the same key, purpose and text.
     *
     * @param purpose hashes of two purposes cannot be compared
     */
    String hmac(String purpose, String text);

    /** Opens a value for this request; one whose key is gone comes back {@link Personal.Erased}. */
    <T> Personal<T> open(Personal<T> value);

    /** Opens values for this request, in their order; one whose key is gone comes back {@link Personal.Erased}. */
    <T> List<Personal<T>> openAll(Collection<? extends Personal<T>> values);

    /** Whether a person with this {@link fr.passerelle.ent.person.MatchKeys#exact()} was erased. */
    boolean erasedMatch(String exactKey);
}
