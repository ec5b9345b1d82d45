package fr.passerelle.ent.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.Passerelle;
import fr.passerelle.ent.directory.Coverage.Line;
import fr.passerelle.ent.directory.Coverage.Standing;
import fr.passerelle.ent.directory.Coverage.Standing.Held;
import fr.passerelle.ent.directory.Coverage.Standing.Vacant;
import fr.passerelle.ent.directory.Coverage.Term;
import fr.passerelle.ent.directory.Coverage.Why;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.RegisterLeisureCentre;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.Names;
import fr.passerelle.ent.person.PersonCommand.PlacePerson;
import fr.passerelle.ent.person.PersonCommand.RecordDeparture;
import fr.passerelle.ent.person.PersonCommand.RegisterPerson;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.privacy.MasterKey;
import fr.passerelle.ent.referent.ReferentCommand.AppointReferent;
import fr.passerelle.ent.referent.ReferentCommand.EndReferent;
import fr.passerelle.ent.referent.ReferentCommand.HandOverReferent;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through the front door, on files: who left is a person's fact, what it means for a place is the query's. */
class CoverageTest {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final LeisureCentreId CENTRE = new LeisureCentreId("CL-TOURNELLES");
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 2);
    /** In Paris it is already the 24th. */
    private static final Instant NOW = Instant.parse("2026-11-23T23:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    Path folder;

    private Passerelle passerelle;

    @BeforeEach
    void open() {
        passerelle = Passerelle.builder()
                .store(folder.resolve("data/passerelle.db"))
                .keys(folder.resolve("keys/keys.db"))
                .masterKey(MasterKey.file(folder.resolve("keys/master.key")))
                .clock(() -> NOW)
                .deliversOnlyWhenAsked()
                .open();
        done(new RegisterLeisureCentre(CENTRE, "Centre des Tournelles"));
        done(new RegisterSchool(TOURNELLES, "Les Tournelles", SchoolKind.PRIMARY));
    }

    @AfterEach
    void close() {
        passerelle.close();
    }

    @Test
    void every_place_is_told_in_order_and_none_has_a_referent_at_first() {
        Coverage coverage = passerelle.coverage();
        assertThat(coverage.places()).extracting(Line::place).containsExactly(TOURNELLES, CENTRE);
        assertThat(coverage.places()).extracting(Line::name).containsExactly("Les Tournelles", "Centre des Tournelles");
        assertThat(coverage.vacant()).isEqualTo(coverage.places());
        assertThat(standing(CENTRE)).isEqualTo(new Vacant(Why.NEVER_APPOINTED, null));
    }

    @Test
    void one_person_may_hold_several_places() {
        PersonId person = teacher();
        done(new AppointReferent(TOURNELLES, person, SEPTEMBER));
        done(new AppointReferent(CENTRE, person, NOVEMBER));
        assertThat(passerelle.coverage().vacant()).isEmpty();
        assertThat(standing(TOURNELLES)).isEqualTo(new Held(person, SEPTEMBER));
        assertThat(standing(CENTRE)).isEqualTo(new Held(person, NOVEMBER));
    }

    @Test
    void hand_over_and_end_keep_who_it_was() {
        PersonId first = teacher();
        PersonId second = teacher();
        done(new AppointReferent(TOURNELLES, first, SEPTEMBER));
        done(new HandOverReferent(TOURNELLES, second, NOVEMBER));
        assertThat(standing(TOURNELLES)).isEqualTo(new Held(second, NOVEMBER));
        done(new EndReferent(TOURNELLES, TODAY));
        assertThat(standing(TOURNELLES)).isEqualTo(new Vacant(Why.ENDED, TODAY));
        assertThat(line(TOURNELLES).history())
                .containsExactly(new Term(first, SEPTEMBER, NOVEMBER), new Term(second, NOVEMBER, TODAY));
    }

    @Test
    void who_left_holds_none_of_her_places_until_she_is_back() {
        PersonId person = teacher();
        done(new AppointReferent(TOURNELLES, person, SEPTEMBER));
        done(new AppointReferent(CENTRE, person, SEPTEMBER));
        done(new RecordDeparture(person));
        assertThat(passerelle.coverage().vacant())
                .extracting(Line::standing)
                .containsExactly(new Vacant(Why.LEFT, TODAY), new Vacant(Why.LEFT, TODAY));
        assertThat(line(CENTRE).history()).containsExactly(new Term(person, SEPTEMBER, TODAY));

        done(new PlacePerson(person, TOURNELLES, List.of()));
        assertThat(standing(CENTRE)).isEqualTo(new Held(person, SEPTEMBER));
    }

    @Test
    void who_was_erased_holds_none_and_another_takes_over() {
        PersonId erased = teacher();
        PersonId next = teacher();
        done(new AppointReferent(TOURNELLES, erased, SEPTEMBER));
        assertThat(passerelle.erasures().erase(erased)).isInstanceOf(CommandResult.Done.class);
        assertThat(standing(TOURNELLES)).isEqualTo(new Vacant(Why.ERASED, TODAY));
        done(new HandOverReferent(TOURNELLES, next, TODAY));
        assertThat(line(TOURNELLES))
                .isEqualTo(new Line(
                        TOURNELLES,
                        "Les Tournelles",
                        new Held(next, TODAY),
                        List.of(new Term(erased, SEPTEMBER, TODAY), new Term(next, TODAY, null))));
    }

    @Test
    void who_left_and_was_erased_later_left_the_place_when_she_left() {
        PersonId person = teacher();
        done(new AppointReferent(TOURNELLES, person, SEPTEMBER));
        done(new RecordDeparture(person));
        passerelle.erasures().erase(person);
        assertThat(standing(TOURNELLES)).isEqualTo(new Vacant(Why.LEFT, TODAY));
    }

    private Standing standing(PlaceId place) {
        return line(place).standing();
    }

    private Line line(PlaceId place) {
        return passerelle.coverage().places().stream()
                .filter(line -> line.place().equals(place))
                .findFirst()
                .orElseThrow();
    }

    private PersonId teacher() {
        PersonId id = PersonId.random();
        done(new RegisterPerson(
                id,
                Profile.TEACHER,
                new Names(Personal.of(id.subject(), "Zédrimelle"), null, Personal.of(id.subject(), "Lou")),
                null,
                null,
                TOURNELLES,
                List.of()));
        return id;
    }

    private void done(Command command) {
        CommandResult result = passerelle.send(CommandId.random(), command);
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        assertThat(passerelle.states().awaitPosition(((CommandResult.Done) result).position(), Duration.ofSeconds(10)))
                .isTrue();
    }
}
