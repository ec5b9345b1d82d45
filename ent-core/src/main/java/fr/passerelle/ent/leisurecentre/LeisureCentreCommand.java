package fr.passerelle.ent.leisurecentre;

import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.LeisureCentreId;

/** What can be asked of a leisure centre. */
public sealed interface LeisureCentreCommand extends Command {
    LeisureCentreId centre();

    /**
     * Makes a leisure centre known.
     *
     * @param name as families know it, 1 to 100 characters
     */
    record RegisterLeisureCentre(LeisureCentreId centre, String name) implements LeisureCentreCommand {}

    /** Corrects the name by which families know a centre. */
    record RenameLeisureCentre(LeisureCentreId centre, String name) implements LeisureCentreCommand {}

    /**
     * Opens a group of children that can be written to.
     *
     * @param name for example {@code Les grands}, 1 to 60 characters
     */
    record OpenGroup(LeisureCentreId centre, String name) implements LeisureCentreCommand {}

    /** Closes a group; what was written to it stays. */
    record CloseGroup(LeisureCentreId centre, String name) implements LeisureCentreCommand {}
}
