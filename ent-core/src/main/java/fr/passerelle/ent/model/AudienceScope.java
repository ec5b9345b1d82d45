package fr.passerelle.ent.model;

/** How wide the audience of a communication is. */
public enum AudienceScope {
    /** Everybody of a place: its families and staff. */
    PLACE,
    /** One class or several. */
    CLASSES,
    /** The staff of a place. */
    STAFF,
    /** One group of a leisure centre or several. */
    LEISURE_GROUPS
}
