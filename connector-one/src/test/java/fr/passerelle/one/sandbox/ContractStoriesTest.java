package fr.passerelle.one.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays what a real ONE back end was asked against the sandbox, and compares what both answered: status, content type,
 * the names of the JSON fields, and the rich text as stored. Ids are bound as they come.
 */
class ContractStoriesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String SCHOOL = "0610001A";
    private static final String PASSWORD = "Passw0rd!";
    private static final Pattern LOGIN = Pattern.compile("[a-z]+\\.[a-z]+");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

    @TestFactory
    Stream<DynamicTest> signing_in_answers_as_the_real_server_did() throws IOException {
        return play("session", true);
    }

    @TestFactory
    Stream<DynamicTest> the_directory_answers_as_the_real_server_did() throws IOException {
        return play("directory", true);
    }

    /** That server's blog ran without the transformer. */
    @TestFactory
    Stream<DynamicTest> blogs_answer_as_the_real_server_did() throws IOException {
        return play("blog", false);
    }

    /** Nor had its messages one. */
    @TestFactory
    Stream<DynamicTest> messages_answer_as_the_real_server_did() throws IOException {
        return play("conversation", false);
    }

    @TestFactory
    Stream<DynamicTest> rich_text_is_rewritten_as_by_the_real_server() throws IOException {
        return play("rewriting", true);
    }

    private static List<JsonNode> stories(String group) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                ContractStoriesTest.class.getResourceAsStream("/fr/passerelle/one/stories.json"))) {
            return MAPPER.readTree(file)
                    .valueStream()
                    .filter(story -> story.path("group").asString().equals(group))
                    .toList();
        }
    }

    private static Stream<DynamicTest> play(String group, boolean transforms) throws IOException {
        List<JsonNode> stories = stories(group);
        assertThat(stories).hasSizeGreaterThan(3);
        Stage stage = new Stage(transforms);
        if (group.equals("rewriting")) {
            // The exchanges between were left out of the captures: there is a blog, and a parent may read it.
            for (JsonNode story : stories("blog")) {
                if ((story.path("title").asString().startsWith("Create a blog") && story.has("binds"))
                        || story.path("title").asString().startsWith("Share a blog")) {
                    stage.answer(story);
                }
            }
        }
        return stories.stream()
                .map(story -> DynamicTest.dynamicTest(story.path("title").asString(), () -> stage.compare(story)))
                .onClose(stage::close);
    }

    /** One sandbox with the people of the captures, and what was bound so far. */
    private static final class Stage {
        private final OneSandbox sandbox;
        private final HttpClient client = HttpClient.newHttpClient();
        private final Map<String, String> bound = new HashMap<>();

        Stage(boolean transforms) {
            sandbox = OneSandbox.start(0, seed(transforms), InstantSource.system());
            bound.put("structure", World.uuid("school " + SCHOOL));
            for (String name : List.of("CE1 A", "CM2 B")) {
                bound.put("class " + name, World.uuid("class " + SCHOOL + " " + name));
            }
            for (String login : List.of(
                    "claire.martin", "paul.dubois", "lea.petit", "hugo.moreau", "sophie.petit", "karim.moreau")) {
                bound.put("user " + login, World.uuid("user " + login));
            }
        }

        private static Seed seed(boolean transforms) {
            Seed seed = Seed.empty()
                    .school(SCHOOL, "École Jules Ferry", "CE1 A", "CM2 B")
                    .application(
                            "connector-pw",
                            "s3cret-connector-pw",
                            "userinfo",
                            "auth",
                            "infra",
                            "directory",
                            "timeline",
                            "workspace",
                            "conversation",
                            "communication",
                            "blog",
                            "portal")
                    .person(
                            "tom.mate",
                            PASSWORD,
                            "Tom",
                            "Mate",
                            "Personnel",
                            at -> at.administers(SCHOOL).blogs())
                    .person(
                            "claire.martin",
                            PASSWORD,
                            "Claire",
                            "MARTIN",
                            "Teacher",
                            at -> at.inClass(SCHOOL, "CE1 A")
                                    .administers(SCHOOL)
                                    .blogs())
                    .person(
                            "paul.dubois",
                            PASSWORD,
                            "Paul",
                            "DUBOIS",
                            "Teacher",
                            at -> at.inClass(SCHOOL, "CM2 B").blogs())
                    .person("lea.petit", PASSWORD, "Léa", "PETIT", "Student", at -> at.inClass(SCHOOL, "CE1 A"))
                    .person("hugo.moreau", PASSWORD, "Hugo", "MOREAU", "Student", at -> at.inClass(SCHOOL, "CE1 A"))
                    .person("sophie.petit", PASSWORD, "Sophie", "PETIT", "Relative", at -> at.inClass(SCHOOL, "CE1 A"))
                    .person("karim.moreau", PASSWORD, "Karim", "MOREAU", "Relative", at -> at.inClass(SCHOOL, "CE1 A"));
            return transforms ? seed : seed.withoutTransformer();
        }

        void compare(JsonNode story) {
            HttpResponse<String> answer = answer(story);

            assertThat(answer.statusCode())
                    .as("status")
                    .isEqualTo(story.path("status").asInt());
            assertThat(header(answer, "content-type")).as("content type").isEqualTo(text(story, "contentType"));
            if (answer.statusCode() == 302) {
                assertThat(header(answer, "location")).contains("/auth/login?callback=");
            }
            if (List.of("object", "array").contains(story.path("kind").asString())) {
                JsonNode json = MAPPER.readTree(answer.body());
                assertThat(json.isArray())
                        .isEqualTo(story.path("kind").asString().equals("array"));
                compareFields(story, json);
            }
            if (story.has("content")) {
                assertThat(answer.body()).contains(MAPPER.writeValueAsString(story.path("content")));
            }
        }

        private static void compareFields(JsonNode story, JsonNode json) {
            TreeSet<String> expected = new TreeSet<>();
            story.path("fields").valueStream().map(JsonNode::asString).forEach(expected::add);
            if (json.isArray()) {
                assertThat(json.isEmpty()).as("empty").isEqualTo(expected.isEmpty());
            }
            TreeSet<String> ours = new TreeSet<>((json.isArray() ? json.path(0) : json).propertyNames());
            if (story.path("cut").asBoolean(false)) {
                assertThat(ours).as("fields, of which the capture shows some").containsAll(expected);
            } else {
                assertThat(ours).as("fields").isEqualTo(expected);
            }
        }

        /** Asks, and binds what the story names. */
        HttpResponse<String> answer(JsonNode story) {
            String as = story.path("as").asString();
            if (as.equals("blocked user")) {
                sandbox.people().block("hugo.moreau", true);
            }
            String body = text(story, "body");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                            sandbox.baseUrl() + filled(story.path("path").asString())))
                    .method(
                            story.path("method").asString(),
                            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(filled(body)));
            for (String[] header : new String[][] {{"Accept", "accept"}, {"Content-Type", "requestType"}}) {
                String value = text(story, header[1]);
                if (value != null) {
                    request.header(header[0], value);
                }
            }
            identify(request, as, story);
            HttpResponse<String> answer = send(request.build());
            String binds = text(story, "binds");
            if (binds != null) {
                JsonNode made = MAPPER.readTree(answer.body());
                bound.put(binds, made.path(made.has("_id") ? "_id" : "id").asString());
                if (binds.equals("post 5")) {
                    sandbox.people().agreeTo(bound.getOrDefault(binds, ""));
                }
            }
            if (answer.body().contains("refresh_token")) {
                bound.put(
                        "refresh",
                        MAPPER.readTree(answer.body()).path("refresh_token").asString());
            }
            return answer;
        }

        private void identify(HttpRequest.Builder request, String as, JsonNode story) {
            Matcher login = LOGIN.matcher(as);
            boolean publicRoute = Stream.of("/auth/oauth2/token", "/auth/login")
                    .anyMatch(story.path("path").asString()::equals);
            if (as.equals("bad token")) {
                request.header("Authorization", "Bearer 0000");
            } else if (as.startsWith("Bearer ") || (as.startsWith("OAuth2") && !publicRoute)) {
                request.header("Authorization", "Bearer " + token(login.find() ? login.group() : "paul.dubois"));
            } else if (login.find() && !publicRoute) {
                cookie(request, login.group());
            }
        }

        private String token(String login) {
            String form = "grant_type=password&username=" + login + "&password=" + encode(PASSWORD)
                    + "&client_id=connector-pw&client_secret=s3cret-connector-pw&scope=userinfo+auth+directory+blog";
            HttpResponse<String> answer = send(form("/auth/oauth2/token", form));
            return MAPPER.readTree(answer.body()).path("access_token").asString();
        }

        /** As a browser does: the session, and the proof that a write comes from its own pages. */
        private void cookie(HttpRequest.Builder request, String login) {
            HttpResponse<String> answer = send(form("/auth/login", "email=" + login + "&password=" + encode(PASSWORD)));
            assertThat(answer.statusCode()).isEqualTo(302);
            List<String> cookies = answer.headers().allValues("set-cookie").stream()
                    .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                    .toList();
            request.header("Cookie", String.join("; ", cookies));
            request.header("X-XSRF-TOKEN", cookies.get(2).substring("XSRF-TOKEN=".length()));
        }

        private HttpRequest form(String path, String form) {
            return HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build();
        }

        private HttpResponse<String> send(HttpRequest request) {
            try {
                return client.send(request, BodyHandlers.ofString());
            } catch (IOException | InterruptedException failure) {
                throw new AssertionError(failure);
            }
        }

        private String filled(String text) {
            return VARIABLE.matcher(text)
                    .replaceAll(variable -> Matcher.quoteReplacement(Objects.requireNonNull(
                            bound.get(variable.group(1)), variable.group(1) + " is not bound yet")));
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        void close() {
            sandbox.close();
        }
    }

    private static @Nullable String text(JsonNode story, String name) {
        return story.has(name) ? story.path(name).asString() : null;
    }

    private static @Nullable String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }
}
