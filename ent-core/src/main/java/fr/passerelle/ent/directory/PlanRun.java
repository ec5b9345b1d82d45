package fr.passerelle.ent.directory;

import fr.passerelle.ent.directory.ImportReport.RefusedEntry;
import fr.passerelle.ent.directory.PlanEntry.AdultToAdd;
import fr.passerelle.ent.directory.PlanEntry.AdultToChange;
import fr.passerelle.ent.directory.PlanEntry.Change;
import fr.passerelle.ent.directory.PlanEntry.ClassToOpen;
import fr.passerelle.ent.directory.PlanEntry.Departure;
import fr.passerelle.ent.directory.PlanEntry.LevelsToChange;
import fr.passerelle.ent.directory.PlanEntry.OfLine;
import fr.passerelle.ent.directory.PlanEntry.PupilToAdd;
import fr.passerelle.ent.directory.PlanEntry.PupilToChange;
import fr.passerelle.ent.directory.PlanEntry.PupilToTransfer;
import fr.passerelle.ent.directory.Town.Identity;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.person.Names;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonCommand.ChangeProfile;
import fr.passerelle.ent.person.PersonCommand.CorrectIdentity;
import fr.passerelle.ent.person.PersonCommand.LinkChildren;
import fr.passerelle.ent.person.PersonCommand.PlacePerson;
import fr.passerelle.ent.person.PersonCommand.RecordDeparture;
import fr.passerelle.ent.person.PersonCommand.RegisterPerson;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.schoolclass.SchoolClass;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.ChangeLevels;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.OpenClass;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One application of a plan. The id of every command follows from the plan's id and the line, so that a second run of the
 * same plan repeats and does not do again.
 */
final class PlanRun {
    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(1);

    private final Commands commands;
    private final States states;
    private final PreparedImport.Ready prepared;
    private final RosterPlan plan;
    /** Classes that somebody else had opened in the meantime, by the id that the plan gave them. */
    private final Map<ClassId, ClassId> openedElsewhere = new HashMap<>();

    private final List<RefusedEntry> refused = new ArrayList<>();
    private final ImportWatch watch;
    private final int steps;
    private long position;
    private int tried;
    private boolean stopped;

    PlanRun(Commands commands, States states, PreparedImport.Ready prepared, ImportWatch watch) {
        this.commands = commands;
        this.states = states;
        this.prepared = prepared;
        this.plan = prepared.plan();
        this.watch = watch;
        this.steps = plan.steps();
    }

    ImportReport run() {
        int opened = count(ClassToOpen.class, this::open);
        int levelsChanged = count(
                LevelsToChange.class,
                entry -> send(
                        entry,
                        "levels/" + entry.schoolClass(),
                        new ChangeLevels(entry.schoolClass(), Set.copyOf(entry.levels()))));
        int added =
                count(PupilToAdd.class, entry -> add(entry, entry.person(), Profile.PUPIL, entry.classes(), List.of()))
                        + count(
                                AdultToAdd.class,
                                entry ->
                                        add(entry, entry.person(), entry.profile(), entry.classes(), entry.children()));
        int changed =
                count(PupilToChange.class, entry -> place(entry, entry.person(), entry.classes(), entry.changes()))
                        + count(AdultToChange.class, this::change);
        int transferred = count(PupilToTransfer.class, entry -> {
            Set<Change> changes = new HashSet<>(entry.changes());
            changes.add(Change.CLASSES);
            return place(entry, entry.person(), entry.classes(), changes);
        });
        int departed = plan.held().isPresent() ? 0 : count(Departure.class, this::depart);
        return new ImportReport(
                plan,
                opened,
                levelsChanged,
                added,
                changed,
                transferred,
                departed,
                plan.unchanged(),
                refused,
                steps - tried,
                states.awaitPosition(position, VISIBLE_WITHIN));
    }

    /** Whether an entry was done. */
    private interface Step<T> {
        boolean run(T entry);
    }

    private <T extends PlanEntry> int count(Class<T> kind, Step<T> step) {
        int done = 0;
        for (T entry : plan.entries(kind)) {
            stopped = stopped || !watch.goesOn(tried, steps);
            if (stopped) {
                return done;
            }
            tried++;
            done += step.run(entry) ? 1 : 0;
        }
        return done;
    }

