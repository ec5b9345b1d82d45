package fr.passerelle.ent.schoolclass;

import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.util.List;

/** What has happened to a class. */
public sealed interface SchoolClassEvent extends Event {

    /**
     * The class is open.
     *
     * @param levels in order of age
     */
    record ClassOpened(ClassId schoolClass, Uai school, SchoolYear year, String name, List<Level> levels)
            implements SchoolClassEvent {
        public ClassOpened {
            levels = List.copyOf(levels);
        }
    }

    /**
     * It has other levels.
     *
     * @param levels in order of age
     */
    record LevelsChanged(List<Level> levels) implements SchoolClassEvent {
        public LevelsChanged {
            levels = List.copyOf(levels);
        }
    }

    /** It is closed. */
    record ClassClosed() implements SchoolClassEvent {}
}
