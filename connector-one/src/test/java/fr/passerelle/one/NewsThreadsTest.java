package fr.passerelle.one;

import static fr.passerelle.one.Item.NEWS_OF_CM2_A;
import static fr.passerelle.one.Item.NEWS_OF_CM2_B;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.one.sandbox.NewsPeople;
import fr.passerelle.one.sandbox.SandboxObjects.InfoView;
import fr.passerelle.one.sandbox.SandboxObjects.ThreadView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which thread of a school its news go into. */
class NewsThreadsTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final String OTHER = "2222-3333-4444";
    private static final String LES_TOURNELLES = "0771369V";

    private final AtTheSandbox one = new AtTheSandbox();

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

    @Test
    void all_news_of_a_school_go_into_one_thread_and_each_school_has_its_own() {
        news(NEWS_OF_CM2_B, MARKER).publish();
        news(NEWS_OF_CM2_A, OTHER).publish();
        news(new Destination(new Uai("0770409B"), "news/school/0770409B", "Toute l'école"), "5555-6666-7777")
                .publish();

        assertThat(threads()).extracting(ThreadView::school).containsExactly(LES_TOURNELLES, "0770409B");
        assertThat(infos()).hasSize(3).allMatch(InfoView::visible);
    }

    @Test
    void the_only_thread_of_the_school_that_the_account_may_publish_in_is_used() {
        String id = people().makeThread("claire.martin", LES_TOURNELLES, "Vie de l'école");

        assertThat(news(NEWS_OF_CM2_B, MARKER).publish()).isInstanceOf(Outcome.Applied.class);

        assertThat(threads()).hasSize(1);
        assertThat(onlyInfo().thread()).isEqualTo(id);
    }

    @Test
    void of_several_threads_none_is_taken_nor_one_of_another_school_nor_one_without_the_right() {
        people().makeThread("claire.martin", "0770409B", "Une autre école");
        String closed = people().makeThread("claire.martin", LES_TOURNELLES, "Fermé");
        people().closeThread(closed);
        news(NEWS_OF_CM2_B, MARKER).publish();
        assertThat(threads()).hasSize(3);

        people().makeThread("claire.martin", LES_TOURNELLES, "Vie de l'école");
        news(NEWS_OF_CM2_A, OTHER).publish();
        assertThat(threads()).hasSize(4);
        assertThat(infos()).extracting(InfoView::thread).containsOnly("3");
    }

    @Test
    void two_publications_that_look_for_a_thread_at_the_same_time_make_one() {
        Item first = news(NEWS_OF_CM2_B, MARKER);
        Item second = news(NEWS_OF_CM2_A, OTHER);
        one.sandbox.faults(Plans.once("POST /actualites/api/v1/threads"));
        first.publish();
        second.publish();

        first.run();

        assertThat(threads()).hasSize(1);
        assertThat(infos()).hasSize(2);
    }

    @Test
    void an_account_that_may_not_make_a_thread_says_what_is_missing() {
        EntAccount parent = one.accountWith(Map.of("username", "sophie.petit"));
        Item item = new Item(AtTheSandbox.connector(parent), one.session(parent), NEWS_OF_CM2_B, MARKER).asNews();
        item.progress.putAll(Map.of("me", "me", "school", "s", "class", "c", "to", "g"));

        refused(item.publish(), new Fault.Forbidden("actualites.create"));
    }

    @Test
    void an_account_that_does_not_belong_to_the_school_says_so() {
        Item item = news(NEWS_OF_CM2_B, MARKER);
        item.progress.putAll(Map.of("me", "me", "school", "elsewhere", "class", "c", "to", "g"));

        refused(item.publish(), new Fault.Forbidden("structure"));
    }

    @Test
    void a_thread_deleted_in_between_is_replaced_once() {
        Item item = news(NEWS_OF_CM2_B, MARKER);
        one.sandbox.faults(Plans.once("POST /actualites/api/v1/infos"));
        item.publish();
        people().deleteThread(threads().get(0).id());

        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(onlyInfo().visible()).isTrue();
        assertThat(threads()).hasSize(1);
    }

    @Test
    void a_thread_that_is_closed_to_the_account_in_between_is_for_the_administrator() {
        String id = people().makeThread("claire.martin", LES_TOURNELLES, "Vie de l'école");
        Item item = news(NEWS_OF_CM2_B, MARKER);
        one.sandbox.faults(Plans.once("POST /actualites/api/v1/infos"));
        item.publish();
        people().closeThread(id);

        // It is no longer among those the account sees: another is made, and the school's own is left alone.
        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(threads()).hasSize(2);
        assertThat(onlyInfo().thread()).isNotEqualTo(id);
    }
}
