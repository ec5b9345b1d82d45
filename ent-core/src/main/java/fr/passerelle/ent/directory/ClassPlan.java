package fr.passerelle.ent.directory;

import fr.passerelle.ent.directory.PlanEntry.ClassLevelUnknown;
import fr.passerelle.ent.directory.PlanEntry.ClassToOpen;
import fr.passerelle.ent.directory.PlanEntry.LevelsToChange;
import fr.passerelle.ent.directory.Town.KnownClass;
import fr.passerelle.ent.intake.Roster;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The classes that a roster names, found among the known ones or to be opened. Part of {@link RosterPlanner}. */
final class ClassPlan {
    private final Roster roster;
    private final Map<String, KnownClass> known;
    /** By key, so in order of name. */
    private final Map<String, NamedClass> named = new TreeMap<>();

    private final CommandId id;

    /** A class as the lines of the file make it. */
    private static final class NamedClass {
        /** Of several spellings the first in the alphabet, whatever the order of lines. */
        private String name;

        private final Set<Level> levels = new TreeSet<>();
        private int pupils;

        NamedClass(String name) {
            this.name = name;
        }

        void add(String spelling, @Nullable Level level) {
            name = spelling.compareTo(name) < 0 ? spelling : name;
            pupils++;
            if (level != null) {
                levels.add(level);
            }
        }
    }

    ClassPlan(CommandId id, Roster roster, List<KnownClass> classes) {
        this.id = id;
        this.roster = roster;
        this.known = classes.stream()
                .filter(known -> known.year().equals(roster.year()))
                .collect(Collectors.toMap(known -> key(known.name()), known -> known, (one, other) -> one));
        for (Pupil pupil : roster.pupils()) {
            String name = pupil.className();
            if (name != null) {
                named.computeIfAbsent(key(name), key -> new NamedClass(name)).add(name, pupil.level());
            }
        }
    }

    private String key(String name) {
        return SchoolClass.nameKey(roster.school(), roster.year(), name);
    }

    /** The classes of a pupil; none where the file names none, or one that cannot be opened. */
    List<ClassId> of(Pupil pupil) {
        if (pupil.className() == null) {
            return List.of();
        }
        String key = key(pupil.className());
        if (known.containsKey(key)) {
            return List.of(Objects.requireNonNull(known.get(key)).id());
        }
        boolean opens = !Objects.requireNonNull(named.get(key)).levels.isEmpty();
        return opens ? List.of(toOpen(key)) : List.of();
    }

    private ClassId toOpen(String key) {
        return new ClassId(UUID.nameUUIDFromBytes((id + "\nclass/" + key).getBytes(StandardCharsets.UTF_8)));
    }

    /** @param mayTakeAway whether a level that no line gives any more is taken from a known class */
    List<PlanEntry> entries(boolean mayTakeAway) {
        List<PlanEntry> entries = new ArrayList<>();
        named.forEach((key, inFile) -> {
            KnownClass before = known.get(key);
            if (before == null) {
                entries.add(
                        inFile.levels.isEmpty()
                                ? new ClassLevelUnknown(inFile.name, inFile.pupils)
                                : new ClassToOpen(toOpen(key), inFile.name, List.copyOf(inFile.levels), inFile.pupils));
                return;
            }
            Set<Level> levels = new TreeSet<>(inFile.levels);
            if (!mayTakeAway) {
                levels.addAll(before.levels());
            }
            if (!List.copyOf(levels).equals(before.levels())) {
                entries.add(new LevelsToChange(before.id(), List.copyOf(levels)));
            }
        });
        return entries;
    }

    /** Known classes of the year that no line names. */
    List<ClassId> emptied() {
        return known.entrySet().stream()
                .filter(entry -> !named.containsKey(entry.getKey()))
                .map(entry -> entry.getValue().id())
                .sorted(Comparator.comparing(ClassId::value))
                .toList();
    }
}
