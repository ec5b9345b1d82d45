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
        return json(ask("POST", "/conversation/send", body(group("CM2 B-Relative"))))
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
        String to = group("CM2 B-Relative");
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
}
