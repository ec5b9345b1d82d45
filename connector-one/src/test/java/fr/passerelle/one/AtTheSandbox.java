package fr.passerelle.one;

import fr.passerelle.ent.http.EntSessions;
import fr.passerelle.ent.http.HttpLimits;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Secret;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.Seed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A sandbox, an account at it and time that passes when a test says so; real sockets between them. */
final class AtTheSandbox implements AutoCloseable {
    private Instant now = Instant.parse("2026-11-24T08:00:00Z");

    final InstantSource clock = () -> now;
    final OneSandbox sandbox;
    private final EntSessions sessions = new EntSessions(clock, HttpLimits.DEFAULT.within(Duration.ofMillis(1500)));

    AtTheSandbox() {
        this(Seed.pilot());
    }

    AtTheSandbox(Seed seed) {
        sandbox = OneSandbox.start(0, seed, clock);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** The service account. */
    EntAccount account() {
        return account(sandbox.baseUrl(), Map.of());
    }

    /** The service account with some credentials replaced. */
    EntAccount accountWith(Map<String, String> other) {
        return account(sandbox.baseUrl(), other);
    }

    /** The service account with some settings left out. */
    EntAccount accountWithout(String... names) {
        EntAccount whole = account();
        Map<String, Secret> credentials = new HashMap<>(whole.credentials());
        credentials.keySet().removeAll(Set.of(names));
        return new EntAccount(
                new AccountId("one", "bare"),
                whole.connector(),
                whole.profile(),
                whole.baseUrl(),
                true,
                whole.places(),
                credentials,
                null);
    }

    static EntAccount account(URI baseUrl, Map<String, String> other) {
        Map<String, Secret> credentials = new HashMap<>();
        Seed.pilot()
                .operator()
                .credentials()
                .forEach((name, value) -> credentials.put(name, Secret.of(other.getOrDefault(name, value))));
        return new EntAccount(
                new AccountId("one", other.isEmpty() ? "service" : "other"),
                "one",
                "entcore",
                baseUrl,
                true,
                Set.of(new Uai("0771369V"), new Uai("0770409B"), new Uai("0770420N")),
                credentials,
                null);
    }

    EntSession session() {
        return sessions.of(account());
    }

    EntSession session(EntAccount account) {
        return sessions.of(account);
    }

    static OneConnector connector(EntAccount account) {
        return (OneConnector) new OneConnectorProvider().connector(account);
    }

    Item item(fr.passerelle.ent.spi.Destination destination, String marker) {
        return new Item(connector(account()), session(), destination, marker);
    }

    @Override
    public void close() {
        sessions.close();
        sandbox.close();
    }
}
