package fr.passerelle.ent.model;

/** Levels of nursery and elementary school, in the order in which a child meets them; the last two are schemes. */
public enum Level {
    /** Toute petite section: nursery, from two years. */
    TPS,
    /** Petite section. */
    PS,
    /** Moyenne section. */
    MS,
    /** Grande section. */
    GS,
    /** Cours préparatoire. */
    CP,
    /** Cours élémentaire, first year. */
    CE1,
    /** Cours élémentaire, second year. */
    CE2,
    /** Cours moyen, first year. */
    CM1,
    /** Cours moyen, second year. */
    CM2,
    /** Unité localisée pour l'inclusion scolaire: a scheme for pupils with a disability. */
    ULIS,
    /** Unité pédagogique pour élèves allophones arrivants: a scheme for newcomers who learn French. */
    UPE2A
}
