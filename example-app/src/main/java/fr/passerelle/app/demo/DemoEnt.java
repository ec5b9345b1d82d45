package fr.passerelle.app.demo;

import fr.passerelle.ent.intake.sample.SampleSchool;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Secret;
import fr.passerelle.one.sandbox.OneSandbox;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The demo's stand-in for ONE, on a free port of this machine, and the account that publishes there. */
public final class DemoEnt implements AutoCloseable {
    /** The stand-in shows a write at once, so that nobody needs to wait ten minutes after a lost answer. */
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(5);

    private final OneSandbox sandbox = OneSandbox.start(0);

    /** The account that acts for the three schools. */
    public EntAccount account() {
        OneSandbox.Account service = sandbox.accounts().get(0);
        return new EntAccount(
                AccountId.parse("one/service"),
                "one",
                "entcore",
                sandbox.baseUrl(),
                true,
                places(),
                Map.of(
                        "client-id", Secret.of(service.clientId()),
                        "client-secret", Secret.of(service.clientSecret()),
                        "username", Secret.of(service.login()),
                        "password", Secret.of(service.password())),
                SETTLES_WITHIN);
    }

    private static Set<PlaceId> places() {
        return SampleSchool.ALL.stream().map(SampleSchool::school).collect(Collectors.toSet());
    }

    /** Its base address, where {@code /__sandbox/objects} shows what was published. */
    public String address() {
        return sandbox.baseUrl().toString();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
