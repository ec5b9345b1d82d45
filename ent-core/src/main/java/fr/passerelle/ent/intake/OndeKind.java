package fr.passerelle.ent.intake;

/**
 * The files that ONDE exports of a school, in the order in which they are imported: pupils bring the classes that
 * teachers have, and are whom guardians answer for.
 */
public enum OndeKind {
    /** {@code CSVExtraction-eleves.csv}. */
    PUPILS,
    /** {@code CSVExtraction-enseignants.csv}. */
    TEACHERS,
    /** {@code CSVExtraction-responsables.csv}. */
    GUARDIANS
}
