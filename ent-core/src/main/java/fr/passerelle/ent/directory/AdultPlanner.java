package fr.passerelle.ent.directory;

import fr.passerelle.ent.directory.AdultRoster.AdultLine;
import fr.passerelle.ent.directory.PlanEntry.AdultToAdd;
import fr.passerelle.ent.directory.PlanEntry.AdultToChange;
import fr.passerelle.ent.directory.PlanEntry.Change;
import fr.passerelle.ent.directory.PlanEntry.LeftOut;
import fr.passerelle.ent.directory.PlanEntry.OfLine;
import fr.passerelle.ent.directory.PlanEntry.Unclear;
import fr.passerelle.ent.directory.Town.KnownPerson;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.person.Profile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares a school's teachers or guardians with those who are known there. Pure: same arguments, same plan; the order of
 * lines changes nothing but the line numbers.
 *
 * <p>An adult is who she is by her names within the school, see {@link Recogniser}, as long as nobody shares them.
 * Homonyms are told apart by a class or child that only one of them has; where none tells, and where a guardian known under
 * the names answers for quite other children, the line is unclear. So it is where only the first name agrees with a teacher
 * at the school, or a guardian of one of the children, whom the file does not name. Whoever might be meant by an unclear
 * line has not left.
 *
 * <p>Lines that give the same adult add up. Where a class or child of hers was not found, she keeps those that she had.
 */
final class AdultPlanner {
    private final CommandId id;
    private final AdultRoster roster;
    private final List<KnownPerson> known;
    private final Predicate<AdultLine> erased;
    private final Decisions decisions;
    private final Recogniser recogniser;

    private final Namesakes namesakes;
    private final Set<PersonId> candidates = new HashSet<>();
    private final List<OfLine> entries = new ArrayList<>();
    private final Map<Integer, MatchKeys> keys = new HashMap<>();
    private int unchanged;
    private int repeated;

    /** A plan with the keys by which those whom it registers or changes are recognised from then on, by line. */
    record Planned(RosterPlan plan, Map<Integer, MatchKeys> keys) {}

    /**
     * @param known the adults of the school, those who left included
     * @param erased whether somebody was erased whom a line may give
     */
    AdultPlanner(
            CommandId id,
            AdultRoster roster,
            List<KnownPerson> known,
            Predicate<AdultLine> erased,
            Decisions decisions,
            Recogniser recogniser) {
        this.id = id;
        this.roster = roster;
        this.known = known;
        this.erased = erased;
        this.decisions = decisions;
        this.recogniser = recogniser;
        this.namesakes = new Namesakes(roster, known, decisions);
        this.repeated = roster.lines().size() - namesakes.lines().size();
    }

    Planned plan() {
        Map<KnownPerson, List<AdultLine>> linesOf = new LinkedHashMap<>();
        namesakes
                .resolved()
                .forEach((line, person) -> linesOf.computeIfAbsent(person, key -> new ArrayList<>())
                        .add(line));
        linesOf.forEach(this::known);
        namesakes.lines().stream()
                .filter(line -> !namesakes.resolved().containsKey(line))
                .forEach(this::unknown);
        Set<PersonId> named = linesOf.keySet().stream().map(KnownPerson::person).collect(Collectors.toSet());
        Departures departures = Departures.of(
                roster.file(), known, person -> named.contains(person) || candidates.contains(person), decisions);

        entries.addAll(roster.leftOut());
        entries.sort(Comparator.comparingInt(OfLine::line));
        List<PlanEntry> all = new ArrayList<>(entries);
        all.addAll(departures.entries());
        RosterPlan plan = new RosterPlan(
                id,
                roster.file().school(),
                roster.file().year(),
                roster.file().fileHash(),
                all,
                unchanged,
                repeated,
                List.of(),
                departures.held());
        return new Planned(plan, keys);
    }

