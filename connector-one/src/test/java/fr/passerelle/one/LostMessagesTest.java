package fr.passerelle.one;

import static fr.passerelle.one.Item.FAMILIES_OF_CM2_B;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.one.sandbox.SandboxObjects.AttachmentView;
import fr.passerelle.one.sandbox.SandboxObjects.MessageView;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every writing step of a message may lose its answer: what happened is found, nobody gets anything twice. */
class LostMessagesTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final String DRAFT = "POST /conversation/draft";
    private static final String ATTACH = "POST /conversation/message/:message/attachment";
    private static final String SEND = "POST /conversation/send";
    private static final String LIST = "GET /conversation/list/:folder";
    private static final String READ = "GET /conversation/message/:message";

    private final AtTheSandbox one = new AtTheSandbox();
    private final Item item = message(MARKER);

    @AfterEach
    void close() {
        one.close();
    }

    private Item message(String marker) {
        return one.item(FAMILIES_OF_CM2_B, marker)
                .asMessage(
                        Item.file("Programme.txt", "text/plain", "Départ à neuf heures"),
                        Item.file("Programme.txt", "text/plain", "Départ à midi"));
    }

    private List<MessageView> messages() {
        return one.sandbox.objects().messages();
    }

    private void assertSentOnceWithBothFiles() {
        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.visible()).isTrue();
            assertThat(message.reference()).isEqualTo(MARKER);
            assertThat(message.attachments()).extracting(AttachmentView::size).containsExactly(22, 15);
        });
    }

    private static Stream<Arguments> each(Kind... kinds) {
        return Stream.of(DRAFT, ATTACH, SEND).flatMap(route -> Stream.of(kinds).map(kind -> Arguments.of(route, kind)));
    }

    static Stream<Arguments> lost() {
        return each(Kind.CUT_AFTER_ACTING, Kind.TRUNCATED, Kind.GARBAGE);
    }

    @ParameterizedTest
    @MethodSource("lost")
    void a_write_that_took_place_is_found_and_carried_on(String route, Kind kind) {
        one.sandbox.faults(Plans.first(kind, route));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);

        assertSentOnceWithBothFiles();
        assertThat(one.sandbox.requests()).extracting("route").containsOnlyOnce(DRAFT, SEND);
    }

    static Stream<Arguments> refusedByAGateway() {
        return each(Kind.STATUS, Kind.HTML_LOGIN_200, Kind.SILENT);
    }

    @ParameterizedTest
    @MethodSource("refusedByAGateway")
    void a_write_that_may_have_taken_place_but_did_not_is_not_visible(String route, Kind kind) {
        one.sandbox.faults(Plans.first(kind, route));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.NotVisible.class);
        // Once the settle horizon has passed the engine runs the step again.
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertSentOnceWithBothFiles();
    }

    @ParameterizedTest
    @ValueSource(strings = {DRAFT, ATTACH, SEND})
    void a_write_that_takes_effect_late_is_found_when_it_has(String route) {
        one.sandbox.faults(Plans.late(route, 200));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.NotVisible.class);
        one.pass(Duration.ofSeconds(200));
        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertSentOnceWithBothFiles();
    }

    @Test
    void the_second_file_is_told_from_the_first() {
        one.sandbox.faults(FaultPlan.of(1, Rule.nth(Kind.CUT_AFTER_ACTING, ATTACH, 2)));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.lastStep()).isEqualTo("attach-file-2");
        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertSentOnceWithBothFiles();
    }

    @Test
    void a_draft_that_was_lost_and_sent_by_hand_is_not_sent_again() {
        one.sandbox.faults(Plans.cut(DRAFT));
        item.publish();
        one.sandbox.people().sendMessage(messages().get(0).id());

        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertThat(messages()).hasSize(1);
        assertThat(one.sandbox.requests()).extracting("route").doesNotContain(SEND);
    }

    @Test
    void two_drafts_with_one_reference_are_for_a_person_to_look_at() {
        one.sandbox.faults(Plans.cut(DRAFT));
        item.publish();
        one.sandbox.people().copyMessage(messages().get(0).id());

        assertThat(item.resolve()).isEqualTo(new Resolution.Several(2));
    }

    @Test
    void a_message_that_only_quotes_the_reference_is_not_taken_for_it() {
        message("2222-3333-4444")
                .saying("Suite", "<p>Voir réf. " + MARKER + ".</p>")
                .publish();
        one.sandbox.faults(Plans.once(DRAFT));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.NotVisible.class);
    }

    @Test
    void older_words_are_recognised_and_todays_are_sent() {
        one.sandbox.faults(Plans.cut(DRAFT));
        item.publish();
        item.saying("Sortie corrigée", "<p>À jeudi.</p>");

        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertSentOnceWithBothFiles();
        assertThat(messages().get(0).subject()).isEqualTo("Sortie corrigée");
    }

    @Test
    void the_draft_is_found_among_many_whatever_their_number() {
        one.sandbox.people().limitFiles(1);
        for (int number : new int[] {24, 25, 26, 50}) {
            while (messages().size() < number) {
                message("AAAA-AAAA-%04d".formatted(messages().size())).publish();
            }
            one.sandbox.faults(Plans.cut(DRAFT));
            Item late = message("BBBB-BBBB-%04d".formatted(number));
            late.publish();
            one.sandbox.faults(FaultPlan.NONE);
            assertThat(late.resolve()).as("%d others", number).isInstanceOf(Resolution.Happened.class);
        }
    }

    static Stream<Arguments> failedLooks() {
        return Stream.of(LIST, READ)
                .flatMap(route -> Stream.of(Kind.STATUS, Kind.HTML_LOGIN_200, Kind.GARBAGE, Kind.TRUNCATED, Kind.SILENT)
                        .map(kind -> Arguments.of(route, kind)));
    }

    @ParameterizedTest
    @MethodSource("failedLooks")
    void a_look_that_fails_proves_nothing(String route, Kind kind) {
        message("2222-3333-4444").publish();
        one.sandbox.faults(Plans.once(DRAFT));
        item.publish();
        one.sandbox.faults(Plans.first(kind, route));

        assertThat(item.resolve()).isInstanceOf(Resolution.Failed.class);
    }

    @Test
    void a_lost_file_of_a_draft_that_is_gone_says_so() {
        one.sandbox.faults(Plans.once(ATTACH));
        item.publish();
        one.sandbox.people().deleteMessage(messages().get(0).id());

        assertThat(item.resolve()).isEqualTo(new Resolution.Failed(new Fault.Gone()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CUT_AFTER_ACTING", "STATUS", "COMMIT_LATE"})
    void recalling_is_repeated_until_it_is_so(Kind kind) {
        item.publish();
        one.sandbox.faults(Plans.first(kind, "POST /conversation/api/messages/:message/recall"));

        assertThat(item.withdraw()).isInstanceOf(Outcome.Deferred.class);
        assertThat(item.withdraw()).isInstanceOfAny(Outcome.Applied.class, Outcome.AlreadyApplied.class);
        assertThat(messages()).singleElement().extracting(MessageView::state).isEqualTo("RECALL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT /conversation/trash", "PUT /conversation/delete"})
    void giving_a_draft_up_is_repeated_until_it_is_gone(String route) {
        one.sandbox.people().limitFiles(1);
        item.publish();
        one.sandbox.faults(Plans.cut(route));

        assertThat(item.withdraw()).isInstanceOf(Outcome.Deferred.class);
        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(messages()).isEmpty();
    }

    @Test
    void a_login_page_is_no_word_that_something_was_recalled_or_thrown_away() {
        item.publish();
        one.sandbox.faults(Plans.first(Kind.HTML_LOGIN_200, "POST /conversation/api/messages/:message/recall"));
        assertThat(item.withdraw()).isInstanceOf(Outcome.Deferred.class);
        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(messages()).extracting(MessageView::state).containsExactly("RECALL");

        Item draft = message("2222-3333-4444");
        one.sandbox.faults(Plans.once(ATTACH));
        draft.publish();
        one.sandbox.faults(Plans.first(Kind.HTML_LOGIN_200, "PUT /conversation/trash"));
        assertThat(draft.withdraw()).isInstanceOf(Outcome.Deferred.class);
        assertThat(draft.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(messages()).hasSize(1);
    }
}
