package fr.passerelle.app.approval;

import fr.passerelle.ent.model.Coded;

/** Why nothing can be decided about a wish to publish. */
public enum ApprovalReason implements Coded {
    /** Fact: {@code communication}. */
    NOT_ASKED("ENT-685"),
    /** Somebody was first. */
    DECIDED_OTHERWISE("ENT-686");

    private final String code;

    ApprovalReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
