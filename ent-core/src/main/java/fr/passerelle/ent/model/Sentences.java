package fr.passerelle.ent.model;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences that people read about a {@link Coded} thing: French by default, English when asked for.
 *
 * <p>They stand in {@code sentences_fr.properties} and {@code sentences_en.properties} beside this class, under the
 * code; a fact is written {@code {name}}.
 */
public final class Sentences {
    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

    private Sentences() {}

    /**
     * The sentence with its facts filled in, without the code.
     *
     * @param locale English for {@code en}, French for everything else
     */
    public static String sentence(Coded coded, Map<String, String> facts, Locale locale) {
        return FACT.matcher(bundle(locale).getString(coded.code()))
                .replaceAll(fact -> Matcher.quoteReplacement(facts.getOrDefault(fact.group(1), "?")));
    }

    /** Sentence and code as every surface shows them, for example {@code Cette école existe déjà. (ENT-101)}. */
    public static String withCode(Coded coded, Map<String, String> facts, Locale locale) {
        return sentence(coded, facts, locale) + " (" + coded.code() + ")";
    }

    /** All sentences of a language by code, for the error table and its test. */
    public static ResourceBundle bundle(Locale locale) {
        Locale language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        return ResourceBundle.getBundle(
                Sentences.class.getPackageName() + ".sentences",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
