package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.delivery.Course.LookAt;
import fr.passerelle.ent.delivery.Course.Park;
import fr.passerelle.ent.delivery.Course.Refuse;
import fr.passerelle.ent.delivery.Course.RetryAt;
import fr.passerelle.ent.delivery.Course.RunAgain;
import fr.passerelle.ent.delivery.Trouble.Kind;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Fault.SignInNeeded;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Work.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every trouble. */
class DecisionTableProperties {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @Provide
    Arbitrary<Trouble> troubles() {
        Arbitrary<Instant> around =
                Arbitraries.longs().between(-400_000, 400_000).map(NOW::plusSeconds);
        Arbitrary<Fault> faults = Arbitraries.of(
                new Fault.Unreachable(null),
                new SignInNeeded(SignInNeeded.Why.EXPIRED),
                new SignInNeeded(SignInNeeded.Why.REVOKED),
                new SignInNeeded(SignInNeeded.Why.INTERRUPTED),
                new Fault.Forbidden("x"),
                new Fault.Rejected(DeliveryReason.UNSUPPORTED, Map.of()),
                new Fault.Gone(),
                new Fault.ContractBroken("/", "a", "b"),
                new Fault.Misconfigured("x"));
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.of(Effect.class),
                        faults,
                        around.injectNull(0.5),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.longs().between(0, 400_000).map(NOW::minusSeconds),
                        around,
                        Arbitraries.integers().between(0, 999).map(jitter -> jitter / 1000.0))
                .as((kind, effect, fault, notBefore, attempts, since, settledBy, jitter) -> new Trouble(
                        kind,
                        effect,
                        kind == Kind.REFUSED ? Verb.WITHDRAW : Verb.PUBLISH,
                        fault,
                        notBefore,
                        attempts,
                        since,
                        settledBy,
                        jitter,
                        NOW));
    }

    @Property
    void a_once_step_is_never_resent_while_unknown_before_the_horizon(@ForAll("troubles") Trouble trouble) {
        boolean unknown = (trouble.kind() == Kind.LOST && trouble.effect() == Effect.ONCE)
                || trouble.kind() == Kind.LOOK_FAILED
                || trouble.kind() == Kind.NOT_VISIBLE;
        Course course = DecisionTable.decide(trouble);
        if (unknown) {
            assertThat(course).isNotInstanceOf(RetryAt.class).isNotInstanceOf(Refuse.class);
        }
        if (course instanceof RunAgain) {
            assertThat(trouble.kind()).isEqualTo(Kind.NOT_VISIBLE);
            assertThat(NOW).isAfterOrEqualTo(Objects.requireNonNull(trouble.settledBy()));
        }
    }

    @Property
    void what_had_no_effect_is_never_parked_before_two_days(@ForAll("troubles") Trouble trouble) {
        if (DecisionTable.decide(trouble) instanceof Park
                && trouble.kind() != Kind.SEVERAL
                && trouble.kind() != Kind.CANNOT_TELL) {
            assertThat(Duration.between(trouble.failingSince(), NOW)).isGreaterThanOrEqualTo(DecisionTable.PATIENCE);
            assertThat(trouble.attempts()).isGreaterThanOrEqualTo(DecisionTable.PATIENT_ATTEMPTS);
        }
    }

    @Property
    void nothing_is_tried_again_at_once_nor_later_than_in_six_hours(@ForAll("troubles") Trouble trouble) {
        if (DecisionTable.decide(trouble) instanceof RetryAt retry) {
            assertThat(Duration.between(NOW, retry.at())).isBetween(Duration.ofSeconds(5), Duration.ofHours(6));
        }
    }

    @Property
    void an_account_that_is_not_right_never_refuses_a_communication(@ForAll("troubles") Trouble trouble) {
        if (Objects.requireNonNull(trouble.fault()).scope() == Fault.Scope.ACCOUNT) {
            assertThat(DecisionTable.decide(trouble)).isNotInstanceOf(Refuse.class);
        }
    }

    @Property
    void the_last_look_is_at_the_horizon(@ForAll("troubles") Trouble trouble) {
        if (trouble.kind() == Kind.NOT_VISIBLE && DecisionTable.decide(trouble) instanceof LookAt look) {
            assertThat(look.at()).isAfter(NOW).isBeforeOrEqualTo(Objects.requireNonNull(trouble.settledBy()));
        }
    }
}
