package fr.passerelle.ent.model;

import java.util.Map;

/**
 * A command's business refusal: a value, not an exception. Repeating the command changes nothing; a person decides.
 *
 * @param reason an enum constant of the feature that refused
 * @param facts what the sentence fills in, by name; ids and counts only, never a person's name
 */
public record Refusal(Coded reason, Map<String, String> facts) {
    public Refusal {
        facts = Map.copyOf(facts);
    }

    /** A refusal whose sentence needs no facts. */
    public static Refusal of(Coded reason) {
        return new Refusal(reason, Map.of());
    }

    /** A refusal whose sentence fills in one fact. */
    public static Refusal of(Coded reason, String name, Object value) {
        return new Refusal(reason, Map.of(name, value.toString()));
    }
}
