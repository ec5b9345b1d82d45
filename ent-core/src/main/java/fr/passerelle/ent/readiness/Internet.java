package fr.passerelle.ent.readiness;

/** How a place reaches the internet, as whoever works there feels it. */
public enum Internet {
    /** Not at all. */
    NONE,
    /** It is slow or breaks off. */
    WEAK,
    /** Good enough for a class. */
    GOOD
}
