package fr.passerelle.beneylu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.beneylu.sandbox.BeneyluSandbox;
import fr.passerelle.beneylu.sandbox.SandboxObjects.ArticleView;
import fr.passerelle.beneylu.sandbox.SandboxObjects.WordView;
import fr.passerelle.ent.Passerelle;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.CommunicationCommand.CorrectCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WithdrawCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.delivery.Word;
import fr.passerelle.ent.files.FilesDesk;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.privacy.MasterKey;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolKind;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.OpenClass;
import fr.passerelle.ent.spi.EntAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the author to two classes: store, keys, engine, connector and real sockets. */
class ThroughPasserelleTest {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final BeneyluSandbox sandbox = BeneyluSandbox.start(
            0,
            List.of(new SchoolSeed("0771369V", "Les Tournelles", List.of("CM2 A", "CM2 B"))),
            InstantSource.system());
    private final CommunicationId id = CommunicationId.random();
    private Passerelle passerelle;

    @BeforeEach
    void open() {
        EntAccount service = AtTheSandbox.account(sandbox, AtTheSandbox.V3, Map.of());
        passerelle = Passerelle.builder()
                .store(folder.resolve("data/passerelle.db"))
                .keys(folder.resolve("keys/keys.db"))
                .masterKey(MasterKey.file(folder.resolve("keys/master.key")))
                .account(new EntAccount(
                        service.id(),
                        service.connector(),
                        service.profile(),
                        service.baseUrl(),
                        service.origins(),
                        true,
                        service.places(),
                        service.credentials(),
                        Duration.ofMillis(500)))
                .open();
        done(new RegisterSchool(TOURNELLES, "Les Tournelles", SchoolKind.PRIMARY));
        for (String name : List.of("CM2 A", "CM2 B")) {
            done(new OpenClass(ClassId.random(), TOURNELLES, new SchoolYear(2026), name, Set.of(Level.CM2)));
        }
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

    private List<ItemView> publish(CommunicationKind kind) {
        done(new WriteCommunication(
                id, TOURNELLES, null, Audience.wholePlace(), kind, "Sortie au musée", "<p>Jeudi.</p>"));
        done(new PublishCommunication(id, Instant.now()));
        return passerelle.awaitItems(id, SOON);
    }

    @Test
    void a_word_to_the_whole_school_is_one_in_each_book_corrected_and_taken_back() {
        assertThat(publish(CommunicationKind.LIAISON))
                .extracting(ItemView::word)
                .containsOnly(Word.PUBLISHED);
        assertThat(sandbox.objects().words())
                .flatExtracting(WordView::classes)
                .containsExactlyInAnyOrder("0771369V CM2 A", "0771369V CM2 B");

        done(new CorrectCommunication(id, "Sortie reportée", "<p>Vendredi.</p>", Instant.now()));
        assertThat(passerelle.awaitItems(id, SOON)).extracting(ItemView::word).containsOnly(Word.PUBLISHED);
        assertThat(sandbox.objects().words())
                .extracting(WordView::title)
                .containsExactly("Sortie reportée", "Sortie reportée");

        done(new WithdrawCommunication(id, Instant.now()));
        assertThat(passerelle.awaitItems(id, SOON)).extracting(ItemView::word).containsOnly(Word.WITHDRAWN);
        assertThat(sandbox.objects().words()).isEmpty();
        assertThat(passerelle.verify()).isEmpty();
    }

    @Test
    void files_are_refused_by_name_before_any_request() {
        FilesDesk.Space space = passerelle.files().spaces().get(0);
        assertThat(space.offered()).isFalse();
        assertThat(space.descriptor().gaps()).anyMatch(gap -> gap.startsWith("Espace de fichiers"));
        FilesDesk.Filed filed = passerelle.files().put(space.account(), "", "leçon.pdf", new byte[] {1});
        assertThat(((FilesDesk.Filed.NotDone) filed).why().sentence(Locale.FRENCH))
                .startsWith("Beneylu School (beneylu-v3) n'a pas d'espace de fichiers")
                .endsWith("(ENT-340)");
        assertThat(sandbox.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CUT_AFTER_ACTING", "HTML_LOGIN_200"})
    void a_lost_answer_makes_no_twin(Kind kind) {
        sandbox.faults(Plans.first(kind, "POST /ent/blog/gestion/nouvel-article/terminer"));

        assertThat(publish(CommunicationKind.BLOG)).extracting(ItemView::word).containsOnly(Word.PUBLISHED);
        assertThat(sandbox.objects().articles())
                .flatExtracting(ArticleView::classes)
                .containsExactlyInAnyOrder("0771369V CM2 A", "0771369V CM2 B");
    }
}
