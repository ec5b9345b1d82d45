package fr.passerelle.ent.directory;

import static fr.passerelle.ent.directory.Scene.ARCADES;
import static fr.passerelle.ent.directory.Scene.TOURNELLES;
import static fr.passerelle.ent.directory.Scene.YEAR;
import static fr.passerelle.ent.directory.Scene.file;
import static fr.passerelle.ent.directory.Scene.guardian;
import static fr.passerelle.ent.directory.Scene.guardians;
import static fr.passerelle.ent.directory.Scene.pupil;
import static fr.passerelle.ent.directory.Scene.teacher;
import static fr.passerelle.ent.directory.Scene.teachers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.directory.PlanEntry.AdultToAdd;
import fr.passerelle.ent.directory.PlanEntry.AdultToChange;
import fr.passerelle.ent.directory.PlanEntry.Change;
import fr.passerelle.ent.directory.PlanEntry.Departure;
import fr.passerelle.ent.directory.PlanEntry.LeftOut;
import fr.passerelle.ent.directory.PlanEntry.Unclear;
import fr.passerelle.ent.intake.Guardians.Child;
import fr.passerelle.ent.intake.Guardians.Guardian;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.intake.Teachers.Teacher;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.StoreUnavailable;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonCommand.ErasePerson;
import fr.passerelle.ent.person.PersonEvent.PersonRegistered;
import fr.passerelle.ent.person.Profile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Teachers and guardians; what is the same for pupils stands in {@link OndeImportTest}. */
class AdultImportTest {
    private static final Pupil MAEVA = pupil("ZÉDRIMEL", "Maëva");
    private static final Pupil LOU = pupil("ZÉDRIMEL", null, "Lou", "2019-01-02", Level.CE1, "CE1 A");
    private static final Pupil TAVIO = pupil("QUELLORI", "Tavio");
    private static final Guardian ANA = guardian("ZÉDRIMEL", "Ana", "ZÉDRIMEL Maëva", "ZÉDRIMEL Lou");
    private static final Guardian IDO = guardian("QUELLORI", "Ido", "QUELLORI Tavio");
    private static final Teacher ROMANCE = teacher("VERGIBAZAC", "Romance", "CM2 B");
    private static final Teacher SOLISE = teacher("OLBADINEC", "Solise", "CE1 A");

    private final Scene scene = new Scene();

    @BeforeEach
    void pupils_are_known() {
        scene.imported(TOURNELLES, MAEVA, LOU, TAVIO);
        scene.store.events.clear();
    }

    @Test
    void guardians_are_linked_to_their_children_and_teachers_to_their_classes() {
        Teacher head = new Teacher(0, "BRALADIZAC", "QUARTINOIS", "Ysmée", true, "CM2 B, CE1 A");
        RosterPlan plan = scene.plan(TOURNELLES, teachers(head, SOLISE));
        assertThat(plan.entries(AdultToAdd.class))
                .extracting(AdultToAdd::profile)
                .containsExactly(Profile.HEAD, Profile.TEACHER);
        assertThat(scene.store.events).as("a plan changes nothing").isEmpty();

        assertThat(scene.imported(TOURNELLES, teachers(head, SOLISE)).added()).isEqualTo(2);
        assertThat(scene.imported(TOURNELLES, guardians(ANA, IDO)).added()).isEqualTo(2);
        Person ysmee = scene.person("BRALADIZAC", "Ysmée");
        assertThat(ysmee.profile()).isEqualTo(Profile.HEAD);
        assertThat(scene.classNames(ysmee)).containsExactlyInAnyOrder("CE1 A", "CM2 B");
        Person ana = scene.person("ZÉDRIMEL", "Ana");
        assertThat(ana.profile()).isEqualTo(Profile.GUARDIAN);
        assertThat(ana.place()).isEqualTo(TOURNELLES);
        assertThat(ana.birthDate()).isNull();
        assertThat(scene.children(ana)).containsExactly("Lou", "Maëva");
        assertThat(ana.classes()).isEmpty();
    }

    @Test
    void the_same_files_again_and_in_another_spelling_add_nobody() {
        scene.imported(TOURNELLES, teachers(ROMANCE, SOLISE));
        scene.imported(TOURNELLES, guardians(ANA, IDO));
        int before = scene.store.events.size();
        assertThat(scene.imported(TOURNELLES, teachers(SOLISE, ROMANCE)).plan().isEmpty())
                .isTrue();
        RosterPlan again = scene.imported(TOURNELLES, guardians(ANA, ANA, IDO)).plan();
        assertThat(again.isEmpty()).isTrue();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.repeated()).isEqualTo(1);
        assertThat(scene.store.events).hasSize(before);

