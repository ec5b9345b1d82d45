package fr.passerelle.one.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.sandbox.PortInUse;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules of the protocol that no captured story shows, and the sandbox's own surface. */
class OneSandboxTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String BLOG =
            "{\"title\":\"Blog\",\"description\":\"d\",\"thumbnail\":\"\",\"allowReplies\":false}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final OneSandbox sandbox =
            OneSandbox.start(0, Seed.pilot(), InstantSource.fixed(Instant.parse("2026-11-24T08:00:00Z")));
    private String authorization = "";

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> ask(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .method(method, BodyPublishers.ofString(body));
        if (!authorization.isEmpty() && !path.startsWith("/auth/oauth2/token")) {
            request.header("Authorization", authorization);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException cut) {
            throw new java.io.UncheckedIOException(cut);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private HttpResponse<String> get(String path) {
        return ask("GET", path, "");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return MAPPER.readTree(answer.body());
    }

    private HttpResponse<String> grant(String login, String scope) {
        return ask(
                "POST",
                "/auth/oauth2/token",
                "grant_type=password&client_id=passerelle&client_secret=bac-a-sable-secret&username=" + login
                        + "&password=bac-a-sable&scope=" + scope);
    }

    private void signIn(String login) {
        authorization = "Bearer "
                + json(grant(login, "userinfo+auth+directory+blog"))
                        .path("access_token")
                        .asString();
    }

    private String makeBlog() {
        return json(ask("POST", "/blog", BLOG)).path("_id").asString();
    }

    private String makePost(String blog) {
        return json(ask("POST", "/blog/post/" + blog, "{\"title\":\"t\",\"content\":\"<p>c</p>\"}"))
                .path("_id")
                .asString();
    }

    @Test
    void it_holds_the_pilots_schools_and_classes_and_tells_who_may_sign_in() {
        signIn(sandbox.logins().get(0).login());
        JsonNode structures = json(get("/directory/structure/admin/list"));
        int classes = 0;
        for (JsonNode structure : structures) {
            classes += json(get("/directory/class/admin/list?structureId="
                            + structure.path("id").asString()))
                    .size();
        }
        assertThat(structures.size()).isEqualTo(3);
        assertThat(classes).isEqualTo(24);
        assertThat(sandbox.logins()).extracting("profile").containsExactly("Personnel", "Teacher", "Relative");
    }

    @Test
    void it_listens_on_this_machine_only_and_says_that_it_is_a_stand_in() {
        assertThat(sandbox.baseUrl().getHost()).isEqualTo("127.0.0.1");
        assertThat(get("/").body()).contains("Ceci n'est pas ONE", "bac à sable", "reconstruction");
    }

    @Test
    void a_port_in_use_is_said_in_a_sentence() {
        int port = sandbox.baseUrl().getPort();
        assertThatThrownBy(() -> OneSandbox.start(port))
                .isInstanceOfSatisfying(
                        PortInUse.class, taken -> assertThat(taken.port()).isEqualTo(port))
                .hasMessage("Port " + port + " is already in use: choose another one.");
    }

    @Test
    void a_token_opens_only_the_applications_of_its_scope() {
        String token = json(grant("service.passerelle", "userinfo"))
                .path("access_token")
                .asString();
        authorization = "Bearer " + token;

        assertThat(get("/auth/oauth2/userinfo").statusCode()).isEqualTo(200);
        assertThat(get("/blog/list/all").statusCode()).isEqualTo(302);
        authorization = "Bearer "
                + json(grant("service.passerelle", "")).path("access_token").asString();
        assertThat(get("/auth/oauth2/userinfo").statusCode()).isEqualTo(302);
    }

    @Test
    void a_token_ends_after_an_hour_and_a_refresh_keeps_the_refresh_token() {
        JsonNode granted = json(grant("service.passerelle", "userinfo"));
        authorization = "Bearer " + granted.path("access_token").asString();
        sandbox.advance(Duration.ofHours(1));
        assertThat(get("/auth/oauth2/userinfo").statusCode()).isEqualTo(302);

        JsonNode refreshed = json(ask(
                "POST",
                "/auth/oauth2/token",
                "grant_type=refresh_token&client_id=passerelle&client_secret=bac-a-sable-secret&refresh_token="
                        + granted.path("refresh_token").asString()));
        assertThat(refreshed.path("refresh_token").asString())
                .isEqualTo(granted.path("refresh_token").asString());
        authorization = "Bearer " + refreshed.path("access_token").asString();
        assertThat(get("/auth/oauth2/userinfo").statusCode()).isEqualTo(200);
    }

    @Test
    void a_cookie_session_must_prove_its_writes_and_a_bearer_need_not() {
        HttpResponse<String> login = ask("POST", "/auth/login", "email=service.passerelle&password=bac-a-sable");
        String session = login.headers().allValues("set-cookie").get(0);
        String proof = login.headers().allValues("set-cookie").get(2);
        String cookie = session.substring(0, session.indexOf(';'));
        String csrf = proof.substring("XSRF-TOKEN=".length(), proof.indexOf(';'));

        HttpResponse<String> refused = ask("POST", "/blog", BLOG, "Cookie", cookie);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("error").asString()).isEqualTo("invalid.xsrf.token");
        assertThat(ask("POST", "/blog", BLOG, "Cookie", cookie, "X-XSRF-TOKEN", csrf)
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask("GET", "/blog/list/all", "", "Cookie", cookie).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_parent_reads_what_is_published_and_shared_and_nothing_else() {
        signIn("service.passerelle");
        String blog = makeBlog();
        String post = makePost(blog);
        signIn("sophie.petit");
        assertThat(get("/blog/post/list/all/" + blog).statusCode()).isEqualTo(401);
        sandbox.people().share(blog, "CM2 B-Relative");
        assertThat(json(get("/blog/post/list/all/" + blog)).isEmpty()).isTrue();
        sandbox.people().agreeTo(post);
        assertThat(json(get("/blog/post/list/all/" + blog)).size()).isEqualTo(1);
        assertThat(get("/blog/list/all").statusCode()).isEqualTo(401);
        assertThat(ask("DELETE", "/blog/post/" + blog + "/" + post, "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void reading_a_published_post_counts_as_a_view_and_listing_does_not() {
        signIn("service.passerelle");
        String blog = makeBlog();
        String post = makePost(blog);
        ask("PUT", "/blog/post/publish/" + blog + "/" + post, "{}");

        get("/blog/post/list/all/" + blog + "?content=true");
        assertThat(json(get("/blog/post/" + blog + "/" + post)).path("views").asInt())
                .isZero();
        assertThat(json(get("/blog/post/" + blog + "/" + post)).path("views").asInt())
                .isEqualTo(1);
    }

    @Test
    void publishing_again_or_what_is_not_there_is_200_and_counts_nothing() {
        signIn("service.passerelle");
        String blog = makeBlog();
        String path = "/blog/post/publish/" + blog + "/" + makePost(blog);

        assertThat(ask("PUT", path, "{}").body()).isEqualTo("{\"number\":1}");
        assertThat(ask("PUT", path, "{}").body()).isEqualTo("{\"number\":0}");
        assertThat(ask("PUT", "/blog/post/publish/" + blog + "/nope", "{}").body())
                .isEqualTo("{\"number\":0}");
    }

    @Test
    void shares_are_replaced_whole_and_who_is_not_accepted_is_dropped_without_a_word() {
        signIn("claire.martin");
        String blog = makeBlog();
        sandbox.people().share(blog, "CM2 B-Student");
        String families = group("CM2 B-Relative");
        String read = "[\"org-entcore-blog-controllers-PostController|list\"]";

        HttpResponse<String> answer = ask(
                "PUT",
                "/blog/share/resource/" + blog,
                "{\"groups\":{\"" + families + "\":" + read + ",\"unknown\":" + read + "}}");

        assertThat(json(answer).path("notify-timeline-array").size()).isEqualTo(1);
        assertThat(sandbox.objects().blogs().get(0).readers()).containsExactly("CM2 B-Relative");

        ask("PUT", "/blog/share/resource/" + blog, "{\"groups\":{\"" + families + "\":[\"nope|nope\"]}}");
        assertThat(sandbox.objects().blogs().get(0).readers()).isEmpty();
    }

    private String group(String name) {
        String[] id = new String[1];
        String kept = authorization;
        signIn("service.passerelle");
        json(get("/directory/structure/admin/list"))
                .forEach(structure -> json(get("/directory/group/admin/list?structureId="
                                + structure.path("id").asString()))
                        .forEach(group -> {
                            if (group.path("name").asString().equals(name) && id[0] == null) {
                                id[0] = group.path("id").asString();
                            }
                        }));
        authorization = kept;
        return String.valueOf(id[0]);
    }

    @Test
    void pages_have_twenty_posts_newest_first() {
        signIn("service.passerelle");
        String blog = makeBlog();
        for (int i = 0; i < 21; i++) {
            makePost(blog);
        }
        assertThat(json(get("/blog/post/list/all/" + blog + "?page=0")).size()).isEqualTo(20);
        assertThat(json(get("/blog/post/list/all/" + blog + "?page=1")).size()).isEqualTo(1);
        assertThat(json(get("/blog/post/list/all/" + blog + "?page=2")).size()).isZero();
        assertThat(json(get("/blog/post/list/all/" + blog)).size()).isEqualTo(21);
        assertThat(json(get("/blog/counter/" + blog)).path("countDraft").asInt())
                .isEqualTo(21);
    }

    @Test
    void its_administration_shows_objects_requests_faults_and_clock() {
        signIn("service.passerelle");
        String blog = makeBlog();
        sandbox.people().share(blog, "CM2 B-Relative");
        String post = json(ask(
                        "POST",
                        "/blog/post/" + blog,
                        "{\"title\":\"t\",\"content\":\"<p>c</p><p>réf. 7K3F-9Q2M-XW4T</p>\"}"))
                .path("_id")
                .asString();
        ask("PUT", "/blog/post/publish/" + blog + "/" + post, "{}");

        JsonNode seen = json(get("/__sandbox/objects")).path("posts").path(0);
        assertThat(seen.path("visible").asBoolean()).isTrue();
        assertThat(seen.path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(seen.path("reference").asString()).isEqualTo("7K3F-9Q2M-XW4T");
        assertThat(seen.path("author").asString()).isEqualTo("service.passerelle");
        assertThat(seen.path("classes").toString()).isEqualTo("[\"0771369V CM2 B\"]");
        assertThat(get("/__sandbox/requests").body())
                .contains("POST /blog/post/:blog")
                .doesNotContain("bac-a-sable");
        assertThat(json(ask("POST", "/__sandbox/clock", "{\"advanceSeconds\":60}"))
                        .path("now")
                        .asString())
                .isEqualTo("2026-11-24T08:01:00Z");
        assertThat(ask("POST", "/__sandbox/reset", "").statusCode()).isEqualTo(204);
        assertThat(sandbox.objects().posts()).isEmpty();
        assertThat(get("/__sandbox/other").statusCode()).isEqualTo(404);
    }

    @Test
    void a_plan_of_faults_is_followed_and_counted() {
        signIn("service.passerelle");
        JsonNode plan = json(ask("PUT", "/__sandbox/faults", """
                {"seed": 7, "rules": [
                  {"kind": "status", "percent": 60, "retryAfter": "5"},
                  {"kind": "cut-after-acting", "percent": 10},
                  {"kind": "commit-late", "percent": 5, "seconds": 200}]}"""));
        assertThat(plan.path("rules").size()).isEqualTo(3);
        int good = 0;
        for (int i = 0; i < 300; i++) {
            try {
                good += ask("POST", "/blog", BLOG).statusCode() == 200 ? 1 : 0;
            } catch (java.io.UncheckedIOException cut) {
                assertThat(cut).hasCauseInstanceOf(IOException.class);
            }
        }
        JsonNode injected = json(get("/__sandbox/faults")).path("injected");

        assertThat(injected.path("status").asInt()).isBetween(140, 220);
        assertThat(injected.path("cut-after-acting").asInt()).isBetween(10, 55);
        assertThat(injected.path("commit-late").asInt()).isBetween(3, 35);
        int late = injected.path("commit-late").asInt();
        assertThat(sandbox.objects().pending()).isEqualTo(late);
        int now = sandbox.objects().blogs().size();
        assertThat(now).isEqualTo(good + injected.path("cut-after-acting").asInt());
        sandbox.advance(Duration.ofSeconds(200));
        assertThat(sandbox.objects().blogs()).hasSize(now + late);
    }

    @Test
    void the_nth_request_of_a_route_can_fail() {
        signIn("service.passerelle");
        sandbox.faults(FaultPlan.of(1, Rule.nth(Kind.STATUS, "POST /blog", 2).status(429, "30")));

        assertThat(ask("POST", "/blog", BLOG).statusCode()).isEqualTo(200);
        HttpResponse<String> second = ask("POST", "/blog", BLOG);
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("retry-after")).contains("30");
        assertThat(ask("POST", "/blog", BLOG).statusCode()).isEqualTo(200);
        assertThat(sandbox.injected()).containsExactly(java.util.Map.entry(Kind.STATUS, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"rules\":[{\"kind\":\"meteor\"}]}", "{\"rules\":"})
    void a_plan_that_is_none_is_refused_with_a_sentence(String plan) {
        HttpResponse<String> answer = ask("PUT", "/__sandbox/faults", plan);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").asString()).isNotBlank();
    }

    @Test
    void a_write_that_comes_late_is_the_callers_even_when_his_session_has_ended() {
        signIn("service.passerelle");
        sandbox.faults(
                FaultPlan.of(1, Rule.nth(Kind.COMMIT_LATE, "POST /blog", 1).seconds(7200)));
        assertThat(ask("POST", "/blog", BLOG).statusCode()).isEqualTo(504);

        sandbox.advance(Duration.ofHours(2));
        assertThat(sandbox.objects().blogs()).hasSize(1);
    }

    @Test
    void seed_and_plan_are_read_from_files(@TempDir Path folder) throws IOException {
        Path seed = Files.writeString(
                folder.resolve("seed.json"),
                "{\"schools\":[{\"uai\":\"0770409B\",\"name\":\"Arcades\",\"classes\":[\"CP A\",\"CP B\"]}]}");
        Path plan = Files.writeString(
                folder.resolve("faults.json"), "{\"rules\":[{\"kind\":\"garbage\",\"percent\":100}]}");
        try (OneSandbox other = OneSandbox.start(0, Seed.of(SchoolSeed.read(seed)), InstantSource.system())) {
            other.faults(plan);
            assertThat(other.plan().rules()).extracting(Rule::kind).containsExactly(Kind.GARBAGE);
            assertThat(other.logins()).hasSize(3);
        }
        Path empty = Files.writeString(folder.resolve("empty.json"), "{}");
        assertThatThrownBy(() -> SchoolSeed.read(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("list of schools");
    }

    @Test
    void an_unknown_route_is_an_empty_404() {
        signIn("service.passerelle");
        assertThat(get("/schoolbook/list").statusCode()).isEqualTo(404);
    }

    @Test
    void a_draft_or_a_post_in_a_blog_that_nobody_reads_is_not_visible() {
        signIn("service.passerelle");
        String blog = makeBlog();
        String post = makePost(blog);
        assertThat(sandbox.objects().posts()).noneMatch(PostView::visible);
        sandbox.people().agreeTo(post);
        assertThat(sandbox.objects().posts()).noneMatch(PostView::visible);
        sandbox.people().share(blog, "CM2 B-Relative");
        assertThat(sandbox.objects().posts()).allMatch(PostView::visible);
    }
}
