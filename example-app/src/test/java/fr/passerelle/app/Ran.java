package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command did: its exit code and what it said. */
record Ran(int exit, String out, String err) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What it said, where it ended as it should. */
    Ran ended(int expected) {
        assertThat(exit).as("exit code; it said: %s%n%s", out, err).isEqualTo(expected);
        return this;
    }

    /** The id of what it wrote: its first line. */
    String id() {
        return out.lines().findFirst().orElseThrow();
    }

    /** Its answer to {@code --output json}. */
    JsonNode json() {
        return MAPPER.readTree(out);
    }

    /** The sentences that it told beside the answer. */
    List<String> sentences() {
        return err.lines().toList();
    }
}
