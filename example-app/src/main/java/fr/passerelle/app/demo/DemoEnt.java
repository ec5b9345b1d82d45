package fr.passerelle.app.demo;

import fr.passerelle.app.standin.StandIn;
import fr.passerelle.ent.intake.sample.SampleSchool;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.sandbox.OperatorAccount;
import fr.passerelle.ent.sandbox.Sandbox;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The demo's stand-in for ONE, on a free port of this machine, and the account that publishes there. */
public final class DemoEnt implements AutoCloseable {
    /** The stand-in shows a write at once, so that nobody needs to wait ten minutes after a lost answer. */
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(5);

    private final Sandbox sandbox = StandIn.ONE.start(0, SchoolSeed.pilot());

    /** The account that acts for the three schools. */
    public EntAccount account() {
        OperatorAccount operator = sandbox.operator("entcore");
        return new EntAccount(
                AccountId.parse("one/service"),
                operator.connector(),
                operator.profile(),
                sandbox.baseUrl(),
                operator.urls(),
                true,
                places(),
                operator.credentials().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, setting -> Secret.of(setting.getValue()))),
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
