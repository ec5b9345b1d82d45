package fr.passerelle.ent.directory;

import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.privacy.Vault;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes the keys by which somebody is recognised in a later file.
 *
 * <p>Names are compared without accents, case, blanks, hyphens and apostrophes, so that {@code DE LA TOUR-D'ÉGUY},
 * {@code Delatour d’Eguy} and {@code de la Tour Déguy} are one name.
 */
public final class Recogniser {
    /** Modifier letters are apostrophes here. */
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]|\\p{Lm}");

    /** Letters that Unicode does not take apart, in upper case. */
    private static final Map<String, String> LIGATURES = Map.of("Œ", "OE", "Æ", "AE", "Ø", "O", "Đ", "D", "Ł", "L");

    private final Vault vault;

    public Recogniser(Vault vault) {
        this.vault = vault;
    }

    /** The keys of somebody; same person in the sense above, same keys. */
    public MatchKeys keys(String familyName, String firstName, LocalDate birthDate) {
        String family = normalised(familyName);
        String first = normalised(firstName);
        return new MatchKeys(
                vault.hmac("match/exact", family + "|" + first + "|" + birthDate),
                vault.hmac("match/name", family + "|" + first),
                vault.hmac("match/birth", first + "|" + birthDate));
    }

    static String normalised(String name) {
        String upper = takenApart(takenApart(name).toUpperCase(Locale.ROOT));
        for (Map.Entry<String, String> ligature : LIGATURES.entrySet()) {
            upper = upper.replace(ligature.getKey(), ligature.getValue());
        }
        return NEITHER_LETTER_NOR_DIGIT.matcher(upper).replaceAll("");
    }

    private static String takenApart(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }
}
