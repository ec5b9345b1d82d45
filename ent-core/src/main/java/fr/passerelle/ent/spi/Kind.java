package fr.passerelle.ent.spi;

/** What form a communication takes on an ENT. */
public enum Kind {
    /** News of a place. */
    NEWS,
    /** An article in a class's blog. */
    BLOG
}
