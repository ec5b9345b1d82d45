package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.BadInput.Row;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is wrong with a command gives one sentence with its code, an exit code, nothing that looks like success, no
 * trace of the program's inside, and nothing half done.
 */
class BadInputTest {
    @TempDir
    private Path directory;

    private final OneSandbox one = OneSandbox.start(0);
    private Desk desk = new Desk(Path.of("."));

    /** How a command is run. */
    @FunctionalInterface
    private interface Runs {
        Ran run(String... arguments);
    }

    @BeforeEach
    void furnish() throws IOException {
        desk = Desk.at(directory, one).furnished();
        BadInput.files(desk);
    }

    @AfterEach
    void close() {
        one.close();
    }

    @Test
    void every_wrong_command_is_refused_in_one_sentence_in_french_and_in_english() throws IOException {
        everyRow(desk::here);
    }

    @Test
    @Tag("thorough")
    void every_wrong_command_is_refused_by_a_process_of_its_own() throws IOException {
        everyRow(desk::run);
    }

    private void everyRow(Runs runs) throws IOException {
        String before = state();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (Row row : BadInput.rows(taken.getLocalPort())) {
                String french = refused(row, runs.run(row.in("fr")));
                String english = refused(row, runs.run(row.in("en")));
                assertThat(english).as(row.what()).isNotEqualTo(french);
            }
        }
        assertThat(state()).isEqualTo(before);
        assertThat(one.requests()).isEmpty();
    }

    private static String refused(Row row, Ran ran) {
        assertThat(ran.exit()).as("%s: %s%s", row.what(), ran.out(), ran.err()).isEqualTo(row.exit());
        assertThat(ran.out()).as(row.what()).isBlank();
        assertThat(ran.sentences()).as(row.what()).hasSize(1);
        assertThat(ran.sentences().get(0)).as(row.what()).endsWith("(" + row.code() + ")");
        return ran.sentences().get(0);
    }

    /** What the store holds, sound. */
    private String state() {
        desk.here("verify").ended(0);
        return desk.here("status").ended(0).out()
                + desk.here("place", "list").ended(0).out();
    }

    private Ran communicate(String title, String body, String... more) {
        List<String> all =
                new ArrayList<>(List.of("communicate", "--place", Desk.TOURNELLES, "--title", title, "--body", body));
        all.addAll(List.of(more));
        return desk.here(all.toArray(String[]::new));
    }

    /** Each language to a class of its own: at one wall, a later publication waits for an earlier one. */
    private Ran inVain(String language) {
        String schoolClass = language.equals("fr") ? "CM2 A" : "CM2 B";
        return communicate("Sortie", "texte.txt", "--class", schoolClass, "--wait", "3s", "--lang", language);
    }

    @Test
    void hostile_html_is_published_clean() {
        communicate("<b onclick=alert(1)>Sortie</b>", "hostile.html", "--class", "CM2 B")
                .ended(0);

        List<PostView> posts = one.objects().posts();
        assertThat(posts)
                .singleElement()
                .satisfies(post -> assertThat(post.html().toLowerCase(java.util.Locale.ROOT))
                        .contains("jeudi")
                        .doesNotContain(
                                "<script", "onclick", "onerror", "javascript:", "<iframe", "<style", "<svg", "<form"));
    }

    @Test
    void a_school_without_classes_has_nobody_to_write_to() {
        desk.here("place", "add", "0770409B", "--name", "Arcades Fleuries", "--kind", "elementary")
                .ended(0);
        String[] command = {
            "communicate", "--place", "0770409B", "--title", "Sortie", "--body", "texte.txt", "--wait", "10s"
        };

        Ran ran = desk.here(command);

        assertThat(ran.ended(1).sentences()).singleElement().asString().endsWith("(ENT-304)");
        assertThat(one.objects().posts()).isEmpty();
        desk.here("verify").ended(0);
    }

    @Test
    void wrong_credentials_publish_nothing_and_say_who_must_act() {
        desk.connected(one.baseUrl(), "faux");
        for (String language : List.of("fr", "en")) {
            Ran ran = inVain(language);
            assertThat(ran.ended(3).out()).contains("ENT-403");
            assertThat(ran.err()).doesNotContain("\tat ", "Exception");
        }
        assertThat(desk.here("check").ended(1).out()).contains("ENT-403").doesNotContain("faux");
        assertThat(one.objects().posts()).isEmpty();

        // The right password, and what waited goes out as soon as somebody says so.
        desk.connected(one.baseUrl(), one.logins().get(0).password());
        desk.here("redrive").ended(0);
        assertThat(one.objects().posts()).hasSize(2).allMatch(PostView::visible);
    }

    @Test
    void an_ent_that_is_down_lets_everything_wait() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        desk.connected(URI.create("http://127.0.0.1:" + nobody), "bac-a-sable");
        for (String language : List.of("fr", "en")) {
            Ran ran = inVain(language);
            assertThat(ran.ended(3).out()).contains("ENT-401");
            assertThat(ran.err()).doesNotContain("\tat ", "Exception");
        }
        desk.here("status").ended(0);
        desk.here("verify").ended(0);
        assertThat(desk.here("check").ended(1).out()).contains("ENT-401");
    }

    @Test
    void a_secret_that_cannot_be_read_stops_the_command_before_anything() {
        desk.connected(one.baseUrl(), "file:absent.txt");
        for (Map.Entry<String, String> language :
                Map.of("fr", "n'a pas pu être lu", "en", "could not be read").entrySet()) {
            Ran ran = communicate("Sortie", "texte.txt", "--lang", language.getKey())
                    .ended(1);
            assertThat(ran.out()).isBlank();
            assertThat(ran.sentences())
                    .singleElement()
                    .asString()
                    .contains("passerelle.ents.one.accounts.service.credentials.password", language.getValue())
                    .endsWith("(ENT-615)");
        }
        desk.connected(one.baseUrl(), "bac-a-sable");
        assertThat(desk.here("status", "--output", "json").ended(0).json().path("communications"))
                .isEmpty();
    }

    @Test
    void a_second_writer_is_sent_away() throws IOException {
        try (Desk.Child serving = desk.start(HoldMain.class)) {
            HoldMain.await(serving);
            for (String language : List.of("fr", "en")) {
                Ran ran = desk.run("status", "--lang", language).ended(1);
                assertThat(ran.out()).isBlank();
                assertThat(ran.sentences()).singleElement().asString().endsWith("(ENT-501)");
            }
        }
        desk.here("verify").ended(0);
    }
}
