package fr.passerelle.ent.person;

/** What somebody is at a place. */
public enum Profile {
    /** Élève. */
    PUPIL,
    /** Responsable légal: a parent or whoever stands for one. */
    GUARDIAN,
    /** Enseignante, enseignant. */
    TEACHER,
    /** Directrice, directeur: a teacher who also leads the school. */
    HEAD,
    /** Animatrice, animateur and directors of a leisure centre. */
    LEISURE_STAFF
}
