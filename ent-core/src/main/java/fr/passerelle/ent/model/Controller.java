package fr.passerelle.ent.model;

/** Who answers for the personal data of a place (RGPD article 4: the controller). */
public enum Controller {
    /** The head of the département's education services, for schools: they have no legal personality. */
    DASEN,
    /** The town, for its leisure centres. */
    TOWN
}
