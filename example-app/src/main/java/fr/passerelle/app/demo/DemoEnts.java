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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The demo's stand-ins, each on a free port of this machine, and the accounts that publish there: the first school has all
 * three ENTs, the second two, and in the third people publish by hand, as do those of the leisure centre.
 */
public final class DemoEnts implements AutoCloseable {
    /** The stand-ins show a write at once, so that nobody needs to wait ten minutes after a lost answer. */
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(5);

    private static final PlaceId TOURNELLES = SampleSchool.ALL.get(0).school();
    private static final PlaceId ARCADES = SampleSchool.ALL.get(1).school();
    private static final PlaceId ROUX = SampleSchool.ALL.get(2).school();
    private static final PlaceId CENTRE = DemoSeeding.CENTRE;

    private static final List<Line> LINES = List.of(
            new Line("beneylu/service", StandIn.BENEYLU, "beneylu-v3", false, TOURNELLES, ARCADES, CENTRE),
            new Line("lilie/service", StandIn.LILIE, "openent-ng", false, TOURNELLES),
            new Line("one/service", StandIn.ONE, "entcore", false, TOURNELLES, ARCADES, CENTRE),
            new Line("beneylu/aujourd-hui", StandIn.BENEYLU, "beneylu-partner", true, ROUX),
            new Line("one/a-la-main", StandIn.ONE, "entcore", true, ROUX));

    private final Map<StandIn, Sandbox> sandboxes = new EnumMap<>(StandIn.class);

    /** An account, and for which places it acts. */
    private record Line(String account, StandIn ent, String profile, boolean byHand, Set<PlaceId> places) {
        Line(String account, StandIn ent, String profile, boolean byHand, PlaceId... places) {
            this(account, ent, profile, byHand, Set.of(places));
        }
    }

    /** Starts all stand-ins. */
    public DemoEnts() {
        Arrays.stream(StandIn.values()).forEach(ent -> sandboxes.put(ent, ent.start(0, SchoolSeed.pilot())));
    }

    /** The accounts. */
    public List<EntAccount> accounts() {
        List<EntAccount> accounts = new ArrayList<>();
        for (Line line : LINES) {
            Sandbox sandbox = sandbox(line.ent());
            OperatorAccount operator = sandbox.operator(line.profile());
            accounts.add(new EntAccount(
                    AccountId.parse(line.account()),
                    operator.connector(),
                    operator.profile(),
                    sandbox.baseUrl(),
                    operator.urls(),
                    true,
                    line.places(),
                    line.byHand(),
                    operator.credentials().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, setting -> Secret.of(setting.getValue()))),
                    SETTLES_WITHIN));
        }
        return accounts;
    }

    private Sandbox sandbox(StandIn ent) {
        Sandbox sandbox = sandboxes.get(ent);
        if (sandbox == null) {
            throw new IllegalStateException("Every stand-in was started.");
        }
        return sandbox;
    }

    /** A stand-in's base address, where {@code /__sandbox/objects} shows what was published. */
    public String address(StandIn ent) {
        return sandbox(ent).baseUrl().toString();
    }

    @Override
    public void close() {
        sandboxes.values().forEach(Sandbox::close);
    }
}
