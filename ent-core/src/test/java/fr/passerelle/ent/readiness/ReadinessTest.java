package fr.passerelle.ent.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.Scenario;
import fr.passerelle.ent.readiness.ReadinessCommand.CountEquipment;
import fr.passerelle.ent.readiness.ReadinessCommand.StateFamilies;
import fr.passerelle.ent.readiness.ReadinessCommand.StateInternet;
import fr.passerelle.ent.readiness.ReadinessCommand.StateMaintenance;
import fr.passerelle.ent.readiness.ReadinessCommand.StateTraining;
import fr.passerelle.ent.readiness.ReadinessCommand.WithdrawStatement;
import fr.passerelle.ent.readiness.ReadinessEvent.EquipmentCounted;
import fr.passerelle.ent.readiness.ReadinessEvent.FamiliesActivated;
import fr.passerelle.ent.readiness.ReadinessEvent.InternetStated;
import fr.passerelle.ent.readiness.ReadinessEvent.MaintenanceStated;
import fr.passerelle.ent.readiness.ReadinessEvent.StaffTrained;
import fr.passerelle.ent.readiness.ReadinessEvent.StatementWithdrawn;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static final LeisureCentreId CENTRE = new LeisureCentreId("CL-TOURNELLES");
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 20);

    private static CountEquipment tablets(int count, LocalDate on) {
        return new CountEquipment(CENTRE, Topic.TABLETS, count, Party.TOWN, Party.SUPPLIER, on, Source.SEEN);
    }

    private static Scenario<ReadinessCommand, ReadinessEvent, Readiness> nothing() {
        return Scenario.of(Readiness.FEATURE);
    }

    @Test
    void what_nobody_said_is_unknown_and_zero_is_something_that_somebody_said() {
        assertThat(nothing().state().of(Topic.TABLETS)).isEmpty();
        assertThat(Readiness.FEATURE.index().apply(nothing().state()).status()).isEqualTo("unknown");
        Readiness counted = nothing().after(tablets(0, SEPTEMBER)).state();
        assertThat(counted.of(Topic.TABLETS)).containsInstanceOf(EquipmentCounted.class);
        assertThat(counted.of(Topic.COMPUTERS)).isEmpty();
        assertThat(Readiness.FEATURE.index().apply(counted).status()).isEqualTo("stated");
    }

    @Test
    void equipment_is_counted_with_its_payer_and_provider() {
        nothing()
                .when(tablets(12, SEPTEMBER))
                .then(new EquipmentCounted(
                        CENTRE, Topic.TABLETS, 12, Party.TOWN, Party.SUPPLIER, SEPTEMBER, Source.SEEN));
        nothing().after(tablets(12, SEPTEMBER)).when(tablets(12, SEPTEMBER)).thenNothing();
        nothing().when(tablets(-1, SEPTEMBER)).thenRefused(ReadinessReason.COUNT_UNFIT);
        nothing().when(tablets(Readiness.MOST + 1, SEPTEMBER)).thenRefused(ReadinessReason.COUNT_UNFIT);
        assertThatThrownBy(() -> nothing()
                        .when(new CountEquipment(CENTRE, Topic.FAMILIES, 1, null, null, SEPTEMBER, Source.SEEN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_newer_statement_takes_the_place_of_an_older_one_in_whatever_order_they_come() {
        Readiness state =
                nothing().after(tablets(12, NOVEMBER), tablets(3, SEPTEMBER)).state();
        assertThat(state.equipment()).extracting(EquipmentCounted::count).containsExactly(12);
        Readiness corrected =
                nothing().after(tablets(12, NOVEMBER), tablets(11, NOVEMBER)).state();
        assertThat(corrected.equipment()).extracting(EquipmentCounted::count).containsExactly(11);
        Readiness both = nothing()
                .after(
                        tablets(12, NOVEMBER),
                        new CountEquipment(CENTRE, Topic.COMPUTERS, 2, null, null, SEPTEMBER, Source.TOLD))
                .state();
        assertThat(both.equipment())
                .extracting(EquipmentCounted::topic)
                .isEqualTo(List.of(Topic.COMPUTERS, Topic.TABLETS));
    }

    @Test
    void so_many_of_the_staff_were_trained_and_never_more_than_there_are() {
        nothing()
                .when(new StateTraining(CENTRE, 5, 8, Party.NATIONAL_EDUCATION, SEPTEMBER, Source.TOLD))
                .then(new StaffTrained(CENTRE, 5, 8, Party.NATIONAL_EDUCATION, SEPTEMBER, Source.TOLD));
        nothing()
                .when(new StateTraining(CENTRE, 9, 8, null, SEPTEMBER, Source.TOLD))
                .thenRefused(ReadinessReason.MORE_THAN_ALL);
        nothing()
                .when(new StateTraining(CENTRE, 0, 0, null, SEPTEMBER, Source.TOLD))
                .thenRefused(ReadinessReason.MORE_THAN_ALL);
    }

    @Test
    void so_many_families_have_come_in() {
        nothing()
                .when(new StateFamilies(CENTRE, 40, 62, SEPTEMBER, Source.PLATFORM))
                .then(new FamiliesActivated(CENTRE, 40, 62, SEPTEMBER, Source.PLATFORM));
        nothing()
                .when(new StateFamilies(CENTRE, -1, 62, SEPTEMBER, Source.PLATFORM))
                .thenRefused(ReadinessReason.COUNT_UNFIT);
        nothing()
                .when(new StateFamilies(CENTRE, 1, Readiness.MOST + 1, SEPTEMBER, Source.PLATFORM))
                .thenRefused(ReadinessReason.COUNT_UNFIT);
    }

    @Test
    void the_internet_and_who_repairs_are_said_in_a_word() {
        var internet = new StateInternet(CENTRE, Internet.WEAK, SEPTEMBER, Source.TOLD);
        nothing().when(internet).then(new InternetStated(CENTRE, Internet.WEAK, SEPTEMBER, Source.TOLD));
        nothing().after(internet).when(internet).thenNothing();
        var maintenance = new StateMaintenance(CENTRE, Party.TOWN, SEPTEMBER, Source.TOLD);
        nothing().when(maintenance).then(new MaintenanceStated(CENTRE, Party.TOWN, SEPTEMBER, Source.TOLD));
        nothing().after(maintenance).when(maintenance).thenNothing();
    }

    @Test
    void what_was_said_by_mistake_is_unknown_again_once_it_is_taken_back() {
        var said = nothing()
                .after(
                        tablets(12, NOVEMBER),
                        new StateFamilies(CENTRE, 40, 62, SEPTEMBER, Source.PLATFORM),
                        new StateInternet(CENTRE, Internet.GOOD, SEPTEMBER, Source.TOLD));
        said.when(new WithdrawStatement(CENTRE, Topic.TABLETS)).then(new StatementWithdrawn(CENTRE, Topic.TABLETS));
        said.when(new WithdrawStatement(CENTRE, Topic.TRAINING)).thenRefused(ReadinessReason.NOTHING_STATED);
        Readiness left = said.after(
                        new WithdrawStatement(CENTRE, Topic.TABLETS), new WithdrawStatement(CENTRE, Topic.FAMILIES))
                .state();
        assertThat(left.of(Topic.TABLETS)).isEmpty();
        assertThat(left.of(Topic.FAMILIES)).isEmpty();
        assertThat(left.of(Topic.INTERNET)).isPresent();
    }
}
