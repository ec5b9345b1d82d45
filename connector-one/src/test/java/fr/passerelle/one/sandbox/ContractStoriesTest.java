package fr.passerelle.one.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays what a real ONE back end was asked against the sandbox, and compares what both answered: status, content type,
 * the names of the JSON fields, and rich text as stored where what was sent is known. Ids are bound as they come. What
 * was asked between and not written down ({@code given}) is played too, and neither compared nor counted.
 */
class ContractStoriesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> signing_in_answers_as_the_real_server_did() {
        return play("session", ContractTestStage.withTransformer(InstantSource.system()));
    }

    @TestFactory
    Stream<DynamicTest> the_directory_answers_as_the_real_server_did() {
        return play("directory", ContractTestStage.withTransformer(InstantSource.system()));
    }

    /** That server's blog ran without the transformer. */
    @TestFactory
    Stream<DynamicTest> blogs_answer_as_the_real_server_did() {
        return play("blog", ContractTestStage.withoutTransformer());
    }

    /** Nor had its messages one. */
    @TestFactory
    Stream<DynamicTest> messages_answer_as_the_real_server_did() {
        return play("conversation", ContractTestStage.withoutTransformer());
    }

    /** The exchanges between were left out of the captures: there is a blog, and a parent may read it. */
    @TestFactory
    Stream<DynamicTest> rich_text_is_rewritten_as_by_the_real_server() {
        ContractTestStage stage = ContractTestStage.withTransformer(InstantSource.system());
        stories("blog")
                .filter(story -> (title(story).startsWith("Create a blog") && story.has("binds"))
                        || title(story).startsWith("Share a blog"))
                .forEach(stage::answer);
        return play("rewriting", stage);
    }

    /** Infos have dates: it is the evening on which the real server was asked. */
    @TestFactory
    Stream<DynamicTest> news_views_and_reactions_answer_as_the_real_server_did() {
        Instant evening = Instant.parse("2026-11-23T21:53:00Z");
        return play("news", ContractTestStage.withTransformer(() -> evening));
    }

    @TestFactory
    Stream<DynamicTest> documents_answer_as_the_real_server_did() {
        return play("documents", ContractTestStage.withTransformer(InstantSource.system()));
    }

    @Test
    void what_was_seen_on_the_routes_that_the_connector_calls_is_played_but_for_what_is_said() {
        List<JsonNode> seen = stories().filter(story -> story.has("called")).toList();
        List<JsonNode> left = seen.stream().filter(story -> story.has("left")).toList();
        System.out.printf(
                "Contract stories: %d of %d captured exchanges on the routes that the connector calls are played.%n",
                seen.size() - left.size(), seen.size());
        left.forEach(story -> System.out.println(
                "  not played: " + title(story) + ": " + story.path("left").asString()));

        assertThat(seen).hasSize(242);
        assertThat(left)
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(story -> assertThat(story.path("left").asString()).isNotBlank());
    }

    private static Stream<JsonNode> stories() {
        try (InputStream file = Objects.requireNonNull(
                ContractStoriesTest.class.getResourceAsStream("/fr/passerelle/one/stories.json"))) {
            return MAPPER.readTree(file).valueStream();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Stream<JsonNode> stories(String group) {
        return stories()
                .filter(story -> story.path("group").asString().equals(group))
                .filter(story -> !story.has("left"));
    }

    private static String title(JsonNode story) {
        return story.path("title").asString();
    }

    private static Stream<DynamicTest> play(String group, ContractTestStage stage) {
        List<JsonNode> stories = stories(group).toList();
        assertThat(stories).hasSizeGreaterThan(3);
        return stories.stream()
                .map(story -> DynamicTest.dynamicTest(title(story), () -> play(stage, story)))
                .onClose(stage::close);
    }

    private static void play(ContractTestStage stage, JsonNode story) {
        Optional<HttpResponse<String>> answer = stage.answer(story);
        if (story.has("given")) {
            assertThat(answer.orElseThrow().statusCode()).isBetween(200, 299);
        } else {
            compare(story, answer);
        }
    }

    private static void compare(JsonNode story, Optional<HttpResponse<String>> possible) {
        if (story.path("status").asInt() == 0) {
            assertThat(possible).as("no answer at all").isEmpty();
            return;
        }
        HttpResponse<String> answer = possible.orElseThrow();
        assertThat(answer.statusCode())
                .as("status")
                .isEqualTo(story.path("status").asInt());
        assertThat(header(answer, "content-type"))
                .as("content type")
                .isEqualTo(ContractTestStage.text(story, "contentType"));
        if (answer.statusCode() == 302) {
            assertThat(header(answer, "location")).contains("/auth/login?callback=");
        }
        if (List.of("object", "array").contains(story.path("kind").asString(""))) {
            JsonNode json = MAPPER.readTree(answer.body());
            assertThat(json.isArray()).isEqualTo(story.path("kind").asString().equals("array"));
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
        JsonNode first = json.isArray() ? json.path(0) : json;
        TreeSet<String> ours = new TreeSet<>(first.propertyNames());
        if (story.path("cut").asBoolean(false)) {
            assertThat(ours).as("fields, of which the capture shows some").containsAll(expected);
        } else if (ours.stream().allMatch(name -> name.matches("\\d+"))) {
            assertThat(ours).as("one field for each id").hasSameSizeAs(expected);
        } else {
            assertThat(ours).as("fields").isEqualTo(expected);
        }
    }

    private static @Nullable String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }
}
