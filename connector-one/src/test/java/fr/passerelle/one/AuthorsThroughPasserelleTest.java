package fr.passerelle.one;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.Passerelle;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.CommunicationCommand.CorrectCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.delivery.AccountHealth.Condition;
import fr.passerelle.ent.delivery.AuthorDesk.Answer;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.delivery.Word;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.Names;
import fr.passerelle.ent.person.PersonCommand.RegisterPerson;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.privacy.MasterKey;
import fr.passerelle.ent.sandbox.Request;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolKind;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.OpenClass;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import fr.passerelle.one.sandbox.Visitor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A teacher's own account from her agreement to her post: store, keys, engine, connector and real sockets. */
class AuthorsThroughPasserelleTest {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final AccountId SERVICE = AccountId.parse("one/service");
    private static final ClassId CM2_B = ClassId.random();
    private static final PersonId TEACHER = PersonId.random();
    private static final URI BACK = URI.create("http://127.0.0.1:8080/accounts/callback");
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final OneSandbox sandbox = OneSandbox.start(0);
    private Passerelle passerelle;

    @BeforeEach
    void open() {
        passerelle = Passerelle.builder()
                .store(folder.resolve("data/passerelle.db"))
                .keys(folder.resolve("keys/keys.db"))
                .masterKey(MasterKey.file(folder.resolve("keys/master.key")))
                .account(AtTheSandbox.account(sandbox.baseUrl(), Map.of()))
                .deliversOnlyWhenAsked()
                .open();
        done(new RegisterSchool(TOURNELLES, "Les Tournelles", SchoolKind.PRIMARY));
        done(new OpenClass(CM2_B, TOURNELLES, new SchoolYear(2026), "CM2 B", Set.of(Level.CM2)));
        Names names =
                new Names(Personal.of(TEACHER.subject(), "Zédrimelle"), null, Personal.of(TEACHER.subject(), "Loumie"));
        done(new RegisterPerson(TEACHER, Profile.TEACHER, names, null, null, TOURNELLES, List.of(CM2_B)));
    }

    @AfterEach
    void close() {
        passerelle.close();
        sandbox.close();
    }

    private void done(Command command) {
        CommandResult result = passerelle.send(CommandId.random(), command);
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        passerelle.states().awaitPosition(((CommandResult.Done) result).position(), SOON);
    }

    private void connect() {
        var desk = passerelle.delivery().authors();
        Answer page = desk.page(SERVICE, TEACHER, BACK, "st4te");
        URI back = new Visitor("claire.martin", "bac-a-sable").agreesOn(((Answer.Page) page).address());
        String code = Request.fields(back.getRawQuery()).get("code");
        assertThat(desk.connect(SERVICE, TEACHER, Objects.requireNonNull(code), BACK))
                .isEqualTo(new Answer.Connected(SERVICE.of(TEACHER)));
    }

    private ItemView publish(CommunicationId id, @Nullable PersonId author) {
        done(new WriteCommunication(
                id, TOURNELLES, author, Audience.ofClasses(CM2_B), CommunicationKind.BLOG, "Sortie", "<p>Jeudi.</p>"));
        done(new PublishCommunication(id, Instant.now()));
        run();
        return passerelle.items(id).get(0);
    }

    private void run() {
        passerelle.delivery().runUntilSettled(Duration.ofSeconds(20));
    }

    private Condition condition(AccountId account) {
        return passerelle.delivery().accounts().stream()
                .filter(view -> view.account().equals(account))
                .map(view -> view.health().condition())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_agreement_that_ended_holds_up_her_account_alone_until_she_connects_it_again() {
        connect();
        CommunicationId hers = CommunicationId.random();
        assertThat(publish(hers, TEACHER).word()).isEqualTo(Word.PUBLISHED);

        sandbox.people().endAgreements("claire.martin");
        done(new CorrectCommunication(hers, "Sortie", "<p>Vendredi.</p>", Instant.now()));
        run();
        assertThat(condition(SERVICE.of(TEACHER))).isEqualTo(Condition.QUARANTINED);
        ItemView held = passerelle.items(hers).get(0);
        assertThat(held.word()).isEqualTo(Word.WAITING);
        assertThat(held.sentence(Locale.FRENCH))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("qu'il le relie de nouveau")
                        .endsWith("(ENT-406)"));
        assertThat(publish(CommunicationId.random(), null).word()).isEqualTo(Word.PUBLISHED);
        assertThat(condition(SERVICE)).isEqualTo(Condition.HEALTHY);
        assertThat(sandbox.objects().posts())
                .extracting(PostView::author)
                .containsExactly("claire.martin", "service.passerelle");

        connect();
        run();
        assertThat(passerelle.items(hers).get(0).word()).isEqualTo(Word.PUBLISHED);
        assertThat(sandbox.objects().posts().get(0).text()).contains("Vendredi");
        assertThat(sandbox.objects().posts()).hasSize(2);
        assertThat(passerelle.verify()).isEmpty();
    }
}
