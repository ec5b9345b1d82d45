package fr.passerelle.app.web;

import fr.passerelle.app.town.Place;
import fr.passerelle.app.town.Town;
import fr.passerelle.ent.directory.PlanEntry;
import fr.passerelle.ent.directory.PlanEntry.AdultToChange;
import fr.passerelle.ent.directory.PlanEntry.Change;
import fr.passerelle.ent.directory.PlanEntry.Departure;
import fr.passerelle.ent.directory.PlanEntry.OfLine;
import fr.passerelle.ent.directory.PlanEntry.PupilToChange;
import fr.passerelle.ent.directory.PlanEntry.PupilToTransfer;
import fr.passerelle.ent.directory.PlanEntry.Unclear;
import fr.passerelle.ent.directory.PreparedImport.Ready;
import fr.passerelle.ent.directory.RosterPlan;
import fr.passerelle.ent.intake.OndeKind;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan as its page shows it: what would change, class by class, without a name.
 *
 * @param steps how much there is to do now
 * @param unclear lines that wait for a decision
 * @param held why departures wait, or null
 * @param told what somebody may want to know and nobody has to decide
 */
record ImportPlan(
        String id,
        OndeKind kind,
        int steps,
        int unchanged,
        List<String> opened,
        int levelsChanged,
        List<Group> groups,
        List<Waiting> unclear,
        int departures,
        @Nullable String held,
        List<String> told) {

    /** What an entry of a plan is to people. */
    enum Kind {
        ARRIVAL,
        CHANGE,
        TRANSFER,
        DEPARTURE,
        UNCLEAR
    }

    /**
     * What would change in a class.
     *
     * @param name empty for those in none
     */
    record Group(String name, Map<Kind, Integer> counts) {
        /** How many of a kind. */
        public int count(Kind kind) {
            return counts.getOrDefault(kind, 0);
        }
    }

    /** A line that waits for a decision, and where its names are. */
    record Waiting(int line, String sentence, String group) {}

    /**
     * One entry with its name.
     *
     * @param line null for a departure, which no line gives
     * @param name null once she is erased
     * @param details keys of words, or names of places
     */
    record Row(Kind kind, @Nullable Integer line, @Nullable String name, List<String> details) {
        @Override
        public String toString() {
            return "Row[" + kind + ", " + line + "]";
        }
    }

    /**
     * A line to decide on, with its name and who it might be.
     *
     * @param birthDate as the line gives it; null for an adult
     */
    record Choice(
            int line,
            @Nullable String name,
            @Nullable LocalDate birthDate,
            String sentence,
            List<PersonPage> candidates) {
        @Override
        public String toString() {
            return "Choice[" + line + "]";
        }
    }

    /** The names of one class. */
    record Named(List<Row> rows, List<Choice> choices) {}

    static ImportPlan of(Town town, Ready ready, Locale locale) {
        RosterPlan plan = ready.plan();
        Map<Integer, RosterLine> lines = RosterLine.of(ready.roster());
        Map<String, Map<Kind, Integer>> groups = new TreeMap<>();
        for (PlanEntry entry : plan.entries()) {
            Kind kind = kind(entry);
            if (kind != null) {
                groups.computeIfAbsent(group(town, lines, entry), name -> new EnumMap<>(Kind.class))
                        .merge(kind, 1, Integer::sum);
            }
        }
        List<String> told = new ArrayList<>();
        plan.entries(PlanEntry.ClassLevelUnknown.class).forEach(one -> told.add(sentence(one.refusal(), locale)));
        plan.entries(PlanEntry.LeftOut.class).forEach(one -> told.add(sentence(one.refusal(), locale)));
        return new ImportPlan(
                plan.id().value(),
                ready.roster().kind(),
                plan.steps(),
                plan.unchanged(),
                plan.entries(PlanEntry.ClassToOpen.class).stream()
                        .map(PlanEntry.ClassToOpen::name)
                        .toList(),
                plan.entries(PlanEntry.LevelsToChange.class).size(),
                groups.entrySet().stream()
                        .map(group -> new Group(group.getKey(), group.getValue()))
                        .toList(),
                plan.entries(Unclear.class).stream()
                        .map(one -> new Waiting(one.line(), sentence(one.refusal(), locale), group(town, lines, one)))
                        .toList(),
                plan.entries(Departure.class).size(),
                plan.held().map(held -> sentence(held, locale)).orElse(null),
                told);
    }

    /** Opens the names of one class; for somebody who may see them. */
    static Named named(Town town, Ready ready, String group, Locale locale) {
        Map<Integer, RosterLine> lines = RosterLine.of(ready.roster());
        List<PlanEntry> entries = ready.plan().entries().stream()
                .filter(entry ->
                        kind(entry) != null && group(town, lines, entry).equals(group))
                .toList();
        List<Row> rows = new ArrayList<>();
        entries.stream()
                .filter(OfLine.class::isInstance)
                .map(OfLine.class::cast)
                .filter(entry -> !(entry instanceof Unclear))
                .forEach(entry -> rows.add(new Row(
                        Objects.requireNonNull(kind(entry)),
                        entry.line(),
                        name(lines.get(entry.line())),
                        details(town, entry))));
        List<PersonId> leaving = entries.stream()
                .filter(Departure.class::isInstance)
                .map(entry -> ((Departure) entry).person())
                .toList();
        people(town, leaving).forEach(person -> rows.add(new Row(Kind.DEPARTURE, null, name(person), List.of())));
        List<Choice> choices = entries.stream()
                .filter(Unclear.class::isInstance)
                .map(Unclear.class::cast)
                .map(one -> new Choice(
                        one.line(),
                        name(lines.get(one.line())),
                        birthDate(lines.get(one.line())),
                        sentence(one.refusal(), locale),
                        people(town, one.candidates())))
                .toList();
        return new Named(rows, choices);
    }

    private static @Nullable Kind kind(PlanEntry entry) {
        if (entry instanceof PlanEntry.PupilToAdd || entry instanceof PlanEntry.AdultToAdd) {
            return Kind.ARRIVAL;
        }
        if (entry instanceof PupilToChange || entry instanceof AdultToChange) {
            return Kind.CHANGE;
        }
        if (entry instanceof PupilToTransfer) {
            return Kind.TRANSFER;
        }
        if (entry instanceof Departure) {
            return Kind.DEPARTURE;
        }
        return entry instanceof Unclear ? Kind.UNCLEAR : null;
    }

    private static String group(Town town, Map<Integer, RosterLine> lines, PlanEntry entry) {
        if (entry instanceof OfLine line) {
            RosterLine found = lines.get(line.line());
            return found == null ? "" : found.group();
        }
        Person person = person(town, ((Departure) entry).person());
        return Stream.concat(
                        person.classes().stream(),
                        person.children().stream().flatMap(child -> person(town, child).classes().stream()))
                .map((ClassId id) -> town.passerelle()
                        .states()
                        .current(SchoolClass.FEATURE, id.toString())
                        .name())
                .findFirst()
                .orElse("");
    }

    private static Person person(Town town, PersonId id) {
        return town.passerelle().states().current(Person.FEATURE, id.toString());
    }

    private static List<PersonPage> people(Town town, Collection<PersonId> ids) {
        return PersonPage.of(town, ids.stream().map(id -> person(town, id)).toList());
    }

    private static List<String> details(Town town, OfLine entry) {
        if (entry instanceof PupilToTransfer transfer) {
            return List.of(town.places()
                    .find(transfer.from())
                    .map(Place::name)
                    .orElse(transfer.from().value()));
        }
        Set<Change> changes = entry instanceof PupilToChange pupil
                ? pupil.changes()
                : entry instanceof AdultToChange adult ? adult.changes() : Set.of();
        return changes.stream().sorted().map(change -> "change." + change).toList();
    }

    private static @Nullable String name(@Nullable RosterLine line) {
        return line == null ? null : line.family() + " " + line.first();
    }

    private static @Nullable LocalDate birthDate(@Nullable RosterLine line) {
        return line == null ? null : line.birthDate();
    }

    private static @Nullable String name(PersonPage person) {
        return person.isErased() ? null : person.family() + " " + person.first();
    }

    private static String sentence(Refusal refusal, Locale locale) {
        return Sentences.withCode(refusal.reason(), refusal.facts(), locale);
    }
}
