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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules of messages that no captured story shows. */
class SandboxMessagesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final OneSandbox sandbox =
            OneSandbox.start(0, Seed.pilot(), InstantSource.fixed(Instant.parse("2026-11-24T08:00:00Z")));
    private String authorization = "";

    @BeforeEach
    void signIn() {
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
                                        + login + "&password=bac-a-sable&scope=userinfo+conversation"))
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

    private String group(String name) {
        for (JsonNode group : json(ask("GET", "/conversation/visible", "")).path("groups")) {
            if (group.path("name").asString().equals(name)) {
                return group.path("id").asString();
            }
        }
        throw new AssertionError(name);
    }

    private String body(String... to) {
        return MAPPER.createObjectNode()
                .put("subject", "Sortie")
                .put("body", "<p>Jeudi.</p>")
                .set("to", MAPPER.valueToTree(to))
                .toString();
    }

    private String send() {
        return json(ask("POST", "/conversation/send", body(group("Parents du groupe CM2 B."))))
                .path("id")
                .asString();
    }

    @Test
    void a_group_means_its_members() {
        String id = send();
        signIn("sophie.petit");
        JsonNode inbox = json(ask("GET", "/conversation/list/inbox?page=0", ""));
        assertThat(inbox.path(0).path("id").asString()).isEqualTo(id);
        assertThat(inbox.path(0).path("unread").asBoolean()).isTrue();
        ask("GET", "/conversation/message/" + id, "");
        assertThat(json(ask("GET", "/conversation/count/inbox?unread=true", ""))
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    void what_the_sender_reads_changes_nothing_for_who_got_it() {
        String id = send();
        ask("GET", "/conversation/message/" + id, "");
        signIn("sophie.petit");
        assertThat(json(ask("GET", "/conversation/count/inbox?unread=true", ""))
                        .path("count")
                        .asInt())
                .isOne();
    }

    @Test
    void a_draft_is_sent_once() {
        String to = group("Parents du groupe CM2 B.");
        String id =
                json(ask("POST", "/conversation/draft", body(to))).path("id").asString();
        assertThat(ask("POST", "/conversation/send?id=" + id, body(to)).statusCode())
                .isEqualTo(200);
        HttpResponse<String> again = ask("POST", "/conversation/send?id=" + id, body(to));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Concurrency error");
        assertThat(sandbox.objects().messages()).hasSize(1);
    }

    @Test
    void a_message_is_recalled_once_and_within_the_hour() {
        String early = send();
        String late = send();
        assertThat(ask("POST", "/conversation/api/messages/" + early + "/recall", "")
                        .statusCode())
                .isEqualTo(204);
        sandbox.advance(Duration.ofMinutes(61));
        signIn();
        for (String id : new String[] {early, late}) {
            HttpResponse<String> refused = ask("POST", "/conversation/api/messages/" + id + "/recall", "");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(json(refused).path("error").asString()).isEqualTo("conversation.error.recall.mail");
        }
        assertThat(sandbox.objects().messages()).extracting("state").containsExactly("RECALL", "SENT");
    }

    @Test
    void an_unknown_field_is_the_databases_affair() {
        HttpResponse<String> refused = ask("POST", "/conversation/draft", "{\"to\":[],\"colour\":\"red\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("error").asString()).startsWith("ERROR: column \"colour\"");
    }

    @Test
    void a_draft_is_deleted_from_the_bin_only() {
        String id = json(ask("POST", "/conversation/draft", body())).path("id").asString();
        String ids = "{\"id\":[\"" + id + "\"]}";
        assertThat(ask("PUT", "/conversation/delete", ids).statusCode()).isEqualTo(200);
        assertThat(sandbox.objects().messages()).hasSize(1);
        ask("PUT", "/conversation/trash", ids);
        assertThat(json(ask("GET", "/conversation/list/draft?page=0", "")).isEmpty())
                .isTrue();
        ask("PUT", "/conversation/delete", ids);
        assertThat(sandbox.objects().messages()).isEmpty();
        assertThat(ask("GET", "/conversation/message/" + id, "").statusCode()).isEqualTo(401);
    }

    @Test
    void its_own_surface_shows_what_was_sent() {
        send();
        JsonNode message =
                json(ask("GET", "/__sandbox/objects", "")).path("messages").path(0);
        assertThat(message.path("subject").asString()).isEqualTo("Sortie");
        assertThat(message.path("classes").path(0).asString()).isEqualTo("0771369V CM2 B");
        assertThat(message.path("state").asString()).isEqualTo("SENT");
        assertThat(message.path("visible").asBoolean()).isTrue();
        assertThat(message.path("attachments").isArray()).isTrue();
    }

    @Test
    void a_group_has_a_french_name_and_only_that_of_a_class_says_which_school() {
        JsonNode groups = json(ask("GET", "/conversation/visible", "")).path("groups");
        assertThat(groups.valueStream()
                        .filter(group -> group.path("name").asString().equals("Enseignants du groupe CM2 B.")))
                .allSatisfy(group ->
                        assertThat(group.path("structureName").isString()).isTrue())
                .isNotEmpty();
        assertThat(groups.valueStream()
                        .filter(group -> group.path("name").asString().equals("Enseignants du groupe Les Tournelles.")))
                .singleElement()
                .satisfies(group ->
                        assertThat(group.path("structureName").isNull()).isTrue());
    }

    @Test
    void families_write_to_their_own_class_only() {
        signIn("sophie.petit");
        JsonNode groups = json(ask("GET", "/conversation/visible", "")).path("groups");
        assertThat(groups.valueStream().map(group -> group.path("name").asString()))
                .containsExactlyInAnyOrder(
                        "Personnels du groupe CM2 B.",
                        "Enseignants du groupe CM2 B.",
                        "Parents du groupe CM2 B.",
                        "Élèves du groupe CM2 B.");
    }

    @Test
    void blind_copies_are_told_to_nobody_but_the_sender_and_what_was_not_named_is_null() {
        String teacher = World.uuid("user claire.martin");
        String parent = World.uuid("user sophie.petit");
        String id = json(ask(
                        "POST",
                        "/conversation/send",
                        "{\"to\":[\"" + parent + "\"],\"cci\":[\"" + teacher + "\"],\"subject\":\"s\"}"))
                .path("id")
                .asString();
        JsonNode mine = json(ask("GET", "/conversation/message/" + id, ""));
        assertThat(mine.path("cci").path(0).asString()).isEqualTo(teacher);
        assertThat(mine.path("cciName").isNull()).isTrue();
        assertThat(mine.path("cc").isNull()).isTrue();

        signIn("sophie.petit");
        JsonNode hers = json(ask("GET", "/conversation/message/" + id, ""));
        assertThat(hers.path("cci").isArray()).isTrue();
        assertThat(hers.path("cci").isEmpty()).isTrue();
        assertThat(hers.path("cciName").isArray()).isTrue();
    }

    @Test
    void what_may_not_be_answered_is_not_and_what_is_not_there_neither() {
        String parent = World.uuid("user sophie.petit");
        String id = json(ask(
                        "POST",
                        "/conversation/send",
                        "{\"to\":[\"" + parent + "\"],\"subject\":\"s\",\"noReply\":true}"))
                .path("id")
                .asString();
        signIn("sophie.petit");
        assertThat(json(ask("GET", "/conversation/message/" + id, ""))
                        .path("noReply")
                        .asBoolean())
                .isTrue();
        String teacher = body(World.uuid("user claire.martin"));
        HttpResponse<String> refused = ask("POST", "/conversation/send?In-Reply-To=" + id, teacher);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("error").asString()).isEqualTo("conversation.error.reply.not.allowed");

        HttpResponse<String> absent = ask("POST", "/conversation/send?In-Reply-To=nope", teacher);
        assertThat(absent.statusCode()).isEqualTo(400);
        assertThat(absent.body()).isEmpty();
    }

    @Test
    void a_search_takes_three_letters() {
        send();
        assertThat(ask("GET", "/conversation/list/outbox?search=So", "").statusCode())
                .isEqualTo(400);
        assertThat(json(ask("GET", "/conversation/list/outbox?search=Sortie", "")))
                .hasSize(1);
        assertThat(json(ask("GET", "/conversation/list/outbox?search=Absence", "")))
                .isEmpty();
    }

    @Test
    void a_page_has_twenty_five_messages_and_one_that_is_no_number_is_the_first() {
        for (int i = 0; i < 26; i++) {
            send();
        }
        assertThat(json(ask("GET", "/conversation/list/outbox", ""))).hasSize(25);
        assertThat(json(ask("GET", "/conversation/list/outbox?page=x", ""))).hasSize(25);
        assertThat(json(ask("GET", "/conversation/list/outbox?page=1", ""))).hasSize(1);
        assertThat(json(ask("GET", "/conversation/list/outbox?page=2", ""))).isEmpty();
    }

    @Test
    void a_subject_has_1024_characters_at_most() {
        String fits = "{\"to\":[],\"subject\":\"" + "x".repeat(1024) + "\"}";
        assertThat(ask("POST", "/conversation/draft", fits).statusCode()).isEqualTo(201);
        HttpResponse<String> refused = ask("POST", "/conversation/draft", fits.replace("\"}", "x\"}"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("error").asString()).startsWith("ERROR: value too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trash", "delete"})
    void another_persons_message_is_as_one_that_is_not_there(String action) {
        String id = send();
        signIn("claire.martin");
        for (String other : new String[] {id, "nope"}) {
            HttpResponse<String> refused = ask("PUT", "/conversation/" + action, "{\"id\":[\"" + other + "\"]}");
            assertThat(refused.statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trash", "delete"})
    void without_a_message_there_is_nothing_to_do(String action) {
        for (String body : new String[] {"{}", "{\"id\":[]}"}) {
            HttpResponse<String> refused = ask("PUT", "/conversation/" + action, body);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).isEmpty();
        }
    }

    @Test
    void another_persons_message_is_not_sent_read_or_recalled() {
        String id = json(ask("POST", "/conversation/draft", body())).path("id").asString();
        signIn("claire.martin");
        assertThat(ask("POST", "/conversation/send?id=" + id, body()).statusCode())
                .isEqualTo(401);
        assertThat(ask("GET", "/conversation/message/" + id, "").statusCode()).isEqualTo(401);
        assertThat(ask("POST", "/conversation/api/messages/" + id + "/recall", "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(ask("POST", "/conversation/message/" + id + "/attachment", "")
                        .statusCode())
                .isEqualTo(401);
    }
}
