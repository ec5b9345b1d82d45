package fr.passerelle.ent.model;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work cannot go on until an operator settles something that has a code: a store in use, a key that others can read, a
 * damaged event. What a caller can answer with another command is a {@link Refusal} instead.
 *
 * <p>Its message is the English sentence with its code; {@link Sentences} has the French one.
 */
public class CodedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Coded reason;
    private final transient Map<String, String> facts;

    /**
     * Nothing below caused it, or the cause would tell more than it should.
     *
     * @param facts what the sentence fills in, by name; never personal data
     */
    public CodedException(Coded reason, Map<String, String> facts) {
        this(reason, facts, null);
    }

    /**
     * Keeps what caused it for the log.
     *
     * @param facts what the sentence fills in, by name; never personal data
     */
    public CodedException(Coded reason, Map<String, String> facts, @Nullable Throwable cause) {
        super(Sentences.withCode(reason, facts, Locale.ENGLISH), cause);
        this.reason = reason;
        this.facts = Map.copyOf(facts);
    }

    /** Its code, under which its sentences stand. */
    public Coded reason() {
        return reason;
    }

    /** What the sentence fills in, by name. */
    public Map<String, String> facts() {
        return facts;
    }

    /** Sentence and code in a language, see {@link Sentences#withCode}. */
    public String sentence(Locale locale) {
        return Sentences.withCode(reason, facts, locale);
    }
}
