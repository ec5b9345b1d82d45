package fr.passerelle.lilie.sandbox;

import fr.passerelle.ent.sandbox.OperatorAccount;
import fr.passerelle.ent.sandbox.PortInUse;
import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.ent.sandbox.Request;
import fr.passerelle.ent.sandbox.RoutePattern;
import fr.passerelle.ent.sandbox.RoutePattern.Found;
import fr.passerelle.ent.sandbox.Sandbox;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.ent.sandbox.Visit;
import fr.passerelle.one.sandbox.Entcore;
import fr.passerelle.one.sandbox.Seed;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stand-in itself. */
public final class LilieSandbox extends Sandbox {
    private static final String SUCCESSOR = "openent-ng";

    /** Eliot's; whatever they do not answer is the successor's. */
    private static final List<Route> ROUTES = routes();

    private final List<SchoolSeed> schools;
    private final Seed successor;
    private final Entcore entcore;
    private World world;

    private LilieSandbox(List<SchoolSeed> schools, InstantSource time) {
        super(time);
        this.schools = List.copyOf(schools);
        this.world = World.of(this.schools, clock());
        this.successor = Seed.of(this.schools).presentedAs("Lilie", "lilie", SUCCESSOR);
        this.entcore = new Entcore(successor, clock());
    }

    /**
     * Starts on a port of 127.0.0.1 with the three pilot schools and the machine's clock.
     *
     * @param port 0 for any free one
     * @throws PortInUse if another program has the port
     */
    public static LilieSandbox start(int port) {
        return start(port, SchoolSeed.pilot(), InstantSource.system());
    }

    /**
     * Starts with other schools or another clock.
     *
     * @throws PortInUse if another program has the port
     */
    public static LilieSandbox start(int port, List<SchoolSeed> schools, InstantSource time) {
        LilieSandbox sandbox = new LilieSandbox(schools, time);
        sandbox.listen(port);
        return sandbox;
    }

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(TextesRoutes.all());
        routes.addAll(NotesRoutes.all());
        routes.addAll(ScolariteRoutes.all());
        routes.addAll(NotificationRoutes.all());
        return List.copyOf(routes);
    }

    @Override
    public OperatorAccount operator(String profile) {
        return switch (profile) {
            case SUCCESSOR -> successor.operator();
            case EliotOperator.PROFILE -> EliotOperator.of(World.of(schools, clock()));
            default ->
                throw new IllegalArgumentException(
                        "The stand-in for Lilie does not speak the profile " + profile + ".");
        };
    }

    /** The successor's people; Lilie's own pages are not rebuilt. */
    @Override
    public List<OperatorAccount.Login> logins() {
        return successor.logins();
    }

    /** What lies on the platform now, late writes that are due included. */
    public LilieObjects objects() {
        return alone(this::view);
    }

    @Override
    protected LilieObjects view() {
        return Views.objects(world, entcore.objects(pending()), pending());
    }

    @Override
    protected void rebuild() {
        world = World.of(schools, clock());
        entcore.rebuild();
    }

    @Override
    protected String banner() {
        return Pages.BANNER;
    }

    @Override
    protected String loginPage() {
        return Pages.LOGIN;
    }

    @Override
    protected Visit visit(Request request) {
        Optional<Found<Route>> eliot = RoutePattern.find(ROUTES, request);
        return eliot.isPresent() || request.path().startsWith("/eliot-")
                ? new EliotVisit(world, baseUrl().toString(), request, eliot)
                : entcore.visit(request, baseUrl());
    }

    private record EliotVisit(World world, String baseUrl, Request request, Optional<Found<Route>> found)
            implements Visit {
        @Override
        public String route() {
            return found.map(one -> one.route().at().name()).orElse(request.method() + " " + request.path());
        }

        @Override
        public boolean showsItsBody() {
            return true;
        }

        @Override
        public Reply signOut() {
            return Reply.redirect(baseUrl + "/cas/login?service=" + baseUrl);
        }

        @Override
        public Act enter() {
            return found.map(one -> one.route().enter(world, request, one.ids()))
                    .orElse(() -> Reply.empty(404));
        }
    }
}
