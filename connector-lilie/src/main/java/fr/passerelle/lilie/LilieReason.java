package fr.passerelle.lilie;

import fr.passerelle.ent.model.Coded;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Outcome;
import java.util.Map;

/** Why Lilie cannot take a publication as it is. */
enum LilieReason implements Coded {
    /** This profile does not publish that kind. Facts: {@code kind}, {@code profile}. */
    KIND_NOT_PUBLISHED("ENT-485"),
    /** The settings name nobody for that class. Facts: {@code class}, {@code place}. */
    CLASS_WITHOUT_RECIPIENTS("ENT-486"),
    /** Lilie did not take the notification. */
    NOT_TAKEN("ENT-487"),
    /** What was sent can be neither corrected nor taken back. */
    IS_SENT("ENT-488"),
    /** A notification carries no files. */
    FILES_NOT_SENT("ENT-489");

    private final String code;

    LilieReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    Outcome.Refused refused(Map<String, String> facts) {
        return new Outcome.Refused(new Fault.Rejected(this, facts));
    }
}
