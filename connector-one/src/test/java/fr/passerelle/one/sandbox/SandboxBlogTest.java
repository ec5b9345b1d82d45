package fr.passerelle.one.sandbox;

import static fr.passerelle.one.sandbox.OneTestClient.error;
import static fr.passerelle.one.sandbox.OneTestClient.header;
import static fr.passerelle.one.sandbox.OneTestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rules of blogs, their posts and shares that no captured story shows. */
class SandboxBlogTest {
    private static final String SERVICE = "service.passerelle";
    private static final String TEACHER = "claire.martin";
    private static final String PARENT = "sophie.petit";
    private static final String POST = "{\"title\":\"t\",\"content\":\"<p>c</p>\"}";

    private final OneSandbox sandbox =
            OneSandbox.start(0, Seed.pilot(), InstantSource.fixed(Instant.parse("2026-11-24T08:00:00Z")));
    private final OneTestClient client = new OneTestClient(sandbox.baseUrl());

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** A teacher's blog that the families of her class read and where the service account contributes. */
    private String blog() {
        return sandbox.people().makeBlog(TEACHER, SERVICE, "RESTRAINT", "CM2 B-Relative");
    }

    private String post(String blog) {
        return json(client.ask("POST", "/blog/post/" + blog, POST)).path("_id").asString();
    }

