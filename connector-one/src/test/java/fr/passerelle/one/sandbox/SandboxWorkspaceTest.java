package fr.passerelle.one.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Documents as a real server showed them, and what was only read in its code. */
class SandboxWorkspaceTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final OneSandbox sandbox =
            OneSandbox.start(0, Seed.pilot(), InstantSource.fixed(Instant.parse("2026-11-23T21:24:34.907Z")));
    private final OneTestClient client = new OneTestClient(sandbox.baseUrl());

    @BeforeEach
    void signIn() {
        client.as("claire.martin");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> upload(String query, String name, String type, String text) {
        return client.ask(
                "POST",
                "/workspace/document" + query,
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: "
                        + type + "\r\n\r\n" + text + "\r\n--b--\r\n",
                "Content-Type",
                "multipart/form-data; boundary=b");
    }

    private String id(HttpResponse<String> answer) {
        return OneTestClient.json(answer).path("_id").asString();
    }

    private JsonNode list(String query) {
        return OneTestClient.json(client.get("/workspace/documents?" + query));
    }

    @Test
    void a_document_is_made_listed_downloaded_and_renamed() {
        HttpResponse<String> made = upload("", "leçon 1.txt", "text/plain", "Bonjour la classe\n");
        assertThat(made.statusCode()).isEqualTo(201);
        JsonNode document = OneTestClient.json(made);
        assertThat(document.path("name").asString()).isEqualTo("leçon 1.txt");
        assertThat(document.path("nameSearch").asString()).isEqualTo("lecon 1.txt");
        assertThat(document.path("metadata").path("size").asInt()).isEqualTo(18);
        assertThat(document.path("modified").asString()).isEqualTo("2026-11-23 21:24.34.907");
        assertThat(document.path("eType").asString()).isEqualTo("file");

        assertThat(list("filter=owner&hierarchical=true")).hasSize(1);
        HttpResponse<String> got = client.get("/workspace/document/" + id(made));
        assertThat(got.body()).isEqualTo("Bonjour la classe\n");
        assertThat(OneTestClient.header(got, "etag")).isNotEmpty();
        assertThat(OneTestClient.header(got, "content-disposition")).startsWith("attachment; filename=");

        client.ask("PUT", "/workspace/rename/" + id(made), "{\"name\": \"leçon un.txt\"}");
        assertThat(client.get("/workspace/document/properties/" + id(made)).body())
                .isEqualTo("{\"_id\":\"" + id(made) + "\",\"name\":\"leçon un.txt\"}");
    }

    @Test
    void the_same_document_again_is_a_second_one() {
        upload("", "plan.pdf", "application/pdf", "x");
        upload("", "plan.pdf", "application/pdf", "x");
        assertThat(list("filter=owner")).hasSize(2);
    }

    @Test
    void nobody_else_sees_it_until_it_is_shared() {
        String id = id(upload("", "plan.pdf", "application/pdf", "x"));
        client.as("sophie.petit");
        assertThat(client.get("/workspace/document/" + id).statusCode()).isEqualTo(401);
        assertThat(OneTestClient.header(client.get("/workspace/document/" + id), "content-type"))
                .isEqualTo("text/html");

        String reader = World.uuid("user sophie.petit");
        client.as("claire.martin")
                .ask(
                        "PUT",
                        "/workspace/share/resource/" + id,
                        "{\"users\": {\"" + reader + "\": [\"" + Workspace.READ + "\"]}, \"groups\": {}}");
        assertThat(list("filter=owner")).isEmpty();
        assertThat(list("filter=shared")).hasSize(1);
        client.as("sophie.petit");
        assertThat(client.get("/workspace/document/" + id).body()).isEqualTo("x");
        assertThat(client.ask("PUT", "/workspace/documents/trash", "{\"ids\": [\"" + id + "\"]}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_folder_is_made_by_a_form_and_by_nothing_else() {
        assertThat(client.ask(
                                "POST",
                                "/workspace/folder",
                                "{\"name\": \"Classe CE1\"}",
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(500);
        HttpResponse<String> made = client.ask("POST", "/workspace/folder", "name=Classe+CE1", "Content-Type", FORM);
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(OneTestClient.json(client.get("/workspace/folders/list?filter=owner&hierarchical=true")))
                .hasSize(1);

        upload("?parentId=" + id(made), "plan.pdf", "application/pdf", "x");
        assertThat(list("filter=owner")).isEmpty();
        assertThat(list("filter=owner&parentId=" + id(made))).hasSize(1);
        assertThat(OneTestClient.error(upload("?parentId=other", "plan.pdf", "application/pdf", "x")))
                .isEqualTo("workspace.upload.forbidden");
    }

    @Test
    void an_image_is_made_smaller_unless_it_is_not_called_one() {
        String image = "i".repeat(2000);
        assertThat(OneTestClient.json(upload("", "photo.png", "image/png", image))
                        .path("metadata")
                        .path("size")
                        .asInt())
                .isLessThan(2000);
        assertThat(OneTestClient.json(upload("", "photo.png", "application/octet-stream", image))
                        .path("metadata")
                        .path("size")
                        .asInt())
                .isEqualTo(2000);
    }

    @Test
    void the_quota_counts_what_is_in_the_bin_and_is_a_limit() {
        sandbox.people().documents().limitSpace(10);
        String id = id(upload("", "plan.pdf", "application/pdf", "123456"));
        client.ask("PUT", "/workspace/documents/trash", "{\"ids\": [\"" + id + "\"]}");
        assertThat(list("filter=owner")).isEmpty();
        assertThat(client.get("/workspace/quota/user/" + World.uuid("user claire.martin"))
                        .body())
                .isEqualTo("{\"quota\":10,\"storage\":6}");
        HttpResponse<String> full = upload("", "plan.pdf", "application/pdf", "12345");
        assertThat(full.statusCode()).isEqualTo(400);
        assertThat(OneTestClient.error(full)).isEqualTo("file.too.large");
    }

    @Test
    void who_lacks_the_right_gets_a_page() {
        client.as("sophie.petit");
        assertThat(upload("", "plan.pdf", "application/pdf", "x").statusCode()).isEqualTo(401);
        assertThat(client.get("/workspace/documents").statusCode()).isEqualTo(401);
    }

    @Test
    void a_protected_document_in_the_bin_is_still_read_by_its_address_until_it_is_deleted() {
        String id = id(upload("?protected=true&application=media-library", "plan.txt", "text/plain", "Plan"));
        client.ask(
                "PUT", "/workspace/documents/trash", "{\"ids\":[\"" + id + "\"]}", "Content-Type", "application/json");
        assertThat(list("filter=protected")).isEmpty();
        client.as("sophie.petit");
        assertThat(client.get("/workspace/document/" + id).body()).isEqualTo("Plan");
        assertThat(client.ask("DELETE", "/workspace/document/" + id, "").statusCode())
                .isEqualTo(401);

        client.as("claire.martin");
        assertThat(client.ask("DELETE", "/workspace/document/" + id, "").statusCode())
                .isEqualTo(200);
        client.as("sophie.petit");
        assertThat(client.get("/workspace/document/" + id).statusCode()).isEqualTo(401);
    }
}
