package fr.passerelle.ent.school;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.Controller;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.Scenario;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolCommand.RenameSchool;
import fr.passerelle.ent.school.SchoolEvent.SchoolRegistered;
import fr.passerelle.ent.school.SchoolEvent.SchoolRenamed;
import org.junit.jupiter.api.Test;

class SchoolTest {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final SchoolRegistered REGISTERED =
            new SchoolRegistered(TOURNELLES, "Les Tournelles", SchoolKind.PRIMARY, Controller.DASEN);

    @Test
    void a_school_is_registered_and_the_academy_answers_for_its_data() {
        Scenario.of(School.FEATURE)
                .when(new RegisterSchool(TOURNELLES, " Les Tournelles ", SchoolKind.PRIMARY))
                .then(REGISTERED);
    }

    @Test
    void a_school_is_registered_once() {
        Scenario.of(School.FEATURE)
                .given(REGISTERED)
                .when(new RegisterSchool(TOURNELLES, "Autre nom", SchoolKind.NURSERY))
                .thenRefused(PlaceReason.PLACE_EXISTS);
        assertThat(School.FEATURE.claims().apply(REGISTERED)).containsExactly(new Claim.Take("uai", "0771369V"));
    }

    @Test
    void a_school_has_a_name() {
        Scenario.of(School.FEATURE)
                .when(new RegisterSchool(TOURNELLES, "  ", SchoolKind.PRIMARY))
                .thenRefused(PlaceReason.BAD_PLACE_NAME);
        Scenario.of(School.FEATURE)
                .given(REGISTERED)
                .when(new RenameSchool(TOURNELLES, "x".repeat(101)))
                .thenRefused(PlaceReason.BAD_PLACE_NAME);
    }

    @Test
    void a_school_is_renamed_only_when_the_name_changes() {
        Scenario.of(School.FEATURE)
                .given(REGISTERED)
                .when(new RenameSchool(TOURNELLES, "Tournelles"))
                .then(new SchoolRenamed("Tournelles"));
        Scenario.of(School.FEATURE)
                .given(REGISTERED)
                .when(new RenameSchool(TOURNELLES, "Les Tournelles"))
                .thenNothing();
        Scenario.of(School.FEATURE)
                .when(new RenameSchool(TOURNELLES, "Tournelles"))
                .thenRefused(PlaceReason.UNKNOWN_PLACE);
        assertThat(Scenario.of(School.FEATURE)
                        .given(REGISTERED, new SchoolRenamed("Tournelles"))
                        .state()
                        .name())
                .isEqualTo("Tournelles");
    }
}
