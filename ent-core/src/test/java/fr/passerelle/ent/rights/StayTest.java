package fr.passerelle.ent.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.History.Dated;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.PersonEvent;
import fr.passerelle.ent.person.PersonEvent.IdentityCorrected;
import fr.passerelle.ent.person.PersonEvent.PersonErased;
import fr.passerelle.ent.person.PersonEvent.PersonLeft;
import fr.passerelle.ent.person.PersonEvent.PersonPlaced;
import fr.passerelle.ent.person.PersonEvent.PersonRegistered;
import fr.passerelle.ent.person.Profile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StayTest {
    private static final Uai SCHOOL = new Uai("0771369V");
    private static final LeisureCentreId CENTRE = new LeisureCentreId("CL-TOURNELLES");
    private static final ClassId CM1 = ClassId.random();
    private static final ClassId CM2 = ClassId.random();
    private static final PersonId ID = PersonId.random();
    private static final PersonRegistered REGISTERED = new PersonRegistered(
            ID, Profile.PUPIL, TownUnderTest.names(ID, "Zédrimelle"), null, null, SCHOOL, List.of(CM1), List.of());

    private static Instant day(int day) {
        return Instant.parse("2026-11-01T08:00:00Z").plusSeconds(day * 86_400L);
    }

    private static Dated<PersonEvent> on(int day, PersonEvent event) {
        return new Dated<>(day(day), event, null);
    }

    @Test
    void each_class_and_each_place_is_a_stay_and_a_corrected_name_is_none() {
        assertThat(Stay.of(List.of(
                        on(1, REGISTERED),
                        on(2, new IdentityCorrected(TownUnderTest.names(ID, "Quorvanne"), null, null)),
                        on(3, new PersonPlaced(SCHOOL, List.of(CM2))),
                        on(4, new PersonPlaced(CENTRE, List.of())))))
                .containsExactly(
                        new Stay(SCHOOL, List.of(CM1), day(1), day(3)),
                        new Stay(SCHOOL, List.of(CM2), day(3), day(4)),
                        new Stay(CENTRE, List.of(), day(4), null));
    }

    @Test
    void who_left_and_came_back_was_away_meanwhile_and_erasing_ends_a_stay_once() {
        assertThat(Stay.of(List.of(
                        on(1, REGISTERED),
                        on(2, new PersonLeft()),
                        on(5, new PersonPlaced(SCHOOL, List.of(CM2))),
                        on(6, new PersonLeft()),
                        on(9, new PersonErased()))))
                .containsExactly(
                        new Stay(SCHOOL, List.of(CM1), day(1), day(2)), new Stay(SCHOOL, List.of(CM2), day(5), day(6)));
        assertThat(Stay.of(List.of(on(1, REGISTERED), on(3, new PersonErased()))))
                .containsExactly(new Stay(SCHOOL, List.of(CM1), day(1), day(3)));
    }

    @Test
    void two_times_overlap_when_they_have_a_moment_in_common() {
        Stay stay = new Stay(SCHOOL, List.of(), day(3), day(6));
        assertThat(stay.overlaps(day(1), day(2))).isFalse();
        assertThat(stay.overlaps(day(1), day(3))).isTrue();
        assertThat(stay.overlaps(day(1), day(4))).isTrue();
        assertThat(stay.overlaps(day(1), null)).isTrue();
        assertThat(stay.overlaps(day(5), day(9))).isTrue();
        assertThat(stay.overlaps(day(6), null)).isTrue();
        assertThat(stay.overlaps(day(7), null)).isFalse();
        Stay present = new Stay(SCHOOL, List.of(), day(3), null);
        assertThat(present.overlaps(day(9), null)).isTrue();
        assertThat(present.overlaps(day(1), day(2))).isFalse();
    }
}
