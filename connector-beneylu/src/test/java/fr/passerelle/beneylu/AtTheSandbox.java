package fr.passerelle.beneylu;

import fr.passerelle.beneylu.sandbox.BeneyluSandbox;
import fr.passerelle.beneylu.sandbox.SandboxObjects.ArticleView;
import fr.passerelle.beneylu.sandbox.SandboxObjects.WordView;
import fr.passerelle.ent.http.EntSessions;
import fr.passerelle.ent.http.HttpLimits;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.sandbox.OperatorAccount;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A sandbox, an account at it and time that passes when a test says so; real sockets between them. */
final class AtTheSandbox implements AutoCloseable {
    static final String V3 = "beneylu-v3";

    private volatile Instant now = Instant.parse("2026-11-24T08:00:00Z");

    final InstantSource clock = () -> now;
    final BeneyluSandbox sandbox;
    private final EntSessions sessions;

    AtTheSandbox() {
        this(SchoolSeed.pilot());
    }

    AtTheSandbox(List<SchoolSeed> schools) {
        this(schools, Duration.ofSeconds(10));
    }

    /** One that soon gives up waiting, for answers that never come. */
    static AtTheSandbox impatient() {
        return new AtTheSandbox(SchoolSeed.pilot(), Duration.ofMillis(700));
    }

    private AtTheSandbox(List<SchoolSeed> schools, Duration patience) {
        sessions = new EntSessions(clock, HttpLimits.DEFAULT.within(patience));
        sandbox = BeneyluSandbox.start(0, schools, clock);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** The service account. */
    EntAccount account() {
        return accountWith(V3, Map.of());
    }

    /** The operator's account of a profile with some credentials replaced. */
    EntAccount accountWith(String profile, Map<String, String> other) {
        return account(sandbox, profile, other);
    }

    static EntAccount account(BeneyluSandbox sandbox, String profile, Map<String, String> other) {
        OperatorAccount operator = sandbox.operator(profile);
        Map<String, Secret> credentials = new HashMap<>();
        operator.credentials()
                .forEach((name, value) -> credentials.put(name, Secret.of(other.getOrDefault(name, value))));
        return new EntAccount(
                new AccountId("beneylu", other.isEmpty() ? "service" : "other"),
                operator.connector(),
                profile,
                sandbox.baseUrl(),
                operator.urls(),
                true,
                operator.places().stream().map(Uai::new).collect(Collectors.toSet()),
                credentials,
                null);
    }

    EntSession session() {
        return sessions.of(account());
    }

    EntSession session(EntAccount account) {
        return sessions.of(account);
    }

    static BeneyluConnector connector(EntAccount account) {
        return (BeneyluConnector) new BeneyluConnectorProvider().connector(account);
    }

    Item item(Destination destination, String marker) {
        return new Item(connector(account()), session(), destination, marker);
    }

    List<ArticleView> articles() {
        return sandbox.objects().articles();
    }

    List<WordView> words() {
        return sandbox.objects().words();
    }

    /** Classes in which something with a reference is visible, once for each object. */
    List<String> shown(String marker) {
        return java.util.stream.Stream.concat(
                        articles().stream()
                                .filter(one -> one.visible() && marker.equals(one.reference()))
                                .flatMap(one -> one.classes().stream()),
                        words().stream()
                                .filter(one -> one.visible() && marker.equals(one.reference()))
                                .flatMap(one -> one.classes().stream()))
                .sorted()
                .toList();
    }

    Set<String> objects() {
        return java.util.stream.Stream.concat(
                        articles().stream().map(one -> "article " + one.id()),
                        words().stream().map(one -> "word " + one.id()))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        sessions.close();
        sandbox.close();
    }
}
