package fr.passerelle.ent.http;

import fr.passerelle.ent.spi.SessionMemory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What an account remembers between calls; gone when the process ends. */
final class AccountMemory implements SessionMemory {
    private final InstantSource clock;
    private final Map<String, Kept> values = new ConcurrentHashMap<>();

    AccountMemory(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<String> recall(String name) {
        Kept kept = values.get(name);
        if (kept == null) {
            return Optional.empty();
        }
        if (kept.until().isAfter(clock.instant())) {
            return Optional.of(kept.value());
        }
        values.remove(name, kept);
        return Optional.empty();
    }

    @Override
    public void remember(String name, String value, Instant until) {
        values.put(name, new Kept(value, until));
    }

    @Override
    public void forget(String name) {
        values.remove(name);
    }

    private record Kept(String value, Instant until) {
        /** Tokens lie here: nothing of it is for a log. */
        @Override
        public String toString() {
            return "Kept[until " + until + "]";
        }
    }
}
