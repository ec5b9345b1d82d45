package fr.passerelle.ent.intake;

import fr.passerelle.ent.model.Refusal;

/** Leaves the reading of a file from any depth; {@link OndeReader} turns it into {@link RosterFile.Unreadable}. */
final class WrongFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    WrongFile(IntakeReason reason) {
        this(Refusal.of(reason));
    }

    WrongFile(IntakeReason reason, String fact, Object value) {
        this(Refusal.of(reason, fact, value));
    }

    private WrongFile(Refusal refusal) {
        super(refusal.reason().code(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
