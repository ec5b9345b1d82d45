package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.cli.ServeRequest;
import fr.passerelle.app.web.WebApp;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import fr.passerelle.one.sandbox.Visitor;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A teacher connects her own account by the pages of the app and of the ENT, and signs what she writes. */
class AccountsPageTest {
    private static final String SETTINGS = """
            passerelle:
              undo-seconds: 0
              ents:
                one:
                  connector: one
                  base-url: %s
                  allow-loopback: true
                  accounts:
                    service:
                      places: [0771369V]
                      settles-within: 2s
                      credentials:
                        client-id: passerelle
                        client-secret: bac-a-sable-secret
                        username: service.passerelle
                        password: bac-a-sable
            """;
    private static final String AUTHORS = """
                        author-client-id: passerelle-enseignants
                        author-client-secret: bac-a-sable-secret-enseignants
            """;

    @TempDir
    private Path folder;

    private final OneSandbox ent = OneSandbox.start(0);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private WebApp.Served app;

    @BeforeEach
    void furnish() {
        Desk desk = new Desk(folder).furnished();
        desk.here(
                        "import",
                        "onde",
                        "onde/" + Desk.TOURNELLES + "-CSVExtraction-enseignants.csv",
                        "--place",
                        Desk.TOURNELLES,
                        "--apply")
                .ended(0);
        serve(AUTHORS);
    }

    private void serve(String authors) {
        new Desk(folder).write("application.yml", SETTINGS.formatted(ent.baseUrl()) + authors);
        app = WebApp.start(new ServeRequest(0, false), List.of(), folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        app.close();
        ent.close();
    }

    @Test
    void what_she_writes_goes_out_in_her_own_name_until_she_is_disconnected() throws Exception {
        String person = teacher();
        HttpResponse<String> agree = connect(person);
        assertThat(agree.statusCode()).isEqualTo(200);
        assertThat(agree.headers().firstValue("content-security-policy").orElseThrow())
                .contains("form-action 'self'");
        URI page = URI.create(
                found("href=\"([^\"]+/auth/oauth2/auth[^\"]+)\"", agree.body()).replace("&amp;", "&"));
        URI back = new Visitor("claire.martin", "bac-a-sable").agreesOn(page);
        assertThat(back.toString()).startsWith(app.address() + "/accounts/callback?");

        HttpResponse<String> connected = get(back);
        assertThat(connected.statusCode()).isEqualTo(302);
        assertThat(connected.headers().firstValue("location").orElseThrow()).endsWith("/accounts?connected");
        assertThat(body("/accounts?connected")).contains("Le compte est relié", "/accounts/disconnect");
        assertThat(get(back).body()).contains("(ENT-620)");

        assertThat(body("/write?place=" + Desk.TOURNELLES)).contains("Qui signe", person, "ONE / NEO (Edifice)");
        String id = UUID.randomUUID().toString();
        assertThat(publish(id, person).statusCode()).isEqualTo(302);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> ent.objects().posts().stream().anyMatch(PostView::visible));
        assertThat(ent.objects().posts()).extracting(PostView::author).containsExactly("claire.martin");
        assertThat(body("/communications/" + id)).contains("compte personnel de l&#39;auteur");
        assertThat(body("/places/" + Desk.TOURNELLES))
                .contains("href=\"/accounts\"")
                .doesNotContain(person);

        HttpResponse<String> gone =
                post("/accounts/disconnect", "_csrf=" + csrf() + "&account=" + encode("one/" + person));
        assertThat(gone.statusCode()).isEqualTo(302);
        assertThat(body("/accounts")).doesNotContain("/accounts/disconnect");
        HttpResponse<String> late = publish(UUID.randomUUID().toString(), person);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("(ENT-121)");
        assertThat(publish(UUID.randomUUID().toString(), "").statusCode()).isEqualTo(302);
    }

    @Test
    void who_comes_back_without_having_agreed_or_unasked_connects_nothing() throws Exception {
        URI page = URI.create(found(
                        "href=\"([^\"]+/auth/oauth2/auth[^\"]+)\"",
                        connect(teacher()).body())
                .replace("&amp;", "&"));
        String state = found("[?&]state=([^&]+)", page.toString());
        HttpResponse<String> declined = get("/accounts/callback?error=access_denied&state=" + state);
        assertThat(declined.statusCode()).isEqualTo(422);
        assertThat(declined.body()).contains("access_denied", "(ENT-621)");
        assertThat(get("/accounts/callback?code=x&state=" + state).body()).contains("(ENT-620)");
        assertThat(get("/accounts/callback").body()).contains("(ENT-620)");
        assertThat(body("/accounts")).doesNotContain("/accounts/disconnect");
    }

    @Test
    void without_an_application_for_teachers_the_setting_is_named() throws Exception {
        app.close();
        serve("");
        HttpResponse<String> refused = connect(teacher());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("credentials.author-client-id", "(ENT-409)");
        assertThat(connect("nobody").body()).contains("(ENT-202)");
    }

    private String teacher() throws Exception {
        return found("<option value=\"([^\"]{36})\"", body("/accounts"));
    }

    private HttpResponse<String> connect(String person) throws Exception {
        return post("/accounts/connect", "_csrf=" + csrf() + "&account=one%2Fservice&person=" + person);
    }

    private HttpResponse<String> publish(String id, String signer) throws Exception {
        String write = body("/write?place=" + Desk.TOURNELLES);
        String room = found("name=\"classes\" value=\"([^\"]+)\"[^>]*>\\s*<span>CM2 B<", write);
        return post(
                "/communications",
                "_csrf=" + csrf() + "&key=" + id + "&place=" + Desk.TOURNELLES + "&classes=" + room + "&signer="
                        + signer + "&title=Sortie&text=Jeudi");
    }

    private String csrf() throws Exception {
        return encode(found("name=\"_csrf\" value=\"([^\"]+)\"", body("/write")));
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String body(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(URI.create(app.address() + path));
    }

    private HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(app.address() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}
