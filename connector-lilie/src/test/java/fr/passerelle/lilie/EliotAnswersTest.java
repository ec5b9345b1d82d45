package fr.passerelle.lilie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.lilie.wire.Taken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that the protocol does not know: unknown fields are ignored, everything else is never taken for content. */
class EliotAnswersTest {

    private static Taken read(String contentType, String body) {
        Answer answer =
                new Answer(200, Map.of("content-type", List.of(contentType)), body.getBytes(StandardCharsets.UTF_8));
        return EliotAnswers.read(
                EliotRoute.NOTIFICATIONS,
                answer,
                Effect.ONCE,
                Instant.EPOCH,
                json -> EliotJson.read(json, Taken.class));
    }

    private static Outcome ended(String contentType, String body) {
        return catchThrowableOfType(StepEnds.class, () -> read(contentType, body))
                .outcome();
    }

    @ParameterizedTest
    @CsvSource({"application/json", "application/json; charset=utf-8", "text/json"})
    void unknown_fields_are_ignored(String contentType) {
        assertThat(read(contentType, "{\"success\":true,\"kind\":\"x\",\"message\":null}")
                        .isTaken())
                .isTrue();
        assertThat(read(contentType, "{\"success\":false,\"message\":\"x\"}").isTaken())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "",
                "\"\"",
                "{\"success\":null}",
                "{\"success\":\"x\"}",
                "{\"success\":true} {}"
            })
    void what_does_not_say_whether_it_was_taken_leaves_it_unknown(String body) {
        assertThat(ended("application/json", body))
                .isEqualTo(new Outcome.Unknown(
                        new Fault.ContractBroken("/:module/notifications", "JSON as known", "JSON that differs")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=utf-8", "text/plain"})
    void a_page_says_nothing_even_if_it_reads_like_json(String contentType) {
        assertThat(ended(contentType, "{\"success\":true}"))
                .isEqualTo(
                        new Outcome.Unknown(new Fault.ContractBroken("/:module/notifications", "JSON", contentType)));
    }
}
