package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.cli.ServeRequest;
import fr.passerelle.app.picture.Photos;
import fr.passerelle.app.picture.SafePicture;
import fr.passerelle.app.web.WebApp;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.one.sandbox.SandboxObjects;
import fr.passerelle.one.sandbox.SandboxObjects.AttachmentView;
import fr.passerelle.one.sandbox.SandboxObjects.MessageView;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on the page to write on, by forms alone: as without JavaScript, over a real socket, to three stand-ins. */
class AttachedFilesPageTest {
    private static final byte[] PHOTO = Photos.withExif(1200, 900, 6);
    private static final byte[] SAFE = SafePicture.of("IMG_1.JPG", PHOTO).bytes();
    private static final byte[] NOTE = "Un bonnet, des gants.".getBytes(StandardCharsets.UTF_8);
    private static final String SEEN = "La façade du musée, \"en fête\"";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern FILE = Pattern.compile("name=\"files\\[\\d+\\]\\.id\" value=\"([0-9a-f]{64})\"");

    private static final ThreeEnts ENTS = new ThreeEnts();

    @TempDir
    private static Path folder;

    private static WebApp.Served app;
    private static Guest guest;

    @BeforeAll
    static void serve() throws Exception {
        Desk desk = new Desk(folder).write("application.yml", ENTS.settings() + "  undo-seconds: 0\n");
        app = WebApp.start(new ServeRequest(0, false), List.of(), folder, Clock.systemUTC());
        desk.furnished();
        guest = Guest.town(app);
    }

    @AfterAll
    static void close() {
        app.close();
        ENTS.close();
    }

    @Test
    void a_photo_is_described_agreed_to_looked_at_and_published_without_its_place() throws Exception {
        String key = CommunicationId.random().toString();
        HttpResponse<String> asked = send("/communications", form(key, "Musée").file("upload", "IMG_1.JPG", PHOTO));
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains(
                        "(ENT-663)", "value=\"Musée\"", "Que voit-on sur l&#39;image", "src=\"data:image/jpeg;base64,")
                .contains("name=\"rights\"");
        String id = files(asked).get(0);

        HttpResponse<String> unagreed = send("/communications", with(form(key, "Musée"), id, "IMG_1.JPG", SEEN));
        assertThat(unagreed.statusCode()).isEqualTo(422);
        assertThat(unagreed.body()).contains("(ENT-664)", "value=\"La façade du musée, &quot;en fête&quot;\"");
        assertThat(files(unagreed)).containsExactly(id);

        FormParts whole = with(form(key, "Musée"), id, "IMG_1.JPG", SEEN).field("rights", "yes");
        HttpResponse<String> preview = send("/write/preview", whole);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("IMG_1.JPG", "name=\"rights\" value=\"yes\"", "ce que montrent les images");
        assertThat(files(preview)).containsExactly(id);
        assertThat(messages("Musée")).isEmpty();

        assertThat(send("/communications", whole).statusCode()).isEqualTo(302);
        assertThat(send("/communications", whole).headers().firstValue("location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/communications/" + key));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(messages("Musée")).singleElement().matches(MessageView::visible));
        assertThat(Photos.tells(PHOTO)).isTrue();
        assertThat(Photos.tells(SAFE)).isFalse();
        assertThat(messages("Musée").get(0).attachments())
                .containsExactly(new AttachmentView("IMG_1.JPG", "image/jpeg", SAFE.length, sha256(SAFE)));

