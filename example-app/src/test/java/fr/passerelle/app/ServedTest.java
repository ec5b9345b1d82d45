package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.Desk.Child;
import fr.passerelle.app.cli.ServeRequest;
import fr.passerelle.app.cli.ServedTown;
import fr.passerelle.app.web.WebApp;
import fr.passerelle.app.web.WebApp.Served;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the web app holds the store, commands go through it, and nobody notices but those who may not. */
class ServedTest {
    @TempDir
    private Path directory;

    private final OneSandbox one = OneSandbox.start(0);
    private Desk desk = new Desk(Path.of("."));

    @BeforeEach
    void furnish() {
        desk = Desk.at(directory, one).furnished();
    }

    @AfterEach
    void close() {
        one.close();
    }

    private Path serveFile() {
        return desk.store().resolve("serve.json");
    }

    private Served served() {
        return WebApp.start(new ServeRequest(0, false), List.of(), directory, Clock.systemUTC());
    }

    private Ran communicate(String key) {
        return desk.here(
                "communicate",
                "--place",
                Desk.TOURNELLES,
                "--class",
                "CM2 B",
                "--title",
                key,
                "--body",
                "texte.txt",
                "--key",
                key);
    }

    private static int knock(String address, String token, String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + ServedTown.PATH))
                .header(ServedTown.TOKEN_HEADER, token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{\"arguments\":[\"status\"],\"directory\":\"/\"}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void commands_go_through_the_web_app_with_the_same_output_and_exit_codes() throws Exception {
        String id = communicate("alone").ended(0).id();
        Ran statusAlone = desk.here("status", id);
        Ran importAlone = desk.here("import", "onde", Desk.roster(Desk.TOURNELLES), "--place", Desk.TOURNELLES);
        Ran refusedAlone = desk.here("status", "17", "--lang", "en");
        Ran wrongAlone = desk.here("status", "--colour");
        desk.here("backup", "before").ended(0);
        try (Served served = served()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(serveFile())))
                    .isEqualTo("rw-------");

            assertThat(desk.here("status", id)).isEqualTo(statusAlone);
            assertThat(desk.here("import", "onde", Desk.roster(Desk.TOURNELLES), "--place", Desk.TOURNELLES))
                    .isEqualTo(importAlone);
            assertThat(desk.here("status", "17", "--lang", "en")).isEqualTo(refusedAlone);
            assertThat(desk.here("status", "--colour")).isEqualTo(wrongAlone);
            assertThat(communicate("alone").ended(0).id()).isEqualTo(id);
            communicate("through").ended(0);
            desk.here("backup", "meanwhile").ended(0);
            assertThat(directory.resolve("meanwhile")).isNotEmptyDirectory();
            // From a process of its own as from here.
            assertThat(desk.run("status", id)).isEqualTo(statusAlone);

            for (String language : List.of("fr", "en")) {
                Ran refused = desk.here("restore", "before", "--lang", language).ended(1);
                assertThat(refused.sentences()).singleElement().asString().endsWith("(ENT-611)");
            }
            assertThat(knock(served.address(), "wrong", "GET")).isEqualTo(403);
            assertThat(knock(served.address(), "wrong", "POST")).isEqualTo(403);
            assertThat(knock(served.address(), "", "POST")).isEqualTo(403);
        }
        assertThat(serveFile()).doesNotExist();
        assertThat(one.objects().posts()).hasSize(2).allMatch(PostView::visible);
        desk.here("restore", "before").ended(0);
        desk.here("verify").ended(0);
    }

    @Test
    void after_a_kill_of_the_web_app_commands_open_the_store_themselves_and_after_a_stop_nothing_is_left()
            throws IOException {
        try (Child serving = serve()) {
            assertThat(desk.here("status").ended(0).err()).isEmpty();
            serving.kill();
        }
        assertThat(serveFile()).exists();
        communicate("after the kill").ended(0);

        try (Child serving = serve()) {
            serving.process().destroy();
            assertThat(serving.ended().err()).doesNotContain("\tat ");
        }
        assertThat(serveFile()).doesNotExist();
        desk.here("verify").ended(0);
        assertThat(one.objects().posts()).singleElement().matches(PostView::visible);
    }

    private Child serve() {
        Child serving = desk.start(Main.class, "serve", "--port", "0");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> serving.err().contains("http://127.0.0.1:"));
        return serving;
    }
}
