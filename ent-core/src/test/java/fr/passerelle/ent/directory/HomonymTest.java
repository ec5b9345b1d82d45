package fr.passerelle.ent.directory;

import static fr.passerelle.ent.directory.Scene.TOURNELLES;
import static fr.passerelle.ent.directory.Scene.guardian;
import static fr.passerelle.ent.directory.Scene.guardians;
import static fr.passerelle.ent.directory.Scene.pupil;
import static fr.passerelle.ent.directory.Scene.teacher;
import static fr.passerelle.ent.directory.Scene.teachers;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.directory.Decisions.Answer;
import fr.passerelle.ent.directory.Decisions.New;
import fr.passerelle.ent.directory.Decisions.Same;
import fr.passerelle.ent.directory.PlanEntry.AdultToAdd;
import fr.passerelle.ent.directory.PlanEntry.Departure;
import fr.passerelle.ent.directory.PlanEntry.Unclear;
import fr.passerelle.ent.intake.Guardians.Guardian;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.Profile;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Adults who might be somebody known: told, not guessed. */
class HomonymTest {
    private static final Guardian OF_MAEVA = guardian("ZÉDRIMEL", "Ana", "ZÉDRIMEL Maëva");
    private static final Guardian OF_TAVIO = guardian("ZÉDRIMEL", "Ana", "QUELLORI Tavio");
    private static final Guardian OF_NOBODY = guardian("ZÉDRIMEL", "Ana");

    private final Scene scene = new Scene();

    @BeforeEach
    void pupils_are_known() {
        scene.imported(
                TOURNELLES,
                pupil("ZÉDRIMEL", "Maëva"),
                pupil("QUELLORI", "Tavio"),
                pupil("BRALADIZAC", null, "Yanou", "2017-02-03", Level.CM1, "CM1 A"));
        scene.store.events.clear();
    }

    @Test
    void homonyms_of_a_file_wait_for_a_person_and_are_told_apart_by_their_children_from_then_on() {
        byte[] both = guardians(OF_MAEVA, OF_TAVIO);
        assertThat(scene.imported(TOURNELLES, both).plan().entries())
                .containsExactly(
                        new Unclear(2, DirectoryReason.SAME_NAMES, List.of()),
                        new Unclear(3, DirectoryReason.SAME_NAMES, List.of()));
        assertThat(scene.store.events).isEmpty();

        assertThat(scene.imported(TOURNELLES, answers(Map.of(2, new New(), 3, new New())), both)
                        .added())
                .isEqualTo(2);
        assertThat(childrenOfGuardians()).containsExactlyInAnyOrder(List.of("Maëva"), List.of("Tavio"));
        assertThat(scene.plan(TOURNELLES, guardians(OF_TAVIO, OF_MAEVA)).isEmpty())
                .isTrue();

        scene.imported(TOURNELLES, Decisions.NONE.departures(1), guardians(OF_TAVIO));
        assertThat(childrenOfGuardians()).containsExactlyInAnyOrder(List.of(), List.of("Tavio"));
    }

    @Test
    void the_same_decisions_on_the_same_file_again_change_nothing() {
        Decisions allNew = answers(Map.of(2, new New(), 3, new New(), 4, new New()));
        byte[] three = guardians(OF_MAEVA, OF_TAVIO, OF_NOBODY);
        scene.store.lag();
        scene.imported(TOURNELLES, allNew, three);
        int before = scene.store.events.size();
        RosterPlan again = scene.imported(TOURNELLES, allNew, three).plan();
        assertThat(again.entries())
                .as("whom no child tells apart stays unclear, whatever is answered")
                .singleElement()
                .isInstanceOfSatisfying(
                        Unclear.class, unclear -> assertThat(unclear.line()).isEqualTo(4));
        assertThat(scene.store.events).hasSize(before).hasSize(2);
    }

    @Test
    void a_guardian_on_two_lines_is_one_person_with_the_children_of_both() {
        byte[] both = guardians(OF_MAEVA, OF_TAVIO);
        scene.imported(TOURNELLES, answers(Map.of(2, new New())), both);
        PersonId ana = scene.id("ZÉDRIMEL", "Ana");
        assertThat(scene.plan(TOURNELLES, both).entries())
                .containsExactly(new Unclear(3, DirectoryReason.SAME_NAMES, List.of(ana)));

        assertThat(scene.imported(TOURNELLES, answers(Map.of(3, new Same(ana))), both)
                        .changed())
                .isEqualTo(1);
        assertThat(scene.children(scene.person("ZÉDRIMEL", "Ana"))).containsExactly("Maëva", "Tavio");
        RosterPlan again = scene.plan(TOURNELLES, both);
        assertThat(again.isEmpty()).isTrue();
        assertThat(again.repeated()).isEqualTo(1);
    }

