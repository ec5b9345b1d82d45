package fr.passerelle.ent.person;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.Scenario;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.PersonCommand.CorrectIdentity;
import fr.passerelle.ent.person.PersonCommand.ErasePerson;
import fr.passerelle.ent.person.PersonCommand.PlacePerson;
import fr.passerelle.ent.person.PersonCommand.RecordDeparture;
import fr.passerelle.ent.person.PersonCommand.RegisterPerson;
import fr.passerelle.ent.person.PersonEvent.IdentityCorrected;
import fr.passerelle.ent.person.PersonEvent.PersonErased;
import fr.passerelle.ent.person.PersonEvent.PersonLeft;
import fr.passerelle.ent.person.PersonEvent.PersonPlaced;
import fr.passerelle.ent.person.PersonEvent.PersonRegistered;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonTest {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final Uai ARCADES = new Uai("0770409B");
    private static final ClassId CM2_A = ClassId.random();
    private static final ClassId CM2_B = ClassId.random();
    private static final PersonId ID = PersonId.random();
    private static final Names NAMES =
            new Names(Personal.of(ID.subject(), "Zédrimel"), null, Personal.of(ID.subject(), "Lou"));
    private static final Personal<MatchKeys> MATCH =
            Personal.of(ID.subject(), new MatchKeys("exact-1", "name-1", "birth-1"));
    private static final Personal<LocalDate> BIRTH = Personal.of(ID.subject(), LocalDate.of(2016, 5, 4));
    private static final RegisterPerson REGISTER =
            new RegisterPerson(ID, Profile.PUPIL, NAMES, null, MATCH, TOURNELLES, List.of(CM2_A));
    private static final PersonRegistered REGISTERED =
            new PersonRegistered(ID, Profile.PUPIL, NAMES, null, MATCH, TOURNELLES, List.of(CM2_A));

    @Test
    void a_person_is_registered_once() {
        Scenario.of(Person.FEATURE).when(REGISTER).then(REGISTERED);
        Scenario.of(Person.FEATURE).given(REGISTERED).when(REGISTER).thenRefused(PersonReason.PERSON_EXISTS);
        assertThat(Person.FEATURE.claims().apply(REGISTERED)).containsExactly(new Claim.Take("person", "exact-1"));
    }

    @Test
    void a_corrected_identity_moves_the_match_key() {
        var corrected = Personal.of(ID.subject(), new MatchKeys("exact-2", "name-2", "birth-1"));
        Scenario.of(Person.FEATURE)
                .given(REGISTERED)
                .when(new CorrectIdentity(ID, NAMES, BIRTH, corrected))
                .then(new IdentityCorrected(NAMES, BIRTH, corrected));
        assertThat(Person.FEATURE.claims().apply(new IdentityCorrected(NAMES, BIRTH, corrected)))
                .containsExactly(new Claim.Release("person"), new Claim.Take("person", "exact-2"));
        Scenario.of(Person.FEATURE)
                .when(new CorrectIdentity(ID, NAMES, BIRTH, corrected))
                .thenRefused(PersonReason.UNKNOWN_PERSON);
    }

    @Test
    void a_transfer_moves_the_person_and_a_return_brings_her_back() {
        Scenario.of(Person.FEATURE)
                .given(REGISTERED)
                .when(new PlacePerson(ID, ARCADES, List.of(CM2_B)))
                .then(new PersonPlaced(ARCADES, List.of(CM2_B)));
        Scenario.of(Person.FEATURE)
                .given(REGISTERED)
                .when(new PlacePerson(ID, TOURNELLES, List.of(CM2_A)))
                .thenNothing();
        Scenario.of(Person.FEATURE)
                .given(REGISTERED, new PersonLeft())
                .when(new PlacePerson(ID, TOURNELLES, List.of(CM2_A)))
                .then(new PersonPlaced(TOURNELLES, List.of(CM2_A)));
        Scenario.of(Person.FEATURE)
                .when(new PlacePerson(ID, TOURNELLES, List.of()))
                .thenRefused(PersonReason.UNKNOWN_PERSON);
    }

    @Test
    void a_departure_is_recorded_once() {
        Scenario.of(Person.FEATURE)
                .given(REGISTERED)
                .when(new RecordDeparture(ID))
                .then(new PersonLeft());
        Scenario.of(Person.FEATURE)
                .given(REGISTERED, new PersonLeft())
                .when(new RecordDeparture(ID))
                .thenNothing();
        Scenario.of(Person.FEATURE).when(new RecordDeparture(ID)).thenRefused(PersonReason.UNKNOWN_PERSON);
    }

    @Test
    void nothing_is_stored_about_an_erased_person_any_more() {
        Scenario.of(Person.FEATURE).given(REGISTERED).when(new ErasePerson(ID)).then(new PersonErased());
        var erased = Scenario.of(Person.FEATURE).given(REGISTERED, new PersonErased());
        erased.when(new ErasePerson(ID)).thenNothing();
        erased.when(new CorrectIdentity(ID, NAMES, null, null)).thenRefused(PersonReason.PERSON_ERASED);
        erased.when(new PlacePerson(ID, ARCADES, List.of())).thenRefused(PersonReason.PERSON_ERASED);
        erased.when(new RecordDeparture(ID)).thenRefused(PersonReason.PERSON_ERASED);
        assertThat(Person.FEATURE.claims().apply(new PersonErased())).containsExactly(new Claim.Release("person"));
        Scenario.of(Person.FEATURE).when(new ErasePerson(ID)).thenRefused(PersonReason.UNKNOWN_PERSON);
    }

    @Test
    void no_text_form_reveals_a_name() {
        assertThat(REGISTER.toString()
                        + REGISTERED
                        + Scenario.of(Person.FEATURE).given(REGISTERED).state())
                .doesNotContain("Zédrimel", "Lou", "exact-1");
    }
}
