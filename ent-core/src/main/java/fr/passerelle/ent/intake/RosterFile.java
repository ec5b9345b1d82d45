package fr.passerelle.ent.intake;

import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.util.List;

/** What a file turned out to be: one of ONDE's three, or a file that nothing may be taken from. */
public sealed interface RosterFile permits RosterFile.Export, RosterFile.Unreadable {

    /** One of ONDE's files of one school in one school year. It holds names in clear: it lives as long as the import. */
    sealed interface Export extends RosterFile permits Roster, Teachers, Guardians {

        /** Which of the three it is. */
        OndeKind kind();

        /** Whose file it is. */
        Uai school();

        /** Which year it is of. */
        SchoolYear year();

        /** SHA-256 of the file's bytes, in lower-case hexadecimal. */
        String fileHash();

        /** What there is to tell, in order of lines. */
        List<Finding> findings();

        /** Whether every line was taken. From an incomplete file nobody's departure may be concluded. */
        default boolean complete() {
            return findings().stream().noneMatch(Finding::refused);
        }
    }

    /**
     * A wrong file, or one that stops in the middle.
     *
     * @param refusal why, by an {@link IntakeReason}
     */
    record Unreadable(Refusal refusal) implements RosterFile {}
}
