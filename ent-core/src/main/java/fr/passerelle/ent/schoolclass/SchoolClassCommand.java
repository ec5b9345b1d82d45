package fr.passerelle.ent.schoolclass;

import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.util.Set;

/** What can be asked of a class. */
public sealed interface SchoolClassCommand extends Command {
    ClassId schoolClass();

    /**
     * Opens a class for a school year. Refused when the school has one of that name then.
     *
     * @param name as the school calls it, for example {@code CM2 B}; 1 to 60 characters
     * @param levels at least one
     */
    record OpenClass(ClassId schoolClass, Uai school, SchoolYear year, String name, Set<Level> levels)
            implements SchoolClassCommand {
        public OpenClass {
            levels = Set.copyOf(levels);
        }
    }

    /** Corrects the levels of an open class. */
    record ChangeLevels(ClassId schoolClass, Set<Level> levels) implements SchoolClassCommand {
        public ChangeLevels {
            levels = Set.copyOf(levels);
        }
    }

    /** Closes a class; its name is free again. */
    record CloseClass(ClassId schoolClass) implements SchoolClassCommand {}
}
