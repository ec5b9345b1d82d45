package fr.passerelle.ent.intake;

import fr.passerelle.ent.model.Sentences;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something to tell about one line of a file. It never quotes a cell, so that it may be printed and kept.
 *
 * @param line where the line begins in the file, from 1; the headings are line 1
 * @param facts what the sentence fills in besides the line
 */
public record Finding(int line, IntakeReason reason, Map<String, String> facts) {
    public Finding {
        facts = Map.copyOf(facts);
    }

    static Finding of(int line, IntakeReason reason) {
        return new Finding(line, reason, Map.of());
    }

    static Finding of(int line, IntakeReason reason, String fact, Object value) {
        return new Finding(line, reason, Map.of(fact, value.toString()));
    }

    /** Whether the line is left out of the roster; otherwise it is kept. */
    public boolean refused() {
        return reason.refusesLine();
    }

    /** The sentence with its line and code, for people. */
    public String sentence(Locale locale) {
        Map<String, String> all = new HashMap<>(facts);
        all.put("line", Integer.toString(line));
        return Sentences.withCode(reason, all, locale);
    }
}
