package fr.passerelle.one;

import static fr.passerelle.one.Item.CM2_A;
import static fr.passerelle.one.Item.CM2_B;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.one.sandbox.SandboxObjects.BlogView;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a communication becomes on ONE, over real sockets. */
class PublishingTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final String OTHER = "2222-3333-4444";

    private final AtTheSandbox one = new AtTheSandbox();

    @AfterEach
    void close() {
        one.close();
    }

    private List<PostView> posts() {
        return one.sandbox.objects().posts();
    }

    private void makeBlog(String publishType, String... readers) {
        one.sandbox.people().makeBlog("claire.martin", "service.passerelle", publishType, readers);
    }

    private List<BlogView> blogs() {
        return one.sandbox.objects().blogs();
    }

    private PostView onlyPost() {
        assertThat(posts()).hasSize(1);
        return posts().get(0);
    }

    @Test
    void a_communication_becomes_one_visible_post_in_a_blog_of_its_class_alone() {
        Item item = one.item(CM2_B, MARKER);

        Outcome outcome = item.publish();

        PostView post = onlyPost();
        assertThat(outcome).isEqualTo(new Outcome.Applied("/blog/id/" + post.blog() + "/post/" + post.id()));
        assertThat(post.visible()).isTrue();
        assertThat(post.title()).isEqualTo("Sortie au musée");
        assertThat(post.reference()).isEqualTo(MARKER);
        assertThat(post.classes()).containsExactly("0771369V CM2 B");
        assertThat(blogs()).singleElement().satisfies(blog -> {
            assertThat(blog.readers()).containsExactly("CM2 B-Relative", "CM2 B-Student", "CM2 B-Teacher");
            assertThat(blog.description()).contains(OneMapping.reference(CM2_B));
        });
    }

    @Test
    void what_is_shown_is_what_was_foretold() {
        Item item = one.item(CM2_B, MARKER).saying("Page = 3", "<h2>Liste</h2><ul><li>section page = 3</li></ul>");

        item.publish();

        OneConnector connector = AtTheSandbox.connector(one.account());
        assertThat(onlyPost().html())
                .isEqualTo(connector.render(item.work().content(), MARKER).html());
        assertThat(onlyPost().title())
                .isEqualTo(connector.render(item.work().content(), MARKER).title());
    }

    @Test
    void publishing_what_is_published_sends_nothing() {
        Item item = one.item(CM2_B, MARKER);
        item.publish();
        int requests = one.sandbox.requests().size();

        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(one.sandbox.requests()).hasSize(requests);
    }

    @Test
    void a_second_communication_uses_the_blog_of_the_first_and_what_is_known_of_the_class() {
        one.item(CM2_B, MARKER).publish();
        int before = one.sandbox.requests().size();

        one.item(CM2_B, OTHER).publish();

        assertThat(blogs()).hasSize(1);
        assertThat(posts()).extracting(PostView::reference).containsExactlyInAnyOrder(MARKER, OTHER);
        assertThat(one.sandbox.requests().subList(before, one.sandbox.requests().size()))
                .extracting("route")
                .containsExactly(
                        "GET /blog/list/all",
                        "POST /blog/post/:blog",
                        "GET /blog/post/list/all/:blog",
                        "PUT /blog/post/publish/:blog/:post");
    }

    @Test
    void two_classes_have_two_blogs_and_two_posts() {
        one.item(CM2_B, MARKER).publish();
        one.item(CM2_A, OTHER).publish();

        assertThat(posts()).allMatch(PostView::visible);
        assertThat(posts())
                .extracting(post -> post.classes().get(0))
                .containsExactlyInAnyOrder("0771369V CM2 A", "0771369V CM2 B");
    }

    @Test
    void a_correction_changes_the_post_and_shows_it_again() {
        Item item = one.item(CM2_B, MARKER);
        item.publish();
        String id = onlyPost().id();

        assertThat(item.correct("Sortie reportée", "<p>À jeudi.</p>")).isInstanceOf(Outcome.Applied.class);

        assertThat(onlyPost().id()).isEqualTo(id);
        assertThat(onlyPost().title()).isEqualTo("Sortie reportée");
        assertThat(onlyPost().text()).startsWith("À jeudi.").endsWith(MARKER);
        assertThat(onlyPost().visible()).isTrue();
    }

    @Test
    void a_correction_back_to_the_first_content_is_one_more() {
        Item item = one.item(CM2_B, MARKER);
        item.publish();
        item.correct("B", "<p>b</p>");
        item.correct("Sortie au musée", "<p>Nous irons au musée <strong>mardi</strong>.</p>");

        assertThat(onlyPost().title()).isEqualTo("Sortie au musée");
        assertThat(onlyPost().visible()).isTrue();
    }

    @Test
    void a_correction_before_the_post_was_shown_shows_the_corrected_one() {
        Item item = one.item(CM2_B, MARKER);
        one.sandbox.faults(Plans.once("GET /blog/post/list/all/:blog"));
        assertThat(item.publish()).isInstanceOf(Outcome.Deferred.class);

        item.correct("Sortie reportée", "<p>À jeudi.</p>");

        assertThat(onlyPost().title()).isEqualTo("Sortie reportée");
        assertThat(onlyPost().visible()).isTrue();
    }

    @Test
    void a_withdrawal_deletes_the_post_and_leaves_the_blog() {
        Item item = one.item(CM2_B, MARKER);
        item.publish();

        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);

        assertThat(posts()).isEmpty();
        assertThat(blogs()).hasSize(1);
        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void withdrawing_what_a_person_deleted_is_already_done() {
        Item item = one.item(CM2_B, MARKER);
        item.publish();
        one.sandbox.people().deletePost(onlyPost().id());

        assertThat(item.withdraw()).isInstanceOf(Outcome.AlreadyApplied.class);
    }

    @Test
    void withdrawing_when_the_whole_blog_is_gone_is_already_done() {
        Item item = one.item(CM2_B, MARKER);
        item.publish();
        one.sandbox.people().deleteBlog(blogs().get(0).id());

        assertThat(item.withdraw()).isInstanceOf(Outcome.AlreadyApplied.class);
    }

    @Test
    void withdrawing_what_never_was_needs_no_request() {
        assertThat(one.item(CM2_B, MARKER).withdraw()).isInstanceOf(Outcome.AlreadyApplied.class);
        assertThat(one.sandbox.requests()).isEmpty();
    }

    @Test
    void after_a_withdrawal_it_can_be_published_again() {
        Item item = one.item(CM2_B, MARKER);
        item.publish();
        item.withdraw();

        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(onlyPost().visible()).isTrue();
    }

    @Test
    void correcting_what_a_person_deleted_says_that_it_is_gone() {
        Item item = one.item(CM2_B, MARKER);
        item.publish();
        one.sandbox.people().deletePost(onlyPost().id());

        assertThat(item.correct("x", "<p>y</p>")).isEqualTo(new Outcome.Refused(new Fault.Gone()));
        assertThat(posts()).isEmpty();
    }

    @Test
    void a_post_deleted_before_it_was_shown_is_gone_and_is_not_made_again() {
        Item item = one.item(CM2_B, MARKER);
        one.sandbox.faults(Plans.once("GET /blog/post/list/all/:blog"));
        item.publish();
        one.sandbox.people().deletePost(onlyPost().id());

        assertThat(item.publish()).isEqualTo(new Outcome.Refused(new Fault.Gone()));
        assertThat(posts()).isEmpty();
    }

    @Test
    void a_blog_deleted_in_between_is_replaced_once() {
        Item item = one.item(CM2_B, MARKER);
        one.sandbox.faults(Plans.once("POST /blog/post/:blog"));
        item.publish();
        one.sandbox.people().deleteBlog(blogs().get(0).id());

        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(onlyPost().visible()).isTrue();
        assertThat(blogs()).hasSize(1);
    }

    @Test
    void a_class_that_one_does_not_know_is_refused_and_nothing_is_written() {
        Destination unknown = new Destination(new Uai("0771369V"), "class/x", "CM2 Z");

        assertThat(one.item(unknown, MARKER).publish())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo("ENT-450"));
        assertThat(one.sandbox.objects().blogs()).isEmpty();
    }

    @Test
    void a_school_that_the_account_does_not_administer_is_refused() {
        Destination elsewhere = new Destination(new Uai("0610001V"), "class/x", "CM2 A");
        assertThat(one.item(elsewhere, MARKER).publish())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo("ENT-452"));
    }

    @Test
    void groups_that_the_account_may_not_see_are_a_matter_for_the_administrator() {
        one.sandbox.people().hide("CM2 B-Relative");
        Item item = one.item(CM2_B, MARKER);

        assertThat(item.publish())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.fault()).isInstanceOf(Fault.Forbidden.class));
        assertThat(posts()).isEmpty();

        one.sandbox.people().hideNothing();
        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(onlyPost().visible()).isTrue();
    }

    @Test
    void our_blog_is_not_used_once_somebody_shared_it_with_the_whole_school() {
        one.item(CM2_B, MARKER).publish();
        one.sandbox.people().share(blogs().get(0).id(), "Les Tournelles-Relative");

        assertThat(one.item(CM2_B, OTHER).publish())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo("ENT-455"));
        assertThat(posts()).hasSize(1);
    }

    @Test
    void an_existing_blog_that_fits_is_used_and_its_shares_stay_as_they_are() {
        makeBlog("IMMEDIATE", "CM2 B-Relative", "CM2 B-Student");
        List<String> readers = blogs().get(0).readers();

        assertThat(one.item(CM2_B, MARKER).publish()).isInstanceOf(Outcome.Applied.class);

        assertThat(blogs()).hasSize(1);
        assertThat(blogs().get(0).readers()).isEqualTo(readers);
        assertThat(one.sandbox.requests()).extracting("route").doesNotContain("PUT /blog/share/resource/:blog");
        assertThat(onlyPost().visible()).isTrue();
    }

    @Test
    void an_existing_blog_that_reaches_further_is_left_alone() {
        makeBlog("IMMEDIATE", "CM2 B-Relative", "CM2 A-Relative");

        one.item(CM2_B, MARKER).publish();

        assertThat(blogs()).hasSize(2);
        assertThat(onlyPost().classes()).containsExactly("0771369V CM2 B");
    }

    @Test
    void where_somebody_must_agree_it_is_accepted_until_he_has() {
        makeBlog("RESTRAINT", "CM2 B-Relative");
        Item item = one.item(CM2_B, MARKER);

        assertThat(item.publish())
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted -> assertThat(accepted.pollAfter()).isEqualTo(Duration.ofHours(1)));
        assertThat(onlyPost().state()).isEqualTo("SUBMITTED");
        assertThat(item.publish()).isInstanceOf(Outcome.Accepted.class);

        one.sandbox.people().agreeTo(onlyPost().id());
        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(one.sandbox.requests()).extracting("route").containsOnlyOnce("PUT /blog/post/submit/:blog/:post");
    }

    @Test
    void a_lost_answer_to_publishing_does_not_tell_the_families_twice() {
        Item item = one.item(CM2_B, MARKER);
        one.sandbox.faults(Plans.cut("PUT /blog/post/publish/:blog/:post"));

        assertThat(item.publish()).isInstanceOf(Outcome.Deferred.class);
        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);

        assertThat(one.sandbox.requests()).extracting("route").containsOnlyOnce("PUT /blog/post/publish/:blog/:post");
    }
}
