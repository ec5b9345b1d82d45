package fr.passerelle.one.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules of news, views and reactions that no captured story shows. */
class SandboxNewsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String INFOS = "/actualites/api/v1/infos";

    private final HttpClient client = HttpClient.newHttpClient();
    private final OneSandbox sandbox =
            OneSandbox.start(0, Seed.pilot(), InstantSource.fixed(Instant.parse("2026-11-24T08:00:00Z")));
    private String authorization = "";
    private String thread = "";

    @BeforeEach
    void begin() {
        thread = sandbox.people().news().makeThread("service.passerelle", "0771369V", "Vie de l'école");
        signIn("service.passerelle");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private void signIn(String login) {
        authorization = "";
        authorization = "Bearer "
                + json(ask(
                                "POST",
                                "/auth/oauth2/token",
                                "grant_type=password&client_id=passerelle&client_secret=bac-a-sable-secret&username="
                                        + login
                                        + "&password=bac-a-sable&scope=directory+actualites+audience+timeline"))
                        .path("access_token")
                        .asString();
    }

    private HttpResponse<String> ask(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .method(method, BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return MAPPER.readTree(answer.body());
    }

    private String draft(String more) {
        String body =
                "{\"title\":\"Sortie\",\"content\":\"<p>x</p>\",\"thread_id\":" + thread + ",\"status\":1" + more + "}";
        return json(ask("POST", INFOS, body)).path("id").asString();
    }

    private void share(String info) {
        String structure = World.uuid("school 0771369V");
        for (JsonNode group : json(ask("GET", "/directory/group/admin/list?structureId=" + structure, ""))) {
            if (group.path("name").asString().equals("CM2 B-Relative")) {
                ask(
                        "PUT",
                        INFOS + "/" + info + "/shares",
                        "{\"groups\":{\"" + group.path("id").asString() + "\":[\"" + News.READ + "\"]}}");
            }
        }
    }

    private String published() {
        String info = draft("");
        share(info);
        ask("PUT", INFOS + "/" + info, "{\"status\":3}");
        return info;
    }

    @Test
    void a_draft_is_shared_but_seen_by_nobody_until_it_is_published() {
        String info = draft("");
        share(info);
        signIn("sophie.petit");
        assertThat(ask("GET", INFOS + "/" + info, "").statusCode()).isEqualTo(401);

        signIn("service.passerelle");
        ask("PUT", INFOS + "/" + info, "{\"status\":3}");
        signIn("sophie.petit");
        assertThat(ask("GET", INFOS + "/" + info, "").statusCode()).isEqualTo(200);
    }

    @Test
    void readers_are_told_once_and_the_notification_outlives_the_info() {
        String info = published();
        ask("PUT", INFOS + "/" + info, "{\"status\":3,\"title\":\"Autre\"}");
        ask("DELETE", INFOS + "/" + info, "");

        signIn("sophie.petit");
        assertThat(json(ask("GET", "/timeline/lastNotifications?type=NEWS", "")).path("results"))
                .singleElement()
                .satisfies(line -> assertThat(line.path("resource").asString()).isEqualTo(info));
    }

    @Test
    void who_is_let_in_after_the_publication_is_told_then() {
        String info = draft("");
        ask("PUT", INFOS + "/" + info, "{\"status\":3}");
        assertThat(sandbox.objects().infos().get(0).announcedTo()).isEmpty();
        share(info);
        assertThat(sandbox.objects().infos().get(0).announcedTo()).containsExactly("sophie.petit");
    }

    @Test
    void what_is_to_come_or_over_is_in_no_list_and_visible_to_nobody_who_does_not_have_its_number() {
        String info = draft(",\"publication_date\":\"2026-11-25T08:00:00.000Z\"");
        share(info);
        ask("PUT", INFOS + "/" + info, "{\"status\":3}");
        assertThat(json(ask("GET", INFOS, "")).isEmpty()).isTrue();
        assertThat(json(ask("GET", INFOS + "/" + info, ""))
                        .path("expirationDate")
                        .asString())
                .isEqualTo("2027-11-25T08:00:00.000Z");
        assertThat(sandbox.objects().infos().get(0).visible()).isFalse();

        sandbox.advance(Duration.ofDays(2));
        signIn("service.passerelle");
        assertThat(json(ask("GET", INFOS, "")).isEmpty()).isFalse();
        sandbox.advance(Duration.ofDays(400));
        signIn("service.passerelle");
        assertThat(json(ask("GET", INFOS, "")).isEmpty()).isTrue();
    }

    @Test
    void status_zero_is_the_bin_and_another_change_brings_it_back() {
        String info = published();
        ask("PUT", INFOS + "/" + info, "{\"status\":0}");
        assertThat(sandbox.objects().infos().get(0).state()).isEqualTo("TRASH");
        ask("PUT", INFOS + "/" + info, "{\"status\":3}");
        assertThat(sandbox.objects().infos().get(0).visible()).isTrue();
    }

    @Test
    void a_page_before_the_first_breaks_and_a_page_too_large_is_an_ordinary_one() {
        assertThat(ask("GET", INFOS + "?page=-1", "").statusCode()).isEqualTo(500);
        for (int i = 0; i < 25; i++) {
            draft("");
        }
        assertThat(json(ask("GET", INFOS + "?status=DRAFT&pageSize=1000", ""))).hasSize(20);
        assertThat(json(ask("GET", INFOS + "?status=DRAFT&pageSize=100", ""))).hasSize(25);
    }

    @Test
    void one_resource_that_is_not_readable_among_many_and_all_counts_are_refused() {
        String info = published();
        signIn("sophie.petit");
        String count = "/audience/views/count/actualites/info?resourceIds=" + info;
        assertThat(ask("GET", count, "").statusCode()).isEqualTo(200);
        assertThat(ask("GET", count + ",999", "").statusCode()).isEqualTo(403);
    }

    @Test
    void a_sign_that_is_none_is_refused() {
        String info = published();
        assertThat(ask(
                                "POST",
                                "/audience/reactions/actualites/info",
                                "{\"resourceId\":\"" + info + "\",\"reactionType\":\"REACTION_9\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private static void isForbidden(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type")).contains("text/html");
    }

    /** Lets a teacher do something in the thread. */
    private void letTeacher(String... actions) {
        ask(
                "PUT",
                "/actualites/api/v1/threads/" + thread + "/shares",
                "{\"users\":{\"" + World.uuid("user claire.martin") + "\":" + MAPPER.writeValueAsString(actions)
                        + "}}");
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "PUT, ''", "DELETE, ''", "GET, /shares", "PUT, /shares", "GET, /comments"})
    void a_number_that_is_none_and_an_info_that_is_another_persons_are_as_not_there(String method, String more) {
        String body = "{\"status\":1}";
        isForbidden(ask(method, INFOS + "/abc" + more, body));
        String info = draft("");
        signIn("sophie.petit");
        isForbidden(ask(method, INFOS + "/" + info + more, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"thread_id\":1,\"status\":1}",
                "{\"title\":1,\"thread_id\":1,\"status\":1}",
                "{\"title\":\"t\",\"thread_id\":\"1\",\"status\":1}",
                "{\"title\":\"t\",\"thread_id\":1,\"status\":\"1\"}",
                "{\"title\":\"t\",\"thread_id\":1,\"status\":1,\"content\":null}",
                "{\"title\":\"t\",\"thread_id\":1,\"status\":1,\"colour\":\"red\"}"
            })
    void what_does_not_keep_the_schema_is_refused_in_technical_words(String body) {
        HttpResponse<String> refused = ask("POST", INFOS, body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("error").asString())
                .startsWith("com.github.fge.jsonschema.core.report.ListProcessingReport: failure\n");
    }

    @Test
    void an_info_is_deleted_once() {
        String info = draft("");
        HttpResponse<String> deleted = ask("DELETE", INFOS + "/" + info, "");
        assertThat(deleted.statusCode()).isEqualTo(200);
        assertThat(deleted.body()).isEmpty();
        isForbidden(ask("DELETE", INFOS + "/" + info, ""));
    }

    @Test
    void what_was_changed_last_is_listed_first_whenever_it_is_published() {
        String first = draft(",\"publication_date\":\"2026-11-23T08:00:00.000Z\"");
        sandbox.advance(Duration.ofSeconds(1));
        String second = draft(",\"publication_date\":\"2026-11-22T08:00:00.000Z\"");
        for (String info : new String[] {first, second}) {
            sandbox.advance(Duration.ofSeconds(1));
            ask("PUT", INFOS + "/" + info, "{\"status\":3}");
        }
        assertThat(json(ask("GET", INFOS, ""))
                        .valueStream()
                        .map(info -> info.path("id").asString()))
                .containsExactly(second, first);
    }

    @Test
    void who_only_contributes_is_told_neither_the_owners_name_nor_a_right() {
        letTeacher(News.CONTRIB, "thread-contrib");
        signIn("claire.martin");
        JsonNode seen = json(ask("GET", "/actualites/api/v1/threads/" + thread, ""));
        assertThat(seen.path("owner").path("displayName").isNull()).isTrue();
        assertThat(seen.path("visible").asBoolean()).isFalse();
        assertThat(seen.path("sharedRights").isEmpty()).isTrue();
    }

    @Test
    void who_contributes_proposes_and_who_publishes_decides() {
        letTeacher(News.CONTRIB, "thread-contrib");
        signIn("claire.martin");
        String info = draft("");
        isForbidden(ask("PUT", INFOS + "/" + info, "{\"status\":3}"));
        assertThat(ask("PUT", INFOS + "/" + info, "{\"status\":2}").statusCode())
                .isEqualTo(200);
        signIn("service.passerelle");
        assertThat(ask("PUT", INFOS + "/" + info, "{\"status\":3}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void who_publishes_edits_a_colleagues_info_and_reads_its_shares_without_changing_them() {
        String info = published();
        letTeacher(News.PUBLISH);
        signIn("claire.martin");
        assertThat(ask("PUT", INFOS + "/" + info, "{\"status\":3,\"title\":\"Autre\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask("GET", INFOS + "/" + info + "/shares?search=", "").statusCode())
                .isEqualTo(200);
        isForbidden(ask("PUT", INFOS + "/" + info + "/shares", "{}"));
    }

    @Test
    void a_title_has_255_characters_at_most() {
        String info = draft("");
        assertThat(ask("PUT", INFOS + "/" + info, "{\"status\":1,\"title\":\"" + "x".repeat(255) + "\"}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused =
                ask("PUT", INFOS + "/" + info, "{\"status\":1,\"title\":\"" + "x".repeat(256) + "\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("error").asString()).startsWith("ERROR: value too long");
    }

    @Test
    void a_filter_that_is_none_is_left_out() {
        published();
        assertThat(json(ask("GET", INFOS + "?status=NOPE&state=NOPE&threadIds=x", "")))
                .hasSize(1);
        assertThat(json(ask("GET", INFOS + "?threadIds=999", ""))).isEmpty();
        assertThat(json(ask("GET", INFOS + "?page=1", ""))).isEmpty();
    }

    @Test
    void counts_of_what_one_does_not_read_are_refused_without_a_word() {
        String info = draft("");
        signIn("sophie.petit");
        for (String id : new String[] {info, "999", "abc"}) {
            HttpResponse<String> refused = ask("GET", "/audience/views/details/actualites/info/" + id, "");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).isEmpty();
        }
    }

    @Test
    void a_threads_moments_have_no_zeros_at_their_end() {
        sandbox.advance(Duration.ofNanos(835_300_000));
        sandbox.people().news().makeThread("service.passerelle", "0771369V", "Autre");
        assertThat(json(ask("GET", "/actualites/api/v1/threads", ""))
                        .path(0)
                        .path("created")
                        .asString())
                .isEqualTo("2026-11-24 08:00:00.8353");
    }
}
