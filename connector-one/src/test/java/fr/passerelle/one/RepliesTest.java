package fr.passerelle.one;

import static fr.passerelle.one.Item.CM2_B;
import static fr.passerelle.one.Item.NEWS_OF_CM2_B;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Replies;
import fr.passerelle.ent.spi.Replies.Complete;
import fr.passerelle.ent.spi.Replies.Incomplete;
import fr.passerelle.ent.spi.Replies.NotReadable;
import fr.passerelle.ent.spi.Replies.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people commented, with their names as ONE shows them. */
class RepliesTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";

    private final AtTheSandbox one = new AtTheSandbox();

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

    private Replies read(Item item) {
        return AtTheSandbox.connector(one.account()).replies(one.session(), item.published());
    }

    private String info() {
        return one.sandbox.objects().infos().get(0).id();
    }

    @Test
    void nobody_answered_is_an_empty_list() {
        assertThat(read(news())).isEqualTo(new Complete(List.of()));
        assertThat(read(published(one.item(CM2_B, "2222-3333-4444")))).isEqualTo(new Complete(List.of()));
    }

    @Test
    void comments_on_an_info_come_oldest_first_as_they_were_written() {
        Item item = news();
        Instant first = one.clock.instant();
        one.sandbox.people().news().comment("sophie.petit", info(), "Merci <3\r\nÀ jeudi");
        one.pass(Duration.ofMinutes(3));
        one.sandbox.people().news().comment("claire.martin", info(), "De rien");

        assertThat(read(item))
                .isEqualTo(new Complete(List.of(
                        new Reply(
                                "PETIT Sophie",
                                "Merci <3\nÀ jeudi",
                                first,
                                "/actualites#/view/info/" + info() + "/comment/1"),
                        new Reply(
                                "MARTIN Claire",
                                "De rien",
                                first.plus(Duration.ofMinutes(3)),
                                "/actualites#/view/info/" + info() + "/comment/2"))));
    }

    @Test
    void comments_on_a_post_lead_to_the_post() {
        Item item = published(one.item(CM2_B, MARKER));
        String post = one.sandbox.objects().posts().get(0).id();
        one.sandbox.people().commentPost("sophie.petit", post, "Merci !");

        assertThat(read(item))
                .isEqualTo(new Complete(List.of(new Reply(
                        "PETIT Sophie",
                        "Merci !",
                        one.clock.instant(),
                        "/blog/id/" + item.progress.get("blog") + "/post/" + post))));
    }

    @Test
    void answers_to_a_message_are_in_an_inbox_that_is_not_read() {
        Item item = published(one.item(Item.FAMILIES_OF_CM2_B, MARKER).asMessage());
        int requests = one.sandbox.requests().size();

        assertThat(read(item))
                .isInstanceOfSatisfying(
                        NotReadable.class, not -> assertThat(not.reason()).contains("boîte du compte de service"));
        assertThat(one.sandbox.requests()).hasSize(requests);
    }

    @Test
    void what_is_gone_has_no_complete_answer() {
        Item item = news();
        one.sandbox.people().news().deleteInfo(info());
        assertThat(read(item)).isEqualTo(new Incomplete(List.of(), new Fault.Gone()));

        Item post = published(one.item(CM2_B, "2222-3333-4444"));
        one.sandbox.people().deleteBlog(one.sandbox.objects().blogs().get(0).id());
        assertThat(read(post)).isEqualTo(new Incomplete(List.of(), new Fault.Gone()));
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS", "CUT_AFTER_ACTING", "TRUNCATED", "GARBAGE", "HTML_LOGIN_200", "SILENT"})
    void a_look_that_fails_says_that_there_may_be_more(Kind kind) {
        Item info = news();
        one.sandbox.faults(Plans.first(kind, "GET /actualites/api/v1/infos/:info/comments"));
        assertThat(read(info)).isInstanceOf(Incomplete.class);

        Item post = published(one.item(CM2_B, "2222-3333-4444"));
        one.sandbox.faults(Plans.first(kind, "GET /blog/comments/:blog/:post"));
        assertThat(read(post)).isInstanceOf(Incomplete.class);
    }

    @Test
    void no_name_and_no_text_shows_itself() {
        Item item = news();
        one.sandbox.people().news().comment("sophie.petit", info(), "Un secret");
        assertThat(read(item).toString()).doesNotContain("Sophie", "secret");
    }
}
