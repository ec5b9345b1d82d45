package fr.passerelle.ent.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.intake.Guardians.Child;
import fr.passerelle.ent.intake.Guardians.Guardian;
import fr.passerelle.ent.intake.OndeFile;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.intake.Teachers.Teacher;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.privacy.MemoryKeys;
import fr.passerelle.ent.privacy.Vault;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolKind;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A town with two schools, and files to import into them. */
final class Scene {
    static final Uai TOURNELLES = new Uai("0771369V");
    static final Uai ARCADES = new Uai("0770409B");
    static final SchoolYear YEAR = new SchoolYear(2026);
    private static final OndeFile UNQUOTED = new OndeFile(OndeFile.Encoding.LATIN_1, "\r\n", false, false);

    final MemoryStore store = new MemoryStore();
    final Vault vault = MemoryKeys.vault();
    final OndeImport imports = new OndeImport(store, store, vault);

    Scene() {
        for (Uai school : List.of(TOURNELLES, ARCADES)) {
            CommandResult known =
                    store.send(CommandId.random(), new RegisterSchool(school, "École", SchoolKind.PRIMARY));
            assertThat(known).isInstanceOf(CommandResult.Done.class);
        }
        store.events.clear();
    }

    /** A pupil of CM2 B born in 2016, who differs from others by her names. */
    static Pupil pupil(String family, String first) {
        return pupil(family, null, first, "2016-05-04", Level.CM2, "CM2 B");
    }

    static Pupil pupil(
            String family,
            @Nullable String usage,
            String first,
            String birthDate,
            @Nullable Level level,
            @Nullable String className) {
        return new Pupil(0, family, usage, first, LocalDate.parse(birthDate), level, className);
    }

    PreparedImport prepare(byte[] file, Uai school, SchoolYear year, Decisions decisions) {
        try {
            return imports.prepare(new ByteArrayInputStream(file), school, year, decisions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PreparedImport.Ready ready(Uai school, Decisions decisions, Pupil... pupils) {
        PreparedImport prepared = prepare(file(pupils), school, YEAR, decisions);
        assertThat(prepared).isInstanceOf(PreparedImport.Ready.class);
        return (PreparedImport.Ready) prepared;
    }

    RosterPlan plan(Uai school, Pupil... pupils) {
        return ready(school, Decisions.NONE, pupils).plan();
    }

    ImportReport imported(Uai school, Pupil... pupils) {
        return imported(school, Decisions.NONE, pupils);
    }

    ImportReport imported(Uai school, Decisions decisions, Pupil... pupils) {
        ImportReport report = imports.apply(ready(school, decisions, pupils));
        assertThat(report.refused()).isEmpty();
        return report;
    }

    ImportReport imported(Uai school, Decisions decisions, byte[] file) {
        ImportReport report = imports.apply(ready(school, decisions, file));
        assertThat(report.refused()).isEmpty();
        return report;
    }

    ImportReport imported(Uai school, byte[] file) {
        return imported(school, Decisions.NONE, file);
    }

    PreparedImport.Ready ready(Uai school, Decisions decisions, byte[] file) {
        PreparedImport prepared = prepare(file, school, YEAR, decisions);
        assertThat(prepared).isInstanceOf(PreparedImport.Ready.class);
        return (PreparedImport.Ready) prepared;
    }

    RosterPlan plan(Uai school, byte[] file) {
        return ready(school, Decisions.NONE, file).plan();
    }

    static Teacher teacher(String family, String first, @Nullable String classes) {
        return new Teacher(0, family, null, first, false, classes);
    }

    /** Children of CM2 B, each by family name and first name. */
    static Guardian guardian(String family, String first, String... children) {
        return new Guardian(
                0,
                family,
                null,
                first,
                Stream.of(children)
                        .map(name -> name.split(" ", 2))
                        .map(name -> new Child(name[0], name[1], "CM2 B"))
                        .toList());
    }

    static byte[] teachers(Teacher... teachers) {
        return UNQUOTED.printTeachers(List.of(teachers));
    }

    static byte[] guardians(Guardian... guardians) {
        return UNQUOTED.printGuardians(List.of(guardians));
    }

    /** Each pupil of an unquoted file stands on one line: the first on line 2. */
    static byte[] file(Pupil... pupils) {
        return UNQUOTED.print(List.of(pupils));
    }

    Person person(String family, String first) {
        return store.all(Person.FEATURE).stream()
                .filter(person -> person.names() != null
                        && text(person.names().family()).equals(family)
                        && text(person.names().first()).equals(first))
                .findFirst()
                .orElseThrow();
    }

    PersonId id(String family, String first) {
        return java.util.Objects.requireNonNull(person(family, first).person());
    }

    /** First names of a guardian's children. */
    List<String> children(Person guardian) {
        return guardian.children().stream()
                .map(id -> store.current(Person.FEATURE, id.toString()))
                .map(child ->
                        text(java.util.Objects.requireNonNull(child.names()).first()))
                .sorted()
                .toList();
    }

    List<String> classNames(Person person) {
        return person.classes().stream()
                .map(id -> store.current(SchoolClass.FEATURE, id.toString()).name())
                .toList();
    }

    ClassId classId(Uai school, String name) {
        return store.under(SchoolClass.FEATURE, school.value()).stream()
                .filter(found -> found.name().equals(name))
                .map(SchoolClass::schoolClass)
                .map(java.util.Objects::requireNonNull)
                .findFirst()
                .orElseThrow();
    }

    /** Everything that the town knows, without ids and order. */
    List<String> snapshot() {
        var lines = new TreeSet<String>();
        store.all(SchoolClass.FEATURE)
                .forEach(found -> lines.add(
                        "class " + found.school() + " " + found.year() + " " + found.name() + " " + found.levels()));
        store.all(Person.FEATURE).forEach(person -> {
            var names = java.util.Objects.requireNonNull(person.names());
            boolean once = lines.add(String.join(
                    " ",
                    text(names.family()),
                    names.usage() == null ? "-" : text(names.usage()),
                    text(names.first()),
                    text(person.birthDate()),
                    person.profile() + " " + person.place() + " " + classNames(person) + " " + children(person) + " "
                            + person.status()));
            assertThat(once).as("nobody is known twice").isTrue();
        });
        return List.copyOf(lines);
    }

    private static String text(@Nullable Personal<?> value) {
        return value instanceof Personal.Clear<?> clear ? clear.value().toString() : "?";
    }
}
