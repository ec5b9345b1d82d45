package fr.passerelle.ent.model;

/** What form a communication takes on an ENT. */
public enum CommunicationKind {
    /** News of a place. */
    NEWS,
    /** An article in a class's blog. */
    BLOG,
    /** A message to people's inboxes. */
    MESSAGE,
    /** A word in the liaison book (cahier de liaison), which families sign. */
    LIAISON
}
