package fr.passerelle.one;

import static fr.passerelle.one.Item.CM2_B;
import static fr.passerelle.one.Item.NEWS_OF_CM2_B;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.spi.Engagement;
import fr.passerelle.ent.spi.Engagement.Counted;
import fr.passerelle.ent.spi.Engagement.Figure;
import fr.passerelle.ent.spi.Engagement.Figure.ByReaders;
import fr.passerelle.ent.spi.Engagement.Figure.NotMeasured;
import fr.passerelle.ent.spi.Engagement.Measure;
import fr.passerelle.ent.spi.Engagement.Readers;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.one.sandbox.Seed;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a publication was read, as ONE counts it, without anybody's name. */
class EngagementTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";

    private AtTheSandbox one = new AtTheSandbox();

    @AfterEach
    void close() {
        one.close();
    }

    private Item published(Item item) {
        item.publish();
        return item;
    }

    private Item news() {
        return published(one.item(NEWS_OF_CM2_B, MARKER).asNews());
    }

    private Engagement count(Item item) {
        return AtTheSandbox.connector(one.account()).engagement(one.session(), item.published());
    }

    private Map<Measure, Figure> figures(Item item) {
        return ((Counted) count(item)).figures();
    }

    private static ByReaders untold(long count) {
        return new ByReaders(Map.of(Readers.UNTOLD, count));
    }

    private String info() {
        return one.sandbox.objects().infos().get(0).id();
    }

    @Test
    void what_nobody_has_read_yet_counts_nothing() {
        assertThat(figures(news()))
                .containsOnly(
                        Map.entry(Measure.VIEWS, untold(0)),
                        Map.entry(Measure.READERS, new ByReaders(Map.of())),
                        Map.entry(Measure.REACTIONS, untold(0)),
                        Map.entry(Measure.REPLIES, untold(0)));
    }

    @Test
    void an_info_is_counted_by_profile_and_acknowledged_by_nobody() {
        Item item = news();
        for (int twice = 0; twice < 2; twice++) {
            one.sandbox.people().view("sophie.petit", "actualites/info", info());
            one.sandbox.people().view("claire.martin", "actualites/info", info());
            one.pass(Duration.ofMinutes(1));
        }
        one.sandbox.people().react("sophie.petit", "actualites/info", info());
        one.sandbox.people().news().comment("sophie.petit", info(), "Merci !");

        assertThat(figures(item))
                .containsOnly(
                        Map.entry(Measure.VIEWS, untold(4)),
                        Map.entry(Measure.READERS, new ByReaders(Map.of(Readers.FAMILY, 1L, Readers.TEACHER, 1L))),
                        Map.entry(Measure.REACTIONS, untold(1)),
                        Map.entry(Measure.REPLIES, untold(1)));
    }

    @Test
    void a_post_is_counted_the_same_way() {
        Item item = published(one.item(CM2_B, MARKER));
        String post = one.sandbox.objects().posts().get(0).id();
        one.sandbox.people().view("sophie.petit", "blog/post", post);
        one.sandbox.people().react("sophie.petit", "blog/post", post);
        one.sandbox.people().commentPost("sophie.petit", post, "Merci !");

        assertThat(figures(item))
                .containsOnly(
                        Map.entry(Measure.VIEWS, untold(1)),
                        Map.entry(Measure.READERS, new ByReaders(Map.of(Readers.FAMILY, 1L))),
                        Map.entry(Measure.REACTIONS, untold(1)),
                        Map.entry(Measure.REPLIES, untold(1)));
    }

    @Test
    void counting_changes_no_count_and_asks_for_no_names() {
        Item item = news();
        count(item);
        count(item);

        assertThat(figures(item)).containsEntry(Measure.VIEWS, untold(0));
        assertThat(one.sandbox.requests())
                .extracting("route")
                .doesNotContain("GET /audience/reactions/:application/:type/:id");
    }

    @Test
    void of_a_message_one_tells_its_sender_nothing_and_the_reason_is_said() {
        Item item = published(one.item(Item.FAMILIES_OF_CM2_B, MARKER).asMessage());
        int requests = one.sandbox.requests().size();

        assertThat(figures(item)).containsOnlyKeys(Measure.VIEWS, Measure.READERS, Measure.REPLIES);
        assertThat(figures(item).values())
                .allSatisfy(figure -> assertThat(figure).isInstanceOf(NotMeasured.class));
        assertThat(one.sandbox.requests()).hasSize(requests);
    }

    private static void assertOnlyRepliesAreCounted(Map<Measure, Figure> figures, String reason) {
        assertThat(figures).containsEntry(Measure.REPLIES, untold(0));
        for (Measure measure : new Measure[] {Measure.VIEWS, Measure.READERS, Measure.REACTIONS}) {
            assertThat(figures.get(measure))
                    .isInstanceOfSatisfying(
                            NotMeasured.class, not -> assertThat(not.reason()).contains(reason));
        }
    }

    @Test
    void a_platform_without_the_module_counts_nothing_and_that_is_said() {
        Item item = news();
        one.sandbox.people().withoutAudience();
        assertOnlyRepliesAreCounted(figures(item), "pas en service");
    }

    @Test
    void an_application_declared_without_the_module_counts_nothing_and_that_is_said() {
        one.close();
        one = new AtTheSandbox(Seed.pilot()
                .application(
                        "passerelle",
                        "bac-a-sable-secret",
                        "userinfo",
                        "auth",
                        "directory",
                        "blog",
                        "conversation",
                        "actualites"));
        assertOnlyRepliesAreCounted(figures(news()), "scope audience");
    }

    @Test
    void what_is_gone_is_not_counted_as_unread() {
        Item info = news();
        one.sandbox.people().news().deleteInfo(info());
        assertThat(count(info)).isEqualTo(new Engagement.Failed(new Fault.Gone()));

        Item post = published(one.item(CM2_B, "2222-3333-4444"));
        one.sandbox.people().deleteBlog(one.sandbox.objects().blogs().get(0).id());
        assertThat(count(post)).isEqualTo(new Engagement.Failed(new Fault.Gone()));
    }

    @Test
    void what_was_withdrawn_has_nothing_to_count() {
        Item item = news();
        item.withdraw();
        assertThat(count(item)).isEqualTo(new Engagement.Failed(new Fault.Gone()));
    }

    @Test
    void a_resource_that_is_refused_is_a_matter_for_the_administrator() {
        Item item = news();
        one.sandbox.faults(FaultPlan.of(
                1,
                Rule.nth(Kind.STATUS, "GET /audience/views/details/:application/:type/:id", 1)
                        .status(403, null)));
        assertThat(count(item)).isEqualTo(new Engagement.Failed(new Fault.Forbidden("audience")));
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS", "CUT_AFTER_ACTING", "TRUNCATED", "GARBAGE", "HTML_LOGIN_200", "SILENT"})
    void a_look_that_fails_is_a_failed_look_and_no_count(Kind kind) {
        Item item = news();
        for (String route : new String[] {
            "GET /actualites/api/v1/infos/:info",
            "GET /audience/views/details/:application/:type/:id",
            "GET /audience/reactions/:application/:type"
        }) {
            one.sandbox.faults(Plans.first(kind, route));
            assertThat(count(item)).as(route).isInstanceOf(Engagement.Failed.class);
        }
    }
}
