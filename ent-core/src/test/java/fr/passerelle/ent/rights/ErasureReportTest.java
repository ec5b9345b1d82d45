package fr.passerelle.ent.rights;

import static fr.passerelle.ent.rights.TownUnderTest.CENTRE;
import static fr.passerelle.ent.rights.TownUnderTest.GLUED;
import static fr.passerelle.ent.rights.TownUnderTest.PINNED;
import static fr.passerelle.ent.rights.TownUnderTest.TOURNELLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.delivery.Word;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonCommand.PlacePerson;
import fr.passerelle.ent.person.PersonCommand.RecordDeparture;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.rights.ErasureReport.Choice;
import fr.passerelle.ent.rights.ErasureReport.Concern;
import fr.passerelle.ent.rights.ErasureReport.Destroyed;
import fr.passerelle.ent.rights.ErasureReport.Why;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ErasureReportTest {
    @TempDir
    Path folder;

    private TownUnderTest town;

    @BeforeEach
    void open() {
        town = new TownUnderTest(folder, NoticeBoard.PINNED, NoticeBoard.GLUED);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private void erase(PersonId person) {
        town.done(town.passerelle().erasures().erase(person));
    }

    @Test
    void an_erased_pupils_report_lists_what_was_for_her_class_and_where_it_stands_on_each_ent() {
        PersonId person = town.pupil(town.cm2a);
        CommunicationId forClass = town.published(Audience.ofClasses(town.cm2a));
        town.published(Audience.ofClasses(town.cm2b));
        town.later();
        CommunicationId withdrawn = town.published(Audience.ofClasses(town.cm2a, town.cm2b));
        town.withdraw(withdrawn);
        Instant asked = town.now();
        erase(person);
        town.later();

        ErasureReport report = town.report(person);
        assertThat(report.erasedAt()).isEqualTo(asked);
        assertThat(report.destroyed()).isEqualTo(new Destroyed(true, 4, 1, 1));
        assertThat(report.communications()).extracting(Concern::communication).containsExactly(withdrawn, forClass);
        Concern concern = report.communications().get(1);
        assertThat(concern.why()).containsExactly(Why.CLASS);
        assertThat(concern.status()).isEqualTo(Communication.Status.PUBLISHED);
        assertThat(concern.choices()).containsExactly(Choice.WITHDRAW, Choice.CORRECT, Choice.LEAVE);
        assertThat(concern.items()).extracting(ItemView::account).containsExactly(GLUED, PINNED);
        assertThat(concern.items()).extracting(ItemView::word).containsOnly(Word.PUBLISHED);
        assertThat(concern.items())
                .allSatisfy(item -> assertThat(item.ref()).startsWith("/board/").hasSizeGreaterThan(7));
        assertThat(report.ents())
                .isEqualTo(Map.of(
                        PINNED, Map.of(Word.PUBLISHED, 1, Word.WITHDRAWN, 2),
                        GLUED, Map.of(Word.PUBLISHED, 1, Word.BY_HAND, 2)));
        assertThat(town.boards.hanging).hasSize(6);
    }

    @Test
    void nothing_is_taken_back_by_an_erasure_and_the_report_follows_what_is_decided() {
        PersonId person = town.pupil(town.cm2a);
        CommunicationId id = town.published(Audience.ofClasses(town.cm2a));
        erase(person);
        town.passerelle().delivery().runDue();
        assertThat(town.boards.hanging).hasSize(2);
        town.withdraw(id);
        Concern concern = town.report(person).communications().get(0);
        assertThat(concern.items()).extracting(ItemView::word).containsExactly(Word.BY_HAND, Word.WITHDRAWN);
        assertThat(concern.choices()).containsExactly(Choice.LEAVE);
    }

    @Test
    void what_was_for_everybody_or_the_staff_of_her_place_may_concern_her_a_draft_too() {
        PersonId person = town.pupil(town.cm2a);
        CommunicationId forAll = town.published(Audience.wholePlace());
        town.later();
        CommunicationId forStaff = town.published(Audience.staffOnly());
        town.later();
        CommunicationId draft = town.written(null, TOURNELLES, Audience.ofClasses(town.cm2a));
        List<Concern> concerns = town.report(person).communications();
        assertThat(concerns).extracting(Concern::communication).containsExactly(draft, forStaff, forAll);
        assertThat(concerns)
                .extracting(Concern::why)
                .containsExactly(List.of(Why.CLASS), List.of(Why.STAFF), List.of(Why.PLACE));
        assertThat(concerns.get(0).items()).isEmpty();
        assertThat(concerns.get(0).choices()).containsExactly(Choice.CORRECT, Choice.ERASE, Choice.LEAVE);
    }

    @Test
    void what_a_centre_wrote_to_its_groups_may_concern_whoever_was_there() {
        PersonId person = town.person(Profile.PUPIL, CENTRE);
        CommunicationId id = town.written(null, CENTRE, Audience.ofGroups("Les grands"));
        assertThat(town.report(person).communications())
                .extracting(Concern::communication, Concern::why)
                .containsExactly(tuple(id, List.of(Why.GROUP)));
    }

    @Test
    void only_the_time_that_she_was_there_counts() {
        CommunicationId gone = town.published(Audience.ofClasses(town.cm2a));
        CommunicationId stays = town.published(Audience.ofClasses(town.cm2a));
        town.later();
        town.withdraw(gone);
        town.later();
        PersonId person = town.pupil(town.cm2a);
        town.later();
        town.done(new PlacePerson(person, TOURNELLES, List.of(town.cm2b)));
        town.later();
        town.published(Audience.ofClasses(town.cm2a));
        CommunicationId moved = town.published(Audience.ofClasses(town.cm2b));
        town.later();
        town.done(new RecordDeparture(person));
        town.later();
        town.published(Audience.wholePlace());
        erase(person);
        assertThat(town.report(person).communications())
                .extracting(Concern::communication)
                .containsExactly(moved, stays);
    }

    @Test
    void what_somebody_wrote_is_listed_wherever_it_was() {
        PersonId teacher = town.person(Profile.TEACHER, TOURNELLES, town.cm2a);
        CommunicationId elsewhere = town.written(teacher, CENTRE, Audience.ofGroups("Les grands"));
        town.later();
        CommunicationId own = town.written(teacher, TOURNELLES, Audience.ofClasses(town.cm2a));
        erase(teacher);
        assertThat(town.report(teacher).communications())
                .extracting(Concern::communication, Concern::why)
                .containsExactly(tuple(own, List.of(Why.AUTHOR, Why.CLASS)), tuple(elsewhere, List.of(Why.AUTHOR)));
    }

    @Test
    void what_was_for_a_childs_class_may_concern_who_answers_for_the_child() {
        PersonId guardian = town.guardianOf(town.pupil(town.cm2a), town.pupil());
        CommunicationId id = town.published(Audience.ofClasses(town.cm2a));
        town.published(Audience.ofClasses(town.cm2b));
        erase(guardian);
        assertThat(town.report(guardian).communications())
                .extracting(Concern::communication, Concern::why)
                .containsExactly(tuple(id, List.of(Why.CLASS)));
    }

    @Test
    void before_an_erasure_the_report_says_what_it_would_do_and_of_nobody_there_is_none() {
        PersonId person = town.pupil(town.cm2a);
        town.published(Audience.ofClasses(town.cm2a));
        ErasureReport before = town.report(person);
        assertThat(before.erasedAt()).isNull();
        assertThat(before.destroyed()).isEqualTo(new Destroyed(false, 4, 1, 1));
        erase(person);
        assertThat(town.report(person).communications()).isEqualTo(before.communications());
        assertThat(town.passerelle().erasures().report(PersonId.random())).isEmpty();
    }

    @Test
    void a_backup_made_before_neither_brings_her_back_nor_changes_the_report() {
        PersonId person = town.pupil(town.cm2a);
        town.published(Audience.ofClasses(town.cm2a));
        town.backup();
        town.later();
        erase(person);
        ErasureReport before = town.report(person);
        town.later();
        town.restore();
        assertThat(town.passerelle()
                        .states()
                        .current(Person.FEATURE, person.toString())
                        .status())
                .isEqualTo(Person.Status.ERASED);
        assertThat(town.report(person)).isEqualTo(before);
        assertThat(town.passerelle().verify()).isEmpty();
    }

    @Test
    void an_interrupted_erasure_is_completed_at_the_next_start() {
        PersonId person = town.pupil(town.cm2a);
        CommunicationId id = town.published(Audience.ofClasses(town.cm2a));
        Instant asked = town.now();
        town.dieWhileErasing(person.subject());
        assertThat(town.passerelle()
                        .states()
                        .current(Person.FEATURE, person.toString())
                        .status())
                .isEqualTo(Person.Status.ERASED);
        assertThat(town.report(person).erasedAt()).isEqualTo(asked);
        assertThat(town.report(person).communications())
                .extracting(Concern::communication)
                .containsExactly(id);
        assertThat(town.passerelle().erasures().erase(person)).isInstanceOf(CommandResult.Done.class);
    }

    @Test
    void no_name_and_no_title_stands_in_a_report() {
        PersonId person = town.pupil(town.cm2a);
        town.published(Audience.ofClasses(town.cm2a));
        ErasureReport report = town.report(person);
        assertThat(JsonMapper.shared().writeValueAsString(report) + report)
                .contains(person.toString(), "\"why\":[\"CLASS\"]")
                .doesNotContain(TownUnderTest.FAMILY, "Loumie", TownUnderTest.TITLE, "2016-02-29");
    }
}
