package fr.passerelle.ent.directory;

import static fr.passerelle.ent.directory.Scene.TOURNELLES;
import static fr.passerelle.ent.directory.Scene.pupil;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.intake.Roster.Pupil;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Somebody watches an import, stops it and goes on. */
class ImportWatchTest {
    private static final Pupil[] PUPILS = {
        pupil("ZÉDRIMEL", "Maëva"), pupil("QUELLORI", "Tavio"), pupil("BRALADIZAC", "Yanou")
    };

    private final Scene scene = new Scene();

    @Test
    void every_step_is_told_before_it_is_taken() {
        List<String> told = new ArrayList<>();
        ImportReport report = scene.imports.apply(
                scene.ready(TOURNELLES, Decisions.NONE, PUPILS), null, (done, steps) -> told.add(done + "/" + steps));
        assertThat(told).containsExactly("0/4", "1/4", "2/4", "3/4");
        assertThat(report.left()).isZero();
    }

    @Test
    void whoever_stops_it_is_told_what_is_left_and_the_same_file_again_does_just_that() {
        PreparedImport.Ready all = scene.ready(TOURNELLES, Decisions.NONE, PUPILS);
        ImportReport stopped = scene.imports.apply(all, null, (done, steps) -> done < 2);
        assertThat(stopped.opened()).isEqualTo(1);
        assertThat(stopped.added()).isEqualTo(1);
        assertThat(stopped.left()).isEqualTo(2);

        ImportReport rest = scene.imported(TOURNELLES, PUPILS);
        assertThat(rest.opened()).isZero();
        assertThat(rest.added()).isEqualTo(2);
        assertThat(rest.unchanged()).isEqualTo(1);
        assertThat(scene.plan(TOURNELLES, PUPILS).isEmpty()).isTrue();
    }

    @Test
    void what_waits_for_somebody_is_no_step() {
        scene.imported(TOURNELLES, PUPILS);
        RosterPlan held = scene.plan(TOURNELLES, PUPILS[0]);
        assertThat(held.held()).isPresent();
        assertThat(held.steps()).isZero();
        RosterPlan agreed = scene.ready(TOURNELLES, new Decisions(java.util.Map.of(), OptionalInt.of(2)), PUPILS[0])
                .plan();
        assertThat(agreed.steps()).isEqualTo(2);
    }
}
