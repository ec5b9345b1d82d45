package fr.passerelle.ent.directory;

import fr.passerelle.ent.directory.PlanEntry.LeftOut;
import fr.passerelle.ent.directory.Town.Identity;
import fr.passerelle.ent.directory.Town.KnownClass;
import fr.passerelle.ent.directory.Town.KnownPerson;
import fr.passerelle.ent.intake.Guardians;
import fr.passerelle.ent.intake.Guardians.Child;
import fr.passerelle.ent.intake.Guardians.Guardian;
import fr.passerelle.ent.intake.RosterFile;
import fr.passerelle.ent.intake.Teachers;
import fr.passerelle.ent.intake.Teachers.Teacher;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file of teachers or guardians, with the classes and pupils that they name found among the known ones.
 *
 * @param lines in the order of the file
 * @param leftOut classes and children that were not found
 * @param ties the classes and pupils of the school that somebody may have
 */
record AdultRoster(RosterFile.Export file, List<AdultLine> lines, List<LeftOut> leftOut, Set<UUID> ties) {

    /**
     * A line.
     *
     * @param classes those of a teacher, in order of id
     * @param children those of a guardian, in order of id
     * @param whole whether every class or child that it names was found
     */
    record AdultLine(
            int line,
            Profile profile,
            Identity identity,
            MatchKeys keys,
            List<ClassId> classes,
            List<PersonId> children,
            boolean whole) {
        AdultLine {
            classes = classes.stream()
                    .distinct()
                    .sorted(Comparator.comparing(ClassId::value))
                    .toList();
            children = children.stream()
                    .distinct()
                    .sorted(Comparator.comparing(PersonId::value))
                    .toList();
        }

        /** By what she is told from homonyms. */
        Set<UUID> ties() {
            return AdultRoster.ties(classes, children);
        }

        /** What the line says, without its number. */
        Object content() {
            return new AdultLine(0, profile, identity, keys, classes, children, whole);
        }

        @Override
        public String toString() {
            return "AdultLine[" + line + "]";
        }
    }

    /** By what somebody is told from homonyms: her classes and children, by id, in this order. */
    static Set<UUID> ties(List<ClassId> classes, List<PersonId> children) {
        return Stream.concat(
                        classes.stream().map(ClassId::value), children.stream().map(PersonId::value))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether it is the guardians' file, and not the teachers'. */
    boolean guardians() {
        return file instanceof Guardians;
    }

    static AdultRoster of(Teachers file, Recogniser recogniser, List<KnownClass> classes) {
        Map<String, ClassId> ofYear = ofYear(file, classes);
        List<AdultLine> lines = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Teacher teacher : file.teachers()) {
            List<ClassId> found = new ArrayList<>();
            int before = leftOut.size();
            for (String name : names(teacher.classes(), file, ofYear)) {
                ClassId known = ofYear.get(key(file, name));
                if (known == null) {
                    leftOut.add(leftOut(teacher.line(), DirectoryReason.CLASS_UNKNOWN, "name", name));
                } else {
                    found.add(known);
                }
            }
            lines.add(new AdultLine(
                    teacher.line(),
                    teacher.head() ? Profile.HEAD : Profile.TEACHER,
                    new Identity(teacher.familyName(), teacher.usageName(), teacher.firstName(), null),
                    recogniser.adult(file.school(), false, teacher.familyName(), teacher.firstName()),
                    found,
                    List.of(),
                    leftOut.size() == before));
        }
        return new AdultRoster(file, lines, leftOut, ties(List.copyOf(ofYear.values()), List.of()));
    }

    /** @param pupils those who are at the school */
    static AdultRoster of(Guardians file, Recogniser recogniser, List<KnownClass> classes, List<KnownPerson> pupils) {
        Map<String, ClassId> ofYear = ofYear(file, classes);
        Map<String, List<KnownPerson>> byName = pupils.stream()
                .collect(Collectors.groupingBy(pupil -> pupil.keys().name()));
        List<AdultLine> lines = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Guardian guardian : file.guardians()) {
            List<PersonId> found = new ArrayList<>();
            int before = leftOut.size();
            for (int i = 0; i < guardian.children().size(); i++) {
                Child child = guardian.children().get(i);
                List<KnownPerson> meant =
                        byName.getOrDefault(recogniser.name(child.familyName(), child.firstName()), List.of());
                if (meant.size() > 1 && child.className() != null) {
                    ClassId in = ofYear.get(key(file, child.className()));
                    meant = meant.stream()
                            .filter(pupil -> pupil.classes().contains(in))
                            .toList();
                }
                if (meant.size() == 1) {
                    found.add(meant.get(0).person());
                } else {
                    boolean none = meant.isEmpty();
                    leftOut.add(leftOut(
                            guardian.line(),
                            none ? DirectoryReason.CHILD_UNKNOWN : DirectoryReason.CHILD_UNCLEAR,
                            "child",
                            Integer.toString(i + 1)));
                }
            }
            lines.add(new AdultLine(
                    guardian.line(),
                    Profile.GUARDIAN,
                    new Identity(guardian.familyName(), guardian.usageName(), guardian.firstName(), null),
                    recogniser.adult(file.school(), true, guardian.familyName(), guardian.firstName()),
                    List.of(),
                    found,
                    leftOut.size() == before));
        }
        List<PersonId> present = pupils.stream().map(KnownPerson::person).toList();
        return new AdultRoster(file, lines, leftOut, ties(List.of(), present));
    }

    /** A class may be called what looks like several. */
    private static List<String> names(@Nullable String cell, Teachers file, Map<String, ClassId> ofYear) {
        if (cell == null) {
            return List.of();
        }
        return ofYear.containsKey(key(file, cell))
                ? List.of(cell)
                : Stream.of(cell.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private static Map<String, ClassId> ofYear(RosterFile.Export file, List<KnownClass> classes) {
        Map<String, ClassId> ofYear = new LinkedHashMap<>();
        for (KnownClass known : classes) {
            if (known.year().equals(file.year())) {
                ofYear.putIfAbsent(key(file, known.name()), known.id());
            }
        }
        return ofYear;
    }

    private static String key(RosterFile.Export file, String name) {
        return SchoolClass.nameKey(file.school(), file.year(), name);
    }

    private static LeftOut leftOut(int line, DirectoryReason reason, String fact, String value) {
        return new LeftOut(line, new Refusal(reason, Map.of("line", Integer.toString(line), fact, value)));
    }

    /** Every exact key that may be claimed for somebody whom a line gives, see {@link Recogniser#homonym}. */
    Set<String> exactKeys(Recogniser recogniser) {
        Set<String> keys = new HashSet<>();
        for (AdultLine line : lines) {
            keys.addAll(exactKeys(line, recogniser));
        }
        return keys;
    }

    /** The same for one line. */
    static Set<String> exactKeys(AdultLine line, Recogniser recogniser) {
        Set<String> keys = new HashSet<>();
        keys.add(line.keys().exact());
        line.ties().forEach(tie -> keys.add(recogniser.homonym(line.keys(), tie).exact()));
        return keys;
    }
}
