package fr.passerelle.ent.directory;

import fr.passerelle.ent.directory.Decisions.Answer;
import fr.passerelle.ent.directory.Decisions.New;
import fr.passerelle.ent.directory.Decisions.Same;
import fr.passerelle.ent.directory.PlanEntry.Change;
import fr.passerelle.ent.directory.PlanEntry.OfLine;
import fr.passerelle.ent.directory.PlanEntry.PupilToAdd;
import fr.passerelle.ent.directory.PlanEntry.PupilToChange;
import fr.passerelle.ent.directory.PlanEntry.PupilToTransfer;
import fr.passerelle.ent.directory.PlanEntry.Unclear;
import fr.passerelle.ent.directory.Town.Identity;
import fr.passerelle.ent.directory.Town.KnownPerson;
import fr.passerelle.ent.intake.Roster;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.person.MatchKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares a roster with what is known. Pure: same arguments, same plan; the order of lines changes nothing but the line
 * numbers.
 *
 * <p>A pupil is who she is by family name, first name and birth date. Where only two of the three agree the line is
 * unclear, unless that candidate stands in the file herself. Whoever might be meant by an unclear line has not left.
 */
final class RosterPlanner {
    private final CommandId id;
    private final Roster roster;
    private final Map<Integer, MatchKeys> keys;
    private final Town town;
    private final Set<String> erased;
    private final Decisions decisions;

    private final Map<String, KnownPerson> byExactKey;
    private final Map<String, List<KnownPerson>> byName;
    private final Map<String, List<KnownPerson>> byBirth;
    /** Pupils whom a line names exactly. */
    private final Set<PersonId> named;
    /** Pupils whom a person recognised, by the line in which she did. */
    private final Map<Integer, PersonId> recognised;

    private final Set<PersonId> candidates = new HashSet<>();
    private final List<OfLine> entries = new ArrayList<>();
    private int unchanged;
    private int repeated;

    private RosterPlanner(
            CommandId id,
            Roster roster,
            Map<Integer, MatchKeys> keys,
            Town town,
            Set<String> erased,
            Decisions decisions) {
        this.id = id;
        this.roster = roster;
        this.keys = keys;
        this.town = town;
        this.erased = erased;
        this.decisions = decisions;
        this.byExactKey = town.people().stream()
                .collect(Collectors.toMap(pupil -> pupil.keys().exact(), pupil -> pupil, (one, other) -> one));
        this.byName = town.people().stream()
                .collect(Collectors.groupingBy(pupil -> pupil.keys().name()));
        this.byBirth = town.people().stream()
                .filter(pupil -> pupil.place().equals(roster.school()))
                .collect(Collectors.groupingBy(pupil -> pupil.keys().first()));
        this.named = roster.pupils().stream()
                .flatMap(pupil -> knownAs(pupil).stream())
                .map(KnownPerson::person)
                .collect(Collectors.toSet());
        this.recognised = recognised();
    }

    /**
     * Plans.
     *
     * @param keys the match keys of every line that gives a pupil
     * @param erased the exact keys among them of persons who were erased
     */
    static RosterPlan plan(
            CommandId id,
            Roster roster,
            Map<Integer, MatchKeys> keys,
            Town town,
            Set<String> erased,
            Decisions decisions) {
        return new RosterPlanner(id, roster, keys, town, erased, decisions).plan();
    }

    private RosterPlan plan() {
        Collection<List<Pupil>> groups = roster.pupils().stream()
                .collect(Collectors.groupingBy(pupil -> keys(pupil).exact(), LinkedHashMap::new, Collectors.toList()))
                .values();
        ClassPlan classes = new ClassPlan(id, roster, town.classes());
        groups.forEach(group -> group(group, classes));
        Departures departures = Departures.of(
                roster,
                town.people(),
                person -> named.contains(person) || recognised.containsValue(person) || candidates.contains(person),
                decisions);
        boolean mayTakeAway = roster.complete()
                && departures.held().isEmpty()
                && roster.pupils().stream().allMatch(pupil -> pupil.level() != null);

        List<PlanEntry> all = new ArrayList<>(classes.entries(mayTakeAway));
        entries.sort(Comparator.comparingInt(OfLine::line));
        all.addAll(entries);
        all.addAll(departures.entries());
        return new RosterPlan(
                id,
                roster.school(),
                roster.year(),
                roster.fileHash(),
                all,
                unchanged,
                repeated,
                classes.emptied(),
                departures.held());
    }

    private MatchKeys keys(Pupil pupil) {
        return Objects.requireNonNull(keys.get(pupil.line()), "every line has keys");
    }

    private Optional<KnownPerson> knownAs(Pupil pupil) {
        return Optional.ofNullable(byExactKey.get(keys(pupil).exact()));
    }

