package fr.passerelle.ent.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.Passerelle;
import fr.passerelle.ent.PasserelleBuilder;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WithdrawCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.OpenGroup;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.RegisterLeisureCentre;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.person.Names;
import fr.passerelle.ent.person.PersonCommand.RegisterPerson;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.privacy.MasterKey;
import fr.passerelle.ent.privacy.Vault;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolKind;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.OpenClass;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.store.JdbcSubjectKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A school with two classes, a leisure centre and two boards, on files, behind the front door, on a clock of its own. */
final class TownUnderTest implements AutoCloseable {
    static final Uai TOURNELLES = new Uai("0771369V");
    static final LeisureCentreId CENTRE = new LeisureCentreId("CL-TOURNELLES");
    static final AccountId PINNED = AccountId.parse("board/pinned");
    static final AccountId GLUED = AccountId.parse("board/glued");
    static final String FAMILY = "Zédrimelle";
    static final String TITLE = "Sortie au Vlimboré";
    static final LocalDate BIRTH = LocalDate.of(2016, 2, 29);

    final NoticeBoard boards = new NoticeBoard();
    final ClassId cm2a = ClassId.random();
    final ClassId cm2b = ClassId.random();
    private final Path folder;
    private final List<EntAccount> accounts;
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private Passerelle passerelle;

    /** @param profiles of {@link NoticeBoard}, one account of the school for each */
    TownUnderTest(Path folder, String... profiles) {
        this.folder = folder;
        this.accounts = List.of(profiles).stream()
                .map(profile -> new EntAccount(
                        new AccountId("board", profile),
                        "board",
                        profile,
                        URI.create("https://board.example"),
                        false,
                        Set.of(TOURNELLES),
                        Map.of(),
                        null))
                .toList();
        passerelle = builder().open();
        done(new RegisterSchool(TOURNELLES, "Les Tournelles", SchoolKind.PRIMARY));
        done(new OpenClass(cm2a, TOURNELLES, new SchoolYear(2026), "CM2 A", Set.of(Level.CM2)));
        done(new OpenClass(cm2b, TOURNELLES, new SchoolYear(2026), "CM2 B", Set.of(Level.CM2)));
        done(new RegisterLeisureCentre(CENTRE, "Centre des Tournelles"));
        done(new OpenGroup(CENTRE, "Les grands"));
    }

    private PasserelleBuilder builder() {
        PasserelleBuilder builder = Passerelle.builder()
                .store(folder.resolve("data/passerelle.db"))
                .keys(keys())
                .masterKey(masterKey())
                .connector(boards)
                .clock(() -> now)
                .deliversOnlyWhenAsked();
        accounts.forEach(builder::account);
        return builder;
    }

    private Path keys() {
        return folder.resolve("keys/keys.db");
    }

    private MasterKey masterKey() {
        return MasterKey.file(folder.resolve("keys/master.key"));
    }

    Passerelle passerelle() {
        return passerelle;
    }

    Instant now() {
        return now;
    }

    /** An hour later. */
    void later() {
        now = now.plus(Duration.ofHours(1));
    }

    void backup() {
        passerelle.backup(folder.resolve("backup"));
    }

    void restore() {
        passerelle.close();
        builder().restore(folder.resolve("backup"));
        passerelle = builder().open();
    }

    /** The process dies when the key is gone and the event is not stored yet, and is started again. */
    void dieWhileErasing(SubjectId subject) {
        passerelle.close();
        try (JdbcSubjectKeys keys = JdbcSubjectKeys.file(keys(), () -> now)) {
            new Vault(keys, masterKey()).erase(subject, null);
        }
        later();
        passerelle = builder().open();
    }

    PersonId pupil(ClassId... classes) {
        return person(Profile.PUPIL, TOURNELLES, classes);
    }

    PersonId person(Profile profile, PlaceId place, ClassId... classes) {
        PersonId id = PersonId.random();
        done(new RegisterPerson(
                id,
                profile,
                names(id, FAMILY),
                Personal.of(id.subject(), BIRTH),
                Personal.of(id.subject(), new MatchKeys("exact " + id, "name", "birth")),
                place,
                List.of(classes)));
        return id;
    }

    PersonId guardianOf(PersonId... children) {
        PersonId id = PersonId.random();
        done(new RegisterPerson(
                id, Profile.GUARDIAN, names(id, FAMILY), null, null, TOURNELLES, List.of(), List.of(children)));
        return id;
    }

    static Names names(PersonId id, String family) {
        return new Names(Personal.of(id.subject(), family), null, Personal.of(id.subject(), "Loumie"));
    }

    CommunicationId written(@Nullable PersonId author, PlaceId place, Audience audience) {
        CommunicationId id = CommunicationId.random();
        done(new WriteCommunication(id, place, author, audience, CommunicationKind.BLOG, TITLE, "<p>Jeudi.</p>"));
        return id;
    }

    /** Written for the school in nobody's name, and carried to the boards. */
    CommunicationId published(Audience audience) {
        CommunicationId id = written(null, TOURNELLES, audience);
        publish(id);
        return id;
    }

    void publish(CommunicationId id) {
        done(new PublishCommunication(id, now));
        passerelle.delivery().runDue();
    }

    void withdraw(CommunicationId id) {
        done(new WithdrawCommunication(id, now));
        passerelle.delivery().runDue();
    }

    Communication communication(CommunicationId id) {
        return passerelle.states().current(Communication.FEATURE, id.toString());
    }

    ErasureReport report(PersonId person) {
        return passerelle.erasures().report(person).orElseThrow();
    }

    void done(Command command) {
        done(passerelle.send(CommandId.random(), command));
    }

    void done(CommandResult result) {
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        assertThat(passerelle.states().awaitPosition(((CommandResult.Done) result).position(), Duration.ofSeconds(10)))
                .isTrue();
    }

    @Override
    public void close() {
        passerelle.close();
    }
}
