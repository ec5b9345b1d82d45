package fr.passerelle.ent.schoolclass;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.Scenario;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.ChangeLevels;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.CloseClass;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.OpenClass;
import fr.passerelle.ent.schoolclass.SchoolClassEvent.ClassClosed;
import fr.passerelle.ent.schoolclass.SchoolClassEvent.ClassOpened;
import fr.passerelle.ent.schoolclass.SchoolClassEvent.LevelsChanged;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchoolClassTest {
    private static final Uai SCHOOL = new Uai("0771369V");
    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final ClassId ID = ClassId.random();
    private static final ClassOpened OPENED =
            new ClassOpened(ID, SCHOOL, YEAR, "CM1-CM2", List.of(Level.CM1, Level.CM2));

    @Test
    void a_class_opens_with_its_levels_in_order_of_age() {
        Scenario.of(SchoolClass.FEATURE)
                .when(new OpenClass(ID, SCHOOL, YEAR, " CM1-CM2 ", Set.of(Level.CM2, Level.CM1)))
                .then(OPENED);
    }

    @Test
    void a_class_has_a_name_and_a_level() {
        Scenario.of(SchoolClass.FEATURE)
                .when(new OpenClass(ID, SCHOOL, YEAR, " ", Set.of(Level.CM2)))
                .thenRefused(PlaceReason.BAD_CLASS_NAME);
        Scenario.of(SchoolClass.FEATURE)
                .when(new OpenClass(ID, SCHOOL, YEAR, "CM2", Set.of()))
                .thenRefused(PlaceReason.CLASS_WITHOUT_LEVEL);
        Scenario.of(SchoolClass.FEATURE)
                .given(OPENED)
                .when(new OpenClass(ID, SCHOOL, YEAR, "CM2", Set.of(Level.CM2)))
                .thenRefused(PlaceReason.CLASS_EXISTS);
    }

    @Test
    void its_name_is_taken_whatever_its_case_and_blanks_and_free_again_once_it_is_closed() {
        assertThat(SchoolClass.FEATURE.claims().apply(OPENED))
                .containsExactly(new Claim.Take("class", SchoolClass.nameKey(SCHOOL, YEAR, "  cm1-cm2 ")));
        assertThat(SchoolClass.FEATURE.claims().apply(new ClassClosed())).containsExactly(new Claim.Release("class"));
    }

    @Test
    void levels_change_only_on_an_open_class() {
        Scenario.of(SchoolClass.FEATURE)
                .given(OPENED)
                .when(new ChangeLevels(ID, Set.of(Level.CM2)))
                .then(new LevelsChanged(List.of(Level.CM2)));
        Scenario.of(SchoolClass.FEATURE)
                .given(OPENED)
                .when(new ChangeLevels(ID, Set.of(Level.CM2, Level.CM1)))
                .thenNothing();
        Scenario.of(SchoolClass.FEATURE)
                .given(OPENED)
                .when(new ChangeLevels(ID, Set.of()))
                .thenRefused(PlaceReason.CLASS_WITHOUT_LEVEL);
        Scenario.of(SchoolClass.FEATURE)
                .given(OPENED, new ClassClosed())
                .when(new ChangeLevels(ID, Set.of(Level.CM2)))
                .thenRefused(PlaceReason.UNKNOWN_CLASS);
    }

    @Test
    void a_class_closes_once() {
        Scenario.of(SchoolClass.FEATURE).given(OPENED).when(new CloseClass(ID)).then(new ClassClosed());
        Scenario.of(SchoolClass.FEATURE)
                .given(OPENED, new ClassClosed())
                .when(new CloseClass(ID))
                .thenRefused(PlaceReason.UNKNOWN_CLASS);
    }
}
