package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.delivery.Course.AlreadySo;
import fr.passerelle.ent.delivery.Course.LookAt;
import fr.passerelle.ent.delivery.Course.Park;
import fr.passerelle.ent.delivery.Course.Refuse;
import fr.passerelle.ent.delivery.Course.RetryAt;
import fr.passerelle.ent.delivery.Course.RunAgain;
import fr.passerelle.ent.delivery.Trouble.Kind;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Fault.SignInNeeded;
import fr.passerelle.ent.spi.Fault.SignInNeeded.Why;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Work.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTableTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Fault UNREACHABLE = new Fault.Unreachable(null);
    private static final Fault GONE = new Fault.Gone();
    private static final Fault FORBIDDEN = new Fault.Forbidden("blog.create");
    private static final Fault REJECTED = new Fault.Rejected(DeliveryReason.UNSUPPORTED, Map.of());
    private static final Fault BROKEN = new Fault.ContractBroken("/blog", "JSON", "HTML");
    private static final Fault MISCONFIGURED = new Fault.Misconfigured("base-url");
    private static final Fault REVOKED = new SignInNeeded(Why.REVOKED);
    private static final Fault EXPIRED = new SignInNeeded(Why.EXPIRED);

    private static Trouble trouble(Kind kind, Effect effect, Verb verb, @Nullable Fault fault) {
        return new Trouble(kind, effect, verb, fault, null, 1, NOW, null, 0, NOW);
    }

    private static Trouble settling(Instant settledBy, int attempts) {
        return new Trouble(Kind.NOT_VISIBLE, Effect.ONCE, Verb.PUBLISH, null, null, attempts, NOW, settledBy, 0, NOW);
    }

    private static Trouble lasting(Kind kind, Effect effect, Fault fault, int attempts, Duration age) {
        return new Trouble(kind, effect, Verb.PUBLISH, fault, null, attempts, NOW.minus(age), null, 0, NOW);
    }

    static Stream<Arguments> firstFailure() {
        Course retry = new RetryAt(NOW.plusSeconds(5));
        Course look = new LookAt(NOW.plusSeconds(5));
        Stream<Arguments> deferred = Stream.of(
                        UNREACHABLE, GONE, FORBIDDEN, REJECTED, BROKEN, MISCONFIGURED, REVOKED, EXPIRED)
                .flatMap(fault -> Stream.of(Effect.values())
                        .map(effect -> Arguments.of(Kind.DEFERRED, effect, Verb.PUBLISH, fault, retry)));
        Stream<Arguments> lost = Stream.of(UNREACHABLE, BROKEN, EXPIRED)
                .flatMap(fault -> Stream.of(
                        Arguments.of(Kind.LOST, Effect.ONCE, Verb.PUBLISH, fault, new LookAt(NOW)),
                        Arguments.of(Kind.LOST, Effect.REPEATABLE, Verb.EDIT, fault, retry),
                        Arguments.of(Kind.LOOK_FAILED, Effect.ONCE, Verb.PUBLISH, fault, look)));
        Stream<Arguments> refused = Stream.of(
                Arguments.of(Kind.REFUSED, Effect.ONCE, Verb.PUBLISH, FORBIDDEN, new Refuse()),
                Arguments.of(Kind.REFUSED, Effect.ONCE, Verb.PUBLISH, REJECTED, new Refuse()),
                Arguments.of(Kind.REFUSED, Effect.REPEATABLE, Verb.EDIT, GONE, new Refuse()),
                Arguments.of(Kind.REFUSED, Effect.REPEATABLE, Verb.PUBLISH, GONE, new Refuse()),
                Arguments.of(Kind.REFUSED, Effect.REPEATABLE, Verb.WITHDRAW, GONE, new AlreadySo()),
                Arguments.of(Kind.REFUSED, Effect.REPEATABLE, Verb.WITHDRAW, FORBIDDEN, new Refuse()),
                Arguments.of(Kind.REFUSED, Effect.ONCE, Verb.PUBLISH, UNREACHABLE, retry),
                Arguments.of(Kind.REFUSED, Effect.ONCE, Verb.PUBLISH, REVOKED, retry),
                Arguments.of(Kind.REFUSED, Effect.ONCE, Verb.PUBLISH, MISCONFIGURED, retry),
                Arguments.of(Kind.REFUSED, Effect.ONCE, Verb.PUBLISH, BROKEN, retry),
                Arguments.of(Kind.SEVERAL, Effect.ONCE, Verb.PUBLISH, UNREACHABLE, new Park()),
                Arguments.of(Kind.CANNOT_TELL, Effect.ONCE, Verb.PUBLISH, UNREACHABLE, new Park()));
        return Stream.of(deferred, lost, refused).flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("firstFailure")
    void the_table(Kind kind, Effect effect, Verb verb, Fault fault, Course expected) {
        assertThat(DecisionTable.decide(trouble(kind, effect, verb, fault))).isEqualTo(expected);
    }

    @Test
    void what_is_not_visible_is_looked_for_until_the_horizon_and_then_believed_not_done() {
        assertThat(DecisionTable.decide(settling(NOW.plusSeconds(60), 1))).isEqualTo(new LookAt(NOW.plusSeconds(5)));
        assertThat(DecisionTable.decide(settling(NOW.plusSeconds(60), 9))).isEqualTo(new LookAt(NOW.plusSeconds(60)));
        assertThat(DecisionTable.decide(settling(NOW.plusNanos(1), 1))).isEqualTo(new LookAt(NOW.plusNanos(1)));
        assertThat(DecisionTable.decide(settling(NOW, 1))).isEqualTo(new RunAgain());
        assertThat(DecisionTable.decide(settling(NOW.minusSeconds(1), 99))).isEqualTo(new RunAgain());
    }

    @Test
    void patience_ends_after_two_days_and_twelve_attempts_both() {
        Duration days = Duration.ofDays(2);
        for (Kind kind : List.of(Kind.DEFERRED, Kind.LOOK_FAILED)) {
            assertThat(DecisionTable.decide(lasting(kind, Effect.ONCE, UNREACHABLE, 12, days)))
                    .isEqualTo(new Park());
            assertThat(DecisionTable.decide(lasting(kind, Effect.ONCE, UNREACHABLE, 11, days)))
                    .isNotEqualTo(new Park());
            assertThat(DecisionTable.decide(lasting(kind, Effect.ONCE, UNREACHABLE, 999, days.minusNanos(1))))
                    .isNotEqualTo(new Park());
        }
        assertThat(DecisionTable.decide(lasting(Kind.LOST, Effect.REPEATABLE, UNREACHABLE, 12, days)))
                .isEqualTo(new Park());
        assertThat(DecisionTable.decide(lasting(Kind.LOST, Effect.ONCE, UNREACHABLE, 12, days)))
                .isEqualTo(new LookAt(NOW));
        assertThat(DecisionTable.decide(lasting(Kind.REFUSED, Effect.ONCE, BROKEN, 12, days)))
                .isEqualTo(new Park());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.0, 5000",
        "1, 0.5, 7500",
        "2, 0.0, 10000",
        "3, 0.0, 20000",
        "6, 0.0, 160000",
        "7, 0.0, 300000",
        "7, 0.999, 599700",
        "1000, 0.0, 300000"
    })
    void back_off_doubles_from_five_seconds_to_ten_minutes(int attempts, double jitter, long millis) {
        Trouble trouble = new Trouble(
                Kind.DEFERRED, Effect.ONCE, Verb.PUBLISH, UNREACHABLE, null, attempts, NOW, null, jitter, NOW);
        assertThat(DecisionTable.decide(trouble)).isEqualTo(new RetryAt(NOW.plusMillis(millis)));
    }

    @ParameterizedTest
    @CsvSource({"PT60S, PT60S", "PT0S, PT5S", "-PT1H, PT5S", "PT6H, PT6H", "P3650D, PT6H"})
    void what_the_ent_asks_for_is_honoured_within_reason(Duration asked, Duration expected) {
        Trouble trouble = new Trouble(
                Kind.DEFERRED, Effect.ONCE, Verb.PUBLISH, UNREACHABLE, NOW.plus(asked), 1, NOW, null, 0, NOW);
        assertThat(DecisionTable.decide(trouble)).isEqualTo(new RetryAt(NOW.plus(expected)));
    }
}
