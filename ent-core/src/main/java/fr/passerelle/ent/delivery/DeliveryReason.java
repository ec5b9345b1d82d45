package fr.passerelle.ent.delivery;

import fr.passerelle.ent.model.Coded;

/** Why an item does not go on, or why a command about it is refused. */
public enum DeliveryReason implements Coded {
    /** Somebody else has moved the item on meanwhile. */
    STALE("ENT-410"),
    /** No such item. Fact: {@code item}. */
    UNKNOWN_ITEM("ENT-411"),
    /** What became of a step is not known yet: nothing may be sent. Fact: {@code item}. */
    UNRESOLVED("ENT-412"),
    /** The item cannot go this way, however often it is tried. Fact: {@code item}. */
    DECLINED("ENT-413"),
    /** The profile cannot publish this kind for this audience. Facts: {@code profile}, {@code kind}, {@code scope}. */
    UNSUPPORTED("ENT-414"),
    /** No account acts for the place. Fact: {@code place}. */
    NO_ACCOUNT("ENT-415"),
    /** The profile cannot correct what is published. Fact: {@code profile}. */
    CANNOT_EDIT("ENT-416"),
    /** The profile cannot take back what is published. Fact: {@code profile}. */
    CANNOT_WITHDRAW("ENT-417"),
    /** Several objects carry the item's reference. Fact: {@code count}. */
    SEVERAL("ENT-418"),
    /** The content was erased before it was published. */
    CONTENT_ERASED("ENT-419"),
    /** The account is no longer configured. Fact: {@code account}. */
    ACCOUNT_REMOVED("ENT-420"),
    /** Passerelle was stopped before it had the ENT's answer. */
    INTERRUPTED("ENT-421"),
    /** The profile carries no such attachments with this kind. Facts: {@code profile}, {@code kind}. */
    ATTACHMENTS_NOT_TAKEN("ENT-422"),
    /** An attachment is missing or damaged. */
    ATTACHMENT_UNREADABLE("ENT-423"),
    /** The profile has no way to look what became of a step. */
    CANNOT_TELL("ENT-424"),
    /** The delivery is not for a person to do or to tell of. Fact: {@code item}. */
    NOT_HERS_TO_TELL("ENT-425"),
    /** The author's own account, by which it went, is no longer connected. */
    AUTHOR_DISCONNECTED("ENT-426");

    private final String code;

    DeliveryReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
