package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Coded;
import fr.passerelle.ent.model.Sentences;
import java.util.Locale;
import java.util.Map;

/**
 * Something that {@link Store#verify} found wrong.
 *
 * @param reason mostly a {@link StoreReason}
 * @param facts what its sentence fills in, by name; ids and positions only
 */
public record Finding(Coded reason, Map<String, String> facts) {
    public Finding {
        facts = Map.copyOf(facts);
    }

    /** Sentence and code in a language, see {@link Sentences#withCode}. */
    public String sentence(Locale locale) {
        return Sentences.withCode(reason, facts, locale);
    }
}
