package fr.passerelle.ent.directory;

import fr.passerelle.ent.directory.Decisions.Answer;
import fr.passerelle.ent.directory.Decisions.New;
import fr.passerelle.ent.directory.Decisions.Same;
import fr.passerelle.ent.directory.PlanEntry.Change;
import fr.passerelle.ent.directory.PlanEntry.Departure;
import fr.passerelle.ent.directory.PlanEntry.PupilToAdd;
import fr.passerelle.ent.directory.PlanEntry.PupilToChange;
import fr.passerelle.ent.directory.PlanEntry.PupilToTransfer;
import fr.passerelle.ent.directory.PlanEntry.Unclear;
import fr.passerelle.ent.directory.Town.Identity;
import fr.passerelle.ent.directory.Town.KnownPupil;
import fr.passerelle.ent.intake.Finding;
import fr.passerelle.ent.intake.Roster;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Refusal;
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
import java.util.OptionalInt;
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

    private final Map<String, KnownPupil> byExactKey;
    private final Map<String, List<KnownPupil>> byName;
    private final Map<String, List<KnownPupil>> byBirth;
    /** Pupils whom a line names exactly. */
    private final Set<PersonId> named;
    /** Pupils whom a person recognised, by the line in which she did. */
    private final Map<Integer, PersonId> recognised;

    private final Set<PersonId> candidates = new HashSet<>();
    private final List<PlanEntry> entries = new ArrayList<>();
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
        this.byExactKey = town.pupils().stream()
                .collect(Collectors.toMap(pupil -> pupil.keys().exact(), pupil -> pupil, (one, other) -> one));
        this.byName = town.pupils().stream()
                .collect(Collectors.groupingBy(pupil -> pupil.keys().name()));
        this.byBirth = town.pupils().stream()
                .filter(pupil -> pupil.place().equals(roster.school()))
                .collect(Collectors.groupingBy(pupil -> pupil.keys().first()));
        this.named = roster.pupils().stream()
                .flatMap(pupil -> knownAs(pupil).stream())
                .map(KnownPupil::person)
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
        List<Departure> departures = departures();
        Optional<Refusal> held = held(departures.size());
        boolean mayTakeAway = roster.complete()
                && held.isEmpty()
                && roster.pupils().stream().allMatch(pupil -> pupil.level() != null);

        List<PlanEntry> all = new ArrayList<>(classes.entries(mayTakeAway));
        entries.sort(Comparator.comparingInt(RosterPlanner::line));
        all.addAll(entries);
        all.addAll(departures);
        return new RosterPlan(
                id,
                roster.school(),
                roster.year(),
                roster.fileHash(),
                all,
                unchanged,
                repeated,
                classes.emptied(),
                held);
    }

    private MatchKeys keys(Pupil pupil) {
        return Objects.requireNonNull(keys.get(pupil.line()), "every line has keys");
    }

    private Optional<KnownPupil> knownAs(Pupil pupil) {
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
    private Stream<KnownPupil> near(Pupil pupil) {
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
                    knownAs(group.get(0)).map(KnownPupil::person).stream().toList();
            group.forEach(line -> entries.add(new Unclear(line.line(), DirectoryReason.LINES_DIFFER, known)));
            return;
        }
        repeated += group.size() - 1;
        Optional<KnownPupil> known = knownAs(pupil);
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
        List<KnownPupil> near = near(pupil)
                .filter(known -> known.person().equals(same) || !recognised.containsValue(known.person()))
                .toList();
        Optional<KnownPupil> recognisedAs =
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
                    near.stream().map(KnownPupil::person).toList()));
        }
    }

    private void known(Pupil pupil, KnownPupil known, ClassPlan classes) {
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

    private List<Departure> departures() {
        return town.pupils().stream()
                .filter(pupil -> pupil.present() && pupil.place().equals(roster.school()))
                .map(KnownPupil::person)
                .filter(person ->
                        !named.contains(person) && !recognised.containsValue(person) && !candidates.contains(person))
                .sorted(Comparator.comparing(PersonId::value))
                .map(Departure::new)
                .toList();
    }

    /**
     * Departures always wait for somebody who has read how many there are. No rule could tell a file cut between two lines
     * from one whose last pupils left, and what is held costs a glance, what is lost by mistake a child's messages.
     */
    private Optional<Refusal> held(int count) {
        if (count == 0 || decisions.departures().equals(OptionalInt.of(count))) {
            return Optional.empty();
        }
        String departures = Integer.toString(count);
        if (decisions.departures().isPresent()) {
            return Optional.of(new Refusal(
                    DirectoryReason.OTHER_DEPARTURES_AGREED,
                    Map.of(
                            "count",
                            departures,
                            "agreed",
                            Integer.toString(decisions.departures().getAsInt()))));
        }
        if (!roster.complete()) {
            long refused = roster.findings().stream()
                    .filter(Finding::refused)
                    .map(Finding::line)
                    .distinct()
                    .count();
            return Optional.of(new Refusal(
                    DirectoryReason.DEPARTURES_OF_INCOMPLETE_FILE,
                    Map.of("count", departures, "refused", Long.toString(refused))));
        }
        long present = town.pupils().stream()
                .filter(pupil -> pupil.present() && pupil.place().equals(roster.school()))
                .count();
        return Optional.of(
                2L * count > present
                        ? new Refusal(
                                DirectoryReason.MASS_DEPARTURE,
                                Map.of("count", departures, "known", Long.toString(present)))
                        : Refusal.of(DirectoryReason.DEPARTURES, "count", count));
    }

    private UUID derived(String step) {
        return UUID.nameUUIDFromBytes((id + "\n" + step).getBytes(StandardCharsets.UTF_8));
    }

    private static int line(PlanEntry entry) {
        if (entry instanceof PupilToAdd add) {
            return add.line();
        }
        if (entry instanceof PupilToChange change) {
            return change.line();
        }
        return entry instanceof PupilToTransfer transfer ? transfer.line() : ((Unclear) entry).line();
    }
}
