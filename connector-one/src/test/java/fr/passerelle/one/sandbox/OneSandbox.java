package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.OperatorAccount;
import fr.passerelle.ent.sandbox.PortInUse;
import fr.passerelle.ent.sandbox.Request;
import fr.passerelle.ent.sandbox.Sandbox;
import fr.passerelle.ent.sandbox.Visit;
import java.time.InstantSource;
import java.util.List;

/** The stand-in itself. */
public final class OneSandbox extends Sandbox {
    private final Seed seed;
    private final Entcore entcore;

    private OneSandbox(Seed seed, InstantSource time) {
        super(time);
        this.seed = seed;
        this.entcore = new Entcore(seed, clock());
    }

    /**
     * Starts on a port of 127.0.0.1 with the three pilot schools and the machine's clock.
     *
     * @param port 0 for any free one
     * @throws PortInUse if another program has the port
     */
    public static OneSandbox start(int port) {
        return start(port, Seed.pilot(), InstantSource.system());
    }

    /**
     * Starts with other schools or another clock.
     *
     * @throws PortInUse if another program has the port
     */
    public static OneSandbox start(int port, Seed seed, InstantSource time) {
        OneSandbox sandbox = new OneSandbox(seed, time);
        sandbox.listen(port);
        return sandbox;
    }

    @Override
    public OperatorAccount operator(String profile) {
        return seed.operator();
    }

    /** The service account first, then a teacher and a parent. */
    @Override
    public List<OperatorAccount.Login> logins() {
        return seed.logins();
    }

    /** What lies on the platform now, late writes that are due included. */
    public SandboxObjects objects() {
        return alone(this::view);
    }

    @Override
    protected SandboxObjects view() {
        return entcore.objects(pending());
    }

    /** What people do on the platform behind a connector's back. */
    public People people() {
        return new People(change -> alone(() -> {
            change.accept(entcore.world());
            return entcore;
        }));
    }

    @Override
    protected void rebuild() {
        entcore.rebuild();
    }

    @Override
    protected String banner() {
        return Pages.banner(seed.platform());
    }

    @Override
    protected String loginPage() {
        return Pages.LOGIN;
    }

    @Override
    protected Visit visit(Request request) {
        return entcore.visit(request, baseUrl());
    }
}
