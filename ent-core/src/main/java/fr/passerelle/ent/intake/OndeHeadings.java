package fr.passerelle.ent.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Headings as they vary from one export to the next. */
final class OndeHeadings {
    /** Columns that ONDE is known to write and that we have no purpose for: nothing is said of them. */
    private static final Set<String> NOT_NEEDED = Set.of(
            "",
            "sexe",
            "adresse1",
            "cp1",
            "commune1",
            "pays1",
            "adresse2",
            "cp2",
            "commune2",
            "pays2",
            "cycle",
            "attestationfournie",
            "autorisationsassociations",
            "autorisationsphotos",
            "decisiondepassage",
            "regroupements",
            "ine",
            "identifiantclasse",
            "dateinscription",
            "etat",
            "dispositifs",
            "pcs",
            "civilite",
            "adresse",
            "cp",
            "commune",
            "pays",
            "courriel",
            "telephonedomicile",
            "telephonetravail",
            "numerodeposte",
            "telephoneportable",
            "civiliteresponsable",
            "adresseresponsable",
            "cpresponsable",
            "communeresponsable",
            "nomdusageenfant");

    private static final Pattern NOT_A_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

    private OndeHeadings() {}

    /** Whether ONDE is known to write it, read or not. */
    static boolean isKnown(String key) {
        return NOT_NEEDED.contains(key)
                || Arrays.stream(OndeField.values())
                        .anyMatch(field -> field.keys().contains(key));
    }

    /** A heading without what varies: accents, case, blanks, stars, quotes and marks. */
    static String key(String heading) {
        String decomposed = Normalizer.normalize(heading, Normalizer.Form.NFKD);
        return NOT_A_LETTER_OR_DIGIT.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
