package fr.passerelle.beneylu.sandbox;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** The names in addresses that titles give. */
final class Slugs {
    private Slugs() {}

    /** @param taken whether something else has it already */
    static String of(String title, Predicate<String> taken) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String first = plain.isEmpty() ? "n" : plain.substring(0, Math.min(plain.length(), 80));
        String slug = first;
        for (int i = 1; taken.test(slug); i++) {
            slug = first + "-" + i;
        }
        return slug;
    }
}
