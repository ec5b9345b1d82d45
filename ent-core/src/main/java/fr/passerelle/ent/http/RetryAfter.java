package fr.passerelle.ent.http;

import fr.passerelle.ent.spi.HttpReply.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When an ENT asks to be tried again (RFC 9110 §10.2.3: seconds or a date), clamped: an ENT that asks for nothing, or for
 * the past, still gets a second's rest, and one that asks for ten years is asked again after six hours.
 */
public final class RetryAfter {
    /** The shortest wait. */
    public static final Duration SHORTEST = Duration.ofSeconds(1);
    /** The longest wait. */
    public static final Duration LONGEST = Duration.ofHours(6);

    private static final Pattern SECONDS = Pattern.compile("[+-]?\\d+");

    private RetryAfter() {}

    /**
     * The instant not to try again before.
     *
     * @return empty without the header or when it cannot be read: the caller backs off as it sees fit
     */
    public static Optional<Instant> of(Answer answer, Instant now) {
        return answer.header("retry-after")
                .map(String::strip)
                .flatMap(text -> wait(text, answer, now))
                .map(wait -> now.plus(clamp(wait)));
    }

    private static Optional<Duration> wait(String text, Answer answer, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            boolean negative = text.startsWith("-");
            // More digits than a long holds are ten years and more: clamped anyway.
            return Optional.of(
                    text.length() > 12
                            ? (negative ? Duration.ZERO : LONGEST)
                            : Duration.ofSeconds(Long.parseLong(text)));
        }
        // Against the ENT's own clock where it tells it: two clocks never agree.
        return date(text)
                .map(then -> Duration.between(
                        answer.header("date").flatMap(RetryAfter::date).orElse(now), then));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Duration clamp(Duration wait) {
        return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
