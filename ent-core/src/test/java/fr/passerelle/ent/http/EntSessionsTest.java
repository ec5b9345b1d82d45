package fr.passerelle.ent.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntSession;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EntSessionsTest {
    private final MovableClock clock = new MovableClock();
    private final EntAccount account = Accounts.sandbox("http://127.0.0.1:9101");

    @Test
    void an_account_has_one_session_with_its_own_memory_and_the_given_clock() {
        try (EntSessions sessions = new EntSessions(clock, HttpLimits.DEFAULT)) {
            EntSession session = sessions.of(account);

            assertThat(sessions.of(account)).isSameAs(session);
            assertThat(session.account()).isEqualTo(account);
            assertThat(session.clock()).isSameAs(clock);
        }
    }

    @Test
    void memory_forgets_at_the_instant_given_and_when_told() {
        try (EntSessions sessions = new EntSessions(clock, HttpLimits.DEFAULT)) {
            EntSession session = sessions.of(account);
            session.memory().remember("token", "t", clock.instant().plusSeconds(60));
            session.memory().remember("me", "m", clock.instant().plusSeconds(3600));

            assertThat(session.memory().recall("token")).contains("t");
            clock.pass(Duration.ofSeconds(60));
            assertThat(session.memory().recall("token")).isEmpty();
            session.memory().forget("me");
            assertThat(session.memory().recall("me")).isEmpty();
            assertThat(session.toString() + session.memory()).doesNotContain("secret", "token=");
        }
    }
}
