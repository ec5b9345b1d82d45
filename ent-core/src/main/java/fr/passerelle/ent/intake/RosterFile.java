package fr.passerelle.ent.intake;

import fr.passerelle.ent.model.Refusal;

/** What a file turned out to be: a {@link Roster}, or a file that nothing may be taken from. */
public sealed interface RosterFile permits Roster, RosterFile.Unreadable {

    /**
     * A wrong file, or one that stops in the middle.
     *
     * @param refusal why, by an {@link IntakeReason}
     */
    record Unreadable(Refusal refusal) implements RosterFile {}
}