    @Test
    void a_guardian_known_for_other_children_is_unclear() {
        scene.imported(TOURNELLES, guardians(OF_MAEVA));
        PersonId ana = scene.id("ZÉDRIMEL", "Ana");
        assertThat(scene.imported(TOURNELLES, guardians(OF_TAVIO)).plan().entries())
                .as("and whoever might be meant has not left")
                .containsExactly(new Unclear(2, DirectoryReason.SAME_NAMES, List.of(ana)));

        RosterPlan somebodyElse = scene.ready(TOURNELLES, answers(Map.of(2, new New())), guardians(OF_TAVIO))
                .plan();
        assertThat(somebodyElse.entries(AdultToAdd.class)).hasSize(1);
        assertThat(somebodyElse.entries(Departure.class)).containsExactly(new Departure(ana));

        scene.imported(TOURNELLES, answers(Map.of(2, new Same(ana))), guardians(OF_TAVIO));
        assertThat(childrenOfGuardians()).containsExactly(List.of("Tavio"));
    }

    @Test
    void a_guardian_of_the_same_child_and_first_name_under_another_name_is_unclear() {
        scene.imported(TOURNELLES, guardians(OF_MAEVA));
        PersonId ana = scene.id("ZÉDRIMEL", "Ana");
        byte[] renamed = guardians(guardian("OLBADINEC", "Ana", "ZÉDRIMEL Maëva"));
        assertThat(scene.plan(TOURNELLES, renamed).entries())
                .containsExactly(new Unclear(2, DirectoryReason.OTHER_GUARDIAN_NAME, List.of(ana)));
        assertThat(scene.plan(TOURNELLES, guardians(guardian("OLBADINEC", "Ana", "QUELLORI Tavio")))
                        .entries(Unclear.class))
                .as("a first name alone says nothing")
                .isEmpty();

        scene.imported(TOURNELLES, answers(Map.of(2, new Same(ana))), renamed);
        assertThat(scene.id("OLBADINEC", "Ana")).isEqualTo(ana);
        assertThat(scene.plan(TOURNELLES, renamed).isEmpty()).isTrue();
    }

    @Test
    void a_teacher_of_the_same_first_name_whom_the_file_does_not_name_is_unclear() {
        scene.imported(TOURNELLES, teachers(teacher("ZÉDRIMEL", "Ana", "CM2 B")));
        PersonId ana = scene.id("ZÉDRIMEL", "Ana");
        byte[] other = teachers(teacher("OLBADINEC", "Ana", "CM1 A"));
        assertThat(scene.plan(TOURNELLES, other).entries())
                .containsExactly(new Unclear(2, DirectoryReason.OTHER_TEACHER_NAME, List.of(ana)));
        assertThat(scene.plan(
                                TOURNELLES,
                                teachers(teacher("OLBADINEC", "Ana", "CM1 A"), teacher("ZÉDRIMEL", "Ana", "CM2 B")))
                        .entries(AdultToAdd.class))
                .hasSize(1);
        scene.imported(TOURNELLES, answers(Map.of(2, new Same(ana))), other);
        assertThat(scene.classNames(scene.person("OLBADINEC", "Ana"))).containsExactly("CM1 A");
    }

    @Test
    void nobody_is_renamed_in_two_lines() {
        scene.imported(TOURNELLES, teachers(teacher("ZÉDRIMEL", "Ana", "CM2 B")));
        Same same = new Same(scene.id("ZÉDRIMEL", "Ana"));
        assertThat(scene.ready(
                                TOURNELLES,
                                answers(Map.of(2, same, 3, same)),
                                teachers(teacher("OLBADINEC", "Ana", null), teacher("VERGIBAZAC", "Ana", null)))
                        .plan()
                        .entries())
                .hasOnlyElementsOfType(Unclear.class)
                .hasSize(2);
    }

    @Test
    void teachers_of_the_same_names_are_told_apart_by_their_class() {
        byte[] both = teachers(teacher("ZÉDRIMEL", "Ana", "CM2 B"), teacher("ZÉDRIMEL", "Ana", "CM1 A"));
        scene.imported(TOURNELLES, answers(Map.of(2, new New(), 3, new New())), both);
        assertThat(scene.store.all(Person.FEATURE))
                .filteredOn(person -> person.profile() == Profile.TEACHER)
                .hasSize(2);
        assertThat(scene.plan(TOURNELLES, both).isEmpty()).isTrue();
        assertThat(scene.plan(TOURNELLES, teachers(teacher("ZÉDRIMEL", "Ana", null)))
                        .entries())
                .singleElement()
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.candidates()).hasSize(2));
    }

    @Test
    void an_answer_that_names_no_candidate_leaves_the_line_unclear() {
        scene.imported(TOURNELLES, guardians(OF_MAEVA, guardian("QUELLORI", "Ido", "QUELLORI Tavio")));
        for (PersonId other : List.of(PersonId.random(), scene.id("QUELLORI", "Ido"))) {
            assertThat(scene.ready(TOURNELLES, answers(Map.of(2, new Same(other))), guardians(OF_TAVIO))
                            .plan()
                            .entries(Unclear.class))
                    .hasSize(1);
        }
    }

    private List<List<String>> childrenOfGuardians() {
        return scene.store.all(Person.FEATURE).stream()
                .filter(person -> person.profile() == Profile.GUARDIAN)
                .map(scene::children)
                .toList();
    }

    private static Decisions answers(Map<Integer, Answer> lines) {
        return new Decisions(lines, OptionalInt.empty());
    }
}
