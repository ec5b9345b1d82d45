package fr.passerelle.one;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.AttachResult;
import fr.passerelle.ent.Passerelle;
import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.CommunicationCommand.CorrectCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WithdrawCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.delivery.Word;
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
import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolKind;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.OpenClass;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.SandboxObjects.AttachmentView;
import fr.passerelle.one.sandbox.SandboxObjects.DocumentView;
import fr.passerelle.one.sandbox.SandboxObjects.MessageView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A communication with its author's files to the families: store, keys, engine, connector and real sockets. */
class ThroughPasserelleTest {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final ClassId CM2_B = ClassId.random();
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final OneSandbox sandbox = OneSandbox.start(0);
    private final CommunicationId id = CommunicationId.random();
    private Passerelle passerelle;

    @BeforeEach
    void open() {
        EntAccount service = AtTheSandbox.account(sandbox.baseUrl(), Map.of());
        passerelle = Passerelle.builder()
                .store(folder.resolve("data/passerelle.db"))
                .keys(folder.resolve("keys/keys.db"))
                .masterKey(MasterKey.file(folder.resolve("keys/master.key")))
                .account(new EntAccount(
                        service.id(),
                        service.connector(),
                        service.profile(),
                        service.baseUrl(),
                        true,
                        service.places(),
                        service.credentials(),
                        Duration.ofMillis(500)))
                .open();
        done(new RegisterSchool(TOURNELLES, "Les Tournelles", SchoolKind.PRIMARY));
        done(new OpenClass(CM2_B, TOURNELLES, new SchoolYear(2026), "CM2 B", Set.of(Level.CM2)));
    }

    @AfterEach
    void close() {
        passerelle.close();
        sandbox.close();
    }

    private void done(Command command) {
        done(passerelle.send(CommandId.random(), command));
    }

    private void done(CommandResult result) {
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        passerelle.states().awaitPosition(((CommandResult.Done) result).position(), SOON);
    }

    private Attachment attach(String name, String text) {
        return ((AttachResult.Attached) passerelle.attach(id, name, text.getBytes(StandardCharsets.UTF_8)))
                .attachment();
    }

    private ItemView publish(CommunicationKind kind, Audience audience) {
        done(new WriteCommunication(
                id,
                TOURNELLES,
                null,
                audience,
                kind,
                "Sortie au musée",
                "<p>Jeudi.</p>",
                List.of(attach("Programme.txt", "Départ à neuf heures"), attach("Plan.csv", "rue;numéro"))));
        done(new PublishCommunication(id, Instant.now()));
        return onlyItem();
    }

