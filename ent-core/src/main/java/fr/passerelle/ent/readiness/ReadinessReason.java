package fr.passerelle.ent.readiness;

import fr.passerelle.ent.model.Coded;

/** Why a statement about a place is refused. */
public enum ReadinessReason implements Coded {
    /** A number below zero or beyond all reason. Facts: {@code value}, {@code limit}. */
    COUNT_UNFIT("ENT-131"),
    /** More trained or activated than there are, or of nobody. Facts: {@code value}, {@code of}. */
    MORE_THAN_ALL("ENT-132"),
    /** Nothing was said that could be taken back. Fact: {@code place}. */
    NOTHING_STATED("ENT-133"),
    /** A day that has not come, which only a caller with a clock can tell. Fact: {@code on}. */
    DAY_AHEAD("ENT-134");

    private final String code;

    ReadinessReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
