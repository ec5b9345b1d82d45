package fr.passerelle.beneylu;

import static fr.passerelle.beneylu.Item.BOOK_OF_CM2_B;
import static fr.passerelle.beneylu.Item.CM2_B;
import static fr.passerelle.beneylu.Item.IN_CM2_B;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Resolution;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A write whose answer is lost is looked for, not sent again; what is found is carried on to the end. */
class LostAnswersTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final String WRITE_ARTICLE = "POST /ent/blog/gestion/nouvel-article/terminer";
    private static final String WRITE_WORD = "POST /ent/carnet-de-liaison/gestion/nouveau-message/valider";
    private static final String EDIT_ARTICLE = "POST /ent/blog/gestion/article/:slug/editer";
    private static final String EDIT_WORD = "POST /ent/carnet-de-liaison/gestion/editer-message/:slug";
    private static final String DELETE_ARTICLE = "POST /ent/blog/gestion/article/:id/supprimer";
    private static final String DELETE_WORD = "GET /ent/carnet-de-liaison/gestion/supprimer-message/:slug";
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private static final List<Kind> ACTED =
            List.of(Kind.CUT_AFTER_ACTING, Kind.TRUNCATED, Kind.GARBAGE, Kind.COMMIT_LATE);
    private static final List<Kind> NOT_ACTED = List.of(Kind.STATUS, Kind.HTML_LOGIN_200, Kind.SILENT, Kind.SIGNED_OUT);

    private AtTheSandbox ent = new AtTheSandbox();

    @AfterEach
    void close() {
        ent.close();
    }

    private void waitFor(Kind kind) {
        if (kind == Kind.SILENT) {
            ent.close();
            ent = AtTheSandbox.impatient();
        }
    }

    private static Stream<Arguments> each(String article, String word) {
        return Stream.concat(ACTED.stream(), NOT_ACTED.stream())
                .flatMap(
                        kind -> Stream.of(Arguments.of(CM2_B, article, kind), Arguments.of(BOOK_OF_CM2_B, word, kind)));
    }

    static Stream<Arguments> creations() {
        return each(WRITE_ARTICLE, WRITE_WORD);
    }

    static Stream<Arguments> corrections() {
        return each(EDIT_ARTICLE, EDIT_WORD);
    }

    static Stream<Arguments> deletions() {
        return each(DELETE_ARTICLE, DELETE_WORD);
    }

    /** As the engine: looks after an unknown outcome, and runs the step again only once the horizon has passed. */
    private Outcome carried(Item item, Outcome first) {
        Outcome outcome = first;
        for (int i = 0;
                i < 6 && !(outcome instanceof Outcome.Applied || outcome instanceof Outcome.AlreadyApplied);
                i++) {
            if (outcome instanceof Outcome.Unknown && !(item.resolve() instanceof Resolution.Happened)) {
                ent.pass(SETTLED);
                item.resolve();
            }
            outcome = item.run();
        }
        return outcome;
    }

    @ParameterizedTest
    @MethodSource("creations")
    void a_creation_ends_as_one_visible_object(Destination destination, String route, Kind kind) {
        waitFor(kind);
        Item item = ent.item(destination, MARKER);
        ent.sandbox.faults(Plans.first(kind, route));

        assertThat(carried(item, item.publish())).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.sandbox.injected()).containsEntry(kind, 1);
        assertThat(ent.shown(MARKER)).containsExactly(IN_CM2_B);
        assertThat(ent.objects()).hasSize(1);
        assertThat(posted(route)).isEqualTo(ACTED.contains(kind) ? 1 : 2);
    }

    private long posted(String route) {
        return ent.sandbox.requests().stream()
                .filter(seen -> seen.route().equals(route))
                .count();
    }

    @ParameterizedTest
    @MethodSource("corrections")
    void a_correction_ends_as_one_object_with_the_new_words(Destination destination, String route, Kind kind) {
        waitFor(kind);
        Item item = ent.item(destination, MARKER);
        item.publish();
        ent.sandbox.faults(Plans.first(kind, route));

        assertThat(carried(item, item.correct("Reporté", "<p>À jeudi.</p>"))).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.shown(MARKER)).containsExactly(IN_CM2_B);
        assertThat(ent.objects()).hasSize(1);
        assertThat(ent.articles()).allSatisfy(one -> assertThat(one.title()).isEqualTo("Reporté"));
        assertThat(ent.words()).allSatisfy(one -> assertThat(one.title()).isEqualTo("Reporté"));
    }

    @ParameterizedTest
    @MethodSource("deletions")
    void a_deletion_ends_with_nothing_there(Destination destination, String route, Kind kind) {
        waitFor(kind);
        Item item = ent.item(destination, MARKER);
        item.publish();
        ent.sandbox.faults(Plans.first(kind, route));

        assertThat(carried(item, item.withdraw())).isInstanceOfAny(Outcome.Applied.class, Outcome.AlreadyApplied.class);
        ent.pass(SETTLED);
        assertThat(ent.objects()).isEmpty();
    }

    static Stream<Arguments> late() {
        return Stream.of(Arguments.of(CM2_B, WRITE_ARTICLE), Arguments.of(BOOK_OF_CM2_B, WRITE_WORD));
    }

    @ParameterizedTest
    @MethodSource("late")
    void a_creation_that_takes_effect_late_is_found_when_it_has_and_in_its_own_class(
            Destination destination, String route) {
        Item item = ent.item(destination, MARKER);
        ent.sandbox.faults(Plans.late(route, 200));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.NotVisible.class);
        ent.pass(Duration.ofSeconds(200));
        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.shown(MARKER)).containsExactly(IN_CM2_B);
        assertThat(posted(route)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("late")
    void what_was_made_with_older_words_gets_todays(Destination destination, String route) {
        Item item = ent.item(destination, MARKER);
        ent.sandbox.faults(Plans.cut(route));
        item.publish();

        // A correction came in between: the item is asked for with its words, and what was sent is found without them.
        assertThat(item.saying("Sortie corrigée", "<p>À jeudi.</p>").resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.correct("Sortie corrigée", "<p>À jeudi.</p>")).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.objects()).hasSize(1);
        assertThat(Stream.concat(
                        ent.articles().stream().map(one -> one.title()),
                        ent.words().stream().map(one -> one.title())))
                .containsExactly("Sortie corrigée");
    }

    @ParameterizedTest
    @MethodSource("late")
    void two_with_one_reference_are_for_a_person_to_look_at(Destination destination, String route) {
        Item item = ent.item(destination, MARKER);
        ent.sandbox.faults(Plans.cut(route));
        item.publish();
        ent.articles().forEach(one -> ent.sandbox.people().copyArticle(one.id()));
        ent.words().forEach(one -> ent.sandbox.people().copyWord(one.id()));

        assertThat(item.resolve()).isEqualTo(new Resolution.Several(2));
    }

    @ParameterizedTest
    @MethodSource("late")
    void what_only_quotes_the_reference_is_not_taken_for_it(Destination destination, String route) {
        ent.item(destination, "2222-3333-4444")
                .saying("Sortie au musée", "<p>Voir réf. " + MARKER + ".</p>")
                .publish();
        Item item = ent.item(destination, MARKER);
        ent.sandbox.faults(Plans.cut(route));
        item.publish();

        assertThat(carried(item, new Outcome.Unknown(new Fault.Gone()))).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.shown(MARKER)).hasSize(1);
        assertThat(ent.shown("2222-3333-4444")).hasSize(1);
    }

    @Test
    void an_article_is_found_among_many_whatever_their_number() {
        for (int number : new int[] {4, 5, 6, 11}) {
            while (ent.articles().size() < number) {
                ent.item(CM2_B, "AAAA-AAAA-%04d".formatted(ent.articles().size()))
                        .publish();
            }
            Item item = ent.item(CM2_B, "BBBB-BBBB-%04d".formatted(number));
            ent.sandbox.faults(Plans.cut(WRITE_ARTICLE));
            item.publish();
            ent.sandbox.faults(FaultPlan.NONE);
            ent.pass(Duration.ofSeconds(1));
            for (int i = 0; i < 6; i++) {
                ent.item(CM2_B, "CCCC-%04d-%04d".formatted(number, i)).publish();
            }
            assertThat(item.resolve()).as("%d others", number).isInstanceOf(Resolution.Happened.class);
        }
    }

    static Stream<Arguments> failedLooks() {
        return Stream.of(Kind.STATUS, Kind.HTML_LOGIN_200, Kind.GARBAGE, Kind.TRUNCATED, Kind.SILENT)
                .flatMap(kind -> Stream.of(
                        Arguments.of(CM2_B, WRITE_ARTICLE, "GET /ent/blog/", kind),
                        Arguments.of(
                                BOOK_OF_CM2_B, WRITE_WORD, "GET /ent/carnet-de-liaison/gestion/:month/:year", kind),
                        Arguments.of(
                                BOOK_OF_CM2_B, WRITE_WORD, "GET /ent/carnet-de-liaison/gestion/detail/:slug", kind)));
    }

    @ParameterizedTest
    @MethodSource("failedLooks")
    void a_look_that_fails_proves_nothing(Destination destination, String write, String read, Kind kind) {
        waitFor(kind);
        ent.item(destination, "2222-3333-4444").publish();
        Item item = ent.item(destination, MARKER);
        ent.sandbox.faults(Plans.late(write, 100));
        item.publish();
        ent.sandbox.faults(FaultPlan.of(1, Rule.nth(kind, read, 1)));

        assertThat(item.resolve()).isInstanceOf(Resolution.Failed.class);
    }

    @Test
    void a_correction_of_what_is_gone_says_so() {
        Item item = ent.item(CM2_B, MARKER);
        item.publish();
        ent.sandbox.faults(Plans.once(EDIT_ARTICLE));
        item.correct("b", "<p>b</p>");
        ent.sandbox.people().deleteArticle(ent.articles().get(0).id());

        assertThat(item.resolve()).isEqualTo(new Resolution.Failed(new Fault.Gone()));
    }

    @Test
    void that_the_wished_words_stand_there_already_proves_no_correction() {
        Item item = ent.item(CM2_B, MARKER);
        item.saying("a", "<p>a</p>").publish();
        item.correct("b", "<p>b</p>");
        item.correct("a", "<p>a</p>");
        ent.sandbox.faults(Plans.once(EDIT_ARTICLE));
        // The same words as the revision that stands there, asked for once more.
        assertThat(item.correct("a", "<p>a</p>")).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.NotVisible.class);
    }
}
