package fr.passerelle.one;

import static fr.passerelle.one.Item.NEWS_OF_CM2_A;
import static fr.passerelle.one.Item.NEWS_OF_CM2_B;
import static fr.passerelle.one.Item.NEWS_OF_STAFF;
import static fr.passerelle.one.Item.WHOLE_SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.one.sandbox.NewsPeople;
import fr.passerelle.one.sandbox.SandboxObjects.InfoView;
import fr.passerelle.one.sandbox.SandboxObjects.ThreadView;
import fr.passerelle.one.sandbox.Seed;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What news become on ONE, over real sockets. */
class NewsTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final String OTHER = "2222-3333-4444";
    private static final String LES_TOURNELLES = "0771369V";
    private static final String EDIT_INFO = "PUT /actualites/api/v1/infos/:info";
    private static final String CREATE_THREAD = "POST /actualites/api/v1/threads";

    private AtTheSandbox one = new AtTheSandbox();

    @AfterEach
    void close() {
        one.close();
    }

    private Item news(Destination destination, String marker) {
        return one.item(destination, marker).asNews();
    }

    private List<InfoView> infos() {
        return one.sandbox.objects().infos();
    }

    private List<ThreadView> threads() {
        return one.sandbox.objects().threads();
    }

    private InfoView onlyInfo() {
        assertThat(infos()).hasSize(1);
        return infos().get(0);
    }

    private NewsPeople people() {
        return one.sandbox.people().news();
    }

    private static void refused(Outcome outcome, Fault fault) {
        assertThat(outcome).isEqualTo(new Outcome.Refused(fault));
    }

    private static void refused(Outcome outcome, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo(code));
    }

    private List<String> steps() {
        return one.sandbox.requests().stream().map(seen -> seen.route()).toList();
    }

    @Test
    void news_become_one_info_that_only_its_class_reads_and_is_told_of_once() {
        Item item = news(NEWS_OF_CM2_B, MARKER);

        Outcome outcome = item.publish();

        InfoView info = onlyInfo();
        assertThat(outcome)
                .isEqualTo(new Outcome.Applied("/actualites#/view/thread/" + info.thread() + "/info/" + info.id()));
        assertThat(info.visible()).isTrue();
        assertThat(info.title()).isEqualTo("Sortie au musée");
        assertThat(info.reference()).isEqualTo(MARKER);
        assertThat(info.readers()).containsExactly("CM2 B-Relative", "CM2 B-Student", "CM2 B-Teacher");
        assertThat(info.announcedTo()).containsExactlyInAnyOrder("claire.martin", "sophie.petit");
        assertThat(threads()).singleElement().satisfies(thread -> {
            assertThat(thread.school()).isEqualTo(LES_TOURNELLES);
            assertThat(thread.title()).contains(OneMapping.threadReference(NEWS_OF_CM2_B));
        });
    }

    @Test
    void it_is_shared_before_it_is_shown() {
        news(NEWS_OF_CM2_B, MARKER).publish();
        assertThat(steps())
                .containsSubsequence(
                        CREATE_THREAD,
                        "POST /actualites/api/v1/infos",
                        "PUT /actualites/api/v1/infos/:info/shares",
                        "GET /actualites/api/v1/infos/:info/shares",
                        EDIT_INFO);
    }

    @Test
    void what_is_shown_is_what_was_foretold() {
        Item item = news(NEWS_OF_CM2_B, MARKER).saying("Page = 3", "<h2>Liste</h2><ul><li>section page = 3</li></ul>");

        item.publish();

        OneConnector connector = AtTheSandbox.connector(one.account());
        assertThat(onlyInfo().html())
                .isEqualTo(connector.render(item.work().content(), MARKER).html());
        assertThat(onlyInfo().title())
                .isEqualTo(connector.render(item.work().content(), MARKER).title());
    }

    @Test
    void a_whole_school_is_its_own_groups_of_families_pupils_teachers_and_staff() {
        assertThat(news(WHOLE_SCHOOL, MARKER).publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(onlyInfo().readers())
                .containsExactly(
                        "Les Tournelles-Personnel",
                        "Les Tournelles-Relative",
                        "Les Tournelles-Student",
                        "Les Tournelles-Teacher");
        assertThat(steps()).doesNotContain("GET /directory/class/admin/list");
    }

    @Test
    void the_staff_is_its_teachers_and_other_staff_and_no_family() {
        assertThat(news(NEWS_OF_STAFF, MARKER).publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(onlyInfo().readers()).containsExactly("Les Tournelles-Personnel", "Les Tournelles-Teacher");
    }

    @Test
    void a_second_publication_to_the_same_readers_asks_for_little() {
        news(NEWS_OF_CM2_B, MARKER).publish();
        int before = one.sandbox.requests().size();

        news(NEWS_OF_CM2_B, OTHER).publish();

        assertThat(steps().subList(before, steps().size()))
                .containsExactly(
                        "GET /actualites/api/v1/threads",
                        "POST /actualites/api/v1/infos",
                        "GET /actualites/api/v1/infos/:info/shares",
                        "PUT /actualites/api/v1/infos/:info/shares",
                        "GET /actualites/api/v1/infos/:info/shares",
                        "GET /actualites/api/v1/infos/:info",
                        EDIT_INFO);
    }

    @Test
    void publishing_what_is_published_sends_nothing() {
        Item item = news(NEWS_OF_CM2_B, MARKER);
        item.publish();
        int requests = one.sandbox.requests().size();

        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(one.sandbox.requests()).hasSize(requests);
    }

    @Test
    void a_correction_changes_the_info_in_place_and_tells_nobody_again() {
        Item item = news(NEWS_OF_CM2_B, MARKER);
        item.publish();
        InfoView before = onlyInfo();

        assertThat(item.correct("Sortie reportée", "<p>À jeudi.</p>")).isInstanceOf(Outcome.Applied.class);

        assertThat(onlyInfo().id()).isEqualTo(before.id());
        assertThat(onlyInfo().title()).isEqualTo("Sortie reportée");
        assertThat(onlyInfo().text()).startsWith("À jeudi.").endsWith(MARKER);
        assertThat(onlyInfo().visible()).isTrue();
        assertThat(onlyInfo().readers()).isEqualTo(before.readers());
        assertThat(onlyInfo().announcedTo()).isEqualTo(before.announcedTo());
        item.correct("Sortie au musée", "<p>Nous irons au musée <strong>mardi</strong>.</p>");
        assertThat(onlyInfo().title()).isEqualTo("Sortie au musée");
    }

    @Test
    void a_correction_of_what_a_person_unpublished_shows_it_again() {
        Item item = news(NEWS_OF_CM2_B, MARKER);
        item.publish();
        people().unpublishInfo(onlyInfo().id());

        assertThat(item.correct("Sortie reportée", "<p>À jeudi.</p>")).isInstanceOf(Outcome.Applied.class);
        assertThat(onlyInfo().visible()).isTrue();
    }

    @Test
    void what_a_person_threw_away_is_not_brought_back() {
        Item item = news(NEWS_OF_CM2_B, MARKER);
        item.publish();
        people().trashInfo(onlyInfo().id());

        refused(item.correct("x", "<p>y</p>"), new Fault.Gone());
        assertThat(onlyInfo().state()).isEqualTo("TRASH");
    }

    @Test
    void correcting_what_a_person_deleted_says_that_it_is_gone() {
        Item item = news(NEWS_OF_CM2_B, MARKER);
        item.publish();
        people().deleteInfo(onlyInfo().id());

        refused(item.correct("x", "<p>y</p>"), new Fault.Gone());
        assertThat(infos()).isEmpty();
    }

    @Test
    void an_info_deleted_before_it_was_shown_is_gone_and_no_request_waits_for_an_answer_that_never_comes() {
        Item item = news(NEWS_OF_CM2_B, MARKER);
        one.sandbox.faults(Plans.once("GET /actualites/api/v1/infos/:info"));
        assertThat(item.publish()).isInstanceOf(Outcome.Deferred.class);
        people().deleteInfo(onlyInfo().id());

        refused(item.publish(), new Fault.Gone());
        assertThat(steps()).doesNotContain(EDIT_INFO);
    }

    @Test
    void a_withdrawal_deletes_the_info_and_leaves_the_thread() {
        Item item = news(NEWS_OF_CM2_B, MARKER);
        item.publish();

        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);

        assertThat(infos()).isEmpty();
        assertThat(threads()).hasSize(1);
        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(onlyInfo().visible()).isTrue();
    }

    @Test
    void withdrawing_what_is_gone_already_is_done() {
        Item item = news(NEWS_OF_CM2_B, MARKER);
        item.publish();
        people().deleteThread(threads().get(0).id());

        assertThat(item.withdraw()).isInstanceOf(Outcome.AlreadyApplied.class);
        assertThat(news(NEWS_OF_CM2_A, OTHER).withdraw()).isInstanceOf(Outcome.AlreadyApplied.class);
    }

    @Test
    void groups_that_the_account_may_not_see_keep_the_draft_from_everybody_until_it_may() {
        one.sandbox.people().hide("CM2 B-Relative");
        Item item = news(NEWS_OF_CM2_B, MARKER);

        refused(item.publish(), new Fault.Forbidden("communication: CM2 B"));
        assertThat(onlyInfo().visible()).isFalse();
        assertThat(onlyInfo().announcedTo()).isEmpty();

        one.sandbox.people().hideNothing();
        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(onlyInfo().visible()).isTrue();
    }

    @Test
    void a_draft_that_could_not_be_shared_is_deleted_when_it_is_withdrawn() {
        one.sandbox.people().hide("CM2 B-Relative");
        Item item = news(NEWS_OF_CM2_B, MARKER);
        item.publish();

        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(infos()).isEmpty();
    }

    @Test
    void a_class_or_a_school_that_one_does_not_know_is_refused_and_nothing_is_written() {
        refused(
                news(new Destination(new Uai(LES_TOURNELLES), "news/class/x", "CM2 Z"), MARKER)
                        .publish(),
                "ENT-450");
        refused(
                news(new Destination(new Uai("0610001V"), "news/school/0610001V", "Toute l'école"), OTHER)
                        .publish(),
                "ENT-452");
        assertThat(threads()).isEmpty();
    }

    @Test
    void an_application_declared_without_news_still_publishes_posts_and_says_what_news_need() {
        one.close();
        one = new AtTheSandbox(Seed.pilot()
                .application(
                        "passerelle", "bac-a-sable-secret", "userinfo", "auth", "directory", "blog", "conversation"));

        assertThat(one.item(Item.CM2_B, OTHER).publish()).isInstanceOf(Outcome.Applied.class);
        refused(news(NEWS_OF_CM2_B, MARKER).publish(), new Fault.Forbidden("scope actualites"));
        assertThat(AtTheSandbox.connector(one.account()).check(one.session()).toString())
                .contains("news=no", "audience=no", "messages=yes");
    }

    @Test
    void a_platform_without_news_of_today_says_so() {
        people().takeOutOfService();
        refused(news(NEWS_OF_CM2_B, MARKER).publish(), "ENT-463");
        assertThat(AtTheSandbox.connector(one.account()).check(one.session()).toString())
                .contains("news=no");
    }

    @Test
    void a_lost_answer_to_publishing_does_not_tell_the_families_twice() {
        Item item = news(NEWS_OF_CM2_B, MARKER);
        one.sandbox.faults(Plans.first(Kind.CUT_AFTER_ACTING, EDIT_INFO));

        assertThat(item.publish()).isInstanceOf(Outcome.Deferred.class);
        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);

        assertThat(steps()).containsOnlyOnce(EDIT_INFO);
        assertThat(onlyInfo().announcedTo()).doesNotHaveDuplicates();
    }
}
