package fr.passerelle.ent.referent;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Scenario;
import fr.passerelle.ent.referent.ReferentCommand.AppointReferent;
import fr.passerelle.ent.referent.ReferentCommand.EndReferent;
import fr.passerelle.ent.referent.ReferentCommand.HandOverReferent;
import fr.passerelle.ent.referent.ReferentEvent.ReferentAppointed;
import fr.passerelle.ent.referent.ReferentEvent.ReferentEnded;
import fr.passerelle.ent.referent.ReferentEvent.ReferentHandedOver;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReferentTest {
    private static final LeisureCentreId CENTRE = new LeisureCentreId("CL-TOURNELLES");
    private static final PersonId FIRST = PersonId.random();
    private static final PersonId SECOND = PersonId.random();
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 4);
    private static final ReferentAppointed APPOINTED = new ReferentAppointed(CENTRE, FIRST, SEPTEMBER);

    @Test
    void a_place_without_referent_gets_one() {
        var vacant = Scenario.of(Referent.FEATURE);
        vacant.when(new AppointReferent(CENTRE, FIRST, SEPTEMBER)).then(APPOINTED);
        var held = vacant.given(APPOINTED);
        held.when(new AppointReferent(CENTRE, FIRST, SEPTEMBER)).thenNothing();
        held.when(new AppointReferent(CENTRE, SECOND, JANUARY)).thenRefused(ReferentReason.ALREADY_APPOINTED);
        assertThat(Referent.FEATURE.index().apply(held.state()).group()).isEqualTo(FIRST.toString());
    }

    @Test
    void the_task_is_handed_over_without_a_gap() {
        var held = Scenario.of(Referent.FEATURE).given(APPOINTED);
        held.when(new HandOverReferent(CENTRE, SECOND, JANUARY)).then(new ReferentHandedOver(SECOND, JANUARY));
        held.when(new HandOverReferent(CENTRE, FIRST, JANUARY)).thenNothing();
        held.when(new HandOverReferent(CENTRE, SECOND, SEPTEMBER.minusDays(1)))
                .thenRefused(ReferentReason.BEFORE_IT_BEGAN);
        Scenario.of(Referent.FEATURE)
                .when(new HandOverReferent(CENTRE, SECOND, JANUARY))
                .thenRefused(ReferentReason.NOT_APPOINTED);
        assertThat(held.given(new ReferentHandedOver(SECOND, JANUARY)).state())
                .isEqualTo(new Referent(CENTRE, SECOND, JANUARY));
    }

    @Test
    void the_task_ends_and_the_place_has_none() {
        var held = Scenario.of(Referent.FEATURE).given(APPOINTED);
        held.when(new EndReferent(CENTRE, JANUARY)).then(new ReferentEnded(JANUARY));
        held.when(new EndReferent(CENTRE, SEPTEMBER.minusDays(1))).thenRefused(ReferentReason.BEFORE_IT_BEGAN);
        var ended = held.given(new ReferentEnded(JANUARY));
        ended.when(new EndReferent(CENTRE, JANUARY)).thenRefused(ReferentReason.NOT_APPOINTED);
        assertThat(Referent.FEATURE.index().apply(ended.state()).status()).isEqualTo("vacant");
    }
}
