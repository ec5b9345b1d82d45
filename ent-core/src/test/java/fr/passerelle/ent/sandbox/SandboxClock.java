package fr.passerelle.ent.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The sandbox's time: somebody else's clock, and what was added by hand. */
final class SandboxClock implements InstantSource {
    private final InstantSource base;
    private volatile Duration added = Duration.ZERO;

    SandboxClock(InstantSource base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(added);
    }

    synchronized void advance(Duration time) {
        added = added.plus(time);
    }
}
