package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.OperatorAccount;
import fr.passerelle.ent.sandbox.PortInUse;
import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.ent.sandbox.Request;
import fr.passerelle.ent.sandbox.RoutePattern;
import fr.passerelle.ent.sandbox.RoutePattern.Found;
import fr.passerelle.ent.sandbox.Sandbox;
import fr.passerelle.ent.sandbox.Visit;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stand-in itself. */
public final class OneSandbox extends Sandbox {
    /** ONE's routes; fixed paths before those with ids. */
    private static final List<Route> ROUTES = routes();

    private final Seed seed;
    private World world;

    private OneSandbox(Seed seed, InstantSource time) {
        super(time);
        this.seed = seed;
        this.world = seed.build(clock());
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
        return Views.objects(world, pending());
    }

    /** What people do on the platform behind a connector's back. */
    public People people() {
        return new People(change -> alone(() -> {
            change.accept(world);
            return world;
        }));
    }

    @Override
    protected void rebuild() {
        world = seed.build(clock());
    }

    @Override
    protected String banner() {
        return Pages.banner(seed.platform());
    }

    @Override
    protected String loginPage() {
        return Pages.LOGIN;
    }

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(AuthRoutes.all());
        routes.addAll(DirectoryRoutes.all());
        routes.addAll(ShareRoutes.all());
        routes.addAll(PostRoutes.all());
        routes.addAll(BlogRoutes.all());
        routes.addAll(ThreadRoutes.all());
        routes.addAll(InfoRoutes.all());
        routes.addAll(InfoReadRoutes.all());
        routes.addAll(InfoCommentRoutes.all());
        routes.addAll(AudienceRoutes.all());
        routes.addAll(MessageRoutes.all());
        routes.addAll(FolderRoutes.all());
        return List.copyOf(routes);
    }

    @Override
    protected Visit visit(Request request) {
        return new OneVisit(world, new Gate(world, baseUrl().toString()), request, RoutePattern.find(ROUTES, request));
    }

    private record OneVisit(World world, Gate gate, Request request, Optional<Found<Route>> found) implements Visit {
        @Override
        public String route() {
            return found.map(one -> one.route().at().name()).orElse(request.method() + " " + request.path());
        }

        @Override
        public boolean showsItsBody() {
            return !request.path().startsWith("/auth/");
        }

        @Override
        public Reply signOut() {
            request.header("authorization")
                    .filter(header -> header.startsWith("Bearer "))
                    .ifPresent(header -> world.tokens.remove(header.substring(7)));
            return gate.toLogin(request);
        }

        @Override
        public Act enter() {
            if (found.isEmpty()) {
                return () -> Reply.empty(404);
            }
            Route route = found.get().route();
            try {
                Call call = new Call(
                        world, request, found.get().ids(), route.word().isEmpty() ? null : gate.enter(route, request));
                return () -> {
                    try {
                        return route.handler().answer(call);
                    } catch (Call.Answered answered) {
                        return answered.reply();
                    }
                };
            } catch (Call.Answered answered) {
                return answered::reply;
            }
        }
    }
}
