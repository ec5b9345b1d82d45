package fr.passerelle.one;

import static fr.passerelle.one.Item.CM2_B;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A write whose answer is lost is looked for, not sent again; what is found is carried on to the end. */
class LostAnswersTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final String CREATE_BLOG = "POST /blog";
    private static final String CREATE_POST = "POST /blog/post/:blog";
    private static final String EDIT_POST = "PUT /blog/post/:blog/:post";
    private static final String LIST_POSTS = "GET /blog/post/list/all/:blog";

    private final AtTheSandbox one = new AtTheSandbox();
    private final Item item = one.item(CM2_B, MARKER);

    @AfterEach
    void close() {
        one.close();
    }

    private List<PostView> posts() {
        return one.sandbox.objects().posts();
    }

    static Stream<Arguments> lost() {
        return Stream.of(CREATE_BLOG, CREATE_POST)
                .flatMap(route -> Stream.of(Kind.CUT_AFTER_ACTING, Kind.TRUNCATED, Kind.GARBAGE)
                        .map(kind -> Arguments.of(route, kind)));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void a_creation_that_took_place_is_found_and_carried_on(String route, Kind kind) {
        one.sandbox.faults(Plans.first(kind, route));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);

        assertThat(one.sandbox.objects().blogs()).hasSize(1);
        assertThat(posts()).singleElement().satisfies(post -> {
            assertThat(post.visible()).isTrue();
            assertThat(post.reference()).isEqualTo(MARKER);
        });
        assertThat(one.sandbox.requests()).extracting("route").containsOnlyOnce(CREATE_BLOG, CREATE_POST);
    }

    @Test
    void however_much_was_published_before_only_what_is_newer_than_the_work_is_looked_through() {
        Item older = one.item(CM2_B, "2222-3333-4444");
        older.publish();
        for (int copies = 0; copies < 60; copies++) {
            one.sandbox.people().copyPost(posts().get(0).id());
        }
        one.pass(Duration.ofHours(2));
        one.sandbox.faults(Plans.cut(CREATE_POST));
        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        int before = one.sandbox.requests().size();

        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(one.sandbox.requests().subList(before, one.sandbox.requests().size()))
                .extracting("route")
                .containsExactly("GET /blog/post/list/all/:blog", "GET /blog/post/list/all/:blog");
    }

    static Stream<Arguments> refusedByAGateway() {
        return Stream.of(CREATE_BLOG, CREATE_POST)
                .flatMap(route -> Stream.of(Kind.STATUS, Kind.HTML_LOGIN_200, Kind.SILENT)
                        .map(kind -> Arguments.of(route, kind)));
    }

    @ParameterizedTest
    @MethodSource("refusedByAGateway")
    void a_creation_that_may_have_taken_place_but_did_not_is_not_visible(String route, Kind kind) {
        one.sandbox.faults(Plans.first(kind, route));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.NotVisible.class);
        // Once the settle horizon has passed the engine runs the step again.
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertThat(posts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATE_BLOG, CREATE_POST})
    void a_creation_that_takes_effect_late_is_found_when_it_has(String route) {
        one.sandbox.faults(Plans.late(route, 200));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.NotVisible.class);
        one.pass(Duration.ofSeconds(200));
        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);

        assertThat(posts())
                .singleElement()
                .satisfies(post -> assertThat(post.visible()).isTrue());
        assertThat(one.sandbox.objects().blogs()).hasSize(1);
    }

    @Test
    void a_correction_that_took_place_is_recognised_by_what_the_post_holds() {
        item.publish();
        one.sandbox.faults(Plans.cut(EDIT_POST));

        assertThat(item.correct("Reporté", "<ul><li>à jeudi</li></ul>")).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);

        assertThat(posts().get(0).title()).isEqualTo("Reporté");
        assertThat(posts().get(0).visible()).isTrue();
        assertThat(one.sandbox.requests()).extracting("route").containsOnlyOnce(EDIT_POST);
    }

    @Test
    void a_correction_that_takes_effect_late_is_not_visible_until_it_has_and_ends_shown() {
        item.publish();
        one.sandbox.faults(Plans.late(EDIT_POST, 200));

        assertThat(item.correct("Reporté", "<p>À jeudi.</p>")).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.NotVisible.class);
        one.pass(Duration.ofSeconds(200));
        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertThat(posts().get(0).title()).isEqualTo("Reporté");
        assertThat(posts().get(0).visible()).isTrue();
    }

    @Test
    void a_correction_of_a_post_that_is_gone_says_so() {
        item.publish();
        one.sandbox.faults(Plans.once(EDIT_POST));
        item.correct("Reporté", "<p>À jeudi.</p>");
        one.sandbox.people().deletePost(posts().get(0).id());

        assertThat(item.resolve()).isEqualTo(new Resolution.Failed(new Fault.Gone()));
    }

    @Test
    void a_post_made_with_older_words_gets_todays_before_it_is_shown() {
        one.sandbox.faults(Plans.cut(CREATE_POST));
        item.publish();
        item.saying("Sortie corrigée", "<p>À jeudi.</p>");

        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertThat(posts()).singleElement().satisfies(post -> {
            assertThat(post.title()).isEqualTo("Sortie corrigée");
            assertThat(post.visible()).isTrue();
        });
    }

    @Test
    void two_posts_with_one_reference_are_for_a_person_to_look_at() {
        one.sandbox.faults(Plans.cut(CREATE_POST));
        item.publish();
        one.sandbox.people().copyPost(posts().get(0).id());

        assertThat(item.resolve()).isEqualTo(new Resolution.Several(2));
    }

    @Test
    void a_post_that_only_quotes_the_reference_is_not_taken_for_it() {
        one.item(CM2_B, "2222-3333-4444")
                .saying("Suite", "<p>Voir réf. " + MARKER + ".</p>")
                .publish();
        one.sandbox.faults(Plans.cut(CREATE_POST));
        item.publish();

        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        item.run();
        assertThat(posts()).extracting(PostView::reference).containsExactlyInAnyOrder(MARKER, "2222-3333-4444");
    }

    @Test
    void the_post_is_found_among_many_whatever_their_number() {
        for (int number : new int[] {18, 19, 20, 21, 39, 40}) {
            while (posts().size() < number) {
                one.item(CM2_B, "AAAA-AAAA-%04d".formatted(posts().size())).publish();
            }
            String marker = "BBBB-BBBB-%04d".formatted(number);
            Item late = one.item(CM2_B, marker);
            one.sandbox.faults(Plans.cut(CREATE_POST));
            late.publish();
            // An older post than all others: on the last page.
            assertThat(late.resolve()).as("%d others", number).isInstanceOf(Resolution.Happened.class);
            late.run();
        }
    }

    @ParameterizedTest
    @MethodSource("failedLooks")
    void a_look_that_fails_proves_nothing(Kind kind, int nth) {
        one.item(CM2_B, "2222-3333-4444").publish();
        one.sandbox.faults(Plans.late(CREATE_POST, 100));
        item.publish();
        one.sandbox.faults(FaultPlan.of(1, Rule.nth(kind, LIST_POSTS, nth)));

        assertThat(item.resolve()).isInstanceOf(Resolution.Failed.class);
    }

    static Stream<Arguments> failedLooks() {
        return Stream.of(Kind.STATUS, Kind.HTML_LOGIN_200, Kind.GARBAGE, Kind.TRUNCATED, Kind.SILENT)
                .flatMap(kind -> Stream.of(1, 2).map(nth -> Arguments.of(kind, nth)));
    }

    @Test
    void a_session_that_ends_in_the_middle_of_a_write_costs_one_sign_in_and_no_twin() {
        item.publish();
        one.sandbox.people().endSessions();

        assertThat(item.correct("Reporté", "<p>À jeudi.</p>")).isInstanceOf(Outcome.Applied.class);

        assertThat(one.sandbox.requests().stream().filter(seen -> seen.route().equals("POST /auth/oauth2/token")))
                .hasSize(2);
    }

    @Test
    void sharing_is_repeated_until_it_is_read_back() {
        one.sandbox.faults(Plans.cut("PUT /blog/share/resource/:blog"));

        assertThat(item.publish()).isInstanceOf(Outcome.Deferred.class);
        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(posts().get(0).visible()).isTrue();
    }

    @Test
    void deleting_is_repeated_and_finds_it_done() {
        item.publish();
        one.sandbox.faults(Plans.cut("DELETE /blog/post/:blog/:post"));

        assertThat(item.withdraw()).isInstanceOf(Outcome.Deferred.class);
        assertThat(item.withdraw()).isInstanceOf(Outcome.AlreadyApplied.class);
        assertThat(posts()).isEmpty();
    }

    @Test
    void a_login_page_is_no_word_that_something_was_deleted() {
        item.publish();
        one.sandbox.faults(Plans.first(Kind.HTML_LOGIN_200, "DELETE /blog/post/:blog/:post"));

        assertThat(item.withdraw()).isInstanceOf(Outcome.Deferred.class);
        assertThat(posts()).hasSize(1);
        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(posts()).isEmpty();
    }
}
