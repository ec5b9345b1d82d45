package fr.passerelle.ent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.RewriteDraft;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.RegisterLeisureCentre;
import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.person.Names;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonCommand.LinkChildren;
import fr.passerelle.ent.person.PersonCommand.RegisterPerson;
import fr.passerelle.ent.person.PersonReason;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.privacy.MasterKey;
import fr.passerelle.ent.referent.ReferentCommand.AppointReferent;
import fr.passerelle.ent.school.School;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolKind;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.OpenClass;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasserelleTest {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final RegisterSchool REGISTER = new RegisterSchool(TOURNELLES, "Les Tournelles", SchoolKind.PRIMARY);

    @TempDir
    Path folder;

    private PasserelleBuilder builder() {
        return Passerelle.builder()
                .store(folder.resolve("data/passerelle.db"))
                .keys(folder.resolve("keys/keys.db"))
                .masterKey(MasterKey.file(folder.resolve("keys/master.key")));
    }

    @Test
    void a_repeated_command_has_no_effect_and_survives_a_restart() {
        CommandId id = new CommandId("register");
        CommandResult first;
        try (Passerelle passerelle = builder().open()) {
            first = passerelle.send(id, REGISTER);
            assertThat(first).isInstanceOf(CommandResult.Done.class);
        }
        try (Passerelle passerelle = builder().open()) {
            CommandResult.Done again = (CommandResult.Done) passerelle.send(id, REGISTER);
            assertThat(again.repeated()).isTrue();
            assertThat(again.position()).isEqualTo(((CommandResult.Done) first).position());
            assertThat(passerelle.states().awaitPosition(again.position(), Duration.ofSeconds(5)))
                    .isTrue();
            assertThat(passerelle.states().all(School.FEATURE))
                    .extracting(School::name)
                    .containsExactly("Les Tournelles");
        }
    }

    @Test
    void what_a_command_names_must_exist() {
        ClassId cm2 = ClassId.random();
        LeisureCentreId centre = new LeisureCentreId("CL-TOURNELLES");
        try (Passerelle passerelle = builder().open()) {
            refused(passerelle, open(cm2), PlaceReason.UNKNOWN_PLACE);
            refused(passerelle, write(Audience.ofClasses(cm2)), PlaceReason.UNKNOWN_PLACE);
            done(passerelle, REGISTER);
            refused(passerelle, write(Audience.wholePlace()), CommunicationReason.AUDIENCE_EMPTY);
            refused(passerelle, write(Audience.ofClasses(cm2)), PlaceReason.UNKNOWN_CLASS);
            done(passerelle, open(cm2));
            done(passerelle, write(Audience.ofClasses(cm2)));
            done(passerelle, new RegisterLeisureCentre(centre, "Centre des Tournelles"));
            refused(
                    passerelle,
                    new WriteCommunication(
                            CommunicationId.random(),
                            centre,
                            null,
                            Audience.ofGroups("Les grands"),
                            CommunicationKind.NEWS,
                            "Sortie",
                            ""),
                    CommunicationReason.UNKNOWN_GROUP);
            refused(
                    passerelle,
                    new AppointReferent(centre, PersonId.random(), LocalDate.of(2026, 9, 1)),
                    PersonReason.UNKNOWN_PERSON);
            refused(passerelle, guardian(PersonId.random(), PersonId.random()), PersonReason.UNKNOWN_PERSON);
            PersonId child = PersonId.random();
            PersonId guardian = PersonId.random();
            done(passerelle, pupil(child, "Quorvanne"));
            done(passerelle, guardian(guardian, child));
            refused(passerelle, new LinkChildren(guardian, List.of(PersonId.random())), PersonReason.UNKNOWN_PERSON);
        }
    }

    @Test
    void a_class_name_is_taken_once_in_a_school_and_year() {
        try (Passerelle passerelle = builder().open()) {
            done(passerelle, REGISTER);
            done(passerelle, open(ClassId.random()));
            refused(passerelle, open(ClassId.random()), PlaceReason.CLASS_EXISTS);
        }
    }

    @Test
    void an_erased_person_is_unreadable_and_the_others_are_not() {
        PersonId erased = PersonId.random();
        PersonId kept = PersonId.random();
        try (Passerelle passerelle = builder().open()) {
            done(passerelle, REGISTER);
            done(passerelle, pupil(erased, "Zédrimelle"));
            done(passerelle, pupil(kept, "Quorvanne"));
            assertThat(passerelle.erasures().erase(erased)).isInstanceOf(CommandResult.Done.class);
            assertThat(passerelle.erasures().erase(erased)).isInstanceOf(CommandResult.Done.class);
            assertThat(passerelle.erasures().erase(PersonId.random())).isInstanceOf(CommandResult.Refused.class);
        }
        try (Passerelle passerelle = builder().open()) {
            assertThat(family(passerelle, erased)).isInstanceOf(Personal.Erased.class);
            assertThat(family(passerelle, kept)).isEqualTo(Personal.of(kept.subject(), "Quorvanne"));
            assertThat(passerelle
                            .states()
                            .current(Person.FEATURE, erased.toString())
                            .status())
                    .isEqualTo(Person.Status.ERASED);
        }
    }

    @Test
    void a_backup_made_before_does_not_bring_an_erased_person_back() {
        PersonId erased = PersonId.random();
        PersonId kept = PersonId.random();
        try (Passerelle passerelle = builder().open()) {
            done(passerelle, REGISTER);
            done(passerelle, pupil(erased, "Zédrimelle"));
            done(passerelle, pupil(kept, "Quorvanne"));
            passerelle.backup(folder.resolve("backup"));
            passerelle.erasures().erase(erased);
        }
        builder().restore(folder.resolve("backup"));
        try (Passerelle passerelle = builder().open()) {
            assertThat(family(passerelle, erased)).isInstanceOf(Personal.Erased.class);
            assertThat(passerelle
                            .states()
                            .current(Person.FEATURE, erased.toString())
                            .status())
                    .isEqualTo(Person.Status.ERASED);
            assertThat(family(passerelle, kept)).isEqualTo(Personal.of(kept.subject(), "Quorvanne"));
            assertThat(passerelle.verify()).isEmpty();
        }
    }

    @Test
    void a_communication_for_a_place_without_account_says_so() {
        CommunicationId id = CommunicationId.random();
        ClassId cm2 = ClassId.random();
        try (Passerelle passerelle = builder().open()) {
            done(passerelle, REGISTER);
            done(passerelle, open(cm2));
            done(
                    passerelle,
                    new WriteCommunication(
                            id, TOURNELLES, null, Audience.ofClasses(cm2), CommunicationKind.BLOG, "Sortie", "Jeudi."));
            done(passerelle, new PublishCommunication(id, Instant.now()));
            assertThat(passerelle.awaitItems(id, Duration.ofSeconds(10))).isEmpty();
            assertThat(passerelle.delivery().desk().concern(id)).isPresent();
        }
    }

    @Test
    void a_file_is_attached_before_the_communication_that_names_it_and_stays_in_a_backup() {
        CommunicationId id = CommunicationId.random();
        ClassId cm2 = ClassId.random();
        byte[] bytes = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        Attachment file;
        try (Passerelle passerelle = builder().open()) {
            done(passerelle, REGISTER);
            done(passerelle, open(cm2));
            file = ((AttachResult.Attached) passerelle.attach(id, "x/Programme.pdf", bytes)).attachment();
            assertThat(file.fileName()).isEqualTo(Personal.of(id.subject(), "Programme.pdf"));
            assertThat(passerelle.attach(id, "Programme.exe", bytes)).isInstanceOf(AttachResult.Refused.class);
            refused(passerelle, message(CommunicationId.random(), cm2, file), CommunicationReason.UNKNOWN_FILE);
            done(passerelle, message(id, cm2, file));
            passerelle.backup(folder.resolve("backup"));
        }
        builder().restore(folder.resolve("backup"));
        try (Passerelle passerelle = builder().open()) {
            Communication written = passerelle.states().current(Communication.FEATURE, id.toString());
            assertThat(written.attachments()).singleElement().satisfies(kept -> {
                assertThat(kept.fileName()).isInstanceOf(Personal.Sealed.class);
                assertThat(passerelle.open(kept.fileName())).isEqualTo(file.fileName());
                assertThat(passerelle.attached(id, kept.id())).hasValue(bytes);
            });
            // What stays is named as the state has it, sealed.
            done(passerelle, new RewriteDraft(id, Audience.ofClasses(cm2), "Sortie", "", written.attachments()));
            refused(
                    passerelle,
                    new RewriteDraft(
                            id,
                            Audience.ofClasses(cm2),
                            "Sortie",
                            "",
                            List.of(new Attachment(
                                    new AttachmentId("0".repeat(64)), file.fileName(), file.mediaType(), 1))),
                    CommunicationReason.UNKNOWN_FILE);
            assertThat(passerelle.open(passerelle
                            .states()
                            .current(Communication.FEATURE, id.toString())
                            .attachments()
                            .get(0)
                            .fileName()))
                    .isEqualTo(file.fileName());
            assertThat(passerelle.verify()).isEmpty();
        }
    }

    private static WriteCommunication message(CommunicationId id, ClassId to, Attachment... files) {
        return new WriteCommunication(
                id,
                TOURNELLES,
                null,
                Audience.ofClasses(to),
                CommunicationKind.MESSAGE,
                "Sortie",
                "Jeudi.",
                List.of(files));
    }

    @Test
    void a_second_process_is_refused_with_a_sentence() {
        try (Passerelle passerelle = builder().open()) {
            assertThatThrownBy(() -> builder().open())
                    .isInstanceOf(CodedException.class)
                    .hasMessageContaining("ENT-5");
            done(passerelle, REGISTER);
        }
        builder().open().close();
    }

    @Test
    void an_account_for_a_connector_that_is_not_there_is_refused_and_frees_the_store() {
        EntAccount account = new EntAccount(
                AccountId.parse("nowhere/service"),
                "nowhere",
                "none",
                URI.create("https://ent.example"),
                false,
                Set.of(TOURNELLES),
                Map.of(),
                null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().account(account).open())
                .withMessageContaining("nowhere/service");
        builder().open().close();
    }

    private static Personal<String> family(Passerelle passerelle, PersonId person) {
        Names names =
                passerelle.states().current(Person.FEATURE, person.toString()).names();
        assertThat(names).isNotNull();
        return passerelle.open(names.family());
    }

    private static OpenClass open(ClassId id) {
        return new OpenClass(id, TOURNELLES, YEAR, "CM2 B", Set.of(Level.CM2));
    }

    private static WriteCommunication write(Audience audience) {
        return new WriteCommunication(
                CommunicationId.random(), TOURNELLES, null, audience, CommunicationKind.BLOG, "Sortie", "Jeudi.");
    }

    private static RegisterPerson guardian(PersonId id, PersonId child) {
        return new RegisterPerson(
                id,
                Profile.GUARDIAN,
                new Names(Personal.of(id.subject(), "Quorvanne"), null, Personal.of(id.subject(), "Ana")),
                null,
                null,
                TOURNELLES,
                List.of(),
                List.of(child));
    }

    private static RegisterPerson pupil(PersonId id, String familyName) {
        return new RegisterPerson(
                id,
                Profile.PUPIL,
                new Names(Personal.of(id.subject(), familyName), null, Personal.of(id.subject(), "Lou")),
                null,
                Personal.of(id.subject(), new MatchKeys("exact " + familyName, "name", "birth")),
                TOURNELLES,
                List.of());
    }

    private static void done(Passerelle passerelle, Command command) {
        CommandResult result = passerelle.send(CommandId.random(), command);
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        passerelle.states().awaitPosition(((CommandResult.Done) result).position(), Duration.ofSeconds(10));
    }

    private static void refused(Passerelle passerelle, Command command, fr.passerelle.ent.model.Coded reason) {
        CommandResult result = passerelle.send(CommandId.random(), command);
        assertThat(result).isInstanceOf(CommandResult.Refused.class);
        assertThat(((CommandResult.Refused) result).refusal().reason()).isEqualTo(reason);
    }
}
