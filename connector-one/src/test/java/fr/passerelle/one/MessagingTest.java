package fr.passerelle.one;

import static fr.passerelle.one.Item.FAMILIES_OF_CM2_B;
import static fr.passerelle.one.Item.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.sandbox.SeenRequest;
import fr.passerelle.ent.spi.Attachment;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.one.sandbox.SandboxObjects.AttachmentView;
import fr.passerelle.one.sandbox.SandboxObjects.MessageView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a message becomes on ONE, over real sockets. */
class MessagingTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final Attachment PROGRAMME = Item.file("Programme d'été.txt", "text/plain", "Départ à neuf heures");
    private static final Attachment PLAN = Item.file("Plan \"B\".csv", "text/csv", "rue;numéro\n");

    private final AtTheSandbox one = new AtTheSandbox();
    private final Item item = one.item(FAMILIES_OF_CM2_B, MARKER).asMessage(PROGRAMME, PLAN);

    @AfterEach
    void close() {
        one.close();
    }

    private List<MessageView> messages() {
        return one.sandbox.objects().messages();
    }

    private MessageView onlyMessage() {
        assertThat(messages()).hasSize(1);
        return messages().get(0);
    }

    private List<String> routes() {
        return one.sandbox.requests().stream().map(SeenRequest::route).toList();
    }

    private static void refused(Outcome outcome, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo(code));
    }

    @Test
    void a_message_reaches_the_families_of_its_class_and_its_teachers_with_its_files() {
        Outcome outcome = item.publish();

        MessageView message = onlyMessage();
        assertThat(outcome).isEqualTo(new Outcome.Applied("message/" + message.id()));
        assertThat(message.visible()).isTrue();
        assertThat(message.subject()).isEqualTo("Sortie au musée");
        assertThat(message.reference()).isEqualTo(MARKER);
        assertThat(message.to()).containsExactly("CM2 B-Relative", "CM2 B-Teacher");
        assertThat(message.classes()).containsExactly("0771369V CM2 B");
        assertThat(message.attachments())
                .extracting(AttachmentView::name)
                .containsExactly("Programme d'été.txt", "Plan %22B%22.csv");
        assertThat(item.stepsRun)
                .containsExactly(
                        "find-account",
                        "find-school",
                        "find-class",
                        "find-recipients",
                        "find-visible",
                        "create-draft",
                        "attach-file-1",
                        "attach-file-2",
                        "send-message");
    }

    @Test
    void a_file_arrives_as_it_was_whatever_its_bytes() throws Exception {
        byte[] bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        System.arraycopy("\r\n--passerelle-\r\n\r\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 100, 18);
        one.item(FAMILIES_OF_CM2_B, MARKER)
                .asMessage(new Attachment("photo.jpg", "image/jpeg", bytes.length, bytes::clone))
                .publish();

        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(onlyMessage().attachments())
                .containsExactly(new AttachmentView("photo.jpg", "image/jpeg", bytes.length, hash));
    }

    @Test
    void what_pictures_show_has_no_place_in_a_message_and_is_foretold_as_a_loss() {
        Attachment silent = new Attachment("a.jpg", "image/jpeg", 3, () -> new byte[] {1, 2, 3});
        Attachment told = new Attachment("a.jpg", "image/jpeg", 3, "La façade du musée", () -> new byte[] {1, 2, 3});
        OneConnector connector = AtTheSandbox.connector(one.account());
        assertThat(connector
                        .render(item.asMessage(silent).work().content(), MARKER)
                        .losses())
                .isEmpty();
        assertThat(connector
                        .render(item.asMessage(told).work().content(), MARKER)
                        .losses())
                .singleElement()
                .asString()
                .contains("ce que montrent les images");
        item.asMessage(told).publish();
        assertThat(onlyMessage().attachments()).hasSize(1);
    }

    @Test
    void what_is_shown_is_what_was_foretold() {
        item.saying("Page = 3", "<h2>Liste</h2><ul><li>section page = 3</li></ul>")
                .publish();

        OneConnector connector = AtTheSandbox.connector(one.account());
        assertThat(onlyMessage().html())
                .isEqualTo(connector.render(item.work().content(), MARKER).html());
        assertThat(onlyMessage().subject())
                .isEqualTo(connector.render(item.work().content(), MARKER).title());
    }

    @Test
    void the_staff_gets_one_message_that_no_family_sees() {
        assertThat(one.item(STAFF, MARKER).asMessage().publish()).isInstanceOf(Outcome.Applied.class);

        assertThat(onlyMessage().to()).containsExactly("Les Tournelles-Personnel", "Les Tournelles-Teacher");
        assertThat(onlyMessage().classes()).isEmpty();
    }

    @Test
    void a_second_message_to_the_same_readers_uses_what_is_known_of_them() {
        item.publish();
        int before = one.sandbox.requests().size();

        one.item(FAMILIES_OF_CM2_B, "2222-3333-4444").asMessage().publish();

        assertThat(messages()).hasSize(2).allMatch(MessageView::visible);
        assertThat(routes().subList(before, routes().size()))
                .containsExactly(
                        "POST /conversation/draft", "GET /conversation/message/:message", "POST /conversation/send");
    }

    @Test
    void sending_what_is_sent_sends_nothing() {
        item.publish();
        int requests = one.sandbox.requests().size();

        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(one.sandbox.requests()).hasSize(requests);
    }

    @Test
    void a_message_that_is_sent_is_not_corrected_and_nothing_is_asked_of_one() {
        item.publish();
        int requests = one.sandbox.requests().size();

        refused(item.correct("Reporté", "<p>À jeudi.</p>"), "ENT-461");
        assertThat(one.sandbox.requests()).hasSize(requests);
        assertThat(onlyMessage().subject()).isEqualTo("Sortie au musée");
    }

    @Test
    void a_correction_before_it_is_sent_is_what_is_sent() {
        one.sandbox.faults(Plans.once("GET /conversation/message/:message"));
        assertThat(item.publish()).isInstanceOf(Outcome.Deferred.class);

        assertThat(item.correct("Reporté", "<p>À jeudi.</p>")).isInstanceOf(Outcome.Applied.class);
        assertThat(onlyMessage().subject()).isEqualTo("Reporté");
        assertThat(onlyMessage().text()).startsWith("À jeudi.").endsWith(MARKER);
    }

    @Test
    void a_withdrawal_within_the_hour_recalls_it() {
        item.publish();
        one.pass(Duration.ofMinutes(59));

        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(onlyMessage().state()).isEqualTo("RECALL");
        assertThat(onlyMessage().visible()).isFalse();
        assertThat(onlyMessage().text()).isEmpty();
        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void after_the_hour_it_stays_and_the_sentence_says_so() {
        item.publish();
        one.pass(Duration.ofMinutes(61));

        refused(item.withdraw(), "ENT-458");
        assertThat(onlyMessage().visible()).isTrue();
    }

    @Test
    void withdrawing_what_was_recalled_or_deleted_by_hand_is_already_done() {
        item.publish();
        one.sandbox.people().deleteMessage(onlyMessage().id());

        assertThat(item.withdraw()).isInstanceOf(Outcome.AlreadyApplied.class);
        assertThat(one.item(FAMILIES_OF_CM2_B, MARKER).asMessage().withdraw())
                .isInstanceOf(Outcome.AlreadyApplied.class);
    }

    @Test
    void withdrawing_what_is_not_sent_yet_leaves_no_draft_behind() {
        one.sandbox.people().limitFiles(3);
        refused(item.publish(), "ENT-459");
        assertThat(onlyMessage().state()).isEqualTo("DRAFT");

        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(messages()).isEmpty();
    }

    @Test
    void a_draft_that_somebody_sent_by_hand_is_recalled_instead() {
        one.sandbox.people().limitFiles(3);
        item.publish();
        one.sandbox.people().sendMessage(onlyMessage().id());

        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(onlyMessage().state()).isEqualTo("RECALL");
    }

    @Test
    void a_draft_that_somebody_deleted_is_gone_and_not_made_again() {
        one.sandbox.faults(Plans.once("GET /conversation/message/:message"));
        item.publish();
        one.sandbox.people().deleteMessage(onlyMessage().id());

        assertThat(item.publish()).isEqualTo(new Outcome.Refused(new Fault.Gone()));
        assertThat(messages()).isEmpty();
    }

    @Test
    void readers_whom_the_account_may_not_see_are_a_matter_for_the_administrator_before_anything_is_written() {
        one.sandbox.people().hide("CM2 B-Teacher");

        assertThat(item.publish()).isEqualTo(new Outcome.Refused(new Fault.Forbidden("communication: CM2 B")));
        assertThat(messages()).isEmpty();

        one.sandbox.people().hideNothing();
        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void readers_who_become_invisible_meanwhile_get_nothing_until_they_are_seen_again() {
        one.sandbox.faults(Plans.once("GET /conversation/message/:message"));
        item.publish();
        one.sandbox.people().hide("CM2 B-Relative");

        assertThat(item.publish()).isEqualTo(new Outcome.Refused(new Fault.Forbidden("communication: CM2 B")));
        assertThat(onlyMessage().state()).isEqualTo("DRAFT");

        one.sandbox.people().hideNothing();
        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(onlyMessage().visible()).isTrue();
    }

    @Test
    void a_class_that_one_does_not_know_is_refused_and_nothing_is_written() {
        Destination unknown = new Destination(new Uai("0771369V"), "message/class/x", "CM2 Z");
        refused(one.item(unknown, MARKER).asMessage().publish(), "ENT-450");
        assertThat(messages()).isEmpty();
    }

    @Test
    void progress_holds_ids_and_no_words() {
        item.publish();
        Map<String, String> progress = item.progress;
        assertThat(progress.values())
                .allMatch(value -> value.matches("[a-z0-9,-]+"))
                .noneMatch(value -> value.contains("programme"));
    }
}
