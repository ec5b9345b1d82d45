package fr.passerelle.ent.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.HttpReply.NoAnswer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommonAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Fault DOWN = new Fault.Unreachable(null);

    @ParameterizedTest
    @EnumSource(Effect.class)
    void a_request_that_never_left_is_deferred_whatever_it_was(Effect effect) {
        assertThat(CommonAnswers.outcome(new NoAnswer(DOWN, false), effect, NOW))
                .contains(new Outcome.Deferred(null, DOWN));
    }

    @Test
    void a_lost_answer_is_unknown_only_where_repeating_harms() {
        assertThat(CommonAnswers.outcome(new NoAnswer(DOWN, true), Effect.ONCE, NOW))
                .contains(new Outcome.Unknown(DOWN));
        assertThat(CommonAnswers.outcome(new NoAnswer(DOWN, true), Effect.REPEATABLE, NOW))
                .contains(new Outcome.Deferred(null, DOWN));
        assertThat(CommonAnswers.outcome(new NoAnswer(DOWN, true), Effect.READ, NOW))
                .contains(new Outcome.Deferred(null, DOWN));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 509})
    void a_failing_ent_may_have_acted(int status) {
        assertThat(CommonAnswers.outcome(answer(status, Map.of()), Effect.ONCE, NOW))
                .contains(new Outcome.Unknown(DOWN));
        assertThat(CommonAnswers.outcome(answer(status, Map.of()), Effect.REPEATABLE, NOW))
                .contains(new Outcome.Deferred(null, DOWN));
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void throttling_has_not_acted_and_says_when(Effect effect) {
        Instant then = NOW.plusSeconds(30);
        assertThat(CommonAnswers.outcome(answer(429, Map.of("retry-after", "30")), effect, NOW))
                .contains(new Outcome.Deferred(then, new Fault.Unreachable(then)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 302, 304, 400, 401, 403, 404, 409, 413})
    void the_rest_is_the_platforms_own_language(int status) {
        assertThat(CommonAnswers.outcome(answer(status, Map.of()), Effect.ONCE, NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30|30",
                "0|1",
                "-5|1",
                "+7|7",
                "21600|21600",
                "21601|21600",
                "315360000|21600",
                "99999999999999999999999|21600",
                "-99999999999999999999999|1",
                "Tue, 24 Nov 2026 08:02:00 GMT|120",
                "Tue, 24 Nov 2026 07:00:00 GMT|1",
                "Mon, 24 Nov 2036 08:00:00 GMT|21600"
            })
    void retry_after_is_clamped_to_a_second_and_six_hours(String header, long seconds) {
        assertThat(RetryAfter.of(answer(503, Map.of("retry-after", header)), NOW))
                .contains(NOW.plusSeconds(seconds));
    }

    @Test
    void a_date_is_read_against_the_clock_of_the_ent() {
        Answer answer = answer(
                503, Map.of("date", "Tue, 24 Nov 2026 10:00:00 GMT", "retry-after", "Tue, 24 Nov 2026 10:05:00 GMT"));
        assertThat(RetryAfter.of(answer, NOW)).contains(NOW.plus(Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1.5", "24 Nov 2026"})
    void what_cannot_be_read_says_nothing(String header) {
        assertThat(RetryAfter.of(answer(503, Map.of("retry-after", header)), NOW))
                .isEqualTo(Optional.empty());
    }

    private static Answer answer(int status, Map<String, String> headers) {
        return new Answer(
                status,
                headers.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))),
                new byte[0]);
    }
}
