package fr.passerelle.beneylu;

import static fr.passerelle.beneylu.Item.BOOK_OF_CM2_A;
import static fr.passerelle.beneylu.Item.BOOK_OF_CM2_B;
import static fr.passerelle.beneylu.Item.CM2_A;
import static fr.passerelle.beneylu.Item.CM2_B;
import static fr.passerelle.beneylu.Item.IN_CM2_A;
import static fr.passerelle.beneylu.Item.IN_CM2_B;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishing, correcting and taking back, counted in what lies on the platform. */
class PublishingTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final String OTHER = "2222-3333-4444";
    private static final String SERVICE = "service.passerelle";

    private AtTheSandbox ent = new AtTheSandbox();

    @AfterEach
    void close() {
        ent.close();
    }

    static Stream<Arguments> pairs() {
        return Stream.of(Arguments.of(CM2_B, CM2_A), Arguments.of(BOOK_OF_CM2_B, BOOK_OF_CM2_A));
    }

    static Stream<Destination> each() {
        return Stream.of(CM2_B, BOOK_OF_CM2_B);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void two_classes_get_one_each_corrected_and_taken_back_alone(Destination first, Destination second) {
        Item one = ent.item(first, MARKER);
        Item two = ent.item(second, OTHER);
        assertThat(one.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(two.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.shown(MARKER)).containsExactly(IN_CM2_B);
        assertThat(ent.shown(OTHER)).containsExactly(IN_CM2_A);

        assertThat(one.correct("Sortie reportée", "<p>À jeudi.</p>")).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.objects()).hasSize(2);
        assertThat(titles()).containsExactlyInAnyOrder("Sortie reportée", "Sortie au musée");

        assertThat(one.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.shown(MARKER)).isEmpty();
        assertThat(ent.shown(OTHER)).containsExactly(IN_CM2_A);
        assertThat(one.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.objects()).hasSize(1);
    }

    private List<String> titles() {
        return Stream.concat(
                        ent.articles().stream().map(one -> one.title()),
                        ent.words().stream().map(one -> one.title()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("each")
    void what_is_shown_is_what_was_said_before(Destination destination) {
        Item item = ent.item(destination, MARKER);
        item.saying("Titre <b> & « œuvre » 😀", "<h2>Été</h2><ul><li>a &lt; b</li></ul><blockquote>Dit</blockquote>");
        item.publish();

        var shown = AtTheSandbox.connector(ent.account()).render(item.work().content(), MARKER);
        assertThat(titles()).containsExactly(shown.title());
        String html = destination.equals(CM2_B)
                ? ent.articles().get(0).html()
                : ent.words().get(0).html();
        assertThat(html).isEqualTo(shown.html()).doesNotContain("passerelle 1");
        assertThat(shown.losses()).singleElement().asString().contains("citations");
    }

    @ParameterizedTest
    @MethodSource("each")
    void publishing_again_writes_nothing_more(Destination destination) {
        Item item = ent.item(destination, MARKER);
        item.publish();
        int before = ent.sandbox.requests().size();
        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.sandbox.requests()).hasSize(before);
    }

    @ParameterizedTest
    @MethodSource("each")
    void what_people_deleted_is_gone_for_a_correction_and_done_for_taking_back(Destination destination) {
        Item item = ent.item(destination, MARKER);
        item.publish();
        delete();

        assertThat(item.correct("b", "<p>b</p>")).isEqualTo(new Outcome.Refused(new Fault.Gone()));
        assertThat(item.withdraw()).isInstanceOf(Outcome.AlreadyApplied.class);
        assertThat(ent.objects()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("each")
    void what_somebody_wrote_anew_without_our_reference_is_hers_and_stays(Destination destination) {
        Item item = ent.item(destination, MARKER);
        item.publish();
        String html = "<p>C'est moi qui écris.</p>";
        ent.articles().forEach(one -> ent.sandbox.people().rewriteArticle(one.id(), "Le mien", html));
        ent.words().forEach(one -> ent.sandbox.people().rewriteWord(one.id(), "Le mien", html));

        assertThat(item.correct("b", "<p>b</p>")).isEqualTo(new Outcome.Refused(new Fault.Gone()));
        assertThat(item.withdraw()).isInstanceOf(Outcome.AlreadyApplied.class);
        assertThat(titles()).containsExactly("Le mien");
    }

    private void delete() {
        ent.articles().forEach(one -> ent.sandbox.people().deleteArticle(one.id()));
        ent.words().forEach(one -> ent.sandbox.people().deleteWord(one.id()));
    }

    @ParameterizedTest
    @MethodSource("each")
    void an_address_that_follows_the_title_is_followed(Destination destination) {
        ent.sandbox.people().slugsFollowTitles();
        Item item = ent.item(destination, MARKER);
        item.publish();
        assertThat(item.correct("Tout autre", "<p>b</p>")).isInstanceOf(Outcome.Applied.class);
        // A teacher renames it; its address changes behind our back.
        String html = "<p>c</p><p>De la part de … · réf. " + MARKER + "</p>";
        ent.articles().forEach(one -> ent.sandbox.people().rewriteArticle(one.id(), "Renommé", html));
        ent.words().forEach(one -> ent.sandbox.people().rewriteWord(one.id(), "Renommé", html));

        assertThat(item.correct("Dernier", "<p>d</p>")).isInstanceOf(Outcome.Applied.class);
        assertThat(titles()).containsExactly("Dernier");
        ent.words().forEach(one -> ent.sandbox.people().rewriteWord(one.id(), "Encore", html));
        ent.articles().forEach(one -> ent.sandbox.people().rewriteArticle(one.id(), "Encore", html));
        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.objects()).isEmpty();
    }

    @Test
    void an_article_that_somebody_holds_back_waits_and_is_not_shown_again_by_us() {
        Item item = ent.item(CM2_B, MARKER);
        item.publish();
        ent.sandbox.people().holdBack(ent.articles().get(0).id());

        assertThat(item.correct("b", "<p>b</p>")).isInstanceOf(Outcome.Accepted.class);
        assertThat(ent.articles()).singleElement().satisfies(article -> {
            assertThat(article.visible()).isFalse();
            assertThat(article.title()).isEqualTo("b");
        });

        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.objects()).isEmpty();
    }

    @Test
    void an_author_may_write_of_tokens_herself() {
        Item item = ent.item(CM2_B, MARKER).saying("é".repeat(256), "<p>Qu'est-ce que CSRF ?</p>");
        assertThat(code(item.publish())).isEqualTo("ENT-475");
    }

    @Test
    void a_word_made_for_one_family_stays_so_when_it_is_corrected() {
        Item item = ent.item(BOOK_OF_CM2_B, MARKER);
        String last = "lea.petit";
        item.publish();
        ent.sandbox.people().addressTo(ent.words().get(0).id(), last);

        item.correct("b", "<p>b</p>");
        assertThat(ent.words()).singleElement().satisfies(word -> {
            assertThat(word.individual()).isEqualTo(pupilsClass().equals(IN_CM2_B));
            assertThat(word.title()).isEqualTo("b");
        });
    }

    /** The sandbox's people are in the last class of the first school. */
    private static String pupilsClass() {
        SchoolSeed first = SchoolSeed.pilot().get(0);
        return first.uai() + " " + first.classes().get(first.classes().size() - 1);
    }

    @Test
    void a_word_is_for_all_families_of_the_class() {
        ent.item(BOOK_OF_CM2_B, MARKER).publish();
        assertThat(ent.words())
                .singleElement()
                .satisfies(word -> assertThat(word.individual()).isFalse());
    }

    @Test
    void with_several_blogs_on_offer_the_class_s_own_is_taken() {
        ent.sandbox.people().feature("blog_publipost", true);
        assertThat(ent.item(CM2_A, MARKER).publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.shown(MARKER)).containsExactly(IN_CM2_A);
    }

    @Test
    void options_that_add_fields_to_the_forms_change_nothing() {
        ent.sandbox.people().feature("liaison_book_schedule", true);
        ent.sandbox.people().feature("blog_schedule", true);
        assertThat(ent.item(BOOK_OF_CM2_B, MARKER).publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.item(CM2_B, OTHER).publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.words().get(0).visible()).isTrue();
    }

    @Test
    void classes_of_one_name_are_told_apart_by_their_school() {
        ent.close();
        ent = new AtTheSandbox(List.of(
                new SchoolSeed("0771369V", "A", List.of("CP", "CM2 B")),
                new SchoolSeed("0770409B", "B", List.of("CP", "CM2 B"))));
        ent.item(Item.blog("0770409B", "cm2-b"), MARKER).publish();
        ent.item(Item.book("0771369V", "CM2 B"), OTHER).publish();
        assertThat(ent.shown(MARKER)).containsExactly("0770409B CM2 B");
        assertThat(ent.shown(OTHER)).containsExactly("0771369V CM2 B");
    }

    @Test
    void a_class_that_is_not_there_or_there_twice_is_refused() {
        ent.close();
        ent = new AtTheSandbox(List.of(new SchoolSeed("0771369V", "A", List.of("CM1-CM2", "CM1 CM2", "CP"))));
        assertThat(code(ent.item(Item.blog("0771369V", "CE1"), MARKER).publish()))
                .isEqualTo("ENT-470");
        assertThat(code(ent.item(Item.blog("0770409B", "CP"), MARKER).publish()))
                .isEqualTo("ENT-470");
        assertThat(code(ent.item(Item.blog("0771369V", "cm1cm2"), MARKER).publish()))
                .isEqualTo("ENT-471");
        ent.sandbox.people().forgetSchoolCode("0771369V");
        ent.pass(Duration.ofMinutes(11));
        assertThat(code(ent.item(Item.blog("0771369V", "CP"), MARKER).publish()))
                .isEqualTo("ENT-472");
        assertThat(ent.objects()).isEmpty();
    }

    private static String code(Outcome outcome) {
        return ((Outcome.Refused) outcome).fault().code();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BLOG_PUBLISH", "BLOG_ACCESS_BACK"})
    void without_its_right_nothing_is_written_in_a_blog(String right) {
        ent.sandbox.people().takeRight(SERVICE, right);
        assertThat(ent.item(CM2_B, MARKER).publish()).isEqualTo(new Outcome.Refused(new Fault.Forbidden(right)));
        assertThat(ent.objects()).isEmpty();
    }

    @Test
    void an_account_that_left_the_class_is_refused() {
        Item item = ent.item(BOOK_OF_CM2_B, MARKER);
        item.publish();
        ent.sandbox.people().leave(SERVICE, IN_CM2_B);
        ent.sandbox.people().endSessions();
        assertThat(item.correct("b", "<p>b</p>")).isEqualTo(new Outcome.Refused(new Fault.Forbidden("CLASSROOM")));
        assertThat(titles()).containsExactly("Sortie au musée");
    }

    @Test
    void a_title_too_long_for_beneylu_is_for_its_author() {
        Item item = ent.item(CM2_B, MARKER).saying("é".repeat(256), "<p>a</p>");
        assertThat(code(item.publish())).isEqualTo("ENT-475");
        assertThat(ent.item(CM2_A, OTHER).saying("é".repeat(255), "<p>a</p>").publish())
                .isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void other_kinds_are_refused_before_any_request() {
        Content news = new Content(CommunicationKind.NEWS, "t", "<p>a</p>", "l'école");
        Next next = AtTheSandbox.connector(ent.account())
                .next(new Work(Work.Verb.PUBLISH, 1, CM2_B, MARKER, news, Map.of()));
        assertThat(next)
                .isInstanceOfSatisfying(
                        Next.Finished.class,
                        finished -> assertThat(code(finished.outcome())).isEqualTo("ENT-473"));
        assertThat(ent.sandbox.requests()).isEmpty();
    }

    @Test
    void a_word_of_last_month_is_still_found_without_its_address() {
        Item item = ent.item(BOOK_OF_CM2_B, MARKER);
        item.publish();
        item.progress.remove("slug");
        ent.pass(Duration.ofDays(40));
        assertThat(item.correct("b", "<p>b</p>")).isInstanceOf(Outcome.Applied.class);
        assertThat(titles()).containsExactly("b");
    }
}