    /** An answer counts where it names a candidate of an unclear line, and nobody is recognised in two. */
    private Map<Integer, PersonId> recognised() {
        Map<Integer, PersonId> recognised = new HashMap<>();
        for (Pupil pupil : roster.pupils()) {
            if (decisions.lines().get(pupil.line()) instanceof Same same
                    && knownAs(pupil).isEmpty()
                    && near(pupil).anyMatch(known -> known.person().equals(same.person()))) {
                recognised.put(pupil.line(), same.person());
            }
        }
        Collection<PersonId> persons = recognised.values();
        Set<PersonId> twice = persons.stream()
                .filter(person -> Collections.frequency(persons, person) > 1)
                .collect(Collectors.toSet());
        persons.removeAll(twice);
        return recognised;
    }

    /** Who might be meant by a line that names nobody exactly. */
    private Stream<KnownPerson> near(Pupil pupil) {
        return Stream.concat(
                        byName.getOrDefault(keys(pupil).name(), List.of()).stream(),
                        byBirth.getOrDefault(keys(pupil).first(), List.of()).stream())
                .distinct()
                .filter(known -> !named.contains(known.person()));
    }

    /** All lines that give one pupil. */
    private void group(List<Pupil> group, ClassPlan classes) {
        Pupil pupil = chosen(group);
        if (pupil == null) {
            List<PersonId> known =
                    knownAs(group.get(0)).map(KnownPerson::person).stream().toList();
            group.forEach(line -> entries.add(new Unclear(line.line(), DirectoryReason.LINES_DIFFER, known)));
            return;
        }
        repeated += group.size() - 1;
        Optional<KnownPerson> known = knownAs(pupil);
        Answer answer = decisions.lines().get(pupil.line());
        if (known.isPresent()) {
            known(pupil, known.get(), classes);
        } else if (erased.contains(keys(pupil).exact()) && !(answer instanceof New)) {
            entries.add(new Unclear(pupil.line(), DirectoryReason.ERASED_BEFORE, List.of()));
        } else {
            unknown(pupil, answer, classes);
        }
    }

    /** The line that counts: the one somebody chose, or any where all say the same; else null. */
    private @Nullable Pupil chosen(List<Pupil> group) {
        boolean same = group.stream().map(RosterPlanner::content).distinct().count() == 1;
        return group.stream()
                .filter(pupil -> decisions.lines().containsKey(pupil.line()))
                .findFirst()
                .orElse(same ? group.get(0) : null);
    }

    private static Object content(Pupil pupil) {
        return new Pupil(
                0,
                pupil.familyName(),
                pupil.usageName(),
                pupil.firstName(),
                pupil.birthDate(),
                pupil.level(),
                pupil.className());
    }

    private void unknown(Pupil pupil, @Nullable Answer answer, ClassPlan classes) {
        PersonId same = recognised.get(pupil.line());
        List<KnownPerson> near = near(pupil)
                .filter(known -> known.person().equals(same) || !recognised.containsValue(known.person()))
                .toList();
        Optional<KnownPerson> recognisedAs =
                near.stream().filter(known -> known.person().equals(same)).findFirst();
        if (recognisedAs.isPresent()) {
            known(pupil, recognisedAs.get(), classes);
        } else if (near.isEmpty() || answer instanceof New) {
            PersonId person = new PersonId(derived("person/" + pupil.line()));
            entries.add(new PupilToAdd(pupil.line(), person, classes.of(pupil)));
        } else {
            near.forEach(known -> candidates.add(known.person()));
            boolean sameName = near.stream()
                    .anyMatch(known -> known.keys().name().equals(keys(pupil).name()));
            entries.add(new Unclear(
                    pupil.line(),
                    sameName ? DirectoryReason.OTHER_BIRTH_DATE : DirectoryReason.OTHER_FAMILY_NAME,
                    near.stream().map(KnownPerson::person).toList()));
        }
    }

    private void known(Pupil pupil, KnownPerson known, ClassPlan classes) {
        List<ClassId> inClasses = classes.of(pupil);
        Set<Change> changes = EnumSet.noneOf(Change.class);
        if (!identity(pupil).equals(known.identity())) {
            changes.add(Change.IDENTITY);
        }
        if (!inClasses.equals(known.classes())) {
            changes.add(Change.CLASSES);
        }
        if (!known.present()) {
            changes.add(Change.RETURN);
        }
        if (!known.place().equals(roster.school())) {
            entries.add(new PupilToTransfer(pupil.line(), known.person(), known.place(), inClasses, changes));
        } else if (changes.isEmpty()) {
            unchanged++;
        } else {
            entries.add(new PupilToChange(pupil.line(), known.person(), inClasses, changes));
        }
    }

    static Identity identity(Pupil pupil) {
        return new Identity(pupil.familyName(), pupil.usageName(), pupil.firstName(), pupil.birthDate());
    }

    private UUID derived(String step) {
        return UUID.nameUUIDFromBytes((id + "\n" + step).getBytes(StandardCharsets.UTF_8));
    }
}
