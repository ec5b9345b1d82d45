package fr.passerelle.ent.rights;

import static fr.passerelle.ent.rights.TownUnderTest.BIRTH;
import static fr.passerelle.ent.rights.TownUnderTest.CENTRE;
import static fr.passerelle.ent.rights.TownUnderTest.FAMILY;
import static fr.passerelle.ent.rights.TownUnderTest.TITLE;
import static fr.passerelle.ent.rights.TownUnderTest.TOURNELLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Controller;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonCommand.CorrectIdentity;
import fr.passerelle.ent.person.PersonCommand.LinkChildren;
import fr.passerelle.ent.person.PersonCommand.PlacePerson;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.referent.ReferentCommand.AppointReferent;
import fr.passerelle.ent.rights.PersonExport.AsReferent;
import fr.passerelle.ent.rights.PersonExport.AtPlace;
import fr.passerelle.ent.rights.PersonExport.Happening;
import fr.passerelle.ent.rights.PersonExport.Identity;
import fr.passerelle.ent.rights.PersonExport.InClass;
import fr.passerelle.ent.rights.PersonExport.Label;
import fr.passerelle.ent.rights.PersonExport.OnEnt;
import fr.passerelle.ent.rights.PersonExport.Recipient;
import fr.passerelle.ent.rights.PersonExport.UnderKey;
import fr.passerelle.ent.rights.PersonExport.Written;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccessExportTest {
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

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

    private PersonExport export(PersonId person) {
        return town.passerelle().accessExport(person).orElseThrow();
    }

    @Test
    void a_teacher_is_told_everything_that_is_held_about_her() {
        Instant registered = town.now();
        PersonId teacher = town.person(Profile.TEACHER, TOURNELLES, town.cm2a);
        town.done(new AppointReferent(CENTRE, teacher, SEPTEMBER));
        town.later();
        Instant corrected = town.now();
        town.done(new CorrectIdentity(teacher, TownUnderTest.names(teacher, "Quorvanne"), null, null));
        CommunicationId id = town.written(teacher, TOURNELLES, Audience.ofClasses(town.cm2a));
        town.publish(id);
        town.later();
        Instant moved = town.now();
        town.done(new PlacePerson(teacher, CENTRE, List.of()));

        PersonExport export = export(teacher);
        assertThat(export.person()).isEqualTo(teacher);
        assertThat(export.at()).isEqualTo(moved);
        assertThat(export.status()).isEqualTo(Person.Status.PRESENT);
        assertThat(export.erasedAt()).isNull();
        assertThat(export.profile()).isEqualTo(Profile.TEACHER);
        assertThat(export.identities())
                .containsExactly(
                        new Identity(registered, FAMILY, null, "Loumie", BIRTH),
                        new Identity(corrected, "Quorvanne", null, "Loumie", null));
        assertThat(export.places())
                .containsExactly(
                        new AtPlace(
                                TOURNELLES,
                                "Les Tournelles",
                                Controller.DASEN,
                                List.of(new InClass(town.cm2a, "CM2 A", new SchoolYear(2026))),
                                registered,
                                moved),
                        new AtPlace(CENTRE, "Centre des Tournelles", Controller.TOWN, List.of(), moved, null));
        assertThat(export.referent()).containsExactly(new AsReferent(CENTRE, "Centre des Tournelles", SEPTEMBER, null));
        assertThat(export.communications()).hasSize(1);
        Written written = export.communications().get(0);
        assertThat(written)
                .usingRecursiveComparison()
                .ignoringFields("ents")
                .isEqualTo(new Written(
                        id,
                        TOURNELLES,
                        CommunicationKind.BLOG,
                        TITLE,
                        corrected,
                        corrected,
                        null,
                        corrected,
                        List.of()));
        assertThat(written.ents()).extracting(OnEnt::account).containsExactly("board/glued", "board/pinned");
        assertThat(written.ents()).extracting(OnEnt::standing).containsOnly(new Label("publié", "published"));
        assertThat(written.ents()).extracting(OnEnt::destination).containsOnly("CM2 A");
        assertThat(export.events())
                .extracting(Happening::at, happening -> happening.what().en())
                .containsExactly(
                        tuple(registered, "Recorded in Passerelle"),
                        tuple(corrected, "Name or birth date corrected"),
                        tuple(moved, "Placed at a place, in its classes"));
        assertThat(export.keys())
                .containsExactly(
                        new UnderKey(teacher.subject(), List.of("family", "first", "birthDate", "match"), 6),
                        new UnderKey(id.subject(), List.of("title", "html"), 2));
        assertThat(export.recipients())
                .containsExactly(
                        recipient("board/glued", "Panneau glued"), recipient("board/pinned", "Panneau pinned"));
    }

    private static Recipient recipient(String account, String platform) {
        return new Recipient(account, platform, List.of(TOURNELLES), List.of("Titre et texte des publications"));
    }

    @Test
    void an_export_is_json_for_its_reader_and_tells_nothing_to_a_log() {
        PersonId person = town.person(Profile.TEACHER, TOURNELLES, town.cm2a);
        town.written(person, TOURNELLES, Audience.ofClasses(town.cm2a));
        PersonExport export = export(person);
        JsonNode json = JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(export));
        assertThat(json.at("/identities/0/family").asString()).isEqualTo(FAMILY);
        assertThat(json.at("/identities/0/birthDate").asString()).isEqualTo("2016-02-29");
        assertThat(json.at("/places/0/place").asString()).isEqualTo("0771369V");
        assertThat(json.at("/places/0/classes/0/year").asString()).isEqualTo("2026-2027");
        assertThat(json.at("/communications/0/title").asString()).isEqualTo(TITLE);
        assertThat(json.at("/retention/fr").asString()).contains("effacement");
        assertThat(json.at("/events/0/what/fr").asString()).isEqualTo("Enregistrement dans Passerelle");
        assertThat(export + export.identities().toString() + export.communications())
                .doesNotContain(FAMILY, "Loumie", "2016-02-29", TITLE);
    }

    @Test
    void of_an_erased_person_it_says_that_she_was_erased_and_when_and_nothing_else() {
        PersonId person = town.person(Profile.TEACHER, TOURNELLES, town.cm2a);
        town.written(person, TOURNELLES, Audience.ofClasses(town.cm2a));
        town.backup();
        town.later();
        Instant erased = town.now();
        town.done(town.passerelle().erasures().erase(person));
        town.later();
        PersonExport nothing = new PersonExport(
                person,
                town.now(),
                Person.Status.ERASED,
                erased,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
        assertThat(export(person)).isEqualTo(nothing);
        town.restore();
        assertThat(export(person)).isEqualTo(nothing);
    }

    @Test
    void a_child_and_who_answers_for_her_are_told_of_each_other_by_id_alone() {
        PersonId child = town.pupil(town.cm2a);
        PersonId other = town.pupil(town.cm2a);
        PersonId guardian = town.guardianOf(child);
        PersonId second = town.guardianOf(child, other);
        assertThat(export(child).guardians()).containsExactly(guardian, second);
        assertThat(export(child).children()).isEmpty();
        assertThat(export(second).children()).containsExactly(child, other);
        assertThat(export(second).guardians()).isEmpty();
        town.done(new LinkChildren(second, List.of(other)));
        assertThat(export(child).guardians()).containsExactly(guardian);
        assertThat(export(second).children()).containsExactly(child, other);
    }

    @Test
    void of_who_is_not_known_nothing_is_held() {
        assertThat(town.passerelle().accessExport(PersonId.random())).isEmpty();
    }

    @Test
    void every_event_of_a_person_has_plain_words() {
        assertThat(Person.FEATURE.events().keySet()).isNotEmpty().allSatisfy(event -> {
            assertThat(PlainWords.of(event).fr()).isNotBlank();
            assertThat(PlainWords.of(event).en()).isNotBlank();
        });
    }
}
