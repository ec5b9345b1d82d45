package fr.passerelle.lilie;

import fr.passerelle.ent.http.EntSessions;
import fr.passerelle.ent.http.HttpLimits;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.sandbox.OperatorAccount;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Secret;
import fr.passerelle.lilie.sandbox.LilieSandbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A sandbox and an account at it; real sockets between them. */
final class AtLilie implements AutoCloseable {
    static final String NOTIFICATIONS = "POST /eliot-scolarite-3.2.0/echanges/v2/notifications";
    static final String FUNCTIONS = "GET /eliot-scolarite-3.2.0/echanges/v2/wsprofilsetab";

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-27T08:00:00Z"));
    private final EntSessions sessions = new EntSessions(clock, HttpLimits.DEFAULT.within(Duration.ofSeconds(3)));

    final LilieSandbox sandbox = LilieSandbox.start(0, SchoolSeed.pilot(), clock);

    EntAccount account() {
        return accountWith(Map.of());
    }

    /** The operator's account with some settings replaced; an empty one is left out. */
    EntAccount accountWith(Map<String, String> other) {
        return account(sandbox, other);
    }

    static EntAccount account(LilieSandbox sandbox, Map<String, String> other) {
        OperatorAccount operator = sandbox.operator("eliot-2015");
        Map<String, String> settings = new HashMap<>(operator.credentials());
        settings.putAll(other);
        Map<String, Secret> credentials = new HashMap<>();
        settings.forEach((name, value) -> {
            if (!value.isEmpty()) {
                credentials.put(name, Secret.of(value));
            }
        });
        return new EntAccount(
                new AccountId("lilie", other.isEmpty() ? "service" : "other"),
                operator.connector(),
                operator.profile(),
                sandbox.baseUrl(),
                true,
                operator.places().stream().map(PlaceId::parse).collect(Collectors.toSet()),
                credentials,
                null);
    }

    EntSession session(EntAccount account) {
        return sessions.of(account);
    }

    static EliotConnector connector(EntAccount account) {
        return (EliotConnector) new LilieConnectorProvider().connector(account);
    }

    @Override
    public void close() {
        sessions.close();
        sandbox.close();
    }
}
