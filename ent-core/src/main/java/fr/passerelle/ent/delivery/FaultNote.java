package fr.passerelle.ent.delivery;

import fr.passerelle.ent.model.Coded;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.spi.Fault;
import java.util.Locale;
import java.util.Map;

/**
 * What went wrong, as the ledger keeps it.
 *
 * @param code see {@link Coded}
 * @param facts what the sentence fills in; ids, settings and counts only
 */
public record FaultNote(String code, Map<String, String> facts) implements Coded {
    public FaultNote {
        facts = Map.copyOf(facts);
    }

    /** What an ENT's fault says. */
    public static FaultNote of(Fault fault) {
        return new FaultNote(fault.code(), fault.facts());
    }

    static FaultNote of(Coded reason) {
        return new FaultNote(reason.code(), Map.of());
    }

    static FaultNote of(Coded reason, String fact, Object value) {
        return new FaultNote(reason.code(), Map.of(fact, value.toString()));
    }

    /** The sentence for people, with the code. */
    public String sentence(Locale locale) {
        return Sentences.withCode(this, facts, locale);
    }
}
