package fr.passerelle.beneylu;

import static fr.passerelle.beneylu.Item.CM2_B;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Engagement;
import fr.passerelle.ent.spi.Engagement.Counted;
import fr.passerelle.ent.spi.Engagement.Figure.ByReaders;
import fr.passerelle.ent.spi.Engagement.Figure.NotMeasured;
import fr.passerelle.ent.spi.Engagement.Measure;
import fr.passerelle.ent.spi.Engagement.Readers;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Published;
import fr.passerelle.ent.spi.Replies;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Beneylu counts, as it counts it; what it does not count is not made up. */
class EngagementTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final Destination BOOK = Item.book("0771369V", "CM2 B");

    private final AtTheSandbox ent =
            new AtTheSandbox(List.of(new SchoolSeed("0771369V", "Les Tournelles", List.of("CM2 A", "CM2 B"))));
    private final BeneyluConnector connector = AtTheSandbox.connector(ent.account());

    @AfterEach
    void close() {
        ent.close();
    }

    private Published published(Destination destination) {
        Item item = ent.item(destination, MARKER);
        item.publish();
        return new Published(item.work().content().kind(), destination, MARKER, "", item.progress);
    }

    private Map<Measure, Engagement.Figure> counted(Published published) {
        return ((Counted) connector.engagement(ent.session(), published)).figures();
    }

    @Test
    void signatures_are_counted_by_person_and_names_are_not_read() {
        Published word = published(BOOK);
        assertThat(counted(word)).containsEntry(Measure.ACKNOWLEDGED, new ByReaders(Map.of(Readers.UNTOLD, 0L)));
        String id = ent.words().get(0).id();
        ent.sandbox.people().sign(id, "sophie.petit");
        ent.sandbox.people().sign(id, "karim.petit");
        ent.sandbox.people().sign(id, "karim.petit");

        assertThat(counted(word)).containsEntry(Measure.ACKNOWLEDGED, new ByReaders(Map.of(Readers.UNTOLD, 2L)));
        assertThat(counted(word).get(Measure.VIEWS)).isInstanceOf(NotMeasured.class);
        assertThat(counted(word).toString()).doesNotContain("PETIT");
        assertThat(ent.words().get(0).total()).isEqualTo(3);
    }

    @Test
    void views_are_counted_only_where_the_school_has_them_counted_and_looking_adds_none() {
        Published article = published(CM2_B);
        ent.sandbox.people().view(ent.articles().get(0).id(), 41);
        assertThat(counted(article).get(Measure.VIEWS)).isEqualTo(new NotMeasured(BeneyluReading.NO_VIEWS));

        ent.sandbox.people().feature("blog_views", true);
        for (int i = 0; i < 2; i++) {
            assertThat(counted(article)).containsEntry(Measure.VIEWS, new ByReaders(Map.of(Readers.UNTOLD, 41L)));
        }
        assertThat(counted(article).get(Measure.REPLIES)).isInstanceOf(NotMeasured.class);
    }

    @Test
    void what_is_gone_has_no_counts() {
        Published word = published(BOOK);
        ent.sandbox.people().deleteWord(ent.words().get(0).id());
        assertThat(connector.engagement(ent.session(), word)).isEqualTo(new Engagement.Failed(new Fault.Gone()));
    }

    @Test
    void another_text_at_the_same_address_is_not_counted_for_ours() {
        Published word = published(BOOK);
        ent.sandbox.people().rewriteWord(ent.words().get(0).id(), "Autre", "<p>autre</p>");
        assertThat(connector.engagement(ent.session(), word)).isEqualTo(new Engagement.Failed(new Fault.Gone()));
    }

    @Test
    void a_look_that_fails_says_so() {
        Published word = published(BOOK);
        ent.sandbox.faults(Plans.first(Kind.HTML_LOGIN_200, "GET /ent/carnet-de-liaison/gestion/detail/:slug"));
        assertThat(connector.engagement(ent.session(), word))
                .isEqualTo(new Engagement.Failed(new Fault.SignInNeeded(Fault.SignInNeeded.Why.EXPIRED)));
    }

    @Test
    void what_a_person_sent_herself_is_not_counted() {
        Published message = new Published(CommunicationKind.MESSAGE, BOOK, MARKER, "", Map.of());
        assertThat(counted(message).values()).isNotEmpty().allMatch(figure -> figure instanceof NotMeasured);
        assertThat(ent.sandbox.requests()).isEmpty();
    }

    @Test
    void answers_are_not_readable_and_it_says_why() {
        for (CommunicationKind kind : CommunicationKind.values()) {
            assertThat(connector.replies(ent.session(), new Published(kind, CM2_B, MARKER, "", Map.of())))
                    .isInstanceOf(Replies.NotReadable.class);
        }
        assertThat(ent.sandbox.requests()).isEmpty();
    }
}
