package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.cli.ServeRequest;
import fr.passerelle.app.web.WebApp;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import fr.passerelle.one.sandbox.Visitor;
import java.net.URI;
import java.net.http.HttpResponse;
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
    private WebApp.Served app;
    private Guest guest;

    @BeforeEach
    void furnish() throws Exception {
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

    private void serve(String authors) throws Exception {
        new Desk(folder).write("application.yml", SETTINGS.formatted(ent.baseUrl()) + authors);
        app = WebApp.start(new ServeRequest(0, false), List.of(), folder, Clock.systemUTC());
        guest = Guest.town(app);
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

        HttpResponse<String> connected = guest.get(back);
        assertThat(connected.statusCode()).isEqualTo(302);
        assertThat(connected.headers().firstValue("location").orElseThrow()).endsWith("/accounts?connected");
        assertThat(guest.page("/accounts?connected")).contains("Le compte est relié", "/accounts/disconnect");
        assertThat(guest.get(back).body()).contains("(ENT-620)");

        assertThat(guest.page("/write?place=" + Desk.TOURNELLES)).contains("Qui signe", person, "ONE / NEO (Edifice)");
        String id = UUID.randomUUID().toString();
        assertThat(publish(id, person).statusCode()).isEqualTo(302);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> ent.objects().posts().stream().anyMatch(PostView::visible));
        assertThat(ent.objects().posts()).extracting(PostView::author).containsExactly("claire.martin");
        assertThat(guest.page("/communications/" + id)).contains("compte personnel de l&#39;auteur");
        assertThat(guest.page("/places/" + Desk.TOURNELLES))
                .contains("href=\"/accounts\"")
                .doesNotContain(person);

        HttpResponse<String> gone = guest.post("/accounts/disconnect", "account=" + Guest.encoded("one/" + person));
        assertThat(gone.statusCode()).isEqualTo(302);
        assertThat(guest.page("/accounts")).doesNotContain("/accounts/disconnect");
        HttpResponse<String> late = publish(UUID.randomUUID().toString(), person);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("(ENT-121)");
        assertThat(publish(UUID.randomUUID().toString(), "").statusCode()).isEqualTo(302);
    }

    /** What was refused stays a draft of its author; hers is another one, and so are its files. */
    @Test
    void a_file_goes_along_when_somebody_else_signs_what_was_refused() throws Exception {
        String person = teacher();
        guest.get(new Visitor("claire.martin", "bac-a-sable")
                .agreesOn(URI.create(found(
                                "href=\"([^\"]+/auth/oauth2/auth[^\"]+)\"",
                                connect(person).body())
                        .replace("&amp;", "&"))));
        String id = UUID.randomUUID().toString();
        byte[] note = "Un bonnet.".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> refused = guest.post(
                "/communications",
                form(id, "").field("until", "2030-01-01T08:00").file("upload", "liste.txt", note));
        assertThat(refused.body()).contains("(ENT-311)");
        HttpResponse<String> hers = guest.post(
                "/communications",
                form(id, person)
                        .field("files[0].id", found("name=\"files\\[0\\].id\" value=\"([^\"]+)\"", refused.body()))
                        .field("files[0].name", "liste.txt"));
        assertThat(hers.statusCode()).isEqualTo(302);
        String page = hers.headers().firstValue("location").orElseThrow();
        assertThat(page).doesNotContain(id);
        assertThat(guest.get(URI.create(app.address() + "/").resolve(page)).body())
                .contains("liste.txt");
    }

    @Test
    void who_connected_her_account_signs_in_by_it_and_nobody_else_does() throws Exception {
        String person = teacher();
        var users = app.town().users();
        var user = users.add(
                null,
                "claire",
                "Claire Exemple",
                fr.passerelle.app.user.Role.TEACHER,
                List.of(fr.passerelle.ent.model.PlaceId.parse(Desk.TOURNELLES)),
                fr.passerelle.ent.model.PersonId.parse(person));
        Guest before = new Guest(app.address());
        assertThat(before.page("/sign-in")).contains("/sign-in/ent?account=one/service");
        assertThat(comesBack(before, "claire.martin").body()).contains("(ENT-124)");

        guest.get(new Visitor("claire.martin", "bac-a-sable")
                .agreesOn(URI.create(found(
                                "href=\"([^\"]+/auth/oauth2/auth[^\"]+)\"",
                                connect(person).body())
                        .replace("&amp;", "&"))));
        Guest claire = new Guest(app.address());
        assertThat(comesBack(claire, "claire.martin").statusCode()).isEqualTo(302);
        assertThat(claire.page("/me")).contains("Claire Exemple");
        assertThat(comesBack(new Guest(app.address()), "sophie.petit").body()).contains("(ENT-124)");

        Guest thief = new Guest(app.address());
        URI hers = new Visitor("claire.martin", "bac-a-sable").agreesOn(page(new Guest(app.address())));
        assertThat(thief.get(hers).body()).as("a link of another session").contains("(ENT-620)");
        assertThat(thief.get("/places").statusCode()).isEqualTo(302);

        users.close(null, user);
        assertThat(comesBack(new Guest(app.address()), "claire.martin").body()).contains("(ENT-634)");
    }

    private static URI page(Guest guest) throws Exception {
        return URI.create(guest.get("/sign-in/ent?account=one/service")
                .headers()
                .firstValue("location")
                .orElseThrow());
    }

    private static HttpResponse<String> comesBack(Guest guest, String login) throws Exception {
        return guest.get(new Visitor(login, "bac-a-sable").agreesOn(page(guest)));
    }

    private FormParts form(String id, String signer) throws Exception {
        return new FormParts()
                .field("key", id)
                .field("place", Desk.TOURNELLES)
                .field("to", "all")
                .field("signer", signer)
                .field("title", "Sortie")
                .field("at", "2030-01-02T08:00");
    }

    @Test
    void who_comes_back_without_having_agreed_or_unasked_connects_nothing() throws Exception {
        URI page = URI.create(found(
                        "href=\"([^\"]+/auth/oauth2/auth[^\"]+)\"",
                        connect(teacher()).body())
                .replace("&amp;", "&"));
        String state = found("[?&]state=([^&]+)", page.toString());
        HttpResponse<String> declined = guest.get("/accounts/callback?error=access_denied&state=" + state);
        assertThat(declined.statusCode()).isEqualTo(422);
        assertThat(declined.body()).contains("access_denied", "(ENT-621)");
        assertThat(guest.get("/accounts/callback?code=x&state=" + state).body()).contains("(ENT-620)");
        assertThat(guest.get("/accounts/callback").body()).contains("(ENT-620)");
        assertThat(guest.page("/accounts")).doesNotContain("/accounts/disconnect");
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
        return found("<option value=\"([^\"]{36})\"", guest.page("/accounts"));
    }

    private HttpResponse<String> connect(String person) throws Exception {
        return guest.post("/accounts/connect", "account=one%2Fservice&person=" + person);
    }

    private HttpResponse<String> publish(String id, String signer) throws Exception {
        String write = guest.page("/write?place=" + Desk.TOURNELLES);
        String room = found("name=\"classes\" value=\"([^\"]+)\"[^>]*>\\s*<span>CM2 B<", write);
        return guest.post(
                "/communications",
                "key=" + id + "&place=" + Desk.TOURNELLES + "&classes=" + room + "&signer=" + signer
                        + "&title=Sortie&text=Jeudi");
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
