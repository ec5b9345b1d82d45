package fr.passerelle.ent.directory;

import static fr.passerelle.ent.directory.Scene.TOURNELLES;
import static fr.passerelle.ent.directory.Scene.YEAR;
import static fr.passerelle.ent.directory.Scene.guardian;
import static fr.passerelle.ent.directory.Scene.pupil;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.directory.Decisions.Answer;
import fr.passerelle.ent.directory.Decisions.New;
import fr.passerelle.ent.directory.Decisions.Same;
import fr.passerelle.ent.directory.PlanEntry.Departure;
import fr.passerelle.ent.directory.PlanEntry.LeftOut;
import fr.passerelle.ent.directory.PlanEntry.Unclear;
import fr.passerelle.ent.intake.Guardians.Guardian;
import fr.passerelle.ent.intake.OndeFile;
import fr.passerelle.ent.intake.OndeFile.Encoding;
import fr.passerelle.ent.intake.Teachers.Teacher;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.person.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Few names, children and classes, so that homonyms, repeated and contradicting lines all come up. */
class AdultImportProperties {

    @Property(tries = 300)
    void importing_twice_is_importing_once_whatever_is_decided(
            @ForAll("files") byte[] before, @ForAll("files") byte[] file, @ForAll Random random) {
        Scene scene = scene();
        scene.imported(TOURNELLES, before);
        Decisions decisions = decided(scene.plan(TOURNELLES, file), random);
        scene.imported(TOURNELLES, decisions, file);
        List<String> once = scene.snapshot();
        int events = scene.store.events.size();

        RosterPlan again = scene.imported(TOURNELLES, decisions, file).plan();
        assertThat(again.entries()).hasOnlyElementsOfTypes(Unclear.class, LeftOut.class, Departure.class);
        assertThat(scene.store.events).hasSize(events);
        assertThat(scene.snapshot()).isEqualTo(once);
        assertThat(scene.plan(TOURNELLES, file).entries(PlanEntry.AdultToAdd.class))
                .as("and who was added is known even without the decisions")
                .isEmpty();
    }

    @Property(tries = 300)
    void the_order_of_lines_changes_nothing(
            @ForAll("guardians") List<Guardian> before,
            @ForAll("guardians") List<Guardian> after,
            @ForAll Random random) {
        List<Guardian> shuffled = new ArrayList<>(after);
        Collections.shuffle(shuffled, random);
        List<List<String>> outcomes = new ArrayList<>();
        for (List<Guardian> order : List.of(after, shuffled)) {
            Scene scene = scene();
            scene.imported(TOURNELLES, array(before));
            int departures = scene.plan(TOURNELLES, array(order))
                    .entries(Departure.class)
                    .size();
            RosterPlan plan = scene.imported(TOURNELLES, Decisions.NONE.departures(departures), array(order))
                    .plan();
            List<String> outcome = new ArrayList<>(scene.snapshot());
            outcome.add(plan.unchanged() + " unchanged, " + plan.repeated() + " repeated, " + departures + " left");
            outcome.add(plan.entries(Unclear.class).size() + " unclear");
            outcomes.add(outcome);
        }
        assertThat(outcomes.get(1)).isEqualTo(outcomes.get(0));
    }

    @Property(tries = 300)
    void without_a_decision_nobody_answers_for_quite_other_children_than_before(
            @ForAll("guardians") List<Guardian> before, @ForAll("guardians") List<Guardian> after) {
        Scene scene = scene();
        scene.imported(TOURNELLES, array(before));
        List<Person> known = scene.store.all(Person.FEATURE);
        scene.imported(TOURNELLES, array(after));
        for (Person person : known) {
            List<PersonId> now = scene.store
                    .current(Person.FEATURE, String.valueOf(person.person()))
                    .children();
            assertThat(now.isEmpty() || person.children().isEmpty() || !Collections.disjoint(now, person.children()))
                    .isTrue();
        }
    }

    @Property(tries = 10)
    void a_file_cut_anywhere_changes_nothing(
            @ForAll("guardians") List<Guardian> guardians,
            @ForAll("teachers") List<Teacher> teachers,
            @ForAll Encoding encoding,
            @ForAll("lineEnds") String lineEnd,
            @ForAll boolean quoted) {
        OndeFile form = new OndeFile(encoding, lineEnd, quoted, false);
        for (byte[] whole : List.of(form.printGuardians(guardians), form.printTeachers(teachers))) {
            Scene scene = scene();
            var prepared = (PreparedImport.Ready) scene.prepare(whole, TOURNELLES, YEAR, Decisions.NONE);
            scene.imports.apply(prepared);
            List<String> known = scene.snapshot();
            for (int length = 0; length < whole.length; length++) {
                PreparedImport cut = scene.prepare(Arrays.copyOf(whole, length), TOURNELLES, YEAR, Decisions.NONE);
                if (cut instanceof PreparedImport.Ready ready) {
                    assertThat(ready.plan().held().isPresent())
                            .isEqualTo(!ready.plan().entries(Departure.class).isEmpty());
                    scene.imports.apply(ready);
                }
            }
            assertThat(scene.snapshot()).containsAll(known);
        }
    }

    /** Somebody answers every unclear line, in one way or the other. */
    private static Decisions decided(RosterPlan plan, Random random) {
        Map<Integer, Answer> answers = new HashMap<>();
        for (Unclear unclear : plan.entries(Unclear.class)) {
            int chosen = random.nextInt(unclear.candidates().size() + 1);
            answers.put(
                    unclear.line(),
                    chosen == 0 ? new New() : new Same(unclear.candidates().get(chosen - 1)));
        }
        return new Decisions(answers, OptionalInt.empty());
    }

    @Provide
    Arbitrary<byte[]> files() {
        return Arbitraries.oneOf(
                guardians().map(AdultImportProperties::array),
                teachers().map(list -> Scene.teachers(list.toArray(new Teacher[0]))));
    }

    @Provide
    Arbitrary<List<Guardian>> guardians() {
        Arbitrary<String[]> children = Arbitraries.of(
                        "ZÉDRIMEL Maëva", "ZÉDRIMEL Lou", "QUELLORI Tavio", "BRALADIZAC Yanou", "VERGIBAZAC Kélia")
                .array(String[].class)
                .uniqueElements()
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of("ZÉDRIMEL", "QUELLORI", "Zedrimel"), Arbitraries.of("Ana", "Ido"), children)
                .as((family, first, theirs) -> guardian(family, first, theirs))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Teacher>> teachers() {
        return Combinators.combine(
                        Arbitraries.of("ZÉDRIMEL", "QUELLORI", "Zedrimel"),
                        Arbitraries.of("Ana", "Ido"),
                        Arbitraries.of(true, false),
                        Arbitraries.of("CM2 B", "CE1 A", "CM2 B, CE1 A", "CP Z").injectNull(0.2))
                .as((family, first, head, classes) -> new Teacher(0, family, null, first, head, classes))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\r\n", "\n", "\r");
    }

    private static byte[] array(List<Guardian> list) {
        return Scene.guardians(list.toArray(new Guardian[0]));
    }

    private static Scene scene() {
        Scene scene = new Scene();
        scene.imported(
                TOURNELLES,
                pupil("ZÉDRIMEL", "Maëva"),
                pupil("ZÉDRIMEL", null, "Lou", "2019-01-02", Level.CE1, "CE1 A"),
                pupil("QUELLORI", "Tavio"),
                pupil("BRALADIZAC", "Yanou"));
        return scene;
    }
}