    private static void isForbidden(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "content-type")).isEqualTo("text/html");
    }

    private List<String> states(String login, String blog, String query) {
        return json(client.as(login).get("/blog/post/list/all/" + blog + query))
                .valueStream()
                .map(post -> post.path("state").asString())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"description\":\"d\",\"thumbnail\":\"\",\"allowReplies\":false}",
                "{\"title\":\"t\",\"thumbnail\":\"\",\"allowReplies\":false}",
                "{\"title\":\"t\",\"description\":\"d\",\"allowReplies\":false}",
                "{\"title\":\"t\",\"description\":\"d\",\"thumbnail\":\"\"}",
                "{\"title\":\"t\",\"description\":\"d\",\"thumbnail\":null,\"allowReplies\":false}",
                "{}"
            })
    void a_blog_needs_all_four_fields(String body) {
        HttpResponse<String> refused = client.as(SERVICE).ask("POST", "/blog", body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error(refused)).isEqualTo("Validation error : invalids fields.");
    }

    @Test
    void a_blog_is_its_owners_restrained_and_without_comments_unless_it_is_said() {
        JsonNode made = json(client.as(SERVICE)
                .ask(
                        "POST",
                        "/blog",
                        "{\"title\":\"t\",\"description\":\"d\",\"thumbnail\":\"\",\"allowReplies\":false,"
                                + "\"visibility\":\"PUBLIC\"}"));
        assertThat(made.path("visibility").asString()).isEqualTo("OWNER");
        assertThat(made.path("publish-type").asString()).isEqualTo("RESTRAINT");
        assertThat(made.path("comment-type").asString()).isEqualTo("NONE");
    }

    @Test
    void a_moment_has_milliseconds_and_no_zeros_at_its_end() {
        sandbox.advance(Duration.ofNanos(420_000_300));
        String blog = blog();
        JsonNode made = json(client.as(TEACHER).ask("POST", "/blog/post/" + blog, POST));
        assertThat(made.path("created").path("$date").asString()).isEqualTo("2026-11-24T08:00:00.42Z");
    }

    @Test
    void the_text_of_a_post_alone_has_empty_lines_between_its_blocks() {
        JsonNode made = json(client.as(TEACHER)
                .ask(
                        "POST",
                        "/blog/post/" + blog(),
                        "{\"title\":\"t\",\"content\":\"<h1>Titre</h1><p>Au <b>musée</b>.</p>\"}"));
        assertThat(made.path("contentPlain").asString()).isEqualTo("Titre\n\nAu musée.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":", "title=t", ""})
    void what_is_no_json_is_not_decoded(String body) {
        String blog = blog();
        client.as(TEACHER);
        String post = post(blog);
        for (HttpResponse<String> refused : List.of(
                client.ask("POST", "/blog", body),
                client.ask("POST", "/blog/post/" + blog, body),
                client.ask("PUT", "/blog/post/" + blog + "/" + post, body),
                client.ask("PUT", "/blog/share/resource/" + blog, body))) {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(error(refused)).startsWith("Failed to decode:");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /blog/share/json/:blog",
        "PUT, /blog/share/resource/:blog",
        "GET, /blog/post/list/all/:blog",
        "GET, /blog/post/:blog/:post",
        "POST, /blog/post/:blog",
        "PUT, /blog/post/:blog/:post",
        "PUT, /blog/post/submit/:blog/:post",
        "PUT, /blog/post/publish/:blog/:post",
        "DELETE, /blog/post/:blog/:post",
        "GET, /blog/comments/:blog/:post"
    })
    void another_persons_blog_is_as_one_that_is_not_there(String method, String pattern) {
        String blog = sandbox.people().makeBlog(TEACHER, TEACHER, "RESTRAINT");
        client.as(TEACHER);
        String post = post(blog);
        String path = pattern.replace(":post", post);
        client.as(PARENT);
        isForbidden(client.ask(method, path.replace(":blog", blog), POST));
        isForbidden(client.ask(method, pattern.replace(":blog", "nope").replace(":post", "nope"), POST));
    }

    @Test
    void a_post_is_seen_by_its_author_then_by_who_manages_and_published_by_all_who_read() {
        String blog = blog();
        client.as(SERVICE);
        String post = post(blog);
        assertThat(states(SERVICE, blog, "")).containsExactly("DRAFT");
        assertThat(states(TEACHER, blog, "")).isEmpty();

        client.as(SERVICE).ask("PUT", "/blog/post/submit/" + blog + "/" + post, "{}");
        assertThat(states(SERVICE, blog, "")).containsExactly("SUBMITTED");
        assertThat(states(TEACHER, blog, "")).containsExactly("SUBMITTED");
        assertThat(states(PARENT, blog, "")).isEmpty();

        client.as(TEACHER).ask("PUT", "/blog/post/publish/" + blog + "/" + post, "{}");
        assertThat(states(PARENT, blog, "")).containsExactly("PUBLISHED");
    }

    @Test
    void who_contributes_may_not_publish_and_who_reads_may_not_submit() {
        String blog = blog();
        client.as(SERVICE);
        String post = post(blog);
        isForbidden(client.ask("PUT", "/blog/post/publish/" + blog + "/" + post, "{}"));
        isForbidden(client.as(PARENT).ask("PUT", "/blog/post/submit/" + blog + "/" + post, "{}"));
    }

    @Test
    void a_post_asked_for_in_a_state_that_it_is_not_in_does_not_exist() {
        String blog = blog();
        client.as(SERVICE);
        String path = "/blog/post/" + blog + "/" + post(blog);
        assertThat(client.get(path + "?state=DRAFT").statusCode()).isEqualTo(200);
        for (String query : List.of("", "?state=PUBLISHED", "?state=SUBMITTED")) {
            HttpResponse<String> refused = client.get(path + query);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(error(refused)).isEqualTo("post.does.not.exist");
        }
    }

    @Test
    void posts_are_listed_by_one_state_or_by_several() {
        String blog = blog();
        client.as(TEACHER);
        post(blog);
        client.ask("PUT", "/blog/post/publish/" + blog + "/" + post(blog), "{}");
        assertThat(states(TEACHER, blog, "?state=PUBLISHED")).containsExactly("PUBLISHED");
        assertThat(states(TEACHER, blog, "?states=DRAFT,PUBLISHED")).containsExactly("DRAFT", "PUBLISHED");
        assertThat(states(TEACHER, blog, "?states=DRAFT")).containsExactly("DRAFT");
        assertThat(states(TEACHER, blog, "?states=")).containsExactly("DRAFT", "PUBLISHED");
    }

    @Test
    void a_page_of_posts_that_is_no_number_is_refused() {
        String blog = blog();
        HttpResponse<String> refused = client.as(TEACHER).get("/blog/post/list/all/" + blog + "?page=x");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error(refused)).isNotEmpty();
    }

    @Test
    void a_post_is_deleted_once() {
        String blog = blog();
        client.as(TEACHER);
        String path = "/blog/post/" + blog + "/" + post(blog);
        assertThat(client.ask("DELETE", path, "").statusCode()).isEqualTo(204);
        isForbidden(client.ask("DELETE", path, ""));
        HttpResponse<String> gone = client.get(path);
        assertThat(gone.statusCode()).isEqualTo(400);
        assertThat(error(gone)).isEqualTo("post.does.not.exist");
    }

    private JsonNode shares(String blog, String query) {
        return json(client.get("/blog/share/json/" + blog + query));
    }

    @Test
    void a_blogs_groups_have_french_names_and_only_those_of_classes_say_which_school() {
        client.as(TEACHER);
        JsonNode groups = shares(blog(), "").path("groups").path("visibles");
        assertThat(groups.valueStream()
                        .filter(group -> group.path("name").asString().equals("Parents du groupe CM2 B.")))
                .singleElement()
                .satisfies(group ->
                        assertThat(group.path("structureName").isString()).isTrue());
        assertThat(groups.valueStream()
                        .filter(group -> group.path("name").asString().equals("Parents du groupe Les Tournelles.")))
                .singleElement()
                .satisfies(group ->
                        assertThat(group.path("structureName").isNull()).isTrue());
    }

    @Test
    void nothing_in_a_share_takes_it_from_everybody() {
        String blog = blog();
        assertThat(client.as(TEACHER)
                        .ask("PUT", "/blog/share/resource/" + blog, "{}")
                        .body())
                .isEqualTo("{\"notify-timeline-array\":[]}");
        assertThat(shares(blog, "?search=").path("groups").path("checked").isEmpty())
                .isTrue();
        isForbidden(client.as(PARENT).get("/blog/post/list/all/" + blog));
    }

    @Test
    void what_a_member_may_do_whom_one_does_not_see_is_not_changed() {
        String blog = blog();
        client.as(TEACHER);
        String families = shares(blog, "?search=")
                .path("groups")
                .path("checked")
                .propertyNames()
                .iterator()
                .next();
        sandbox.people().hide("CM2 B-Relative");
        HttpResponse<String> refused = client.ask(
                "PUT",
                "/blog/share/resource/" + blog,
                "{\"groups\":{\"" + families + "\":[\"" + BlogRoutes.POSTS + "list\"]}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error(refused)).isEqualTo("insufficient.rights.to.modify.shares");
        assertThat(shares(blog, "?search=").path("groups").path("checked").path(families))
                .hasSize(4);
    }

    @Test
    void who_is_blocked_is_dropped_from_a_share_without_a_word() {
        String blog = blog();
        sandbox.people().block(PARENT, true);
        HttpResponse<String> answer = client.as(TEACHER)
                .ask(
                        "PUT",
                        "/blog/share/resource/" + blog,
                        "{\"users\":{\"" + World.uuid("user " + PARENT) + "\":[\"" + BlogRoutes.POSTS + "list\"]}}");
        assertThat(answer.body()).isEqualTo("{\"notify-timeline-array\":[]}");
    }
}
