package fr.passerelle.ent.school;

/** Which levels a school has. */
public enum SchoolKind {
    /** École maternelle: TPS to GS. */
    NURSERY,
    /** École élémentaire: CP to CM2. */
    ELEMENTARY,
    /** École primaire: both. */
    PRIMARY
}
