package fr.passerelle.ent.model;

/**
 * Something that can go wrong and has a stable code. The sentences that people read, French and English, stand under
 * that code in {@link Sentences}; every code is a row of {@code docs/errors.md}.
 */
public interface Coded {
    /** {@code ENT-} and three digits; never used again for another meaning. */
    String code();
}
