package fr.passerelle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.cli.ServeRequest;
import fr.passerelle.app.web.WebApp;
import fr.passerelle.one.sandbox.SandboxObjects.DocumentView;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the teachers' shared spaces, as a browser without JavaScript uses it. */
class SharedFilesPageTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    private final ThreeEnts ents = new ThreeEnts();
    private WebApp.Served app;
    private Guest guest;

    @BeforeEach
    void serve() throws Exception {
        new Desk(folder).write("application.yml", ents.settings());
        app = WebApp.start(new ServeRequest(0, false), List.of(), folder, Clock.systemUTC());
        guest = Guest.town(app);
    }

    @AfterEach
    void close() {
        app.close();
        ents.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return guest.http().send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(app.address() + path));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path));
    }

    private String token() throws IOException, InterruptedException {
        Matcher matcher = TOKEN.matcher(get("/files").body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> put(String account, String name, String text)
            throws IOException, InterruptedException {
        String part = "--b\r\nContent-Disposition: form-data; name=\"";
        return send(to("/files/put")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(part + "_csrf\"\r\n\r\n" + token() + "\r\n" + part + "account\"\r\n\r\n"
                        + account + "\r\n" + part + "file\"; filename=\"" + name + "\"\r\n\r\n" + text
                        + "\r\n--b--\r\n")));
    }

    private HttpResponse<String> copy(String to) throws IOException, InterruptedException {
        return send(to("/files/copy")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("account=one/service&to=" + URLEncoder.encode(to, UTF_8) + "&_csrf="
                        + URLEncoder.encode(token(), UTF_8))));
    }

    @Test
    void every_ent_has_its_space_on_the_page_or_one_sentence_why_not() throws Exception {
        String page = get("/files").body();
        assertThat(page)
                .contains("one/service", "lilie/service", "beneylu/service")
                .contains("Beneylu School (beneylu-v3) n&#39;a pas d&#39;espace de fichiers")
                .contains("Aucun fichier dans ce dossier.")
                .contains("Mo occupés sur 105 Mo");
        assertThat(get("/files?lang=en").body()).contains("No file in this folder.", "has no space of files");
        assertThat(get("/files?account=nobody/service").statusCode()).isEqualTo(422);
    }

    @Test
    void a_file_is_put_shown_downloaded_and_copied_and_nothing_twice() throws Exception {
        assertThat(put("one/service", "leçon.txt", "Bonjour la classe").body()).contains("leçon.txt", "déposé");
        assertThat(put("one/service", "leçon.txt", "Bonjour la classe").body()).contains("déjà là");
        DocumentView there = ents.one.objects().documents().get(0);
        assertThat(ents.one.objects().documents()).hasSize(1);

        HttpResponse<String> file = get("/files/get?account=one/service&file=" + there.id());
        assertThat(file.body()).isEqualTo("Bonjour la classe");
        assertThat(file.headers().firstValue("content-type")).hasValue("application/octet-stream");
        assertThat(file.headers().firstValue("content-disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment;"));

        assertThat(copy("lilie/service").body()).contains("déposé");
        assertThat(copy("lilie/service").body()).contains("déjà là");
        assertThat(ents.lilie.objects().openEntNg().documents())
                .extracting(DocumentView::sha256)
                .containsExactly(there.sha256());
        HttpResponse<String> refused = copy("beneylu/service");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("(ENT-340)");
    }

    @Test
    void a_folder_is_opened_by_its_link() throws Exception {
        ents.one.people().documents().makeFolder("claire.martin", "Espace des maîtres", "service.passerelle");
        ents.one.people().documents().put("claire.martin", "Espace des maîtres", "programme.odt", new byte[] {1});
        Matcher link = Pattern.compile("href=\"(/files\\?account=one[^\"]*folder=[^\"]+)\"")
                .matcher(get("/files").body());
        assertThat(link.find()).isTrue();
        assertThat(get(link.group(1).replace("&amp;", "&")).body()).contains("programme.odt", "partagé");
    }

    @Test
    void what_is_too_large_is_said_in_one_sentence() throws Exception {
        HttpResponse<String> page = put("one/service", "film.bin", "x".repeat(11 << 20));
        assertThat(page.body()).contains("Ce fichier dépasse 10 Mo", "(ENT-344)");
        HttpResponse<String> more = put("one/service", "film.bin", "x".repeat(21 << 20));
        assertThat(more.statusCode()).isEqualTo(413);
        assertThat(more.body()).contains("20 Mo", "(ENT-662)");
        assertThat(ents.one.objects().documents()).isEmpty();
    }
}
