package fr.passerelle.ent.leisurecentre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.CloseGroup;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.OpenGroup;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.RegisterLeisureCentre;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.RenameLeisureCentre;
import fr.passerelle.ent.leisurecentre.LeisureCentreEvent.GroupClosed;
import fr.passerelle.ent.leisurecentre.LeisureCentreEvent.GroupOpened;
import fr.passerelle.ent.leisurecentre.LeisureCentreEvent.LeisureCentreRegistered;
import fr.passerelle.ent.leisurecentre.LeisureCentreEvent.LeisureCentreRenamed;
import fr.passerelle.ent.model.Controller;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.Scenario;
import org.junit.jupiter.api.Test;

class LeisureCentreTest {
    private static final LeisureCentreId CENTRE = new LeisureCentreId("CL-TOURNELLES");
    private static final LeisureCentreRegistered REGISTERED =
            new LeisureCentreRegistered(CENTRE, "Centre des Tournelles", Controller.TOWN);

    @Test
    void a_centre_is_registered_once_and_the_town_answers_for_its_data() {
        var register = new RegisterLeisureCentre(CENTRE, "Centre des Tournelles");
        Scenario.of(LeisureCentre.FEATURE).when(register).then(REGISTERED);
        Scenario.of(LeisureCentre.FEATURE).given(REGISTERED).when(register).thenRefused(PlaceReason.PLACE_EXISTS);
        Scenario.of(LeisureCentre.FEATURE)
                .when(new RegisterLeisureCentre(CENTRE, ""))
                .thenRefused(PlaceReason.BAD_PLACE_NAME);
    }

    @Test
    void a_centre_is_renamed_only_when_the_name_changes() {
        var scenario = Scenario.of(LeisureCentre.FEATURE).given(REGISTERED);
        scenario.when(new RenameLeisureCentre(CENTRE, "Tournelles")).then(new LeisureCentreRenamed("Tournelles"));
        scenario.when(new RenameLeisureCentre(CENTRE, "Centre des Tournelles")).thenNothing();
        scenario.when(new RenameLeisureCentre(CENTRE, " ")).thenRefused(PlaceReason.BAD_PLACE_NAME);
        Scenario.of(LeisureCentre.FEATURE)
                .when(new RenameLeisureCentre(CENTRE, "Tournelles"))
                .thenRefused(PlaceReason.UNKNOWN_PLACE);
    }

    @Test
    void a_group_opens_and_closes() {
        var scenario = Scenario.of(LeisureCentre.FEATURE).given(REGISTERED);
        scenario.when(new OpenGroup(CENTRE, "Les grands")).then(new GroupOpened("Les grands"));
        scenario.when(new OpenGroup(CENTRE, "")).thenRefused(PlaceReason.BAD_CLASS_NAME);
        scenario.when(new CloseGroup(CENTRE, "Les grands")).thenNothing();
        scenario.given(new GroupOpened("Les grands"));
        scenario.when(new OpenGroup(CENTRE, "Les grands")).thenNothing();
        scenario.when(new CloseGroup(CENTRE, "Les grands")).then(new GroupClosed("Les grands"));
        assertThat(scenario.state().groups()).containsExactly("Les grands");
        assertThat(scenario.given(new GroupClosed("Les grands")).state().groups())
                .isEmpty();
        Scenario.of(LeisureCentre.FEATURE)
                .when(new OpenGroup(CENTRE, "Les grands"))
                .thenRefused(PlaceReason.UNKNOWN_PLACE);
    }
}