    private void unknown(AdultLine line) {
        boolean isNew = namesakes.isNew(line);
        List<KnownPerson> same = namesakes.same(line);
        List<KnownPerson> near = namesakes.near(line);
        if (roster.guardians() && !namesakes.homonym(line) && line.ties().isEmpty()) {
            entries.add(
                    new LeftOut(line.line(), Refusal.of(DirectoryReason.GUARDIAN_WITHOUT_CHILD, "line", line.line())));
        } else if (erased.test(line) && !isNew) {
            unclear(line, DirectoryReason.ERASED_BEFORE, same);
        } else if (namesakes.homonym(line) && isNew && namesakes.apart(line)) {
            add(line, recogniser.homonym(line.keys(), line.ties().iterator().next()));
        } else if (namesakes.homonym(line)) {
            unclear(line, DirectoryReason.SAME_NAMES, same);
        } else if (near.isEmpty() || isNew) {
            add(line, line.keys());
        } else {
            unclear(
                    line,
                    roster.guardians() ? DirectoryReason.OTHER_GUARDIAN_NAME : DirectoryReason.OTHER_TEACHER_NAME,
                    near);
        }
    }

    private void unclear(AdultLine line, DirectoryReason reason, List<KnownPerson> among) {
        List<PersonId> persons = among.stream().map(KnownPerson::person).toList();
        candidates.addAll(persons);
        entries.add(new Unclear(line.line(), reason, persons));
    }

    private void add(AdultLine line, MatchKeys recognisedBy) {
        PersonId person =
                new PersonId(UUID.nameUUIDFromBytes((id + "\nperson/" + line.line()).getBytes(StandardCharsets.UTF_8)));
        keys.put(line.line(), recognisedBy);
        entries.add(new AdultToAdd(line.line(), person, line.profile(), line.classes(), line.children()));
    }

    private void known(KnownPerson person, List<AdultLine> lines) {
        repeated += lines.size() - 1;
        AdultLine first = lines.stream()
                .min(Comparator.comparing((AdultLine line) -> spelling(line)).thenComparing(AdultLine::line))
                .orElseThrow();
        Profile profile =
                lines.stream().anyMatch(line -> line.profile() == Profile.HEAD) ? Profile.HEAD : first.profile();
        boolean whole = lines.stream().allMatch(AdultLine::whole);
        List<ClassId> classes = together(
                lines.stream().flatMap(line -> line.classes().stream()),
                person.classes().stream().filter(kept -> !whole && roster.ties().contains(kept.value())),
                Comparator.comparing(ClassId::value));
        List<PersonId> children = together(
                lines.stream().flatMap(line -> line.children().stream()),
                person.children().stream()
                        .filter(kept -> !whole && roster.ties().contains(kept.value())),
                Comparator.comparing(PersonId::value));

        Set<Change> changes = EnumSet.noneOf(Change.class);
        change(changes, Change.IDENTITY, !first.identity().equals(person.identity()));
        change(changes, Change.PROFILE, profile != person.profile());
        change(changes, Change.CLASSES, !Set.copyOf(classes).equals(Set.copyOf(person.classes())));
        change(changes, Change.CHILDREN, !Set.copyOf(children).equals(Set.copyOf(person.children())));
        change(
                changes,
                Change.RETURN,
                !person.present() || !person.place().equals(roster.file().school()));
        if (changes.isEmpty()) {
            unchanged++;
            return;
        }
        boolean renamed = !first.keys().name().equals(person.keys().name());
        keys.put(first.line(), renamed ? first.keys() : person.keys());
        entries.add(new AdultToChange(first.line(), person.person(), profile, classes, children, changes));
    }

    private static String spelling(AdultLine line) {
        return String.join("|", line.identity().familyName(), line.identity().firstName())
                + "|"
                + Objects.requireNonNullElse(line.identity().usageName(), "");
    }

    private static <T> List<T> together(Stream<T> ones, Stream<T> others, Comparator<T> order) {
        return Stream.concat(ones, others).distinct().sorted(order).toList();
    }

    private static void change(Set<Change> changes, Change kind, boolean differs) {
        if (differs) {
            changes.add(kind);
        }
    }
}
