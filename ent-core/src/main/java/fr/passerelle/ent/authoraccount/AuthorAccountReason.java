package fr.passerelle.ent.authoraccount;

import fr.passerelle.ent.model.Coded;

/** Why a command about the account of an author is refused. */
public enum AuthorAccountReason implements Coded {
    /** There is none. Fact: {@code account}. */
    NOT_CONNECTED("ENT-121"),
    /** Only who teaches, heads or looks after children signs; and only for her own place. Fact: {@code person}. */
    NOT_STAFF("ENT-122"),
    /** The platform, as its profile speaks with it, connects nobody's own account. Fact: {@code profile}. */
    NOT_OFFERED("ENT-123"),
    /** The ENT vouches for somebody who connected no account here. Fact: {@code ent}. */
    NOBODY_RECOGNISED("ENT-124");

    private final String code;

    AuthorAccountReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
