package fr.passerelle.ent.schoolclass;

import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.StateIndex;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.ChangeLevels;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.OpenClass;
import fr.passerelle.ent.schoolclass.SchoolClassEvent.ClassClosed;
import fr.passerelle.ent.schoolclass.SchoolClassEvent.ClassOpened;
import fr.passerelle.ent.schoolclass.SchoolClassEvent.LevelsChanged;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class as its events make it.
 *
 * @param schoolClass null only before it is opened, like {@code school} and {@code year}
 * @param levels in order of age
 */
public record SchoolClass(
        @Nullable ClassId schoolClass,
        @Nullable Uai school,
        @Nullable SchoolYear year,
        String name,
        List<Level> levels,
        boolean open) {

    /** How the store runs this feature; streams are {@code class/UUID}, listed under their school's UAI. */
    public static final Feature<SchoolClassCommand, SchoolClassEvent, SchoolClass> FEATURE = new Feature<>(
            "class",
            SchoolClassCommand.class,
            command -> command.schoolClass().toString(),
            new Rules(),
            SchoolClass.class,
            SchoolClass::index,
            Map.of(
                    ClassOpened.class, new EventType("class.opened", 1),
                    LevelsChanged.class, new EventType("class.levels-changed", 1),
                    ClassClosed.class, new EventType("class.closed", 1)),
            SchoolClass::claims,
            PlaceReason.CLASS_EXISTS);

    /** The namespace of the key that makes a class's name unique in its school and year. */
    public static final String NAME_CLAIM = "class";

    public SchoolClass {
        levels = List.copyOf(levels);
    }

    /** The key that only one open class may hold: school, year and name, whatever its case and blanks. */
    public static String nameKey(Uai school, SchoolYear year, String name) {
        return school + "/" + year + "/" + name.strip().replaceAll("\\s+", " ").toUpperCase(Locale.FRENCH);
    }

    private StateIndex index() {
        return school == null ? StateIndex.of("closed") : StateIndex.under(school.value(), open ? "open" : "closed");
    }

    private static List<Claim> claims(SchoolClassEvent event) {
        if (event instanceof ClassOpened opened) {
            return List.of(new Claim.Take(NAME_CLAIM, nameKey(opened.school(), opened.year(), opened.name())));
        }
        return event instanceof ClassClosed ? List.of(new Claim.Release(NAME_CLAIM)) : List.of();
    }

    private static final class Rules implements Decider<SchoolClassCommand, SchoolClassEvent, SchoolClass> {
        @Override
        public SchoolClass initial() {
            return new SchoolClass(null, null, null, "", List.of(), false);
        }

        @Override
        public Decision<SchoolClassEvent> decide(SchoolClass state, SchoolClassCommand command) {
            if (command instanceof OpenClass open) {
                if (state.schoolClass != null) {
                    return Decision.refuse(PlaceReason.CLASS_EXISTS);
                }
                if (PlaceReason.badGroupName(open.name())) {
                    return Decision.refuse(PlaceReason.BAD_CLASS_NAME);
                }
                return open.levels().isEmpty()
                        ? Decision.refuse(PlaceReason.CLASS_WITHOUT_LEVEL)
                        : Decision.accept(new ClassOpened(
                                open.schoolClass(),
                                open.school(),
                                open.year(),
                                open.name().strip(),
                                inOrder(open.levels())));
            }
            if (!state.open) {
                return Decision.refuse(PlaceReason.UNKNOWN_CLASS, "class", command.schoolClass());
            }
            if (command instanceof ChangeLevels change) {
                if (change.levels().isEmpty()) {
                    return Decision.refuse(PlaceReason.CLASS_WITHOUT_LEVEL);
                }
                return inOrder(change.levels()).equals(state.levels)
                        ? Decision.accept()
                        : Decision.accept(new LevelsChanged(inOrder(change.levels())));
            }
            return Decision.accept(new ClassClosed());
        }

        private static List<Level> inOrder(Set<Level> levels) {
            return levels.stream().sorted().toList();
        }

        @Override
        public SchoolClass evolve(SchoolClass state, SchoolClassEvent event) {
            if (event instanceof ClassOpened opened) {
                return new SchoolClass(
                        opened.schoolClass(), opened.school(), opened.year(), opened.name(), opened.levels(), true);
            }
            List<Level> levels = event instanceof LevelsChanged changed ? changed.levels() : state.levels;
            return new SchoolClass(
                    state.schoolClass,
                    state.school,
                    state.year,
                    state.name,
                    levels,
                    state.open && !(event instanceof ClassClosed));
        }
    }
}
