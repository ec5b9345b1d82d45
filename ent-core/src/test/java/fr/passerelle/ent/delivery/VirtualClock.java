package fr.passerelle.ent.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when it is told to. It begins long ago, so that what is due by it is due by any real clock. */
final class VirtualClock implements InstantSource {
    private Instant now = Instant.parse("2020-01-06T08:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    /** To an instant, or not at all if that is past. */
    synchronized void advanceTo(Instant instant) {
        if (instant.isAfter(now)) {
            now = instant;
        }
    }
}
