package fr.passerelle.lilie;

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
import fr.passerelle.ent.files.FilesDesk.Filed;
import fr.passerelle.ent.files.FilesDesk.Got;
import fr.passerelle.ent.http.HttpLimits;
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
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.sandbox.OperatorAccount;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolKind;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.OpenClass;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Secret;
import fr.passerelle.lilie.sandbox.LilieSandbox;
import fr.passerelle.one.sandbox.SandboxObjects;
import fr.passerelle.one.sandbox.SandboxObjects.InfoView;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lilie's successor, through Passerelle, on the same stand-in as Eliot: one code base under another name. */
class OpenEntNgTest {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final ClassId CM2_A = ClassId.random();
    private static final ClassId CM2_B = ClassId.random();

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-24T08:00:00Z");
    private final LilieSandbox sandbox = LilieSandbox.start(0, SchoolSeed.pilot(), () -> now);
    private final CommunicationId id = CommunicationId.random();
    private Passerelle passerelle;

    @BeforeEach
    void open() {
        OperatorAccount operator = sandbox.operator("openent-ng");
        passerelle = Passerelle.builder()
                .store(folder.resolve("data/passerelle.db"))
                .keys(folder.resolve("keys/keys.db"))
                .masterKey(MasterKey.file(folder.resolve("keys/master.key")))
                .account(new EntAccount(
                        AccountId.parse("lilie/service"),
                        operator.connector(),
                        operator.profile(),
                        sandbox.baseUrl(),
                        true,
                        Set.of(TOURNELLES),
                        operator.credentials().entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, one -> Secret.of(one.getValue()))),
                        null))
                .limits(HttpLimits.DEFAULT.within(Duration.ofSeconds(2)))
                .clock(() -> now)
                .deliversOnlyWhenAsked()
                .open();
        done(new RegisterSchool(TOURNELLES, "Les Tournelles", SchoolKind.PRIMARY));
        done(new OpenClass(CM2_A, TOURNELLES, new SchoolYear(2026), "CM2 A", Set.of(Level.CM2)));
        done(new OpenClass(CM2_B, TOURNELLES, new SchoolYear(2026), "CM2 B", Set.of(Level.CM2)));
    }

    @AfterEach
    void close() {
        passerelle.close();
        sandbox.close();
    }

    private void done(Command command) {
        CommandResult result = passerelle.send(CommandId.random(), command);
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        passerelle.states().awaitPosition(((CommandResult.Done) result).position(), Duration.ofSeconds(30));
    }

    private void publish(CommunicationKind kind) {
        done(new WriteCommunication(
                id, TOURNELLES, null, Audience.ofClasses(CM2_A, CM2_B), kind, "Sortie", "<p>Jeudi.</p>"));
        done(new PublishCommunication(id, now));
    }

    /** Goes on, with time passing, until nothing is left to do. */
    private List<Word> settle() {
        for (int round = 0; round < 40 && !passerelle.delivery().desk().settled(id); round++) {
            passerelle.delivery().runDue();
            now = now.plus(Duration.ofMinutes(1));
        }
        return passerelle.items(id).stream().map(ItemView::word).toList();
    }

    private SandboxObjects there() {
        return sandbox.objects().openEntNg();
    }

    private long visible(CommunicationKind kind) {
        return switch (kind) {
            case NEWS -> there().infos().stream().filter(info -> info.visible()).count();
            case BLOG -> there().posts().stream().filter(post -> post.visible()).count();
            default ->
                there().messages().stream().filter(message -> message.visible()).count();
        };
    }

    @ParameterizedTest
    @EnumSource(names = {"NEWS", "BLOG", "MESSAGE"})
    void what_one_publishes_its_code_base_publishes_here(CommunicationKind kind) {
        publish(kind);
        assertThat(settle()).containsExactly(Word.PUBLISHED, Word.PUBLISHED);
        assertThat(visible(kind)).isEqualTo(2);
        assertThat(sandbox.objects().notifications()).isEmpty();
    }

    @Test
    void news_are_corrected_and_withdrawn() {
        publish(CommunicationKind.NEWS);
        settle();
        done(new CorrectCommunication(id, "Sortie reportée", "<p>Vendredi.</p>", now));
        settle();
        assertThat(there().infos()).hasSize(2).allMatch(info -> info.title().equals("Sortie reportée"));
        done(new WithdrawCommunication(id, now));
        assertThat(settle()).containsExactly(Word.WITHDRAWN, Word.WITHDRAWN);
        assertThat(visible(CommunicationKind.NEWS)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /actualites/api/v1/infos",
                "PUT /actualites/api/v1/infos/:info",
                "PUT /actualites/api/v1/infos/:info/shares"
            })
    void a_lost_answer_makes_no_second_one(String route) {
        sandbox.faults(
                FaultPlan.of(7, Rule.nth(Kind.CUT_AFTER_ACTING, route, 1), Rule.nth(Kind.COMMIT_LATE, route, 3)));
        publish(CommunicationKind.NEWS);
        assertThat(settle()).containsExactly(Word.PUBLISHED, Word.PUBLISHED);
        assertThat(sandbox.injected()).containsKey(Kind.CUT_AFTER_ACTING);
        assertThat(there().infos()).hasSize(2).allMatch(info -> info.visible());
    }

    @ParameterizedTest
    @EnumSource(names = {"NEWS", "BLOG"})
    void a_picture_is_shown_as_on_one_once_and_deleted_with_its_text(CommunicationKind kind) {
        byte[] picture = HexFormat.of().parseHex("89504e470d0a1a0a00");
        sandbox.faults(FaultPlan.of(
                7,
                Rule.nth(Kind.CUT_AFTER_ACTING, "POST /workspace/document", 1),
                Rule.nth(Kind.COMMIT_LATE, "POST /workspace/document", 2)));
        Attachment attached = ((AttachResult.Attached) passerelle.attach(id, "Musée.png", picture))
                .attachment()
                .saying("La façade");
        done(new WriteCommunication(
                id,
                TOURNELLES,
                null,
                Audience.ofClasses(CM2_A, CM2_B),
                kind,
                "Sortie",
                "<p>Jeudi.</p>",
                List.of(attached)));
        done(new PublishCommunication(id, now));
        assertThat(settle()).containsExactly(Word.PUBLISHED, Word.PUBLISHED);
        List<String> texts = Stream.concat(
                        there().posts().stream().map(PostView::html),
                        there().infos().stream().map(InfoView::html))
                .toList();
        assertThat(texts).hasSize(2);
        assertThat(there().documents())
                .hasSize(2)
                .allSatisfy(document -> assertThat(texts)
                        .filteredOn(html ->
                                html.contains("src=\"/workspace/document/" + document.id() + "\" alt=\"La façade\""))
                        .hasSize(1));
        done(new WithdrawCommunication(id, now));
        assertThat(settle()).containsExactly(Word.WITHDRAWN, Word.WITHDRAWN);
        assertThat(there().documents()).isEmpty();
    }

    @Test
    void liaison_words_are_left_to_a_person() {
        publish(CommunicationKind.LIAISON);
        assertThat(settle()).containsExactly(Word.BY_HAND, Word.BY_HAND);
        assertThat(sandbox.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_AFTER_ACTING", "COMMIT_LATE", "GARBAGE"})
    void a_file_is_kept_as_on_one_and_never_twice(Kind kind) {
        AccountId account = AccountId.parse("lilie/service");
        byte[] lesson = {1, 2, 3};
        sandbox.faults(FaultPlan.of(7, Rule.nth(kind, "POST /workspace/document", 1)));
        Filed first = passerelle.files().put(account, "", "leçon.pdf", lesson);
        assertThat(first).isInstanceOf(kind == Kind.COMMIT_LATE ? Filed.Unknown.class : Filed.Done.class);
        now = now.plus(Duration.ofMinutes(10));
        assertThat(passerelle.files().put(account, "", "leçon.pdf", lesson)).isEqualTo(new Filed.Done(true));
        assertThat(there().documents()).hasSize(1);
        assertThat(((Got.Whole) passerelle.files().get(account, "", "leçon.pdf")).bytes())
                .isEqualTo(lesson);
    }

    @Test
    void a_space_that_is_full_and_a_session_that_ended_are_told_apart() {
        AccountId account = AccountId.parse("lilie/service");
        sandbox.faults(FaultPlan.of(
                7,
                Rule.nth(Kind.SIGNED_OUT, "GET /workspace/documents", 1),
                Rule.nth(Kind.STATUS, "POST /workspace/document", 1).status(413, null)));
        assertThat(passerelle.files().put(account, "", "leçon.pdf", new byte[] {1}))
                .isInstanceOfSatisfying(
                        Filed.NotDone.class, not -> assertThat(not.why().code()).isEqualTo("ENT-464"));
        assertThat(sandbox.injected()).containsOnlyKeys(Kind.SIGNED_OUT, Kind.STATUS);
    }
}
