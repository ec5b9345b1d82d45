package fr.passerelle.ent.http;

import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntHttp;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.SessionMemory;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The sessions of all accounts: each has a connection pool, breaker, bulkhead and memory of its own, so that no account
 * slows another or sees its tokens. Safe for several threads.
 */
public final class EntSessions implements AutoCloseable {
    private final InstantSource clock;
    private final HttpLimits limits;
    private final Map<AccountId, Session> sessions = new ConcurrentHashMap<>();
    private final Queue<Session> replaced = new ConcurrentLinkedQueue<>();

    public EntSessions(InstantSource clock, HttpLimits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * The session of an account, the same at every call. No I/O.
     *
     * @throws IllegalArgumentException with a sentence naming {@code base-url}, if the account's origin is not acceptable
     */
    public EntSession of(EntAccount account) {
        return sessions.computeIfAbsent(
                account.id(),
                id -> new Session(account, new OkHttpEnt(account, limits, clock), clock, new AccountMemory(clock)));
    }

    /** Another session than before, for an account whose credentials changed; what is under way in the old one goes on. */
    public EntSession anew(EntAccount account) {
        Session old = sessions.remove(account.id());
        if (old != null) {
            replaced.add(old);
        }
        return of(account);
    }

    /** Cuts what is under way and closes the connections; a request cut so is a {@code NoAnswer}. */
    @Override
    public void close() {
        sessions.values().forEach(session -> session.ent().close());
        replaced.forEach(session -> session.ent().close());
    }

    private record Session(EntAccount account, OkHttpEnt ent, InstantSource clock, SessionMemory memory)
            implements EntSession {
        @Override
        public EntHttp http() {
            return ent;
        }

        @Override
        public String toString() {
            return "Session[" + account.id() + "]";
        }
    }
}