        Guardian respelt = guardian("Zedrimel", "ANA", "zedrimel maeva", "ZEDRIMEL LOU");
        assertThat(scene.plan(TOURNELLES, guardians(respelt, IDO)).entries())
                .singleElement()
                .isInstanceOfSatisfying(
                        AdultToChange.class,
                        change -> assertThat(change.changes()).containsExactly(Change.IDENTITY));
        assertThat(scene.imported(TOURNELLES, guardians(respelt, IDO)).changed())
                .isEqualTo(1);
        assertThat(scene.imported(TOURNELLES, guardians(respelt, IDO)).plan().isEmpty())
                .isTrue();
    }

    @Test
    void another_class_another_role_and_other_children_are_changes() {
        scene.imported(TOURNELLES, teachers(ROMANCE, SOLISE));
        scene.imported(TOURNELLES, guardians(ANA, IDO));
        Teacher headNow = new Teacher(0, "VERGIBAZAC", null, "Romance", true, "CE1 A");
        assertThat(scene.plan(TOURNELLES, teachers(headNow, SOLISE)).entries(AdultToChange.class))
                .singleElement()
                .satisfies(change ->
                        assertThat(change.changes()).containsExactlyInAnyOrder(Change.PROFILE, Change.CLASSES));
        assertThat(scene.imported(TOURNELLES, teachers(headNow, SOLISE)).changed())
                .isEqualTo(1);
        assertThat(scene.person("VERGIBAZAC", "Romance"))
                .extracting(Person::profile, scene::classNames)
                .containsExactly(Profile.HEAD, List.of("CE1 A"));

        Guardian ofOne = guardian("ZÉDRIMEL", "Ana", "ZÉDRIMEL Lou");
        assertThat(scene.plan(TOURNELLES, guardians(ofOne, IDO)).entries(AdultToChange.class))
                .singleElement()
                .satisfies(change -> assertThat(change.changes()).containsExactly(Change.CHILDREN));
        scene.imported(TOURNELLES, guardians(ofOne, IDO));
        assertThat(scene.children(scene.person("ZÉDRIMEL", "Ana"))).containsExactly("Lou");
    }

    @Test
    void a_departure_waits_until_its_number_is_agreed_to_and_who_comes_back_is_the_same() {
        scene.imported(TOURNELLES, teachers(ROMANCE));
        scene.imported(TOURNELLES, guardians(ANA, IDO));
        RosterPlan plan = scene.imported(TOURNELLES, guardians(IDO)).plan();
        PersonId ana = scene.id("ZÉDRIMEL", "Ana");
        assertThat(plan.entries()).as("and no pupil, no teacher").containsExactly(new Departure(ana));
        assertThat(plan.held()).contains(Refusal.of(DirectoryReason.DEPARTURES, "count", 1));
        assertThat(scene.person("ZÉDRIMEL", "Ana").status()).isEqualTo(Person.Status.PRESENT);

        assertThat(scene.imported(TOURNELLES, Decisions.NONE.departures(1), guardians(IDO))
                        .departed())
                .isEqualTo(1);
        assertThat(scene.person("ZÉDRIMEL", "Ana"))
                .extracting(Person::status, Person::children)
                .containsExactly(Person.Status.LEFT, List.of());
        assertThat(scene.plan(TOURNELLES, guardians(IDO)).isEmpty()).isTrue();

        assertThat(scene.imported(TOURNELLES, guardians(ANA, IDO)).changed()).isEqualTo(1);
        assertThat(scene.id("ZÉDRIMEL", "Ana")).isEqualTo(ana);
        assertThat(scene.children(scene.person("ZÉDRIMEL", "Ana"))).containsExactly("Lou", "Maëva");
    }

    @Test
    void a_child_or_class_that_is_not_known_is_told_and_takes_no_link_away() {
        scene.imported(TOURNELLES, teachers(ROMANCE));
        scene.imported(TOURNELLES, guardians(ANA));
        Guardian withStranger = guardian("ZÉDRIMEL", "Ana", "ZÉDRIMEL Maëva", "ZÉDRIMEL Zoélie");
        RosterPlan plan = scene.imported(TOURNELLES, guardians(withStranger)).plan();
        assertThat(plan.entries())
                .containsExactly(
                        new LeftOut(2, new Refusal(DirectoryReason.CHILD_UNKNOWN, Map.of("line", "2", "child", "2"))));
        assertThat(plan.isEmpty()).isTrue();
        assertThat(scene.children(scene.person("ZÉDRIMEL", "Ana"))).containsExactly("Lou", "Maëva");

        RosterPlan ofTeachers = scene.imported(TOURNELLES, teachers(teacher("VERGIBAZAC", "Romance", "CE1 A, CP Z")))
                .plan();
        assertThat(ofTeachers.entries(LeftOut.class))
                .containsExactly(new LeftOut(
                        2, new Refusal(DirectoryReason.CLASS_UNKNOWN, Map.of("line", "2", "name", "CP Z"))));
        assertThat(scene.classNames(scene.person("VERGIBAZAC", "Romance"))).containsExactlyInAnyOrder("CM2 B", "CE1 A");
    }

    @Test
    void a_guardian_none_of_whose_children_is_known_is_not_taken() {
        Guardian stranger = guardian("BRALADIZAC", "Ysmée", "BRALADIZAC Yanou");
        RosterPlan plan = scene.imported(TOURNELLES, guardians(stranger, guardian("THÉVADIZAC", "Éline")))
                .plan();
        assertThat(plan.entries(LeftOut.class))
                .extracting(entry -> entry.refusal().reason())
                .containsExactlyInAnyOrder(
                        DirectoryReason.CHILD_UNKNOWN,
                        DirectoryReason.GUARDIAN_WITHOUT_CHILD,
                        DirectoryReason.GUARDIAN_WITHOUT_CHILD);
        assertThat(plan.entries()).hasSize(3);
        assertThat(scene.store.events).isEmpty();
    }

    @Test
    void pupils_of_the_same_names_are_told_apart_by_their_class() {
        Pupil other = pupil("ZÉDRIMEL", null, "Maëva", "2019-03-04", Level.CE1, "CE1 A");
        scene.imported(TOURNELLES, MAEVA, LOU, TAVIO, other);
        Guardian ofTheYounger =
                new Guardian(0, "ZÉDRIMEL", null, "Ana", List.of(new Child("ZÉDRIMEL", "Maëva", "ce1 a")));
        scene.imported(TOURNELLES, guardians(ofTheYounger));
        assertThat(scene.person("ZÉDRIMEL", "Ana").children())
                .hasSize(1)
                .first()
                .satisfies(child -> assertThat(scene.classNames(scene.store.current(Person.FEATURE, child.toString())))
                        .containsExactly("CE1 A"));

        Guardian withoutClass = new Guardian(0, "ZÉDRIMEL", null, "Ana", List.of(new Child("ZÉDRIMEL", "Maëva", null)));
        assertThat(scene.plan(TOURNELLES, guardians(withoutClass)).entries())
                .singleElement()
                .isInstanceOfSatisfying(
                        LeftOut.class,
                        entry -> assertThat(entry.refusal().reason()).isEqualTo(DirectoryReason.CHILD_UNCLEAR));
    }

    @Test
    void whoever_is_at_two_schools_is_two_persons_each_with_her_own() {
        scene.imported(ARCADES, pupil("ZÉDRIMEL", null, "Élio", "2018-02-03", Level.CM2, "CM2 B"));
        scene.imported(TOURNELLES, guardians(ANA));
        scene.imported(TOURNELLES, teachers(ROMANCE, teacher("ZÉDRIMEL", "Ana", "CE1 A")));
        scene.imported(ARCADES, guardians(guardian("ZÉDRIMEL", "Ana", "ZÉDRIMEL Élio")));
        scene.imported(ARCADES, teachers(ROMANCE));
        assertThat(scene.snapshot().stream().filter(line -> line.contains("Ana") || line.contains("Romance")))
                .containsExactly(
                        "VERGIBAZAC - Romance ? TEACHER 0770409B [CM2 B] [] PRESENT",
                        "VERGIBAZAC - Romance ? TEACHER 0771369V [CM2 B] [] PRESENT",
                        "ZÉDRIMEL - Ana ? GUARDIAN 0770409B [] [Élio] PRESENT",
                        "ZÉDRIMEL - Ana ? GUARDIAN 0771369V [] [Lou, Maëva] PRESENT",
                        "ZÉDRIMEL - Ana ? TEACHER 0771369V [CE1 A] [] PRESENT");
        assertThat(scene.plan(TOURNELLES, guardians(ANA)).isEmpty()).isTrue();
        assertThat(scene.plan(TOURNELLES, teachers(ROMANCE)).entries(Departure.class))
                .hasSize(1);
    }

    @Test
    void an_erased_guardian_is_not_taken_again_unless_somebody_agrees() {
        scene.imported(TOURNELLES, guardians(ANA, IDO));
        Person ana = scene.person("ZÉDRIMEL", "Ana");
        var match = (Personal.Clear<MatchKeys>) Objects.requireNonNull(ana.match());
        PersonId id = Objects.requireNonNull(ana.person());
        scene.vault.erase(id.subject(), match.value().exact());
        scene.store.send(CommandId.random(), new ErasePerson(id));

        assertThat(scene.imported(TOURNELLES, guardians(ANA, IDO)).plan().entries())
                .containsExactly(new Unclear(2, DirectoryReason.ERASED_BEFORE, List.of()));
        var agreed = new Decisions(Map.of(2, new Decisions.New()), OptionalInt.empty());
        assertThat(scene.imported(TOURNELLES, agreed, guardians(ANA, IDO)).added())
                .isEqualTo(1);
        assertThat(scene.plan(TOURNELLES, guardians(ANA, IDO)).isEmpty()).isTrue();
    }

    @Test
    void a_year_later_a_teacher_has_a_class_of_that_year() {
        scene.imported(TOURNELLES, teachers(ROMANCE));
        SchoolYear next = new SchoolYear(2027);
        scene.imports.apply(
                (PreparedImport.Ready) scene.prepare(file(LOU, TAVIO), TOURNELLES, next, Decisions.NONE.departures(1)));
        var prepared = (PreparedImport.Ready) scene.prepare(teachers(ROMANCE), TOURNELLES, next, Decisions.NONE);
        assertThat(prepared.plan().entries(AdultToChange.class))
                .extracting(AdultToChange::changes)
                .containsExactly(Set.of(Change.CLASSES));
        scene.imports.apply(prepared);
        assertThat(scene.person("VERGIBAZAC", "Romance").classes()).hasSize(1);
        assertThat(scene.prepare(teachers(ROMANCE), TOURNELLES, YEAR, Decisions.NONE))
                .isInstanceOf(PreparedImport.Refused.class);
    }

    @Test
    void a_process_killed_after_any_command_is_completed_by_the_next_run() {
        byte[] before = guardians(ANA, guardian("BRALADIZAC", "Éline", "QUELLORI Tavio"));
        byte[] after = guardians(guardian("Zédrimel", "Ana", "ZÉDRIMEL Maëva"), IDO);
        scene.imported(TOURNELLES, before);
        scene.imported(TOURNELLES, Decisions.NONE.departures(1), after);
        List<String> whole = scene.snapshot();

        for (int killedAfter = 0; killedAfter < 4; killedAfter++) {
            Scene town = new Scene();
            town.imported(TOURNELLES, MAEVA, LOU, TAVIO);
            town.imported(TOURNELLES, before);
            town.store.lag();
            PreparedImport.Ready prepared = town.ready(TOURNELLES, Decisions.NONE.departures(1), after);
            town.store.dieAfter(killedAfter);
            assertThatThrownBy(() -> town.imports.apply(prepared))
                    .as("killed after " + killedAfter)
                    .isInstanceOf(StoreUnavailable.class);
            town.store.live();

            ImportReport rerun = town.imports.apply(town.ready(TOURNELLES, Decisions.NONE.departures(1), after));
            town.store.lagNoMore();
            assertThat(rerun.refused()).isEmpty();
            assertThat(town.snapshot()).isEqualTo(whole);
            assertThat(town.store.events)
                    .filteredOn(PersonRegistered.class::isInstance)
                    .hasSize(6);
        }
    }

    @Test
    void a_plan_applied_twice_has_the_effect_of_once() {
        PreparedImport.Ready prepared = scene.ready(TOURNELLES, Decisions.NONE, guardians(ANA, IDO));
        scene.imports.apply(prepared);
        int before = scene.store.events.size();
        assertThat(scene.imports.apply(prepared).refused()).isEmpty();
        assertThat(scene.store.events).hasSize(before);
    }

    @Test
    void plan_report_and_refusals_show_no_name() {
        scene.imported(TOURNELLES, guardians(ANA, IDO));
        PreparedImport.Ready prepared = scene.ready(
                TOURNELLES,
                Decisions.NONE,
                guardians(
                        guardian("ZÉDRIMEL", "Ana", "ZÉDRIMEL Maëva", "ZÉDRIMEL Zoélie"),
                        guardian("OLBADINEC", "Ido", "QUELLORI Tavio"),
                        guardian("BRALADIZAC", "Ysmée", "QUELLORI Tavio")));
        String all = prepared + " " + prepared.plan() + " " + scene.imports.apply(prepared) + " " + prepared.roster()
                + " " + scene.store.events;
        assertThat(all.toUpperCase(Locale.ROOT))
                .contains("UNCLEAR", "ADULTTOADD", "LEFTOUT")
                .doesNotContain("DRIMEL", "QUELLORI", "OLBA", "BRALA", "TAVIO", "YSM", "MAËVA", "ZOÉLIE");
    }
}