    private boolean open(ClassToOpen entry) {
        CommandResult result = commands.send(
                plan.id().then("class/" + entry.schoolClass()),
                new OpenClass(
                        entry.schoolClass(), plan.school(), plan.year(), entry.name(), Set.copyOf(entry.levels())));
        if (result instanceof CommandResult.Refused refusal && refusal.refusal().reason() == PlaceReason.CLASS_EXISTS) {
            Optional<String> holder = states.holder(
                    SchoolClass.NAME_CLAIM, SchoolClass.nameKey(plan.school(), plan.year(), entry.name()));
            holder.ifPresent(id -> openedElsewhere.put(entry.schoolClass(), ClassId.parse(id)));
            if (holder.isPresent()) {
                return false;
            }
        }
        return done(entry, result);
    }

    private boolean add(
            OfLine entry, PersonId person, Profile profile, List<ClassId> classes, List<PersonId> children) {
        SubjectId subject = person.subject();
        Identity identity = prepared.identity(entry.line());
        return sendOfLine(
                entry,
                "register",
                new RegisterPerson(
                        person,
                        profile,
                        names(subject, identity),
                        birthDate(subject, identity),
                        Personal.of(subject, prepared.keys(entry.line())),
                        plan.school(),
                        classes(classes),
                        children));
    }

    private boolean change(AdultToChange entry) {
        boolean done = place(entry, entry.person(), entry.classes(), entry.changes());
        if (done && entry.changes().contains(Change.PROFILE)) {
            done = sendOfLine(entry, "profile", new ChangeProfile(entry.person(), entry.profile()));
        }
        if (done && entry.changes().contains(Change.CHILDREN)) {
            done = sendOfLine(entry, "children", new LinkChildren(entry.person(), entry.children()));
        }
        return done;
    }

    private boolean place(OfLine entry, PersonId person, List<ClassId> classes, Set<Change> changes) {
        boolean done = true;
        if (changes.contains(Change.IDENTITY)) {
            Identity identity = prepared.identity(entry.line());
            SubjectId subject = person.subject();
            done = sendOfLine(
                    entry,
                    "identity",
                    new CorrectIdentity(
                            person,
                            names(subject, identity),
                            birthDate(subject, identity),
                            Personal.of(subject, prepared.keys(entry.line()))));
        }
        if (done && (changes.contains(Change.CLASSES) || changes.contains(Change.RETURN))) {
            done = sendOfLine(entry, "place", new PlacePerson(person, plan.school(), classes(classes)));
        }
        return done;
    }

    /** Whoever has gone to another place since the plan was made has not left the town. */
    private boolean depart(Departure entry) {
        Person now = states.current(Person.FEATURE, entry.person().toString());
        return plan.school().equals(now.place())
                && send(entry, "left/" + entry.person(), new RecordDeparture(entry.person()));
    }

    private static Names names(SubjectId subject, Identity identity) {
        return new Names(
                Personal.of(subject, identity.familyName()),
                identity.usageName() == null ? null : Personal.of(subject, identity.usageName()),
                Personal.of(subject, identity.firstName()));
    }

    private static @Nullable Personal<LocalDate> birthDate(SubjectId subject, Identity identity) {
        return identity.birthDate() == null ? null : Personal.of(subject, identity.birthDate());
    }

    private List<ClassId> classes(List<ClassId> planned) {
        return planned.stream().map(id -> openedElsewhere.getOrDefault(id, id)).toList();
    }

    private boolean sendOfLine(OfLine entry, String step, Command command) {
        return send(entry, "line/" + entry.line() + "/" + step, command);
    }

    private boolean send(PlanEntry entry, String step, Command command) {
        return done(entry, commands.send(plan.id().then(step), command));
    }

    private boolean done(PlanEntry entry, CommandResult result) {
        if (result instanceof CommandResult.Refused refusal) {
            refused.add(new RefusedEntry(entry, refusal.refusal()));
            return false;
        }
        position = Math.max(position, ((CommandResult.Done) result).position());
        return true;
    }
}
