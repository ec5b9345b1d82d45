package fr.passerelle.ent.directory;

import static fr.passerelle.ent.directory.Scene.ARCADES;
import static fr.passerelle.ent.directory.Scene.TOURNELLES;
import static fr.passerelle.ent.directory.Scene.YEAR;
import static fr.passerelle.ent.directory.Scene.file;
import static fr.passerelle.ent.directory.Scene.pupil;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.directory.PlanEntry.Change;
import fr.passerelle.ent.directory.PlanEntry.ClassLevelUnknown;
import fr.passerelle.ent.directory.PlanEntry.ClassToOpen;
import fr.passerelle.ent.directory.PlanEntry.Departure;
import fr.passerelle.ent.directory.PlanEntry.LevelsToChange;
import fr.passerelle.ent.directory.PlanEntry.PupilToAdd;
import fr.passerelle.ent.directory.PlanEntry.PupilToChange;
import fr.passerelle.ent.directory.PlanEntry.PupilToTransfer;
import fr.passerelle.ent.intake.IntakeReason;
import fr.passerelle.ent.intake.OndeKind;
import fr.passerelle.ent.intake.Roster;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.intake.sample.OndeSample;
import fr.passerelle.ent.intake.sample.OndeSample.SampleFile;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.model.StoreUnavailable;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonCommand.PlacePerson;
import fr.passerelle.ent.person.PersonEvent.IdentityCorrected;
import fr.passerelle.ent.person.PersonEvent.PersonRegistered;
import fr.passerelle.ent.person.PersonReason;
import fr.passerelle.ent.schoolclass.SchoolClass;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.ChangeLevels;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.OpenClass;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OndeImportTest {
    private static final Pupil MAEVA = pupil("ZÉDRIMEL", "Maëva");
    private static final Pupil TAVIO = pupil("QUELLORI", "Tavio");
    private static final Pupil YANOU = pupil("BRALADIZAC", "Yanou");

    private final Scene scene = new Scene();

    @Test
    void a_first_import_opens_classes_and_adds_pupils() {
        Pupil younger = pupil("ZÉDRIMEL", null, "Lou", "2017-01-02", Level.CM1, "CM1-CM2");
        Pupil older = pupil("VERGIBAZAC", null, "Kélia", "2016-01-02", Level.CM2, "cm1-cm2");
        RosterPlan plan = scene.plan(TOURNELLES, MAEVA, younger, older);
        assertThat(plan.entries(ClassToOpen.class))
                .extracting(ClassToOpen::name, ClassToOpen::levels, ClassToOpen::pupils)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("CM1-CM2", List.of(Level.CM1, Level.CM2), 2),
                        org.assertj.core.groups.Tuple.tuple("CM2 B", List.of(Level.CM2), 1));
        assertThat(plan.entries(PupilToAdd.class)).extracting(PupilToAdd::line).containsExactly(2, 3, 4);
        assertThat(plan.waits()).isFalse();
        assertThat(scene.store.events).as("a plan changes nothing").isEmpty();

        ImportReport report = scene.imported(TOURNELLES, MAEVA, younger, older);
        assertThat(report.opened()).isEqualTo(2);
        assertThat(report.added()).isEqualTo(3);
        assertThat(report.visible()).isTrue();
        Person maeva = scene.person("ZÉDRIMEL", "Maëva");
        assertThat(maeva.place()).isEqualTo(TOURNELLES);
        assertThat(scene.classNames(maeva)).containsExactly("CM2 B");
    }

    @Test
    void the_same_file_again_changes_nothing() {
        scene.imported(TOURNELLES, MAEVA, TAVIO);
        int before = scene.store.events.size();
        RosterPlan again = scene.imported(TOURNELLES, MAEVA, TAVIO).plan();
        assertThat(again.isEmpty()).isTrue();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(scene.store.events).hasSize(before);
    }

    @Test
    void a_plan_applied_twice_has_the_effect_of_once() {
        PreparedImport.Ready prepared = scene.ready(TOURNELLES, Decisions.NONE, MAEVA, TAVIO);
        scene.imports.apply(prepared);
        int before = scene.store.events.size();
        assertThat(scene.imports.apply(prepared).refused()).isEmpty();
        assertThat(scene.store.events).hasSize(before);
    }

    @Test
    void a_file_imported_again_after_another_one_holds_again() {
        Pupil elsewhere = pupil("ZÉDRIMEL", null, "Maëva", "2016-05-04", Level.CM2, "CM2 A");
        for (Pupil version : List.of(MAEVA, elsewhere, MAEVA, elsewhere, MAEVA)) {
            scene.imported(TOURNELLES, version);
            assertThat(scene.classNames(scene.person("ZÉDRIMEL", "Maëva"))).containsExactly(version.className());
        }
    }

    @Test
    void another_class_and_another_usage_name_are_changes() {
        scene.imported(TOURNELLES, MAEVA, TAVIO, YANOU);
        Pupil moved = pupil("ZÉDRIMEL", null, "Maëva", "2016-05-04", Level.CM2, "CM2 A");
        Pupil renamed = pupil("QUELLORI", "OLBADINEC", "Tavio", "2016-05-04", Level.CM2, "CM2 B");
        RosterPlan plan = scene.plan(TOURNELLES, moved, renamed, YANOU);
        assertThat(plan.entries(PupilToChange.class))
                .extracting(PupilToChange::changes)
                .containsExactly(Set.of(Change.CLASSES), Set.of(Change.IDENTITY));
        assertThat(plan.unchanged()).isEqualTo(1);

        assertThat(scene.imported(TOURNELLES, moved, renamed, YANOU).changed()).isEqualTo(2);
        assertThat(scene.plan(TOURNELLES, moved, renamed, YANOU).isEmpty()).isTrue();
    }

    @Test
    void another_spelling_is_the_same_pupil_with_a_corrected_name() {
        scene.imported(TOURNELLES, pupil("DE LA TOUR-D'ÉGUY", "Anne-Lou"));
        Pupil respelt = pupil("Delatour d'Eguy", "ANNE LOU");
        assertThat(scene.plan(TOURNELLES, respelt).entries(PupilToChange.class))
                .extracting(PupilToChange::changes)
                .containsExactly(Set.of(Change.IDENTITY));
        scene.imported(TOURNELLES, respelt);
        assertThat(scene.store.all(Person.FEATURE)).hasSize(1);
        assertThat(scene.id("Delatour d'Eguy", "ANNE LOU")).isNotNull();
    }

    @Test
    void a_pupil_known_in_another_school_is_transferred() {
        scene.imported(ARCADES, MAEVA, TAVIO);
        scene.imported(TOURNELLES, YANOU);
        RosterPlan plan = scene.plan(TOURNELLES, MAEVA, YANOU);
        assertThat(plan.entries(PupilToTransfer.class)).singleElement().satisfies(transfer -> {
            assertThat(transfer.person()).isEqualTo(scene.id("ZÉDRIMEL", "Maëva"));
            assertThat(transfer.from()).isEqualTo(ARCADES);
        });

        assertThat(scene.imported(TOURNELLES, MAEVA, YANOU).transferred()).isEqualTo(1);
        assertThat(scene.person("ZÉDRIMEL", "Maëva").place()).isEqualTo(TOURNELLES);
        assertThat(scene.plan(ARCADES, TAVIO).isEmpty())
                .as("who was transferred is no departure of the school she came from")
                .isTrue();
    }

    @Test
    void a_departure_waits_until_its_number_is_agreed_to() {
        scene.imported(TOURNELLES, MAEVA, TAVIO, YANOU);
        RosterPlan plan = scene.imported(TOURNELLES, MAEVA, TAVIO).plan();
        assertThat(plan.entries(Departure.class)).containsExactly(new Departure(scene.id("BRALADIZAC", "Yanou")));
        assertThat(plan.held()).contains(Refusal.of(DirectoryReason.DEPARTURES, "count", 1));
        assertThat(scene.person("BRALADIZAC", "Yanou").status()).isEqualTo(Person.Status.PRESENT);

        assertThat(scene.ready(TOURNELLES, Decisions.NONE.departures(2), MAEVA, TAVIO)
                        .plan()
                        .held())
                .map(Refusal::reason)
                .contains(DirectoryReason.OTHER_DEPARTURES_AGREED);

        assertThat(scene.imported(TOURNELLES, Decisions.NONE.departures(1), MAEVA, TAVIO)
                        .departed())
                .isEqualTo(1);
        assertThat(scene.person("BRALADIZAC", "Yanou").status()).isEqualTo(Person.Status.LEFT);
        assertThat(scene.plan(TOURNELLES, MAEVA, TAVIO).isEmpty()).isTrue();
    }

    @Test
    void more_than_half_of_a_school_leaving_is_said_so() {
        scene.imported(TOURNELLES, MAEVA, TAVIO, YANOU);
        assertThat(scene.plan(TOURNELLES, MAEVA).held()).hasValueSatisfying(held -> {
            assertThat(held.reason()).isEqualTo(DirectoryReason.MASS_DEPARTURE);
            assertThat(held.facts()).containsEntry("count", "2").containsEntry("known", "3");
        });
        scene.imported(ARCADES, pupil("A", "Uno"), pupil("B", "Duo"));
        assertThat(scene.plan(ARCADES, pupil("A", "Uno")).held())
                .as("just half is not more than half")
                .map(Refusal::reason)
                .contains(DirectoryReason.DEPARTURES);
    }

    @Test
    void a_pupil_who_left_comes_back_as_the_same_person() {
        scene.imported(TOURNELLES, MAEVA, TAVIO);
        scene.imported(TOURNELLES, Decisions.NONE.departures(1), TAVIO);
        assertThat(scene.plan(TOURNELLES, MAEVA, TAVIO).entries(PupilToChange.class))
                .singleElement()
                .satisfies(change -> assertThat(change.changes()).contains(Change.RETURN));
        scene.imported(TOURNELLES, MAEVA, TAVIO);
        assertThat(scene.store.all(Person.FEATURE)).hasSize(2);
        assertThat(scene.person("ZÉDRIMEL", "Maëva").status()).isEqualTo(Person.Status.PRESENT);
    }

    @Test
    void an_incomplete_file_says_so_when_somebody_is_missing() {
        scene.imported(TOURNELLES, MAEVA, TAVIO, YANOU);
        byte[] oneBadLine = new String(file(MAEVA, TAVIO, YANOU), ISO_8859_1)
                .replace("Yanou;2016-05-04", "Yanou;2016-05-34")
                .getBytes(ISO_8859_1);
        var prepared = (PreparedImport.Ready) scene.prepare(oneBadLine, TOURNELLES, YEAR, Decisions.NONE);
        assertThat(prepared.roster().findings())
                .extracting(finding -> finding.reason())
                .containsExactly(IntakeReason.BAD_DATE);
        assertThat(prepared.plan().held())
                .contains(new Refusal(
                        DirectoryReason.DEPARTURES_OF_INCOMPLETE_FILE, java.util.Map.of("count", "1", "refused", "1")));
    }

    @Test
    void a_pupil_erased_before_is_not_taken_again_unless_somebody_agrees() {
        scene.imported(TOURNELLES, MAEVA, TAVIO);
        Person maeva = scene.person("ZÉDRIMEL", "Maëva");
        var keys = new Recogniser(scene.vault).keys("ZÉDRIMEL", "Maëva", MAEVA.birthDate());
        scene.vault.erase(java.util.Objects.requireNonNull(maeva.person()).subject(), keys.exact());
        scene.store.send(CommandId.random(), new fr.passerelle.ent.person.PersonCommand.ErasePerson(maeva.person()));

        RosterPlan plan = scene.imported(TOURNELLES, MAEVA, TAVIO).plan();
        assertThat(plan.entries(PlanEntry.Unclear.class))
                .containsExactly(new PlanEntry.Unclear(2, DirectoryReason.ERASED_BEFORE, List.of()))
                .allSatisfy(unclear -> assertThat(sentence(unclear.refusal())).startsWith("Ligne 2 : "));
        assertThat(plan.entries(Departure.class)).isEmpty();

        var agreed = new Decisions(java.util.Map.of(2, new Decisions.New()), java.util.OptionalInt.empty());
        assertThat(scene.imported(TOURNELLES, agreed, MAEVA, TAVIO).added()).isEqualTo(1);
        assertThat(scene.plan(TOURNELLES, MAEVA, TAVIO).isEmpty())
                .as("she is known again")
                .isTrue();
    }

    @Test
    void a_year_later_pupils_change_class_and_the_oldest_leave() {
        Pupil younger = pupil("VERGIBAZAC", null, "Kélia", "2017-01-02", Level.CM1, "CM1 A");
        scene.imported(TOURNELLES, MAEVA, TAVIO, younger);
        Pupil older = pupil("VERGIBAZAC", null, "Kélia", "2017-01-02", Level.CM2, "CM2 B");
        var next = (PreparedImport.Ready)
                scene.prepare(file(older), TOURNELLES, new SchoolYear(2027), Decisions.NONE.departures(2));
        assertThat(next.plan().entries(ClassToOpen.class))
                .extracting(ClassToOpen::name)
                .containsExactly("CM2 B");
        ImportReport report = scene.imports.apply(next);
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.departed()).isEqualTo(2);

        assertThat(scene.prepare(file(younger), TOURNELLES, YEAR, Decisions.NONE))
                .as("last year's file is not for this year")
                .isInstanceOfSatisfying(
                        PreparedImport.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(DirectoryReason.LATER_YEAR_KNOWN));
    }

    @Test
    void the_levels_of_a_class_follow_the_file_and_shrink_only_when_nothing_is_missing() {
        Pupil younger = pupil("VERGIBAZAC", null, "Kélia", "2017-01-02", Level.CM1, "CM2 B");
        scene.imported(TOURNELLES, MAEVA, TAVIO);
        assertThat(scene.plan(TOURNELLES, MAEVA, TAVIO, younger).entries(LevelsToChange.class))
                .extracting(LevelsToChange::levels)
                .containsExactly(List.of(Level.CM1, Level.CM2));
        scene.imported(TOURNELLES, MAEVA, TAVIO, younger);
        assertThat(scene.plan(TOURNELLES, MAEVA, TAVIO).entries(LevelsToChange.class))
                .isEmpty();
        assertThat(scene.imported(TOURNELLES, Decisions.NONE.departures(1), MAEVA, TAVIO)
                        .levelsChanged())
                .isEqualTo(1);
    }

    @Test
    void an_incomplete_file_takes_no_level_from_a_class() {
        scene.imported(TOURNELLES, MAEVA);
        scene.store.send(
                CommandId.random(), new ChangeLevels(scene.classId(TOURNELLES, "CM2 B"), Set.of(Level.CM1, Level.CM2)));
        assertThat(scene.plan(TOURNELLES, MAEVA).entries(LevelsToChange.class)).hasSize(1);
        byte[] newcomerUnreadable = new String(file(MAEVA, YANOU), ISO_8859_1)
                .replace("Yanou;2016-05-04", "Yanou;2016-05-34")
                .getBytes(ISO_8859_1);
        var prepared = (PreparedImport.Ready) scene.prepare(newcomerUnreadable, TOURNELLES, YEAR, Decisions.NONE);
        assertThat(prepared.plan().isEmpty()).isTrue();
    }

    @Test
    void a_class_without_any_known_level_is_not_opened_and_its_pupils_are_kept() {
        Pupil unknown = pupil("ZÉDRIMEL", null, "Maëva", "2016-05-04", null, "Les Grands");
        RosterPlan plan = scene.imported(TOURNELLES, unknown).plan();
        assertThat(plan.entries(ClassLevelUnknown.class)).containsExactly(new ClassLevelUnknown("Les Grands", 1));
        assertThat(sentence(plan.entries(ClassLevelUnknown.class).get(0).refusal()))
                .isEqualTo("La classe « Les Grands » n'est pas ouverte : aucun niveau connu dans le fichier pour ses"
                        + " élèves. (ENT-259)");
        assertThat(scene.person("ZÉDRIMEL", "Maëva").classes()).isEmpty();
        assertThat(scene.plan(TOURNELLES, unknown).isEmpty()).isTrue();
    }

    @Test
    void a_class_that_no_line_names_is_told_and_stays_open() {
        scene.imported(TOURNELLES, MAEVA, pupil("A", null, "Uno", "2016-01-02", Level.CM2, "CM2 A"));
        ClassId emptied = scene.classId(TOURNELLES, "CM2 A");
        RosterPlan plan =
                scene.imported(TOURNELLES, Decisions.NONE.departures(1), MAEVA).plan();
        assertThat(plan.emptied()).containsExactly(emptied);
        assertThat(scene.store.current(SchoolClass.FEATURE, emptied.toString()).open())
                .isTrue();
    }

    @Test
    void a_class_opened_by_somebody_else_in_the_meantime_is_used() {
        PreparedImport.Ready prepared = scene.ready(TOURNELLES, Decisions.NONE, MAEVA);
        ClassId theirs = ClassId.random();
        scene.store.send(CommandId.random(), new OpenClass(theirs, TOURNELLES, YEAR, "CM2 b", Set.of(Level.CM2)));
        ImportReport report = scene.imports.apply(prepared);
        assertThat(report.refused()).isEmpty();
        assertThat(report.opened()).isZero();
        assertThat(scene.person("ZÉDRIMEL", "Maëva").classes()).containsExactly(theirs);
    }

    @Test
    void a_pupil_registered_by_somebody_else_in_the_meantime_is_told_and_found_by_the_next_import() {
        PreparedImport.Ready prepared = scene.ready(TOURNELLES, Decisions.NONE, MAEVA);
        scene.imported(ARCADES, MAEVA);
        assertThat(scene.imports.apply(prepared).refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.refusal().reason()).isEqualTo(PersonReason.PERSON_EXISTS));
        assertThat(scene.imported(TOURNELLES, MAEVA).transferred()).isEqualTo(1);
    }

    @Test
    void who_went_to_another_school_since_the_plan_was_made_has_not_left_the_town() {
        scene.imported(TOURNELLES, MAEVA, TAVIO, YANOU);
        PreparedImport.Ready prepared = scene.ready(TOURNELLES, Decisions.NONE.departures(1), TAVIO, YANOU);
        scene.store.send(CommandId.random(), new PlacePerson(scene.id("ZÉDRIMEL", "Maëva"), ARCADES, List.of()));
        assertThat(scene.imports.apply(prepared).departed()).isZero();
        assertThat(scene.person("ZÉDRIMEL", "Maëva").status()).isEqualTo(Person.Status.PRESENT);
    }

    @Test
    void a_process_killed_after_any_command_is_completed_by_the_next_run() {
        scene.imported(ARCADES, TAVIO);
        scene.imported(TOURNELLES, pupil("A", "Uno"), pupil("B", "Duo"), pupil("C", "Tres"));
        Pupil[] after = {MAEVA, TAVIO, pupil("A", null, "Uno", "2016-05-04", Level.CM1, "CM1 A"), pupil("B", "Duo")};
        int commands = commandsOf(TOURNELLES, after);
        assertThat(commands).isGreaterThanOrEqualTo(5);
        List<String> whole = scene.snapshot();

        for (int killedAfter = 0; killedAfter < commands; killedAfter++) {
            Scene town = new Scene();
            town.imported(ARCADES, TAVIO);
            town.imported(TOURNELLES, pupil("A", "Uno"), pupil("B", "Duo"), pupil("C", "Tres"));
            town.store.lag();
            PreparedImport.Ready prepared = town.ready(TOURNELLES, Decisions.NONE.departures(1), after);
            town.store.dieAfter(killedAfter);
            assertThatThrownBy(() -> town.imports.apply(prepared)).isInstanceOf(StoreUnavailable.class);
            town.store.live();

            ImportReport rerun = town.imports.apply(town.ready(TOURNELLES, Decisions.NONE.departures(1), after));
            town.store.lagNoMore();
            assertThat(rerun.refused()).as("killed after " + killedAfter).isEmpty();
            assertThat(town.snapshot()).isEqualTo(whole);
            assertThat(town.store.events)
                    .filteredOn(PersonRegistered.class::isInstance)
                    .hasSize(5);
        }
    }

    private int commandsOf(Uai school, Pupil... pupils) {
        PreparedImport.Ready prepared = scene.ready(school, Decisions.NONE.departures(1), pupils);
        scene.imports.apply(prepared);
        return prepared.plan().entries().size();
    }

    @Test
    void an_unknown_school_and_a_wrong_file_change_nothing() {
        assertThat(scene.prepare(file(MAEVA), new Uai("0770420N"), YEAR, Decisions.NONE))
                .isEqualTo(new PreparedImport.Refused(Refusal.of(PlaceReason.UNKNOWN_PLACE, "place", "0770420N")));
        assertThat(scene.prepare(new byte[0], TOURNELLES, YEAR, Decisions.NONE))
                .isEqualTo(new PreparedImport.Refused(Refusal.of(IntakeReason.EMPTY_FILE)));
        assertThat(scene.store.events).isEmpty();
    }

    @Test
    void names_are_opened_only_of_those_whom_the_file_names() {
        scene.imported(ARCADES, TAVIO);
        scene.imported(TOURNELLES, MAEVA, YANOU);
        MatchKeys maeva = new Recogniser(scene.vault).keys("ZÉDRIMEL", "Maëva", MAEVA.birthDate());
        assertThat(new TownReader(scene.store, scene.vault).pupils(List.of(maeva)))
                .hasSize(3)
                .filteredOn(pupil -> pupil.identity() != null)
                .extracting(Town.KnownPerson::keys)
                .containsExactly(maeva);
    }

    @Test
    void plan_report_and_refusals_show_no_name() {
        scene.imported(TOURNELLES, MAEVA, TAVIO, pupil("VERGIBAZAC", "Kélia"));
        PreparedImport.Ready prepared = scene.ready(
                TOURNELLES,
                Decisions.NONE,
                pupil("ZÉDRIMEL", "QUARTINOIS", "Maëva", "2016-05-04", Level.CM2, "CM2 A"),
                pupil("QUELLORI", null, "Tavio", "2016-05-05", Level.CM2, "CM2 B"),
                YANOU);
        String all = prepared + " " + prepared.plan() + " " + scene.imports.apply(prepared) + " " + prepared.roster()
                + " " + ((Roster) prepared.roster()).pupils() + " " + scene.store.events;
        assertThat(all.toUpperCase(Locale.ROOT))
                .contains("UNCLEAR", "PUPILTOCHANGE", "PUPILTOADD", "DEPARTURE")
                .doesNotContain("DRIMEL", "QUELLORI", "BRALA", "VERGI", "QUARTI", "TAVIO", "YANOU", "VA;", "2016-05");
        assertThat(new tools.jackson.databind.json.JsonMapper()
                        .writeValueAsString(prepared.plan().entries())
                        .toUpperCase(Locale.ROOT))
                .doesNotContain("DRIMEL", "QUELLORI", "BRALA", "TAVIO");
    }

    @Test
    void the_sample_goes_in_whole_and_again_without_effect() {
        scene.store.send(
                CommandId.random(),
                new fr.passerelle.ent.school.SchoolCommand.RegisterSchool(
                        new Uai("0770420N"), "Docteur Roux", fr.passerelle.ent.school.SchoolKind.PRIMARY));
        scene.store.events.clear();
        int teachers = 0;
        int guardians = 0;
        for (int round = 0; round < 2; round++) {
            for (SampleFile file : OndeSample.files(OndeSample.DEFAULT_SEED)) {
                var prepared = (PreparedImport.Ready)
                        scene.prepare(file.content(), file.school().school(), OndeSample.YEAR, Decisions.NONE);
                assertThat(prepared.plan().waits()).isFalse();
                assertThat(prepared.plan().isEmpty()).isEqualTo(round == 1);
                assertThat(prepared.plan().entries(PlanEntry.LeftOut.class)).isEmpty();
                int adults = prepared.plan().entries(PlanEntry.AdultToAdd.class).size();
                teachers += file.kind() == OndeKind.TEACHERS ? adults : 0;
                guardians += file.kind() == OndeKind.GUARDIANS ? adults : 0;
                assertThat(scene.imports.apply(prepared).refused()).isEmpty();
            }
            assertThat(scene.store.events).hasSize(820 + 24 + teachers + guardians);
        }
        assertThat(scene.store.events).noneMatch(IdentityCorrected.class::isInstance);
        assertThat(teachers).isBetween(24, 48);
        assertThat(guardians).isGreaterThan(1_000);
    }

    private static String sentence(Refusal refusal) {
        return Sentences.withCode(refusal.reason(), refusal.facts(), Locale.FRENCH);
    }
}
