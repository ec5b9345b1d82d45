package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.delivery.AccountHealth.Condition;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Fault.SignInNeeded;
import fr.passerelle.ent.spi.Fault.SignInNeeded.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class AccountHealthTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Fault SILENT = new Fault.Unreachable(null);

    static final List<Fault> FOR_SOMEBODY_TO_PUT_RIGHT =
            List.of(new SignInNeeded(Why.REVOKED), new SignInNeeded(Why.INTERRUPTED), new Fault.Misconfigured("url"));
    static final List<Fault> NOT_ABOUT_THE_ACCOUNT = List.of(
            new Fault.Gone(),
            new Fault.Forbidden("x"),
            new Fault.ContractBroken("/", "a", "b"),
            new SignInNeeded(Why.EXPIRED));

    private static List<Duration> waits(Fault fault, int times) {
        List<Duration> waits = new ArrayList<>();
        AccountHealth health = AccountHealth.HEALTHY;
        for (int time = 0; time < times; time++) {
            health = health.afterFault(fault, NOW);
            Instant until = health.until();
            waits.add(until == null ? Duration.ZERO : Duration.between(NOW, until));
        }
        return waits;
    }

    @ParameterizedTest
    @FieldSource("FOR_SOMEBODY_TO_PUT_RIGHT")
    void an_account_to_put_right_is_tried_seldom(Fault fault) {
        assertThat(waits(fault, 7))
                .containsExactly(
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(30),
                        Duration.ofHours(1),
                        Duration.ofHours(2),
                        Duration.ofHours(4),
                        Duration.ofHours(6),
                        Duration.ofHours(6));
        AccountHealth health = AccountHealth.HEALTHY.afterFault(fault, NOW);
        assertThat(health.condition()).isEqualTo(Condition.QUARANTINED);
        assertThat(health.fault()).isEqualTo(FaultNote.of(fault));
    }

    @Test
    void a_silent_ent_is_left_alone_from_the_fifth_failure_on() {
        assertThat(waits(SILENT, 11))
                .containsExactly(
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(80),
                        Duration.ofSeconds(160),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5));
        assertThat(AccountHealth.HEALTHY.afterFault(SILENT, NOW).condition()).isEqualTo(Condition.DEGRADED);
    }

    @Test
    void an_ent_that_asks_to_wait_is_waited_for_within_reason() {
        assertThat(paused(NOW.plusSeconds(90))).isEqualTo(NOW.plusSeconds(90));
        assertThat(paused(NOW.minusSeconds(90))).isEqualTo(NOW.plusSeconds(1));
        assertThat(paused(NOW.plus(Duration.ofDays(3650)))).isEqualTo(NOW.plus(Duration.ofHours(6)));
    }

    private static @Nullable Instant paused(Instant wish) {
        AccountHealth health = AccountHealth.HEALTHY.afterFault(new Fault.Unreachable(wish), NOW);
        assertThat(health.condition()).isEqualTo(Condition.PAUSED);
        return health.until();
    }

    @ParameterizedTest
    @FieldSource("NOT_ABOUT_THE_ACCOUNT")
    void an_answer_about_something_else_shows_that_the_account_works(Fault fault) {
        AccountHealth silent = AccountHealth.HEALTHY.afterFault(SILENT, NOW);
        assertThat(silent.afterFault(fault, NOW)).isEqualTo(AccountHealth.HEALTHY);
    }

    @Test
    void a_quarantine_does_not_count_as_silence_nor_the_other_way_round() {
        AccountHealth health = AccountHealth.HEALTHY
                .afterFault(new SignInNeeded(Why.REVOKED), NOW)
                .afterFault(SILENT, NOW);
        assertThat(health.failures()).isEqualTo(1);
        assertThat(health.afterFault(new SignInNeeded(Why.REVOKED), NOW).until())
                .isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void it_is_open_again_at_the_instant_itself() {
        AccountHealth health = AccountHealth.HEALTHY.afterFault(new Fault.Misconfigured("url"), NOW);
        Instant until = Objects.requireNonNull(health.until());
        assertThat(health.open(until.minusNanos(1))).isFalse();
        assertThat(health.open(until)).isTrue();
        assertThat(AccountHealth.HEALTHY.open(NOW)).isTrue();
    }
}
