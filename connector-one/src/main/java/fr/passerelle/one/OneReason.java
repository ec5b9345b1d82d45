package fr.passerelle.one;

import fr.passerelle.ent.model.Coded;

/** Why ONE cannot take a publication as it is. */
enum OneReason implements Coded {
    /** No class of that name in the school on ONE. Fact: {@code class}, {@code place}. */
    CLASS_UNKNOWN("ENT-450"),
    /** Several classes of that name in the school on ONE. Facts as above. */
    CLASS_AMBIGUOUS("ENT-451"),
    /** The account administers no school, or several, with that UAI. Fact: {@code place}. */
    SCHOOL_UNKNOWN("ENT-452"),
    /** This profile does not publish that kind. Facts: {@code kind}, {@code profile}. */
    KIND_NOT_PUBLISHED("ENT-453"),
    /** The class has no group of families on ONE. Facts as for the class. */
    FAMILIES_MISSING("ENT-454"),
    /** The blog made for the class is now shared beyond it. Facts as for the class. */
    BLOG_REACHES_FURTHER("ENT-455"),
    /** The blog made for the class is not shared with its families any more. Facts as for the class. */
    BLOG_REACHES_NO_FAMILY("ENT-456"),
    /** ONE would not take this text. */
    TEXT_NOT_TAKEN("ENT-457"),
    /** The delay within which a message may be recalled is over. */
    RECALL_TOO_LATE("ENT-458"),
    /** ONE would not take a file. */
    FILE_NOT_TAKEN("ENT-459"),
    /** The school has no group of staff on ONE. Facts as for the class. */
    STAFF_MISSING("ENT-460"),
    /** A message that was sent cannot be corrected. */
    MESSAGE_IS_SENT("ENT-461"),
    /** The school has no group of families on ONE. Facts as for the class. */
    SCHOOL_FAMILIES_MISSING("ENT-462"),
    /** The platform has no news, or none as they are since September 2025. */
    NEWS_ABSENT("ENT-463"),
    /** ONE would not take a file into a workspace: quota or size. */
    SPACE_FULL("ENT-464"),
    /** ONE's filter would change a file's name, and the file would not be known again. */
    FILE_NAME_CHANGED("ENT-465"),
    /** A publication is gone, and ONE would not delete a file of it. */
    FILE_STAYS("ENT-466"),
    /** What a teacher came back with from ONE's page is not honoured, or no more. */
    AGREEMENT_NOT_TAKEN("ENT-469");

    private final String code;

    OneReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
