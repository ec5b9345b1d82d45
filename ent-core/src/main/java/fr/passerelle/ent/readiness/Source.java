package fr.passerelle.ent.readiness;

/** On what a statement rests. Which user made it, the history tells. */
public enum Source {
    /** Somebody went and looked. */
    SEEN,
    /** The place says so. */
    TOLD,
    /** The ENT counts it. */
    PLATFORM
}
