package fr.passerelle.ent.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the tables hold them: microseconds since 1970, from the year 1 to 9999. */
final class Micros {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Micros() {}

    /** What lies outside is taken for the nearest end: "whenever" is a fair question to ask a table. */
    static long of(Instant instant) {
        Instant within = instant.isAfter(LAST) ? LAST : instant.isBefore(FIRST) ? FIRST : instant;
        // Not ChronoUnit.between: on Java 17 it counts nanoseconds on the way, which end in 2262.
        return within.getEpochSecond() * 1_000_000 + within.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
