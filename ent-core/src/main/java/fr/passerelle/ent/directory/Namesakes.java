package fr.passerelle.ent.directory;

import fr.passerelle.ent.directory.AdultRoster.AdultLine;
import fr.passerelle.ent.directory.Decisions.New;
import fr.passerelle.ent.directory.Decisions.Same;
import fr.passerelle.ent.directory.Town.KnownPerson;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which known adult each line gives. Part of {@link AdultPlanner}, where the rules stand.
 *
 * <p>What holds after an import holds when the same file comes again with the same decisions: a line that shares a class or
 * child with the lines of one person joins them at once, since it would join her then.
 */
final class Namesakes {
    private final AdultRoster roster;
    private final List<KnownPerson> known;
    private final Decisions decisions;
    private final Map<String, List<KnownPerson>> byName;
    /** The lines that differ, by the names that they give. */
    private final Map<String, List<AdultLine>> groups;

    private final Map<AdultLine, KnownPerson> resolved = new LinkedHashMap<>();

    Namesakes(AdultRoster roster, List<KnownPerson> known, Decisions decisions) {
        this.roster = roster;
        this.known = known;
        this.decisions = decisions;
        this.byName = known.stream()
                .collect(Collectors.groupingBy(person -> person.keys().name()));
        Map<Object, AdultLine> different = new LinkedHashMap<>();
        roster.lines().forEach(line -> different.putIfAbsent(line.content(), line));
        this.groups = different.values().stream()
                .collect(Collectors.groupingBy(line -> line.keys().name(), LinkedHashMap::new, Collectors.toList()));

        lines().forEach(line -> clear(line).ifPresent(person -> resolved.put(line, person)));
        decided();
        while (joined()) {
            // Whoever joined may bring another one along.
        }
    }

    /** Every line but those that repeat another one word for word. */
    List<AdultLine> lines() {
        return groups.values().stream().flatMap(List::stream).toList();
    }

    /** Whom lines give, as far as it is beyond doubt or decided. */
    Map<AdultLine, KnownPerson> resolved() {
        return resolved;
    }

    /** Those who are known under the names of a line. */
    List<KnownPerson> same(AdultLine line) {
        return byName.getOrDefault(line.keys().name(), List.of());
    }

    /** Whether others in the file or at the school have the names of a line. */
    boolean homonym(AdultLine line) {
        return group(line).size() > 1 || !same(line).isEmpty();
    }

    /** Whether somebody decided that nobody known is meant. */
    boolean isNew(AdultLine line) {
        return decisions.lines().get(line.line()) instanceof New;
    }

    /** Whether a class or child tells whom a line gives from everybody else of her names. */
    boolean apart(AdultLine line) {
        return !line.ties().isEmpty()
                && tied(line).isEmpty()
                && group(line).stream()
                        .filter(other -> !other.equals(line) && (isNew(other) || resolved.containsKey(other)))
                        .noneMatch(other -> shares(line, other.ties()));
    }

    /** Who might be meant by a line whose names nobody has. */
    List<KnownPerson> near(AdultLine line) {
        if (homonym(line)) {
            return List.of();
        }
        return known.stream()
                .filter(KnownPerson::present)
                .filter(person -> person.keys().first().equals(line.keys().first()))
                .filter(person -> !groups.containsKey(person.keys().name()))
                .filter(person -> !roster.guardians() || shares(line, ties(person)))
                .filter(person -> !resolved.containsValue(person))
                .toList();
    }

    private List<AdultLine> group(AdultLine line) {
        return groups.getOrDefault(line.keys().name(), List.of());
    }

    private List<KnownPerson> tied(AdultLine line) {
        return same(line).stream().filter(person -> shares(line, ties(person))).toList();
    }

    /** Whom a line gives beyond doubt. */
    private Optional<KnownPerson> clear(AdultLine line) {
        List<KnownPerson> same = same(line);
        List<KnownPerson> tied = tied(line);
        if (tied.size() == 1) {
            return Optional.of(tied.get(0));
        }
        boolean alone = tied.isEmpty() && same.size() == 1 && group(line).size() == 1;
        return alone && !otherChildren(line, same.get(0)) ? Optional.of(same.get(0)) : Optional.empty();
    }

    /** Classes change every year, children do not. */
    private boolean otherChildren(AdultLine line, KnownPerson person) {
        return roster.guardians() && !line.ties().isEmpty() && !ties(person).isEmpty() && !shares(line, ties(person));
    }

    /** An answer counts where it names a candidate of an unclear line, and nobody is renamed in two. */
    private void decided() {
        Map<AdultLine, KnownPerson> renamed = new HashMap<>();
        for (AdultLine line : lines()) {
            if (!resolved.containsKey(line) && decisions.lines().get(line.line()) instanceof Same same) {
                answered(same, same(line)).ifPresent(person -> resolved.put(line, person));
                answered(same, near(line)).ifPresent(person -> renamed.put(line, person));
            }
        }
        Collection<KnownPerson> persons = renamed.values();
        Set<KnownPerson> twice = persons.stream()
                .filter(person -> Collections.frequency(persons, person) > 1)
                .collect(Collectors.toSet());
        persons.removeAll(twice);
        resolved.putAll(renamed);
    }

    private static Optional<KnownPerson> answered(Same same, List<KnownPerson> among) {
        return among.stream()
                .filter(person -> person.person().equals(same.person()))
                .findFirst();
    }

    private boolean joined() {
        boolean joined = false;
        for (AdultLine line : lines()) {
            Set<KnownPerson> meant = new HashSet<>(tied(line));
            group(line).stream()
                    .filter(other -> resolved.containsKey(other) && shares(line, other.ties()))
                    .forEach(other -> meant.add(resolved.get(other)));
            if (!resolved.containsKey(line) && meant.size() == 1) {
                resolved.put(line, meant.iterator().next());
                joined = true;
            }
        }
        return joined;
    }

    private static Set<UUID> ties(KnownPerson person) {
        return AdultRoster.ties(person.classes(), person.children());
    }

    private static boolean shares(AdultLine line, Set<UUID> ties) {
        return !Collections.disjoint(line.ties(), ties);
    }
}
