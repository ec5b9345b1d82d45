package fr.passerelle.ent.readiness;

/** Who pays, provides, trains or repairs. Never a person. */
public enum Party {
    /** La ville. */
    TOWN,
    /** L'Éducation nationale. */
    NATIONAL_EDUCATION,
    /** The maker or a contractor (<i>fournisseur, prestataire</i>). */
    SUPPLIER,
    /** The school's own fund or an association (<i>coopérative, association</i>). */
    ASSOCIATION
}
