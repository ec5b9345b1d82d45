package fr.passerelle.app.user;

/** What somebody may do, at her own places; see {@link Role}. */
public enum Right {
    /** Sees the places, their classes and their ENTs; no names of people. */
    PLACES,
    /** Sees where publications stand; no titles, no texts. */
    FOLLOW,
    /** Reads what was written, and what families answered. */
    READ,
    /** Writes, corrects, takes back, tries again. */
    WRITE,
    /** Sees the names of people, a class at a time. */
    NAMES,
    /** Answers for the rights of people: everything held on somebody, and its erasure. */
    PERSONAL_DATA,
    /** Looks after the accounts on ENTs and what waits there for a person. */
    LOOK_AFTER,
    /** Says who is there and with what: rosters, referents, equipment. */
    ARRANGE,
    /** Decides whether what others wrote goes out, where the town wants that. */
    APPROVE,
    /** Gives others access. */
    USERS,
    /** Sees what her own children's classes were told. */
    FAMILY
}
