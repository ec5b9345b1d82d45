package fr.passerelle.ent.directory;

import static fr.passerelle.ent.directory.Scene.ARCADES;
import static fr.passerelle.ent.directory.Scene.TOURNELLES;
import static fr.passerelle.ent.directory.Scene.pupil;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.directory.Decisions.Answer;
import fr.passerelle.ent.directory.Decisions.New;
import fr.passerelle.ent.directory.Decisions.Same;
import fr.passerelle.ent.directory.PlanEntry.Departure;
import fr.passerelle.ent.directory.PlanEntry.PupilToAdd;
import fr.passerelle.ent.directory.PlanEntry.Unclear;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.person.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Lines that might be somebody known: told, not guessed. */
class UnclearLineTest {
    private static final Pupil MAEVA = pupil("ZÉDRIMEL", "Maëva");
    private static final Pupil OTHER_DATE = pupil("ZÉDRIMEL", null, "Maëva", "2016-04-05", Level.CM2, "CM2 B");
    private static final Pupil OTHER_NAME = pupil("OLBADINEC", "Maëva");

    private final Scene scene = new Scene();

    @Test
    void the_same_names_with_another_birth_date_are_unclear_in_any_school() {
        scene.imported(TOURNELLES, MAEVA);
        PersonId maeva = scene.id("ZÉDRIMEL", "Maëva");
        Unclear unclear = new Unclear(2, DirectoryReason.OTHER_BIRTH_DATE, List.of(maeva));

        RosterPlan here = scene.imported(TOURNELLES, OTHER_DATE).plan();
        assertThat(here.entries()).as("and whoever might be meant has not left").containsExactly(unclear);
        assertThat(here.waits()).isTrue();
        assertThat(scene.plan(ARCADES, OTHER_DATE).entries(Unclear.class)).containsExactly(unclear);
        assertThat(scene.store.all(Person.FEATURE)).hasSize(1);
    }

    @Test
    void another_family_name_is_unclear_in_the_same_school_only() {
        scene.imported(TOURNELLES, MAEVA);
        assertThat(scene.plan(TOURNELLES, OTHER_NAME).entries())
                .containsExactly(
                        new Unclear(2, DirectoryReason.OTHER_FAMILY_NAME, List.of(scene.id("ZÉDRIMEL", "Maëva"))));
        assertThat(scene.plan(ARCADES, OTHER_NAME).entries(Unclear.class)).isEmpty();
    }

    @Test
    void a_namesake_who_stands_in_the_file_herself_makes_nothing_unclear() {
        scene.imported(TOURNELLES, MAEVA);
        assertThat(scene.plan(TOURNELLES, MAEVA, OTHER_DATE, OTHER_NAME).entries(PupilToAdd.class))
                .extracting(PupilToAdd::line)
                .containsExactly(3, 4);
    }

