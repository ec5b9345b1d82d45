package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.cli.ServeRequest;
import fr.passerelle.app.web.WebApp;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes in that no page of ours sends. */
class PagesTest {
    private static final String NOBODY = "6f0a1c52-8f6e-4a57-9d0e-2f3b1f0e9a11";

    @TempDir
    private static Path folder;

    private static WebApp.Served app;
    private static Guest guest;

    @BeforeAll
    static void serve() throws Exception {
        app = WebApp.start(new ServeRequest(0, false), List.of(), folder, Clock.systemUTC());
        new Desk(folder).furnished();
        guest = Guest.town(app);
    }

    @AfterAll
    static void close() {
        app.close();
    }

    @Test
    void another_language_keeps_the_address() throws Exception {
        assertThat(guest.get("/write?place=" + Desk.TOURNELLES + "&lang=fr").body())
                .contains("href=\"?place=" + Desk.TOURNELLES + "&amp;lang=en\"");
        assertThat(guest.get("/write?x=%22%3E%3Cscript%3E").body()).contains("href=\"?x=%22%3E%3Cscript%3E&amp;lang=");
    }

    @Test
    void what_is_not_there_is_a_page_with_one_sentence_and_a_problem_for_programs() throws Exception {
        for (String path : List.of("/nowhere", "/communications/x", "/places/077", "/persons/x", "/classes/x")) {
            HttpResponse<String> page = guest.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(404);
            assertThat(page.body()).as(path).contains("(ENT-");
        }
        HttpResponse<String> problem = guest.get("/api/v1/persons/" + NOBODY);
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(problem.body()).contains("\"code\":\"ENT-202\"");
    }

    @Test
    void ids_that_are_none_are_refused_with_a_sentence() throws Exception {
        HttpResponse<String> retry = guest.post("/communications/" + NOBODY + "/items/x/retry", "");
        assertThat(retry.statusCode()).isEqualTo(404);
        assertThat(retry.body()).contains("(ENT-411)");

        HttpResponse<String> form =
                guest.post("/communications", "key=" + NOBODY + "&place=0771369V&classes=x&title=Titre&text=Texte");
        assertThat(form.statusCode()).isEqualTo(422);
        assertThat(form.body()).contains("(ENT-105)");

        HttpResponse<String> key = guest.post("/communications", "key=x&place=0771369V&to=all&title=Titre&text=Texte");
        assertThat(key.statusCode()).isEqualTo(422);
        assertThat(key.body()).contains("(ENT-602)");
    }

    @Test
    void a_form_refused_for_its_dates_counts_as_it_stands_when_it_comes_again() throws Exception {
        String form = "key=0d6b7a6e-51a5-4c0e-8c1b-6a4f5a3c7f10&place=0771369V&to=all&text=Texte";
        HttpResponse<String> refused =
                guest.post("/communications", form + "&title=Avant&at=2030-01-02T08%3A00&until=2030-01-01T08%3A00");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("(ENT-311)").contains("Avant");

        HttpResponse<String> taken = guest.post(
                "/communications", form + "&title=Apr%C3%A8s&at=2030-01-02T08%3A00&until=2030-01-03T08%3A00");
        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(guest.get("/communications/0d6b7a6e-51a5-4c0e-8c1b-6a4f5a3c7f10")
                        .body())
                .contains("Après")
                .doesNotContain("Avant");
    }

    @Test
    void what_is_published_can_be_undone_before_it_is_out_and_comes_back_into_the_form() throws Exception {
        String id = "5f7c9a11-7d0e-4b77-9c55-2d1a6b0f4e21";
        assertThat(guest.post(
                                "/communications",
                                "key=" + id + "&place=0771369V&to=all&title=Trop+vite&text=Une+faute.&kind=MESSAGE")
                        .statusCode())
                .isEqualTo(302);
        String page = guest.get("/communications/" + id).body();
        assertThat(page).contains("id=\"undo\"").contains("en attente");
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(page);
        assertThat(seen.find()).isTrue();
        String items = "/communications/" + id + "/items?seen=";
        assertThat(guest.get(items + seen.group(1)).statusCode()).isEqualTo(204);
        assertThat(guest.get(items + "other").body()).contains("id=\"undo\"");
        String form = guest.post("/communications/" + id + "/undo", "").body();
        assertThat(form)
                .contains("value=\"Trop vite\"", "Une faute.", "value=\"all\" checked")
                .doesNotContain("value=\"" + id + "\"");
        assertThat(guest.get("/communications/" + id).body()).doesNotContain("id=\"undo\"");
        assertThat(guest.get("/api/v1/communications").body()).contains("WITHDRAWN");
    }

    @Test
    void a_form_of_another_site_is_refused() throws Exception {
        assertThat(guest.postBare("/communications", "key=" + NOBODY + "&place=0771369V&to=all&title=T")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_page_elsewhere_whose_name_leads_here_is_refused() throws Exception {
        URI address = URI.create(app.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET /places HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Tournelles");
        }
    }

    @Test
    void a_text_appears_on_the_days_that_were_chosen_and_what_is_to_come_is_taken_back_at_once() throws Exception {
        String key = "0d6b7a6e-51a5-4c0e-8c1b-6a4f5a3c7f55";
        String form = "key=" + key + "&place=0771369V&to=all&title=Piscine&text=Maillot&days=TUESDAY&days=FRIDAY";
        assertThat(guest.post("/communications", form).body())
                .contains("(ENT-682)", "checked=\"checked\"> <span>mardi");
        assertThat(guest.post("/communications", form + "&at=2030-01-01T08:00&repeatUntil=2029-12-31")
                        .body())
                .contains("(ENT-683)");
        assertThat(guest.post("/communications", form + "&at=2030-01-01T08:00&repeatUntil=2030-12-31")
                        .body())
                .contains("(ENT-684)");
        assertThat(guest.get("/communications/" + key).statusCode())
                .as("nothing was done")
                .isEqualTo(404);

        String whole = form + "&at=2030-01-01T08:00&until=2030-01-02T20:00&repeatUntil=2030-01-11";
        assertThat(guest.post("/write/preview", whole).body())
                .contains("Elle paraîtra 4 fois", "vendredi 11 janvier 2030", "name=\"days\" value=\"FRIDAY\"");
        for (int click = 0; click < 2; click++) {
            assertThat(guest.post("/communications", whole).statusCode()).isEqualTo(302);
        }
        String page = guest.page("/communications/" + key);
        assertThat(page).contains("Paraît 4 fois", "mardi 8 janvier 2030 08:00", "2 janvier 2030 20:00");
        Matcher last = Pattern.compile("href=\"/communications/([^\"]+)\"[^>]*>vendredi 11")
                .matcher(page);
        assertThat(last.find()).isTrue();
        assertThat(guest.page("/communications/" + last.group(1))).contains("12 janvier 2030 20:00");

        assertThat(guest.post("/communications/" + last.group(1) + "/series/stop", "")
                        .statusCode())
                .isEqualTo(302);
        assertThat(guest.page("/communications/" + key)).doesNotContain("à venir", "series/stop");
        assertThat(guest.post("/communications/" + NOBODY + "/series/stop", "").body())
                .contains("(ENT-681)");
    }
}
