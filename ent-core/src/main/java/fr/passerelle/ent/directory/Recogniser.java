package fr.passerelle.ent.directory;

import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.privacy.Vault;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Makes the keys by which somebody is recognised in a later file.
 *
 * <p>Names are compared without accents, case, blanks, hyphens and apostrophes, so that {@code DE LA TOUR-D'ÉGUY},
 * {@code Delatour d’Eguy} and {@code de la Tour Déguy} are one name.
 *
 * <p>A pupil is recognised in the whole town, by her names and birth date. No file gives an adult's birth date, so that she
 * is known by her names alone, within one school and as what she is there. Three things follow. Whoever teaches at two
 * schools, or has children at two, is two persons here, each with her own classes or children, and is to be erased at both;
 * so is a teacher whose child is at her own school. Nobody is ever taken for a namesake at another school. And homonyms at
 * one school share their names' key: a person tells them apart once, and from then on a child or class that only one of
 * them has.
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
                name(familyName, firstName),
                vault.hmac("match/birth", first + "|" + birthDate));
    }

    /**
     * The keys of an adult whose names nobody else has at the school.
     *
     * @param guardian whether she is known as a guardian, and not as a teacher
     */
    MatchKeys adult(Uai school, boolean guardian, String familyName, String firstName) {
        String family = normalised(familyName);
        String first = normalised(firstName);
        String role = guardian ? "guardian" : "staff";
        return new MatchKeys(
                vault.hmac("match/adult", role + "|" + school + "|" + family + "|" + first),
                name(familyName, firstName),
                vault.hmac("match/first", first));
    }

    /**
     * The keys of an adult who has her names in common with another one of the school.
     *
     * @param tie a child or class of hers that the other one does not have
     */
    MatchKeys homonym(MatchKeys keys, UUID tie) {
        return new MatchKeys(vault.hmac("match/homonym", keys.exact() + "|" + tie), keys.name(), keys.first());
    }

    /** The key that two people of the same family name and first name share, as in {@link MatchKeys#name()}. */
    String name(String familyName, String firstName) {
        return vault.hmac("match/name", normalised(familyName) + "|" + normalised(firstName));
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
