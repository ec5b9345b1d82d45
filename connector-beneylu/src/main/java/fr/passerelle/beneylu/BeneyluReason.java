package fr.passerelle.beneylu;

import fr.passerelle.ent.model.Coded;

/** Why Beneylu School cannot take a publication as it is. */
enum BeneyluReason implements Coded {
    /** The account is in no class of that name at that school. Facts: {@code class}, {@code place}. */
    CLASS_UNKNOWN("ENT-470"),
    /** It is in several. Facts as above. */
    CLASS_AMBIGUOUS("ENT-471"),
    /** Classes of that name are there, but their school has no UAI on Beneylu. Facts as above. */
    SCHOOL_WITHOUT_CODE("ENT-472"),
    /** This profile does not publish that kind. Facts: {@code kind}, {@code profile}. */
    KIND_NOT_PUBLISHED("ENT-473"),
    /** Beneylu offers several blogs and none can be told to be this class's alone. Facts as for the class. */
    BLOG_UNCLEAR("ENT-474"),
    /** Beneylu shows its form again instead of taking what was filled in. */
    FORM_NOT_TAKEN("ENT-475");

    private final String code;

    BeneyluReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
