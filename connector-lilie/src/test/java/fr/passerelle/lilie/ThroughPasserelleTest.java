package fr.passerelle.lilie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.Passerelle;
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
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolKind;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.OpenClass;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.lilie.sandbox.LilieObjects.NotificationView;
import fr.passerelle.lilie.sandbox.LilieSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

/** From a communication to what Lilie sends: store, keys, engine, connector and real sockets. */
class ThroughPasserelleTest {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final ClassId CM2_A = ClassId.random();
    private static final ClassId CM2_B = ClassId.random();
    private static final ClassId CM2_C = ClassId.random();
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final LilieSandbox sandbox = LilieSandbox.start(0);
    private final CommunicationId id = CommunicationId.random();
    private Passerelle passerelle;

    @BeforeEach
    void open() {
        EntAccount service = AtLilie.account(sandbox, Map.of());
        passerelle = Passerelle.builder()
                .store(folder.resolve("data/passerelle.db"))
                .keys(folder.resolve("keys/keys.db"))
                .masterKey(MasterKey.file(folder.resolve("keys/master.key")))
                // So short a horizon that a second sending would come at once, if one came.
                .account(new EntAccount(
                        service.id(),
                        service.connector(),
                        service.profile(),
                        service.baseUrl(),
                        true,
                        service.places(),
                        service.credentials(),
                        Duration.ofMillis(100)))
                .open();
        done(new RegisterSchool(TOURNELLES, "Les Tournelles", SchoolKind.PRIMARY));
        done(new OpenClass(CM2_A, TOURNELLES, new SchoolYear(2026), "CM2 A", Set.of(Level.CM2)));
        done(new OpenClass(CM2_B, TOURNELLES, new SchoolYear(2026), "CM2 B", Set.of(Level.CM2)));
        done(new OpenClass(CM2_C, TOURNELLES, new SchoolYear(2026), "CM2 C", Set.of(Level.CM2)));
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

    private List<ItemView> publish(CommunicationKind kind, Audience audience) {
        done(new WriteCommunication(id, TOURNELLES, null, audience, kind, "Sortie au musée", "<p>Jeudi.</p>"));
        done(new PublishCommunication(id, Instant.now()));
        return passerelle.awaitItems(id, SOON);
    }

    private List<NotificationView> notifications() {
        return sandbox.objects().notifications();
    }

    private static String sentence(ItemView item) {
        return item.sentence(Locale.FRENCH).orElse("");
    }

    @Test
    void two_classes_get_one_notification_each() {
        assertThat(publish(CommunicationKind.MESSAGE, Audience.ofClasses(CM2_A, CM2_B)))
                .extracting(ItemView::word)
                .containsExactly(Word.PUBLISHED, Word.PUBLISHED);

        assertThat(notifications())
                .extracting(NotificationView::classes)
                .containsExactlyInAnyOrder(List.of("0771369V CM2 A"), List.of("0771369V CM2 B"));
        assertThat(notifications())
                .allSatisfy(one -> assertThat(one.recipients()).isEqualTo(3));
        assertThat(notifications())
                .extracting(NotificationView::reference)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(passerelle.verify()).isEmpty();
    }

    @Test
    void a_class_that_nobody_is_named_for_is_refused_and_the_others_are_not() {
        assertThat(publish(CommunicationKind.MESSAGE, Audience.ofClasses(CM2_B, CM2_C)))
                .anySatisfy(item -> assertThat(sentence(item)).contains("CM2 C").endsWith("(ENT-486)"))
                .anySatisfy(item -> assertThat(item.word()).isEqualTo(Word.PUBLISHED));
        assertThat(notifications())
                .singleElement()
                .satisfies(one -> assertThat(one.classes()).containsExactly("0771369V CM2 B"));
    }

    @Test
    void what_was_sent_is_neither_corrected_nor_taken_back_and_that_is_said() {
        publish(CommunicationKind.MESSAGE, Audience.ofClasses(CM2_B));

        done(new CorrectCommunication(id, "Sortie reportée", "<p>Vendredi.</p>", Instant.now()));
        assertThat(sentence(passerelle.awaitItems(id, SOON).get(0))).endsWith("(ENT-416)");
        done(new WithdrawCommunication(id, Instant.now()));
        assertThat(sentence(passerelle.awaitItems(id, SOON).get(0))).endsWith("(ENT-417)");
        assertThat(notifications()).hasSize(1);
    }

    @Test
    void the_staff_is_refused_before_any_request() {
        assertThat(publish(CommunicationKind.MESSAGE, Audience.staffOnly()))
                .allSatisfy(item -> assertThat(sentence(item)).endsWith("(ENT-414)"));
        assertThat(sandbox.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = CommunicationKind.class,
            names = {"NEWS", "BLOG"})
    void other_kinds_are_refused_before_any_request(CommunicationKind kind) {
        assertThat(publish(kind, Audience.ofClasses(CM2_B)))
                .allSatisfy(item -> assertThat(sentence(item)).endsWith("(ENT-414)"));
        assertThat(sandbox.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CUT_AFTER_ACTING", "TRUNCATED", "GARBAGE", "COMMIT_LATE", "STATUS", "HTML_LOGIN_200"})
    void a_lost_answer_is_put_before_a_person_and_nothing_is_sent_again(Kind kind) {
        sandbox.faults(FaultPlan.of(1, Rule.nth(kind, AtLilie.NOTIFICATIONS, 1)));

        assertThat(publish(CommunicationKind.MESSAGE, Audience.ofClasses(CM2_B)))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.word()).isEqualTo(Word.TO_CHECK);
                    assertThat(sentence(item)).endsWith("(ENT-424)");
                });
        sandbox.advance(Duration.ofHours(1));

        boolean acted = kind != Kind.STATUS && kind != Kind.HTML_LOGIN_200;
        assertThat(notifications()).hasSize(acted ? 1 : 0);
        assertThat(sandbox.requests()).hasSize(1);
    }
}
