package fr.passerelle.app.user;

import fr.passerelle.ent.model.Coded;

/** Why somebody does not get in, or may not do what she wants. */
public enum UserReason implements Coded {
    /** Another user has that login name. */
    LOGIN_TAKEN("ENT-630"),
    /** Fact: {@code user}. */
    UNKNOWN_USER("ENT-631"),
    /** A link that was used, is too old, or was never given. */
    LINK_SPENT("ENT-632"),
    /** Fact: {@code least}. */
    PASSWORD_TOO_SHORT("ENT-633"),
    /** Login name or password; which of them is nobody's business. */
    NOT_LET_IN("ENT-634"),
    /** Fact: {@code minutes}. */
    TOO_MANY_TRIES("ENT-635"),
    /** Her role, or another place. */
    NOT_ALLOWED("ENT-636"),
    /** Whoever works at a school or centre, or has a child there, needs one. Fact: {@code role}. */
    PLACE_NEEDED("ENT-637"),
    /** Nobody has signed in, or no token came along. */
    NOT_SIGNED_IN("ENT-638"),
    /** Empty, too long, or with blanks. */
    LOGIN_UNFIT("ENT-639"),
    /** The account is closed. Fact: {@code user}. */
    USER_IS_CLOSED("ENT-640");

    private final String code;

    UserReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
