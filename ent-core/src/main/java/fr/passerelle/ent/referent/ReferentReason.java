package fr.passerelle.ent.referent;

import fr.passerelle.ent.model.Coded;

/** Why a command about a referent is refused. */
public enum ReferentReason implements Coded {
    /** The place has a referent: the task is handed over. Fact: {@code place}. */
    ALREADY_APPOINTED("ENT-111"),
    /** The place has no referent. Fact: {@code place}. */
    NOT_APPOINTED("ENT-112"),
    /** The date lies before the task began. Facts: {@code place}, {@code since}. */
    BEFORE_IT_BEGAN("ENT-113");

    private final String code;

    ReferentReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
