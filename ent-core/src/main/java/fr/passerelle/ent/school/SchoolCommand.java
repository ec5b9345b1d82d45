package fr.passerelle.ent.school;

import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.Uai;

/** What can be asked of a school. */
public sealed interface SchoolCommand extends Command {
    Uai school();

    /**
     * Makes a school known.
     *
     * @param name as families know it, 1 to 100 characters
     */
    record RegisterSchool(Uai school, String name, SchoolKind kind) implements SchoolCommand {}

    /** Corrects the name by which families know a school. */
    record RenameSchool(Uai school, String name) implements SchoolCommand {}
}
