package fr.passerelle.ent.person;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.Scenario;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.PersonCommand.ChangeProfile;
import fr.passerelle.ent.person.PersonCommand.CorrectIdentity;
import fr.passerelle.ent.person.PersonCommand.ErasePerson;
import fr.passerelle.ent.person.PersonCommand.LinkChildren;
import fr.passerelle.ent.person.PersonCommand.PlacePerson;
import fr.passerelle.ent.person.PersonCommand.RecordDeparture;
import fr.passerelle.ent.person.PersonCommand.RegisterPerson;
import fr.passerelle.ent.person.PersonEvent.ChildrenLinked;
import fr.passerelle.ent.person.PersonEvent.IdentityCorrected;
import fr.passerelle.ent.person.PersonEvent.PersonErased;
import fr.passerelle.ent.person.PersonEvent.PersonLeft;
import fr.passerelle.ent.person.PersonEvent.PersonPlaced;
import fr.passerelle.ent.person.PersonEvent.PersonRegistered;
import fr.passerelle.ent.person.PersonEvent.ProfileChanged;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonTest {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final Uai ARCADES = new Uai("0770409B");
    private static final ClassId CM2_A = ClassId.random();
    private static final ClassId CM2_B = ClassId.random();
    private static final PersonId ID = PersonId.random();
    private static final PersonId CHILD = PersonId.random();
    private static final Names NAMES =
            new Names(Personal.of(ID.subject(), "Zédrimel"), null, Personal.of(ID.subject(), "Lou"));
    private static final Personal<MatchKeys> MATCH =
            Personal.of(ID.subject(), new MatchKeys("exact-1", "name-1", "birth-1"));
    private static final Personal<LocalDate> BIRTH = Personal.of(ID.subject(), LocalDate.of(2016, 5, 4));
    private static final RegisterPerson REGISTER =
            new RegisterPerson(ID, Profile.PUPIL, NAMES, null, MATCH, TOURNELLES, List.of(CM2_A));
    private static final PersonRegistered REGISTERED =
            new PersonRegistered(ID, Profile.PUPIL, NAMES, null, MATCH, TOURNELLES, List.of(CM2_A), List.of());

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
    void a_guardian_answers_for_children_until_she_leaves() {
        var register =
                new RegisterPerson(ID, Profile.GUARDIAN, NAMES, null, MATCH, TOURNELLES, List.of(), List.of(CHILD));
        var registered =
                new PersonRegistered(ID, Profile.GUARDIAN, NAMES, null, MATCH, TOURNELLES, List.of(), List.of(CHILD));
        Scenario.of(Person.FEATURE).when(register).then(registered);

        var guardian = Scenario.of(Person.FEATURE).given(registered);
        guardian.when(new LinkChildren(ID, List.of(CHILD))).thenNothing();
        guardian.when(new LinkChildren(ID, List.of())).then(new ChildrenLinked(List.of()));
        assertThat(guardian.state().children()).containsExactly(CHILD);

        var gone = Scenario.of(Person.FEATURE).given(registered, new PersonLeft());
        assertThat(gone.state().children()).isEmpty();
        gone.when(new LinkChildren(ID, List.of(CHILD))).thenRefused(PersonReason.UNKNOWN_PERSON);
        Scenario.of(Person.FEATURE)
                .given(registered, new PersonErased())
                .when(new LinkChildren(ID, List.of(CHILD)))
                .thenRefused(PersonReason.PERSON_ERASED);
    }

    @Test
    void nobody_but_a_guardian_answers_for_children() {
        Scenario.of(Person.FEATURE)
                .when(new RegisterPerson(
                        ID, Profile.TEACHER, NAMES, null, MATCH, TOURNELLES, List.of(), List.of(CHILD)))
                .thenRefused(PersonReason.NO_GUARDIAN);
        Scenario.of(Person.FEATURE)
                .given(REGISTERED)
                .when(new LinkChildren(ID, List.of(CHILD)))
                .thenRefused(PersonReason.NO_GUARDIAN);
    }

    @Test
    void a_teacher_becomes_head_and_nobody_else_anything() {
        var teacher =
                new PersonRegistered(ID, Profile.TEACHER, NAMES, null, MATCH, TOURNELLES, List.of(CM2_A), List.of());
        var staff = Scenario.of(Person.FEATURE).given(teacher);
        staff.when(new ChangeProfile(ID, Profile.HEAD)).then(new ProfileChanged(Profile.HEAD));
        staff.when(new ChangeProfile(ID, Profile.TEACHER)).thenNothing();
        staff.when(new ChangeProfile(ID, Profile.GUARDIAN)).thenRefused(PersonReason.OTHER_PROFILE);
        assertThat(Scenario.of(Person.FEATURE)
                        .given(teacher, new ProfileChanged(Profile.HEAD))
                        .state())
                .extracting(Person::profile, Person::classes)
                .containsExactly(Profile.HEAD, List.of(CM2_A));
        Scenario.of(Person.FEATURE)
                .given(REGISTERED)
                .when(new ChangeProfile(ID, Profile.TEACHER))
                .thenRefused(PersonReason.OTHER_PROFILE);
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
