package fr.passerelle.one;

import static fr.passerelle.one.Item.NEWS_OF_CM2_A;
import static fr.passerelle.one.Item.NEWS_OF_CM2_B;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.one.sandbox.SandboxObjects.InfoView;
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

/** A write of news whose answer is lost is looked for, not sent again: one info that its readers see, and no draft left. */
class LostNewsTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final String CREATE_THREAD = "POST /actualites/api/v1/threads";
    private static final String CREATE_INFO = "POST /actualites/api/v1/infos";
    private static final String SHARE_INFO = "PUT /actualites/api/v1/infos/:info/shares";
    private static final String EDIT_INFO = "PUT /actualites/api/v1/infos/:info";
    private static final String DELETE_INFO = "DELETE /actualites/api/v1/infos/:info";
    private static final String LIST_INFOS = "GET /actualites/api/v1/infos";
    private static final List<Kind> ACTED = List.of(Kind.CUT_AFTER_ACTING, Kind.TRUNCATED, Kind.GARBAGE);
    private static final List<Kind> NOT_ACTED = List.of(Kind.STATUS, Kind.HTML_LOGIN_200, Kind.SILENT);

    private final AtTheSandbox one = new AtTheSandbox();
    private final Item item = one.item(NEWS_OF_CM2_B, MARKER).asNews();

    @AfterEach
    void close() {
        one.close();
    }

    private List<InfoView> infos() {
        return one.sandbox.objects().infos();
    }

    private InfoView onlyInfo() {
        assertThat(infos()).hasSize(1);
        return infos().get(0);
    }

    private void assertOneInfoIsSeen() {
        assertThat(onlyInfo().visible()).isTrue();
        assertThat(onlyInfo().reference()).isEqualTo(MARKER);
        assertThat(onlyInfo().readers()).hasSize(3);
        assertThat(onlyInfo().announcedTo()).doesNotHaveDuplicates();
        assertThat(one.sandbox.objects().threads()).hasSize(1);
        assertThat(one.sandbox.objects().pending()).isZero();
    }

    private static Stream<Arguments> each(List<String> routes, List<Kind> kinds) {
        return routes.stream().flatMap(route -> kinds.stream().map(kind -> Arguments.of(route, kind)));
    }

    static Stream<Arguments> acted() {
        return each(List.of(CREATE_THREAD, CREATE_INFO), ACTED);
    }

    @ParameterizedTest
    @MethodSource("acted")
    void a_creation_that_took_place_is_found_and_carried_on(String route, Kind kind) {
        one.sandbox.faults(Plans.first(kind, route));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);

        assertOneInfoIsSeen();
        assertThat(one.sandbox.requests()).extracting("route").containsOnlyOnce(CREATE_THREAD, CREATE_INFO);
    }

    static Stream<Arguments> notActed() {
        return each(List.of(CREATE_THREAD, CREATE_INFO), NOT_ACTED);
    }

    @ParameterizedTest
    @MethodSource("notActed")
    void a_creation_that_may_have_taken_place_but_did_not_is_not_visible(String route, Kind kind) {
        one.sandbox.faults(Plans.first(kind, route));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.NotVisible.class);
        // Once the settle horizon has passed the engine runs the step again.
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertOneInfoIsSeen();
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATE_THREAD, CREATE_INFO})
    void a_creation_that_takes_effect_late_is_found_when_it_has(String route) {
        one.sandbox.faults(Plans.late(route, 200));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.NotVisible.class);
        one.pass(Duration.ofSeconds(200));
        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertOneInfoIsSeen();
    }

    static Stream<Arguments> repeatable() {
        return each(
                List.of(SHARE_INFO, EDIT_INFO),
                List.of(
                        Kind.CUT_AFTER_ACTING,
                        Kind.TRUNCATED,
                        Kind.GARBAGE,
                        Kind.STATUS,
                        Kind.HTML_LOGIN_200,
                        Kind.SILENT,
                        Kind.COMMIT_LATE));
    }

    /** The answer to sharing says nothing that is needed, and what it did is read back: some losses are not even seen. */
    @ParameterizedTest
    @MethodSource("repeatable")
    void sharing_and_showing_are_repeated_until_they_are_seen(String route, Kind kind) {
        one.sandbox.faults(Plans.first(kind, route));

        Outcome outcome = item.publish();
        for (int turn = 0; turn < 3 && !(outcome instanceof Outcome.Applied); turn++) {
            assertThat(outcome).isInstanceOfAny(Outcome.Deferred.class, Outcome.Refused.class);
            outcome = item.run();
        }

        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        one.pass(Duration.ofSeconds(200));
        assertOneInfoIsSeen();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_AFTER_ACTING", "TRUNCATED", "GARBAGE"})
    void a_correction_that_took_place_is_recognised_by_what_the_info_holds_and_when_it_changed(Kind kind) {
        item.publish();
        one.sandbox.faults(Plans.first(kind, EDIT_INFO));

        assertThat(item.correct("Reporté", "<ul><li>à jeudi</li></ul>")).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);

        assertThat(onlyInfo().title()).isEqualTo("Reporté");
        assertOneInfoIsSeen();
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS", "HTML_LOGIN_200", "SILENT"})
    void a_correction_that_did_not_take_place_is_made_again(Kind kind) {
        item.publish();
        one.sandbox.faults(Plans.first(kind, EDIT_INFO));

        assertThat(item.correct("Reporté", "<p>À jeudi.</p>")).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.NotVisible.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);

        assertThat(onlyInfo().title()).isEqualTo("Reporté");
        assertOneInfoIsSeen();
    }

    @Test
    void a_correction_to_the_same_words_is_not_believed_before_it_took_place() {
        item.publish();
        one.sandbox.faults(Plans.late(EDIT_INFO, 200));

        assertThat(item.correct(
                        item.work().content().title(), item.work().content().html()))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.NotVisible.class);
        one.pass(Duration.ofSeconds(200));
        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void a_correction_of_an_info_that_is_gone_gets_no_answer_and_says_so_when_looked_at() {
        item.publish();
        one.sandbox.faults(Plans.once(EDIT_INFO));
        item.correct("Reporté", "<p>À jeudi.</p>");
        one.sandbox.people().news().deleteInfo(onlyInfo().id());

        // ONE never answers who changes an info that is not there.
        assertThat(item.run()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isEqualTo(new Resolution.Failed(new Fault.Gone()));
    }

    @Test
    void a_correction_that_shows_late_brings_back_no_older_words() {
        one.sandbox.faults(Plans.late(EDIT_INFO, 200));
        assertThat(item.publish()).isInstanceOf(Outcome.Deferred.class);
        assertThat(item.correct("Reporté", "<p>À jeudi.</p>")).isInstanceOf(Outcome.Applied.class);

        one.pass(Duration.ofSeconds(200));

        assertThat(onlyInfo().title()).isEqualTo("Reporté");
        assertOneInfoIsSeen();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CUT_AFTER_ACTING", "TRUNCATED", "GARBAGE", "STATUS", "HTML_LOGIN_200", "SILENT", "COMMIT_LATE"})
    void deleting_is_repeated_and_leaves_nothing(Kind kind) {
        item.publish();
        one.sandbox.faults(Plans.first(kind, DELETE_INFO));

        Outcome outcome = item.withdraw();
        if (outcome instanceof Outcome.Deferred) {
            outcome = item.withdraw();
        }

        assertThat(outcome).isInstanceOfAny(Outcome.Applied.class, Outcome.AlreadyApplied.class);
        one.pass(Duration.ofSeconds(200));
        assertThat(infos()).isEmpty();
        assertThat(one.sandbox.objects().pending()).isZero();
    }

    @Test
    void an_info_made_with_older_words_gets_todays_before_it_is_shown() {
        one.sandbox.faults(Plans.cut(CREATE_INFO));
        item.publish();
        item.saying("Sortie corrigée", "<p>À jeudi.</p>");

        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertThat(onlyInfo().title()).isEqualTo("Sortie corrigée");
        assertOneInfoIsSeen();
    }

    @Test
    void two_infos_with_one_reference_are_for_a_person_to_look_at() {
        one.sandbox.faults(Plans.cut(CREATE_INFO));
        item.publish();
        one.sandbox.people().news().copyInfo(onlyInfo().id());

        assertThat(item.resolve()).isEqualTo(new Resolution.Several(2));
    }

    @Test
    void an_info_that_only_quotes_the_reference_is_not_taken_for_it() {
        one.item(NEWS_OF_CM2_A, "2222-3333-4444")
                .asNews()
                .saying("Suite", "<p>Voir réf. " + MARKER + ".</p>")
                .publish();
        one.sandbox.faults(Plans.cut(CREATE_INFO));
        item.publish();

        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        item.run();
        assertThat(infos()).extracting(InfoView::reference).containsExactlyInAnyOrder(MARKER, "2222-3333-4444");
    }

    @Test
    void the_info_is_found_behind_a_full_page_of_newer_ones_and_the_pages_are_read_twice() {
        one.sandbox.faults(Plans.cut(CREATE_INFO));
        item.publish();
        for (int i = 0; i < 100; i++) {
            one.pass(Duration.ofSeconds(1));
            one.sandbox.people().news().copyInfoAs(onlyFirst(), "AAAA-BBBB-%04d".formatted(i));
        }

        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(one.sandbox.requests().stream().filter(seen -> seen.route().equals(LIST_INFOS)))
                .hasSize(6);
    }

    private String onlyFirst() {
        return infos().get(0).id();
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS", "HTML_LOGIN_200", "GARBAGE", "TRUNCATED", "SILENT"})
    void a_look_that_fails_proves_nothing(Kind kind) {
        one.sandbox.faults(Plans.late(CREATE_INFO, 100));
        item.publish();
        one.sandbox.faults(FaultPlan.of(1, Rule.nth(kind, LIST_INFOS, 1)));

        assertThat(item.resolve()).isInstanceOf(Resolution.Failed.class);
    }

    @Test
    void a_session_that_ends_in_the_middle_costs_one_sign_in_and_no_twin() {
        item.publish();
        one.sandbox.people().endSessions();

        assertThat(item.correct("Reporté", "<p>À jeudi.</p>")).isInstanceOf(Outcome.Applied.class);

        assertThat(one.sandbox.requests().stream().filter(seen -> seen.route().equals("POST /auth/oauth2/token")))
                .hasSize(2);
        assertOneInfoIsSeen();
    }
}