        String page = get("/communications/" + key).body();
        assertThat(page).contains("La façade du musée, &quot;en fête&quot;", "IMG_1.JPG");
        HttpResponse<byte[]> file = guest.http()
                .send(request("/communications/" + key + "/files/" + id).build(), BodyHandlers.ofByteArray());
        assertThat(file.body()).isEqualTo(SAFE);
        assertThat(file.headers().firstValue("content-disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("IMG_1.JPG");
        assertThat(file.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(file.headers().firstValue("cache-control")).contains("no-store");
    }

    @Test
    void a_change_of_files_after_publishing_is_not_lost_in_silence() throws Exception {
        String key = CommunicationId.random().toString();
        FormParts first = form(key, "Liste").file("upload", "liste.txt", NOTE);
        assertThat(send("/communications", first)
                        .headers()
                        .firstValue("location")
                        .orElseThrow())
                .endsWith(key);
        assertThat(send("/communications", form(key, "Liste").file("upload", "liste.txt", NOTE))
                        .headers()
                        .firstValue("location")
                        .orElseThrow())
                .as("the same file again is the same")
                .endsWith(key);
        assertThat(send("/communications", form(key, "Liste"))
                        .headers()
                        .firstValue("location")
                        .orElseThrow())
                .endsWith(key + "?already");
    }

    @Test
    void a_file_is_added_kept_through_every_page_and_removed_by_one_button() throws Exception {
        String key = CommunicationId.random().toString();
        HttpResponse<String> added = send(
                "/write",
                form(key, "Sortie")
                        .file("upload", "liste.txt", NOTE)
                        .file("upload", "C:\\photos\\Plan, côté jardin.png", Photos.png(300, 200, true)));
        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.body())
                .contains("liste.txt", "value=\"Plan, côté jardin.png\"")
                .doesNotContain("(ENT-");
        List<String> ids = files(added);
        assertThat(ids).hasSize(2);

        HttpResponse<String> removed = send(
                "/write",
                form(key, "Sortie")
                        .field("files[0].id", ids.get(0))
                        .field("files[0].name", "liste.txt")
                        .field("files[1].id", ids.get(1))
                        .field("files[1].name", "Plan, côté jardin.png")
                        .field("files[1].alternative", "Un plan, vu d'en haut")
                        .field("remove", ids.get(0)));
        assertThat(files(removed)).containsExactly(ids.get(1));
        assertThat(removed.body()).contains("Un plan, vu d&#39;en haut").doesNotContain("liste.txt");
    }

    @Test
    void what_is_not_taken_is_told_by_its_name_and_the_rest_is_kept() throws Exception {
        HttpResponse<String> page = send(
                "/write",
                form(CommunicationId.random().toString(), "Sortie")
                        .file("upload", "virus.exe", NOTE)
                        .file("upload", "cassée.png", NOTE)
                        .file("upload", "liste.txt", NOTE));
        assertThat(page.body()).contains("virus.exe", "(ENT-317)", "cassée.png", "(ENT-660)");
        assertThat(files(page)).hasSize(1);
        FormParts many = form(CommunicationId.random().toString(), "Sortie");
        for (int number = 0; number < 11; number++) {
            many.file("upload", number + ".txt", ("Numéro " + number).getBytes(StandardCharsets.UTF_8));
        }
        HttpResponse<String> tooMany = send("/write", many);
        assertThat(tooMany.body()).contains("10.txt", "(ENT-315)");
        assertThat(files(tooMany)).hasSize(10);
    }

    @Test
    void a_file_of_another_communication_is_not_taken_whatever_the_form_says() throws Exception {
        String owner = CommunicationId.random().toString();
        String id = files(send("/write", form(owner, "À elle").file("upload", "secret.txt", NOTE)))
                .get(0);
        String thief = CommunicationId.random().toString();
        for (String foreign : List.of(id, "0".repeat(64), "x")) {
            HttpResponse<String> refused =
                    send("/communications", with(form(thief, "À lui"), foreign, "secret.txt", ""));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("(ENT-319)");
            assertThat(files(refused)).isEmpty();
        }
        assertThat(send("/communications", with(form(owner, "À elle"), id, "page.html", ""))
                        .body())
                .as("another name")
                .contains("(ENT-317)");
        assertThat(get("/api/v1/communications").body()).doesNotContain(thief);
        assertThat(get("/communications/" + thief + "/files/" + id).statusCode())
                .isEqualTo(404);
    }

    @Test
    void files_survive_a_draft_that_was_refused_and_come_back_when_it_is_undone() throws Exception {
        String key = CommunicationId.random().toString();
        HttpResponse<String> refused = send(
                "/communications",
                form(key, "Dates")
                        .field("at", "2030-01-02T08:00")
                        .field("until", "2030-01-01T08:00")
                        .file("upload", "liste.txt", NOTE));
        assertThat(refused.body()).contains("(ENT-311)");
        String id = files(refused).get(0);
        FormParts again = with(form(key, "Dates"), id, "liste.txt", "")
                .field("at", "2030-01-02T08:00")
                .file("upload", "IMG_1.JPG", PHOTO)
                .field("rights", "yes");
        String photo = files(send("/communications", again)).get(1);
        FormParts both = with(form(key, "Dates"), id, "liste.txt", "")
                .field("at", "2030-01-02T08:00")
                .field("files[1].id", photo)
                .field("files[1].name", "IMG_1.JPG")
                .field("files[1].alternative", SEEN)
                .field("rights", "yes");
        assertThat(send("/communications", both).statusCode()).isEqualTo(302);
        assertThat(get("/communications/" + key).body()).contains("liste.txt", "IMG_1.JPG");

        HttpResponse<String> undone = send("/communications/" + key + "/undo", form(key, ""));
        assertThat(files(undone)).hasSize(2).doesNotContain(id, photo);
        assertThat(undone.body()).contains("La façade du musée, &quot;en fête&quot;");
        Matcher other = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(undone.body());
        assertThat(other.find()).isTrue();
        assertThat(send(
                                "/communications",
                                with(
                                                form(other.group(1), "Dates"),
                                                files(undone).get(0),
                                                "liste.txt",
                                                "")
                                        .field("at", "2030-01-02T08:00"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(get("/communications/" + other.group(1)).body()).contains("liste.txt");
    }

    @Test
    void a_post_shows_its_photo_with_its_words_and_where_an_ent_takes_none_that_is_said() throws Exception {
        Matcher carriers = Pattern.compile("(?s)id=\"carriers\">(.*?)</p>")
                .matcher(get("/write?place=" + Desk.TOURNELLES).body());
        assertThat(carriers.find()).isTrue();
        assertThat(carriers.group(1)).contains("message", "billet de blog", "actualité");

        String key = CommunicationId.random().toString();
        String id = files(send("/communications", form(key, "Billet", "BLOG").file("upload", "IMG_1.JPG", PHOTO)))
                .get(0);
        FormParts whole =
                with(form(key, "Billet", "BLOG"), id, "IMG_1.JPG", SEEN).field("rights", "yes");
        String preview = send("/write/preview", whole).body();
        assertThat(preview.split("ne transmet pas de telles pièces jointes", -1))
                .hasSize(2);
        assertThat(preview.split("les montre en petit", -1)).as("ONE and Lilie").hasSize(3);

        assertThat(send("/communications", whole).statusCode()).isEqualTo(302);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(ENTS.shown())
                        .containsExactly(
                                List.of("Billet [0771369V CM2 B]"), List.of(), List.of("Billet [0771369V CM2 B]")));
        for (SandboxObjects there :
                List.of(ENTS.one.objects(), ENTS.lilie.objects().openEntNg())) {
            assertThat(there.posts()).singleElement().satisfies(post -> {
                assertThat(post.documents()).hasSize(1);
                assertThat(post.html())
                        .contains("<img ", "alt=\"La façade du musée, &quot;en fête&quot;\"")
                        .contains("/workspace/document/"
                                + there.documents().get(0).id());
            });
            assertThat(there.documents()).singleElement().satisfies(document -> {
                assertThat(document.contentType()).isEqualTo("image/jpeg");
                assertThat(document.visibility()).isEqualTo("protected");
            });
        }
        assertThat(get("/api/v1/communications/" + key + "/items").body().split("\"code\":\"ENT-422\"", -1))
                .hasSize(2);
        assertThat(get("/communications/" + key).body()).contains("Beneylu", "(ENT-422)");
    }

    @Test
    void a_form_with_files_of_another_site_is_refused() throws Exception {
        String key = CommunicationId.random().toString();
        FormParts form = new FormParts()
                .field("key", key)
                .field("place", Desk.TOURNELLES)
                .field("to", "all")
                .field("title", "Titre")
                .file("upload", "liste.txt", NOTE);
        assertThat(send("/communications", form).statusCode()).isEqualTo(403);
        assertThat(get("/communications/" + key).statusCode()).isEqualTo(404);
    }

    @Test
    void a_form_that_is_too_large_is_one_sentence_and_nothing_is_done() throws Exception {
        String key = CommunicationId.random().toString();
        HttpResponse<String> page =
                send("/communications", form(key, "Trop").file("upload", "film.jpg", new byte[(20 << 20) + 1]));
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("(ENT-662)", "20 Mo");
        assertThat(get("/communications/" + key).statusCode()).isEqualTo(404);
        assertThat(send("/communications", form(key, "Juste").file("upload", "bruit.jpg", new byte[20 << 20]))
                        .body())
                .as("as much as may come, though no picture")
                .contains("(ENT-660)");
    }

    /** A browser sends the whole of it before it reads: it must not be cut off. */
    @Test
    void a_form_of_many_photos_is_read_to_the_end_and_refused() throws Exception {
        token();
        URI address = URI.create(app.address());
        long length = 230L << 20;
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /communications HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + guest.cookies()
                            + "\r\nContent-Type: "
                            + FormParts.contentType() + "\r\nContent-Length: " + length
                            + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[1 << 20];
            for (long sent = 0; sent < length; sent += piece.length) {
                out.write(piece);
            }
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413").contains("(ENT-662)");
        }
    }

    @Test
    void what_a_stranger_sends_is_not_even_read() throws Exception {
        URI address = URI.create(app.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("POST /communications HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
                                    + FormParts.contentType() + "\r\nContent-Length: 200000000\r\n"
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] begin = socket.getInputStream().readNBytes(12);
            assertThat(new String(begin, StandardCharsets.UTF_8))
                    .as("answered before any of it has come")
                    .isEqualTo("HTTP/1.1 302");
        }
    }

    private FormParts form(String key, String title) throws Exception {
        return form(key, title, "MESSAGE");
    }

    private FormParts form(String key, String title, String kind) throws Exception {
        return new FormParts()
                .field("_csrf", token())
                .field("key", key)
                .field("place", Desk.TOURNELLES)
                .field("classes", classId())
                .field("title", title)
                .field("text", "Bonjour.")
                .field("kind", kind);
    }

    private static FormParts with(FormParts form, String id, String name, String alternative) {
        return form.field("files[0].id", id)
                .field("files[0].name", name)
                .field("files[0].alternative", alternative)
                .file("upload", "", new byte[0]);
    }

    private static String classId() {
        return app.town()
                .places()
                .classNamed(new fr.passerelle.ent.model.Uai(Desk.TOURNELLES), "CM2 B")
                .toString();
    }

    private static List<MessageView> messages(String title) {
        return ENTS.one.objects().messages().stream()
                .filter(message -> message.subject().equals(title))
                .toList();
    }

    private static List<String> files(HttpResponse<String> page) {
        return FILE.matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private String token() throws Exception {
        Matcher token = TOKEN.matcher(get("/write").body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(app.address() + path));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return guest.http().send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String path, FormParts form) throws IOException, InterruptedException {
        return guest.http()
                .send(
                        request(path)
                                .header("Content-Type", FormParts.contentType())
                                .POST(BodyPublishers.ofByteArray(form.bytes()))
                                .build(),
                        BodyHandlers.ofString());
    }
}
