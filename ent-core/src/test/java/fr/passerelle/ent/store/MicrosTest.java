package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MicrosTest {
    @Test
    void an_instant_is_kept_to_the_microsecond() {
        for (String text :
                new String[] {"2026-11-24T03:10:00.123456Z", "1969-12-31T23:59:59.999999Z", "9999-01-01T00:00:00Z"}) {
            Instant instant = Instant.parse(text);
            assertThat(Micros.instant(Micros.of(instant))).isEqualTo(instant);
        }
    }

    @Test
    void whenever_is_later_than_every_moment_and_earlier_than_none() {
        assertThat(Micros.of(Instant.MAX)).isGreaterThan(Micros.of(Instant.parse("2999-01-01T00:00:00Z")));
        assertThat(Micros.of(Instant.MIN)).isLessThan(Micros.of(Instant.parse("1900-01-01T00:00:00Z")));
    }
}