    @Test
    void a_person_recognised_takes_names_and_birth_date_of_the_file() {
        scene.imported(TOURNELLES, MAEVA);
        PersonId maeva = scene.id("ZÉDRIMEL", "Maëva");
        ImportReport report = scene.imported(TOURNELLES, answers(Map.of(2, new Same(maeva))), OTHER_DATE);
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.plan().entries(Departure.class)).isEmpty();
        assertThat(scene.store.all(Person.FEATURE)).hasSize(1);
        assertThat(scene.plan(TOURNELLES, OTHER_DATE).isEmpty()).isTrue();
        assertThat(scene.snapshot()).anyMatch(line -> line.contains("2016-04-05"));
    }

    @Test
    void a_person_recognised_in_another_school_is_transferred() {
        scene.imported(ARCADES, MAEVA);
        PersonId maeva = scene.id("ZÉDRIMEL", "Maëva");
        assertThat(scene.imported(TOURNELLES, answers(Map.of(2, new Same(maeva))), OTHER_DATE)
                        .transferred())
                .isEqualTo(1);
        assertThat(scene.person("ZÉDRIMEL", "Maëva").place()).isEqualTo(TOURNELLES);
        assertThat(scene.plan(TOURNELLES, OTHER_DATE).isEmpty()).isTrue();
    }

    @Test
    void somebody_new_is_added_and_the_namesake_is_then_missing() {
        scene.imported(TOURNELLES, MAEVA);
        RosterPlan plan = scene.imported(TOURNELLES, answers(Map.of(2, new New())), OTHER_DATE)
                .plan();
        assertThat(plan.entries(PupilToAdd.class)).hasSize(1);
        assertThat(plan.entries(Departure.class)).containsExactly(new Departure(scene.id("ZÉDRIMEL", "Maëva")));
        assertThat(scene.store.all(Person.FEATURE)).hasSize(2);
    }

    @Test
    void nobody_is_recognised_in_two_lines() {
        scene.imported(TOURNELLES, MAEVA);
        Same same = new Same(scene.id("ZÉDRIMEL", "Maëva"));
        RosterPlan plan = scene.ready(TOURNELLES, answers(Map.of(2, same, 3, same)), OTHER_DATE, OTHER_NAME)
                .plan();
        assertThat(plan.entries()).hasOnlyElementsOfType(Unclear.class).hasSize(2);
    }

    @Test
    void an_answer_that_names_no_candidate_leaves_the_line_unclear() {
        scene.imported(TOURNELLES, MAEVA, pupil("BRALADIZAC", "Yanou"));
        for (PersonId other : List.of(PersonId.random(), scene.id("BRALADIZAC", "Yanou"))) {
            assertThat(scene.ready(TOURNELLES, answers(Map.of(2, new Same(other))), OTHER_DATE)
                            .plan()
                            .entries(Unclear.class))
                    .hasSize(1);
        }
    }

    @Test
    void an_answer_about_a_line_that_is_clear_counts_for_nothing() {
        scene.imported(TOURNELLES, MAEVA);
        PersonId maeva = scene.id("ZÉDRIMEL", "Maëva");
        scene.imported(TOURNELLES, answers(Map.of(2, new New())), OTHER_DATE);
        PersonId namesake = scene.store.all(Person.FEATURE).stream()
                .flatMap(person -> Optional.ofNullable(person.person()).stream())
                .filter(person -> !person.equals(maeva))
                .findFirst()
                .orElseThrow();
        assertThat(scene.ready(TOURNELLES, answers(Map.of(2, new Same(namesake))), MAEVA)
                        .plan()
                        .entries())
                .containsExactly(new Departure(namesake));
    }

    @Test
    void once_recognised_in_one_line_a_person_is_no_candidate_of_another() {
        scene.imported(TOURNELLES, MAEVA);
        Same same = new Same(scene.id("ZÉDRIMEL", "Maëva"));
        RosterPlan plan = scene.ready(TOURNELLES, answers(Map.of(2, same)), OTHER_DATE, OTHER_NAME)
                .plan();
        assertThat(plan.entries(Unclear.class)).isEmpty();
        assertThat(plan.entries(PupilToAdd.class)).extracting(PupilToAdd::line).containsExactly(3);
    }

    @Test
    void a_line_repeated_word_for_word_counts_once() {
        RosterPlan plan = scene.imported(TOURNELLES, MAEVA, MAEVA, MAEVA).plan();
        assertThat(plan.entries(PupilToAdd.class)).hasSize(1);
        assertThat(plan.repeated()).isEqualTo(2);
    }

    @Test
    void lines_that_give_a_pupil_differently_are_unclear_until_one_is_chosen() {
        Pupil inClassA = pupil("ZÉDRIMEL", null, "Maëva", "2016-05-04", Level.CM2, "CM2 A");
        scene.imported(TOURNELLES, MAEVA);
        PersonId maeva = scene.id("ZÉDRIMEL", "Maëva");
        RosterPlan plan = scene.imported(TOURNELLES, inClassA, MAEVA).plan();
        assertThat(plan.entries(Unclear.class))
                .containsExactly(
                        new Unclear(2, DirectoryReason.LINES_DIFFER, List.of(maeva)),
                        new Unclear(3, DirectoryReason.LINES_DIFFER, List.of(maeva)));
        assertThat(plan.entries(Departure.class)).isEmpty();
        assertThat(scene.classNames(scene.person("ZÉDRIMEL", "Maëva"))).containsExactly("CM2 B");

        scene.imported(TOURNELLES, answers(Map.of(2, new New())), inClassA, MAEVA);
        assertThat(scene.store.all(Person.FEATURE)).hasSize(1);
        assertThat(scene.classNames(scene.person("ZÉDRIMEL", "Maëva"))).containsExactly("CM2 A");
    }

    private static Decisions answers(Map<Integer, Answer> lines) {
        return new Decisions(lines, OptionalInt.empty());
    }
}
