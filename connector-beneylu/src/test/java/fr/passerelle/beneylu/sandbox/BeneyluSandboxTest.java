package fr.passerelle.beneylu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.sandbox.SchoolSeed;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stand-in by the protocol's rules, spoken to by a client that knows nothing of the connector. */
class BeneyluSandboxTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final BeneyluSandbox sandbox = BeneyluSandbox.start(
            0,
            List.of(new SchoolSeed("0771369V", "Les Tournelles", List.of("CM2 A", "CM2 B"))),
            InstantSource.system());
    private final URI auth =
            Objects.requireNonNull(sandbox.operator("beneylu-v3").urls().get("auth"));
    private HttpClient browser = browser(Redirect.NORMAL);

    private static HttpClient browser(Redirect redirect) {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(redirect)
                .build();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(sandbox.baseUrl().resolve(address)));
    }

    private HttpResponse<String> post(String address, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(sandbox.baseUrl().resolve(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return MAPPER.readTree(response.body());
    }

    /** As a person does, with redirections and the directory's own form. */
    private void signIn(String login) {
        browser = browser(Redirect.NORMAL);
        String door =
                Jsoup.parse(get("/ent/").body()).select("[data-authorize-url]").attr("data-authorize-url");
        HttpResponse<String> form = get(door);
        String action = Jsoup.parse(form.body()).select("form").attr("action");
        String token = Jsoup.parse(form.body()).select("[name=_csrf_token]").val();
        HttpResponse<String> in = post(
                auth.resolve(action).toString(),
                Map.of("_username", login, "_password", "bac-a-sable", "_csrf_token", token));
        assertThat(in.statusCode())
                .as("%s to %s", in.uri(), in.headers().firstValue("location"))
                .isEqualTo(200);
        assertThat(get("/ent/?_direct_call=1").uri().getPath()).isEqualTo("/ent/classe");
    }

    private Map<String, String> form(String address, String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        Jsoup.parse(get(address).body())
                .select("form")
                .select("input, textarea, select")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.keySet().removeIf(field -> !field.startsWith(name));
        return fields;
    }

    @Test
    void it_says_that_it_is_none() {
        assertThat(get("/").body()).contains("Ceci n'est pas Beneylu School", "reconstruction");
    }

    @Test
    void a_script_signs_in_by_json_and_a_session_stands_nowhere_before_it_was_prepared() {
        browser = browser(Redirect.NEVER);
        String door =
                Jsoup.parse(get("/ent/").body()).select("[data-authorize-url]").attr("data-authorize-url")
                        + "&_xhr_call=1";
        HttpResponse<String> challenge = get(door);
        assertThat(challenge.statusCode()).isEqualTo(401);
        String loginUrl = json(challenge).path("login_url").asString() + "&_xhr_call=1";
        Map<String, String> form = new LinkedHashMap<>(Map.of("_username", "service.passerelle", "_password", "faux"));
        form.put("_csrf_token", json(challenge).path("csrf_token").asString());
        assertThat(json(post(loginUrl, form)).has("error_message")).isTrue();
        form.put("_password", "bac-a-sable");
        String again = json(post(loginUrl, form)).path("redirect_url").asString();
        String back = json(get(again)).path("redirect_url").asString();
        assertThat(back).startsWith(sandbox.baseUrl() + "/ent/login_check?code=");

        assertThat(get("/ent/api/1.0/groups.json").statusCode()).isEqualTo(401);
        assertThat(get("/ent/api/1.0/groups.json").body()).isEqualTo("\"invalid credentials /api/1.0/groups.json\"");
        String landing = json(get(back + "&_xhr_call=1")).path("redirect_url").asString();
        assertThat(get("/ent/blog/").headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/ent/pas-de-classe"));
        assertThat(get(landing + "?_direct_call=1").statusCode()).isEqualTo(302);
        assertThat(get("/ent/blog/").statusCode()).isEqualTo(200);
        // A code is good once.
        assertThat(get(back + "&_xhr_call=1").statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_of_another_session_shows_the_form_again_and_writes_nothing() {
        signIn("claire.martin");
        Map<String, String> form = form("/ent/carnet-de-liaison/gestion/nouveau-message", "liaisonbook_form");
        form.remove("liaisonbook_form[individualized]");
        form.keySet().removeIf(field -> field.contains("addresseds"));
        form.put("liaisonbook_form[title]", "Piscine");
        form.put("liaisonbook_form[content]", "<p>Jeudi</p>");
        signIn("claire.martin");
        String valider = "/ent/carnet-de-liaison/gestion/nouveau-message/valider";
        assertThat(post(valider, form).body()).contains("CSRF", "liaisonbook_form[_token]");
        assertThat(sandbox.objects().words()).isEmpty();

        form.put(
                "liaisonbook_form[_token]",
                Objects.requireNonNull(form("/ent/carnet-de-liaison/gestion/nouveau-message", "liaisonbook_form")
                        .get("liaisonbook_form[_token]")));
        form.put("liaisonbook_form[autre]", "x");
        assertThat(post(valider, form).body()).contains("champs supplémentaires");
        form.remove("liaisonbook_form[autre]");
        assertThat(post(valider, form).uri().getPath()).isEqualTo("/ent/carnet-de-liaison/gestion");
        assertThat(sandbox.objects().words()).hasSize(1);
    }

    @Test
    void families_read_and_sign_and_a_second_signature_is_none() {
        signIn("claire.martin");
        Map<String, String> form = form("/ent/carnet-de-liaison/gestion/nouveau-message", "liaisonbook_form");
        form.remove("liaisonbook_form[individualized]");
        form.keySet().removeIf(field -> field.contains("addresseds"));
        form.put("liaisonbook_form[title]", "Piscine");
        form.put("liaisonbook_form[content]", "<p onclick=\"x()\">Jeudi</p><script>x</script>");
        post("/ent/carnet-de-liaison/gestion/nouveau-message/valider", form);

        signIn("sophie.petit");
        assertThat(get("/ent/carnet-de-liaison/").body())
                .contains("<p>Jeudi</p>", "sign(")
                .doesNotContain("<script");
        String id = sandbox.objects().words().get(0).id();
        for (int i = 0; i < 2; i++) {
            assertThat(get("/ent/carnet-de-liaison/signer-message/" + id).body())
                    .isEqualTo("true");
        }
        assertThat(sandbox.objects().words().get(0).signed()).isEqualTo(1);
        assertThat(get("/ent/carnet-de-liaison/gestion/nouveau-message").statusCode())
                .isEqualTo(403);
    }

    @Test
    void without_the_right_to_publish_an_article_waits() {
        sandbox.people().takeRight("claire.martin", "BLOG_PUBLISH");
        signIn("claire.martin");
        Map<String, String> form = form("/ent/blog/gestion/nouvel-article", "blog_article_form");
        form.put("blog_article_form[draftTitle]", "Jardin");
        form.put("blog_article_form[draftContent]", "<p>vert</p>");
        form.put("blog_article_form[status]", "PUBLISHED");
        assertThat(post("/ent/blog/gestion/nouvel-article/terminer", form).uri().getPath())
                .isEqualTo("/ent/blog/gestion/visualisation/jardin");
        assertThat(sandbox.objects().articles()).singleElement().satisfies(article -> {
            assertThat(article.state()).isEqualTo("FINISHED");
            assertThat(article.visible()).isFalse();
        });
    }

    @Test
    void a_partner_learns_who_somebody_is_and_nothing_to_write_with() {
        signIn("claire.martin");
        HttpClient with = browser;
        browser = HttpClient.newBuilder()
                .cookieHandler(with.cookieHandler().orElseThrow())
                .followRedirects(Redirect.NEVER)
                .build();
        String query = "?response_type=code&client_id=" + PartnerRoutes.CLIENT + "&scope=read_with_uai&state=s"
                + "&redirect_uri=" + encode(PartnerRoutes.REDIRECT_URI);
        String back = get(auth + "/oauth/v2/authorize" + query)
                .headers()
                .firstValue("location")
                .orElseThrow();
        assertThat(back).startsWith(PartnerRoutes.REDIRECT_URI + "?code=").endsWith("&state=s");
        String code = back.substring(back.indexOf("code=") + 5, back.indexOf("&state"));
        JsonNode token = json(post(
                auth + "/oauth/v2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", PartnerRoutes.CLIENT,
                        "client_secret", PartnerRoutes.SECRET,
                        "redirect_uri", PartnerRoutes.REDIRECT_URI,
                        "code", code)));
        String access = "?access_token=" + token.path("access_token").asString();
        assertThat(json(get(auth + "/oauth/v2/users" + access)).path("profile").asString())
                .isEqualTo("TEACHER");
        assertThat(json(get(auth + "/oauth/v2/routes/schoolUAIs" + access))
                        .path("school_uais")
                        .path(0)
                        .asString())
                .isEqualTo("0771369V");
        assertThat(get(auth + "/oauth/v2/users?access_token=faux").statusCode()).isEqualTo(401);
        assertThat(get(auth + "/oauth/v2/authorize" + query.replace(PartnerRoutes.CLIENT, "8_autre"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void everything_begins_anew_when_it_is_reset() {
        signIn("claire.martin");
        sandbox.reset();
        assertThat(get("/ent/api/1.0/users/me.json").statusCode()).isEqualTo(401);
    }
}
