package fr.passerelle.ent.readiness;

/** What can be said about a place; as long as nobody has, it is unknown and never zero. */
public enum Topic {
    /** Computers that teachers or leisure staff can use (<i>ordinateurs</i>). */
    COMPUTERS(true),
    /** <i>Tablettes</i>. */
    TABLETS(true),
    /** Interactive whiteboards (<i>tableaux blancs interactifs, TBI</i>). */
    WHITEBOARDS(true),
    /** Sets of computers or tablets on a trolley (<i>classes mobiles</i>). */
    MOBILE_CLASSES(true),
    /** How many of the staff were trained. */
    TRAINING(false),
    /** How many families have activated their account on the ENT. */
    FAMILIES(false),
    /** How the place reaches the internet. */
    INTERNET(false),
    /** Who repairs. */
    MAINTENANCE(false);

    private final boolean equipment;

    Topic(boolean equipment) {
        this.equipment = equipment;
    }

    /** Whether it is a device that is counted. */
    public boolean isEquipment() {
        return equipment;
    }
}
