package fr.passerelle.ent.directory;

import static fr.passerelle.ent.directory.Scene.ARCADES;
import static fr.passerelle.ent.directory.Scene.TOURNELLES;
import static fr.passerelle.ent.directory.Scene.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.directory.PlanEntry.Departure;
import fr.passerelle.ent.directory.PlanEntry.Unclear;
import fr.passerelle.ent.intake.OndeFile;
import fr.passerelle.ent.intake.OndeFile.Encoding;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.person.PersonEvent.PersonLeft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Few names and dates, so that namesakes, siblings, repeated and conflicting lines all come up. */
class OndeImportProperties {

    @Property(tries = 300)
    void importing_twice_is_importing_once(@ForAll("pupils") List<Pupil> known, @ForAll("pupils") List<Pupil> pupils) {
        Scene scene = new Scene();
        scene.imported(ARCADES, array(known));
        scene.imported(TOURNELLES, array(pupils));
        List<String> once = scene.snapshot();
        int events = scene.store.events.size();

        RosterPlan again = scene.imported(TOURNELLES, array(pupils)).plan();
        assertThat(again.entries())
                .allMatch(entry -> entry instanceof Unclear || entry instanceof PlanEntry.ClassLevelUnknown);
        assertThat(scene.store.events).hasSize(events);
        assertThat(scene.snapshot()).isEqualTo(once);
    }

    @Property(tries = 300)
    void the_order_of_lines_changes_nothing(
            @ForAll("pupils") List<Pupil> before,
            @ForAll("pupils") List<Pupil> elsewhere,
            @ForAll("pupils") List<Pupil> after,
            @ForAll Random random) {
        List<Pupil> shuffled = new ArrayList<>(after);
        Collections.shuffle(shuffled, random);
        List<List<String>> outcomes = new ArrayList<>();
        for (List<Pupil> order : List.of(after, shuffled)) {
            Scene scene = new Scene();
            scene.imported(ARCADES, array(elsewhere));
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

    @Property(tries = 200)
    void nobody_is_known_twice_and_nobody_is_lost(
            @ForAll("pupils") List<Pupil> one, @ForAll("pupils") List<Pupil> two, @ForAll("pupils") List<Pupil> three) {
        Scene scene = new Scene();
        for (List<Pupil> pupils : List.of(one, two, three, one)) {
            scene.imported(TOURNELLES, array(pupils));
            scene.imported(ARCADES, array(two));
        }
        scene.snapshot();
        assertThat(scene.store.events).noneMatch(PersonLeft.class::isInstance);
    }

    @Property(tries = 12)
    void a_file_cut_anywhere_changes_nothing(
            @ForAll("distinct") List<Pupil> pupils,
            @ForAll Encoding encoding,
            @ForAll("lineEnds") String lineEnd,
            @ForAll boolean quoted) {
        Scene scene = new Scene();
        byte[] whole = new OndeFile(encoding, lineEnd, quoted, false).print(pupils);
        var prepared = (PreparedImport.Ready) scene.prepare(whole, TOURNELLES, YEAR, Decisions.NONE);
        scene.imports.apply(prepared);
        int events = scene.store.events.size();

        for (int length = 0; length < whole.length; length++) {
            PreparedImport cut = scene.prepare(Arrays.copyOf(whole, length), TOURNELLES, YEAR, Decisions.NONE);
            if (cut instanceof PreparedImport.Ready ready) {
                assertThat(ready.plan().entries())
                        .as("cut after %d bytes of %d", length, whole.length)
                        .allMatch(entry -> entry instanceof Departure || entry instanceof PlanEntry.ClassLevelUnknown);
                assertThat(ready.plan().held().isPresent())
                        .isEqualTo(!ready.plan().entries(Departure.class).isEmpty());
                scene.imports.apply(ready);
            }
        }
        assertThat(scene.store.events).hasSize(events);
    }

    @Provide
    Arbitrary<List<Pupil>> pupils() {
        return pupil().list().ofMinSize(1).ofMaxSize(7);
    }

    @Provide
    Arbitrary<List<Pupil>> distinct() {
        return pupil().list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .uniqueElements(pupil -> List.of(pupil.familyName(), pupil.firstName(), pupil.birthDate()));
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\r\n", "\n", "\r");
    }

    private static Arbitrary<Pupil> pupil() {
        return Combinators.combine(
                        Arbitraries.of("ZÉDRIMEL", "QUELLORI", "D'OLBAZAC"),
                        Arbitraries.of("VERGIBAZAC").injectNull(0.8),
                        Arbitraries.of("Maëva", "Tavio", "Lou-Ann"),
                        Arbitraries.of(LocalDate.of(2016, 5, 4), LocalDate.of(2017, 3, 2), LocalDate.of(2018, 2, 1)),
                        Arbitraries.of(Level.CE2, Level.CM1, Level.CM2).injectNull(0.1),
                        Arbitraries.of("CM2 B", "cm2 b", "CM1-CM2", "CE2 A").injectNull(0.1))
                .as((family, usage, first, birth, level, className) ->
                        new Pupil(0, family, usage, first, birth, level, className));
    }

    private static Pupil[] array(List<Pupil> pupils) {
        return pupils.toArray(new Pupil[0]);
    }
}
