package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.Desk.Child;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole round as the README tells it: the stand-in in one process, each command in another. */
class RoundTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ADDRESS = "base-url: ";

    @TempDir
    private Path directory;

    private String base = "";

    private List<JsonNode> posts() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "/__sandbox/objects")).build();
        String body = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return MAPPER.readTree(body).path("posts").valueStream().toList();
    }

    private static Ran communicate(Desk desk) {
        return desk.run(
                "communicate",
                "--place",
                Desk.TOURNELLES,
                "--class",
                "CM2 A",
                "--class",
                "cm2  b",
                "--title",
                "Sortie",
                "--body",
                "texte.txt",
                "--key",
                "sortie-2026");
    }

    @Test
    void what_is_written_once_is_published_once_corrected_and_taken_back() throws Exception {
        Desk desk = new Desk(directory).write("texte.txt", "Nous irons au musée jeudi.");
        try (Child ent = desk.start(Main.class, "sandbox", "one", "--port", "0")) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> ent.out().contains("password: "));
            // What it prints is a configuration as it stands.
            desk.write("application.yml", ent.out());
            base = ent.out()
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith(ADDRESS))
                    .map(line -> line.substring(ADDRESS.length()))
                    .findFirst()
                    .orElseThrow();

            desk.run("sample", "onde", "--out", "onde").ended(0);
            desk.run("place", "add", Desk.TOURNELLES, "--name", "Les Tournelles", "--kind", "primary")
                    .ended(0);
            desk.run("import", "onde", Desk.roster(Desk.TOURNELLES), "--place", Desk.TOURNELLES, "--apply")
                    .ended(0);

            String id = communicate(desk).ended(0).id();
            assertThat(posts())
                    .hasSize(2)
                    .allSatisfy(
                            post -> assertThat(post.path("visible").asBoolean()).isTrue())
                    .extracting(post -> post.path("classes").toString())
                    .containsExactlyInAnyOrder("[\"0771369V CM2 A\"]", "[\"0771369V CM2 B\"]");

            assertThat(communicate(desk).ended(0).id()).isEqualTo(id);
            assertThat(posts()).hasSize(2);

            desk.run("correct", id, "--title", "Sortie reportée").ended(0);
            assertThat(posts())
                    .hasSize(2)
                    .allSatisfy(
                            post -> assertThat(post.path("visible").asBoolean()).isTrue())
                    .extracting(post -> post.path("title").asString())
                    .containsOnly("Sortie reportée");

            desk.run("withdraw", id).ended(0);
            assertThat(posts()).isEmpty();

            desk.run("withdraw", id, "--colour", "red").ended(2);
            desk.run("correct", id, "--title", "Trop tard").ended(1);
            assertThat(posts()).isEmpty();
        }
        // Nobody answers any more: it waits.
        desk.run(
                        "communicate",
                        "--place",
                        Desk.TOURNELLES,
                        "--class",
                        "CM2 A",
                        "--title",
                        "T",
                        "--body",
                        "texte.txt",
                        "--wait",
                        "1s")
                .ended(3);
        desk.run("verify").ended(0);
    }
}
