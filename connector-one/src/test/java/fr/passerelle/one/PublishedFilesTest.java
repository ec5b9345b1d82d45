package fr.passerelle.one;

import static fr.passerelle.one.Item.CM2_B;
import static fr.passerelle.one.Item.NEWS_OF_CM2_B;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.spi.Attachment;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.one.sandbox.OneTestClient;
import fr.passerelle.one.sandbox.SandboxObjects.DocumentView;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts and news with a picture and another file: whatever is lost, one text that refers to one document for each. */
class PublishedFilesTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final String UPLOAD = "POST /workspace/document";
    private static final String DELETE = "DELETE /workspace/document/:document";
    private static final String LIST = "GET /workspace/documents";
    private static final String SERVICE = "service.passerelle";

    private final AtTheSandbox one = new AtTheSandbox();

    @AfterEach
    void close() {
        one.close();
    }

    private Item item(CommunicationKind kind) {
        return item(kind, MARKER);
    }

    private Item item(CommunicationKind kind, String marker) {
        byte[] photo = new byte[5000];
        Attachment picture =
                new Attachment("Musée.jpg", "image/jpeg", photo.length, "La façade, \"en fête\"", photo::clone);
        Item item =
                kind == CommunicationKind.NEWS ? one.item(NEWS_OF_CM2_B, marker).asNews() : one.item(CM2_B, marker);
        return item.with(picture, Item.file("Retrieval.txt", "text/plain", "Départ à neuf heures"));
    }

    /** What stands there, whichever it is. */
    private record Text(
            String title, boolean visible, @Nullable String reference, List<String> documents, String html) {}

    private List<Text> texts() {
        return Stream.concat(
                        one.sandbox.objects().posts().stream()
                                .map(it ->
                                        new Text(it.title(), it.visible(), it.reference(), it.documents(), it.html())),
                        one.sandbox.objects().infos().stream()
                                .map(it ->
                                        new Text(it.title(), it.visible(), it.reference(), it.documents(), it.html())))
                .toList();
    }

    private List<DocumentView> documents() {
        return one.sandbox.objects().documents();
    }

    private long requests(String route) {
        return one.sandbox.requests().stream()
                .filter(request -> request.route().equals(route))
                .count();
    }

    private void assertShownOnceWithBothFiles() {
        assertThat(documents())
                .extracting(DocumentView::name)
                .containsExactly("Musée réf " + MARKER + "-1.jpg", "Retrieval réf " + MARKER + "-2.txt");
        assertThat(documents()).allMatch(document -> "protected".equals(document.visibility()));
        assertThat(texts()).singleElement().satisfies(text -> {
            assertThat(text.visible()).isTrue();
            assertThat(text.reference()).isEqualTo(MARKER);
            assertThat(text.documents())
                    .containsExactly(documents().get(0).id(), documents().get(1).id());
        });
    }

    private static String create(CommunicationKind kind) {
        return kind == CommunicationKind.NEWS ? "POST /actualites/api/v1/infos" : "POST /blog/post/:blog";
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOG", "NEWS"})
    void readers_see_the_picture_with_its_words_and_get_the_file(CommunicationKind kind) {
        assertThat(item(kind).publish()).isInstanceOf(Outcome.Applied.class);

        assertShownOnceWithBothFiles();
        String picture = documents().get(0).id();
        String file = documents().get(1).id();
        assertThat(texts().get(0).html())
                .startsWith("<p><img class=\"custom-image\" src=\"/workspace/document/" + picture
                        + "\" alt=\"La façade, &quot;en fête&quot;\" width=\"350\"></p>")
                .contains("<p>Pièce jointe : <a rel=\"noopener noreferrer nofollow\" href=\"/workspace/document/" + file
                        + "\">Retrieval.txt</a></p>");
        OneTestClient parent = new OneTestClient(one.sandbox.baseUrl()).as("sophie.petit");
        assertThat(parent.get("/workspace/document/" + picture).headers().firstValue("content-type"))
                .contains("image/jpeg");
        assertThat(parent.get("/workspace/document/" + file).body()).isEqualTo("Départ à neuf heures");
        assertThat(parent.with("").get("/workspace/document/" + picture).statusCode())
                .isEqualTo(302);
    }

    static Stream<Arguments> eachKind(Stream<Kind> faults) {
        return faults.flatMap(fault ->
                Stream.of(CommunicationKind.BLOG, CommunicationKind.NEWS).map(kind -> Arguments.of(kind, fault)));
    }

    static Stream<Arguments> acted() {
        return eachKind(Stream.of(Kind.CUT_AFTER_ACTING, Kind.TRUNCATED, Kind.GARBAGE));
    }

    @ParameterizedTest
    @MethodSource("acted")
    void an_upload_that_took_place_is_found_whatever_one_made_of_it(CommunicationKind kind, Kind fault) {
        Item item = item(kind);
        one.sandbox.faults(FaultPlan.of(1, Rule.nth(fault, UPLOAD, 1, 2)));

        for (int number = 1; number <= 2; number++) {
            assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
            assertThat(item.lastStep()).isEqualTo("upload-file-" + number);
            assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        }
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertShownOnceWithBothFiles();
        assertThat(requests(UPLOAD)).isEqualTo(2);
    }

    static Stream<Arguments> notActed() {
        return eachKind(Stream.of(Kind.STATUS, Kind.HTML_LOGIN_200, Kind.SILENT));
    }

    @ParameterizedTest
    @MethodSource("notActed")
    void an_upload_that_may_have_taken_place_but_did_not_is_not_visible(CommunicationKind kind, Kind fault) {
        Item item = item(kind);
        one.sandbox.faults(FaultPlan.of(1, Rule.nth(fault, UPLOAD, 2)));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.NotVisible.class);
        // Once the settle horizon has passed the engine runs the step again.
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertShownOnceWithBothFiles();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOG", "NEWS"})
    void an_upload_that_takes_effect_late_is_found_when_it_has(CommunicationKind kind) {
        Item item = item(kind);
        one.sandbox.faults(Plans.late(UPLOAD, 200));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.NotVisible.class);
        one.pass(Duration.ofSeconds(200));
        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertShownOnceWithBothFiles();
    }

    @ParameterizedTest
    @MethodSource("acted")
    void a_text_lost_after_its_uploads_is_found_and_no_file_put_again(CommunicationKind kind, Kind fault) {
        Item item = item(kind);
        one.sandbox.faults(Plans.first(fault, create(kind)));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertShownOnceWithBothFiles();
        assertThat(requests(UPLOAD)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOG", "NEWS"})
    void erased_before_its_upload_was_found_it_leaves_no_file(CommunicationKind kind) {
        Item item = item(kind);
        one.sandbox.faults(Plans.cut(UPLOAD));
        item.publish();
        item.with(Item.file("", "image/jpeg", ""), Item.file("", "text/plain", ""));

        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(documents()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS", "HTML_LOGIN_200", "GARBAGE", "TRUNCATED", "SILENT"})
    void a_look_that_fails_proves_nothing(Kind fault) {
        Item item = item(CommunicationKind.BLOG);
        one.sandbox.faults(Plans.cut(UPLOAD));
        item.publish();
        one.sandbox.faults(Plans.first(fault, LIST));

        assertThat(item.resolve()).isInstanceOf(Resolution.Failed.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOG", "NEWS"})
    void the_same_file_of_another_publication_is_not_taken_for_it(CommunicationKind kind) {
        item(kind, "2222-3333-4444").publish();
        Item item = item(kind);
        one.sandbox.faults(Plans.once(UPLOAD));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.NotVisible.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOG", "NEWS"})
    void a_full_space_is_said_and_what_is_there_already_is_not_put_again(CommunicationKind kind) {
        Item item = item(kind);
        one.sandbox.people().documents().limitSpace(5000);
        one.sandbox.faults(FaultPlan.of(1, Rule.nth(Kind.STATUS, UPLOAD, 2).status(413, null)));
        assertThat(item.publish()).isEqualTo(new Outcome.Refused(OneMapping.rejected(OneReason.SPACE_FULL)));
        one.sandbox.people().documents().limitSpace(2501);
        assertThat(item.run()).isEqualTo(new Outcome.Refused(OneMapping.rejected(OneReason.SPACE_FULL)));
        assertThat(texts()).isEmpty();

        one.sandbox.people().documents().limitSpace(5000);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertShownOnceWithBothFiles();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOG", "NEWS"})
    void a_right_that_is_missing_is_said_and_nothing_is_written(CommunicationKind kind) {
        one.sandbox.people().documents().forbid(SERVICE);

        assertThat(item(kind).publish()).isEqualTo(new Outcome.Refused(new Fault.Forbidden("workspace.document.add")));
        assertThat(texts()).isEmpty();
        assertThat(documents()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOG", "NEWS"})
    void a_picture_that_readers_could_not_see_is_not_published(CommunicationKind kind) {
        Item item = item(kind);
        one.sandbox.people().documents().keepAllToThemselves();

        assertThat(item.publish())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.fault()).isInstanceOf(Fault.ContractBroken.class));
        assertThat(texts()).isEmpty();
        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(documents()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOG", "NEWS"})
    void a_correction_keeps_the_files(CommunicationKind kind) {
        Item item = item(kind);
        item.publish();
        one.sandbox.faults(Plans.cut(
                kind == CommunicationKind.NEWS ? "PUT /actualites/api/v1/infos/:info" : "PUT /blog/post/:blog/:post"));

        assertThat(item.correct("Sortie corrigée", "<p>À jeudi.</p>")).isInstanceOf(Outcome.Unknown.class);
        assertThat(item.resolve()).isInstanceOf(Resolution.Happened.class);
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertShownOnceWithBothFiles();
        assertThat(texts().get(0).title()).isEqualTo("Sortie corrigée");
        assertThat(texts().get(0).html()).contains("alt=\"La façade");
        assertThat(requests(UPLOAD)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOG", "NEWS"})
    void a_withdrawal_takes_the_text_and_then_its_own_files(CommunicationKind kind) {
        item(kind, "2222-3333-4444").publish();
        List<DocumentView> others = documents();
        Item item = item(kind);
        item.publish();

        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(texts()).hasSize(1);
        assertThat(documents()).isEqualTo(others);
        assertThat(item.progress).doesNotContainKeys(Handles.DOCUMENTS, Handles.CLOSED);

        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(documents()).hasSize(4);
        assertThat(texts())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text.documents())
                        .hasSize(2)
                        .isSubsetOf(documents().stream().map(DocumentView::id).toList()));
    }

    static Stream<Arguments> anyFault() {
        return eachKind(Stream.of(
                Kind.CUT_AFTER_ACTING, Kind.TRUNCATED, Kind.STATUS, Kind.HTML_LOGIN_200, Kind.SILENT, Kind.GARBAGE));
    }

    @ParameterizedTest
    @MethodSource("anyFault")
    void deleting_a_file_is_repeated_until_it_is_gone(CommunicationKind kind, Kind fault) {
        Item item = item(kind);
        item.publish();
        one.sandbox.faults(Plans.first(fault, DELETE));

        Outcome outcome = item.withdraw();
        if (outcome instanceof Outcome.Deferred) {
            outcome = item.run();
        }
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        assertThat(one.sandbox.injected()).containsKey(fault);
        assertThat(texts()).isEmpty();
        assertThat(documents()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOG", "NEWS"})
    void published_again_in_the_middle_of_a_withdrawal_it_refers_to_no_file_that_is_gone(CommunicationKind kind) {
        Item item = item(kind);
        item.publish();
        one.sandbox.faults(FaultPlan.of(1, Rule.nth(Kind.CUT_AFTER_ACTING, DELETE, 1)));
        assertThat(item.withdraw()).isInstanceOf(Outcome.Deferred.class);
        assertThat(documents()).hasSize(1);

        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertShownOnceWithBothFiles();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOG", "NEWS"})
    void a_file_that_one_does_not_delete_is_said_though_the_text_is_gone(CommunicationKind kind) {
        Item item = item(kind);
        item.publish();
        one.sandbox.faults(FaultPlan.of(1, Rule.nth(Kind.STATUS, DELETE, 1).status(401, null)));

        assertThat(item.withdraw()).isEqualTo(new Outcome.Refused(OneMapping.rejected(OneReason.FILE_STAYS)));
        assertThat(texts()).isEmpty();
        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(documents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_file_that_a_person_deleted_or_took_over_is_none_of_ours(boolean deleted) {
        Item item = item(CommunicationKind.BLOG);
        item.publish();
        String picture = documents().get(0).id();
        if (deleted) {
            one.sandbox.people().documents().delete(picture);
        } else {
            one.sandbox.people().documents().give(picture, "claire.martin");
        }

        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(texts()).isEmpty();
        assertThat(documents()).hasSize(deleted ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOG", "NEWS"})
    void what_was_put_for_a_text_that_never_came_is_deleted_with_it(CommunicationKind kind) {
        Item item = item(kind);
        one.sandbox.faults(FaultPlan.of(1, Rule.nth(Kind.STATUS, UPLOAD, 2).status(413, null)));
        item.publish();
        assertThat(documents()).hasSize(1);

        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(documents()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOG", "NEWS"})
    void words_that_ones_filter_would_break_reach_readers(CommunicationKind kind) {
        Attachment picture = new Attachment(
                "onclick=x.png", "image/png", 3, "section page = 3 <b> \\u0022", () -> new byte[] {1, 2, 3});
        Item item = item(kind).with(picture);

        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(texts())
                .singleElement()
                .satisfies(text -> assertThat(
                                text.html().replaceAll("[\\u2060]", "").replace("&nbsp;", " "))
                        .contains("alt=\"section page = 3 &lt;b&gt; \\u0022\""));
    }
}
