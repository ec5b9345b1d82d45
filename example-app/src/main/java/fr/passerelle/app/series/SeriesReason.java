package fr.passerelle.app.series;

import fr.passerelle.ent.model.Coded;

/** Why a text does not appear on several days. */
public enum SeriesReason implements Coded {
    /** One of them is in another series already. */
    IN_ANOTHER("ENT-680"),
    /** Fact: {@code series}. */
    UNKNOWN_SERIES("ENT-681"),
    /** The first day, or the last one, is missing. */
    DAYS_MISSING("ENT-682"),
    /** No day fits: all are holidays, or the last one is before the first. */
    NO_DAY("ENT-683"),
    /** Fact: {@code limit}. */
    TOO_MANY_DAYS("ENT-684");

    private final String code;

    SeriesReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
