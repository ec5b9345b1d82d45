package fr.passerelle.ent.spi;

import java.time.Instant;
import java.util.Optional;

/** A few short-lived values of one account, never written to disk. Safe for several threads. */
public interface SessionMemory {

    /** A value that has not yet expired. */
    Optional<String> recall(String name);

    /** Keeps a value until the given instant. */
    void remember(String name, String value, Instant until);

    /** Drops a value, for example a token that the ENT no longer honours. */
    void forget(String name);
}