    private ItemView onlyItem() {
        List<ItemView> items = passerelle.awaitItems(id, SOON);
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private MessageView onlyMessage() {
        assertThat(sandbox.objects().messages()).hasSize(1);
        return sandbox.objects().messages().get(0);
    }

    private void assertSentOnceWithBothFiles() {
        assertThat(onlyMessage().visible()).isTrue();
        assertThat(onlyMessage().attachments())
                .extracting(AttachmentView::name)
                .containsExactly("Programme.txt", "Plan.csv");
    }

    @Test
    void a_message_is_sent_not_corrected_and_recalled() {
        assertThat(publish(CommunicationKind.MESSAGE, Audience.ofClasses(CM2_B)).word())
                .isEqualTo(Word.PUBLISHED);
        assertSentOnceWithBothFiles();

        done(new CorrectCommunication(id, "Sortie reportée", "<p>Vendredi.</p>", Instant.now()));
        assertThat(onlyItem().sentence(Locale.FRENCH))
                .hasValueSatisfying(sentence -> assertThat(sentence).endsWith("(ENT-416)"));
        assertThat(onlyMessage().subject()).isEqualTo("Sortie au musée");

        done(new WithdrawCommunication(id, Instant.now()));
        assertThat(onlyItem().word()).isEqualTo(Word.WITHDRAWN);
        assertThat(onlyMessage().state()).isEqualTo("RECALL");
        assertThat(passerelle.verify()).isEmpty();
    }

    @Test
    void the_staff_is_reached_by_message() {
        ItemView item = publish(CommunicationKind.MESSAGE, Audience.staffOnly());
        assertThat(item.word()).isEqualTo(Word.PUBLISHED);
        assertThat(item.destination()).isEqualTo("Personnel");
        assertThat(onlyMessage().to()).containsExactly("Les Tournelles-Personnel", "Les Tournelles-Teacher");
    }

    private void assertShownOnceWithBothFiles(CommunicationKind kind) {
        List<String> documents =
                sandbox.objects().documents().stream().map(DocumentView::id).toList();
        assertThat(documents).hasSize(2);
        if (kind == CommunicationKind.NEWS) {
            assertThat(sandbox.objects().infos()).singleElement().satisfies(info -> {
                assertThat(info.visible()).isTrue();
                assertThat(info.documents()).isEqualTo(documents);
            });
        } else {
            assertThat(sandbox.objects().posts()).singleElement().satisfies(post -> {
                assertThat(post.visible()).isTrue();
                assertThat(post.documents()).isEqualTo(documents);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOG", "NEWS"})
    void files_go_with_a_post_and_news_stay_when_it_is_corrected_and_go_with_it(CommunicationKind kind) {
        assertThat(publish(kind, Audience.ofClasses(CM2_B)).word()).isEqualTo(Word.PUBLISHED);
        assertShownOnceWithBothFiles(kind);

        done(new CorrectCommunication(id, "Sortie reportée", "<p>Vendredi.</p>", Instant.now()));
        assertThat(onlyItem().word()).isEqualTo(Word.PUBLISHED);
        assertShownOnceWithBothFiles(kind);

        done(new WithdrawCommunication(id, Instant.now()));
        assertThat(onlyItem().word()).isEqualTo(Word.WITHDRAWN);
        assertThat(sandbox.objects().documents()).isEmpty();
        assertThat(passerelle.verify()).isEmpty();
    }

    @Test
    void a_file_that_stays_on_one_is_said_in_a_sentence() {
        publish(CommunicationKind.BLOG, Audience.ofClasses(CM2_B));
        sandbox.faults(FaultPlan.of(
                1,
                FaultPlan.Rule.nth(Kind.STATUS, "DELETE /workspace/document/:document", 1)
                        .status(401, null)));

        done(new WithdrawCommunication(id, Instant.now()));
        assertThat(onlyItem().sentence(Locale.FRENCH))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("La publication est retirée de l'ENT, mais un de ses fichiers y reste")
                        .endsWith("(ENT-466)"));
        assertThat(sandbox.objects().posts()).isEmpty();

        done(passerelle.delivery().desk().retry(onlyItem().item()));
        assertThat(onlyItem().word()).isEqualTo(Word.WITHDRAWN);
        assertThat(sandbox.objects().documents()).isEmpty();
    }

    @Test
    void news_reach_the_whole_school_are_corrected_in_place_and_deleted() {
        done(new WriteCommunication(
                id, TOURNELLES, null, Audience.wholePlace(), CommunicationKind.NEWS, "Kermesse", "<p>Samedi.</p>"));
        done(new PublishCommunication(id, Instant.now()));
        ItemView item = onlyItem();
        assertThat(item.word()).isEqualTo(Word.PUBLISHED);
        assertThat(item.destination()).isEqualTo("Toute l'école");
        assertThat(sandbox.objects().infos()).singleElement().satisfies(info -> {
            assertThat(info.visible()).isTrue();
            assertThat(info.readers()).hasSize(4);
        });

        sandbox.faults(Plans.first(Kind.CUT_AFTER_ACTING, "PUT /actualites/api/v1/infos/:info"));
        done(new CorrectCommunication(id, "Kermesse reportée", "<p>Dimanche.</p>", Instant.now()));
        assertThat(onlyItem().word()).isEqualTo(Word.PUBLISHED);
        assertThat(sandbox.objects().infos()).singleElement().satisfies(info -> {
            assertThat(info.title()).isEqualTo("Kermesse reportée");
            assertThat(info.visible()).isTrue();
        });

        done(new WithdrawCommunication(id, Instant.now()));
        assertThat(onlyItem().word()).isEqualTo(Word.WITHDRAWN);
        assertThat(sandbox.objects().infos()).isEmpty();
        assertThat(passerelle.verify()).isEmpty();
    }

    static Stream<Arguments> lost() {
        return Stream.of(
                        "POST /conversation/draft",
                        "POST /conversation/message/:message/attachment",
                        "POST /conversation/send")
                .flatMap(route -> Stream.of(Kind.CUT_AFTER_ACTING, Kind.STATUS, Kind.GARBAGE)
                        .map(kind -> Arguments.of(route, kind)));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void a_lost_answer_sends_nothing_twice(String route, Kind kind) {
        sandbox.faults(Plans.first(kind, route));

        assertThat(publish(CommunicationKind.MESSAGE, Audience.ofClasses(CM2_B)).word())
                .isEqualTo(Word.PUBLISHED);
        assertSentOnceWithBothFiles();
    }

    @Test
    void what_cannot_be_looked_at_stays_to_check() {
        sandbox.faults(FaultPlan.of(
                1,
                FaultPlan.Rule.nth(Kind.CUT_AFTER_ACTING, "POST /conversation/send", 1),
                new FaultPlan.Rule(
                        Kind.STATUS,
                        "GET /conversation/message/:message",
                        0,
                        Set.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
                        0,
                        503,
                        null)));
        done(new WriteCommunication(
                id, TOURNELLES, null, Audience.ofClasses(CM2_B), CommunicationKind.MESSAGE, "Sortie", "<p>Jeudi.</p>"));
        done(new PublishCommunication(id, Instant.now()));

        assertThat(passerelle.awaitItems(id, Duration.ofSeconds(4)))
                .singleElement()
                .extracting(ItemView::word)
                .isEqualTo(Word.TO_CHECK);
        assertThat(sandbox.requests()).extracting("route").containsOnlyOnce("POST /conversation/send");
    }
}
