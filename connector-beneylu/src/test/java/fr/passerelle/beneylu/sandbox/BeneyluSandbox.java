package fr.passerelle.beneylu.sandbox;

import fr.passerelle.beneylu.sandbox.Route.Gate;
import fr.passerelle.beneylu.sandbox.World.AppSession;
import fr.passerelle.ent.sandbox.OperatorAccount;
import fr.passerelle.ent.sandbox.PortInUse;
import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.ent.sandbox.Request;
import fr.passerelle.ent.sandbox.RoutePattern;
import fr.passerelle.ent.sandbox.RoutePattern.Found;
import fr.passerelle.ent.sandbox.Sandbox;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.ent.sandbox.Visit;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stand-in itself: the application under {@code /ent} on the first origin, the directory on the second. */
public final class BeneyluSandbox extends Sandbox {
    /** Fixed paths before those with ids. */
    private static final List<Route> ROUTES = routes();

    private final Seed seed;
    private World world;

    private BeneyluSandbox(Seed seed, InstantSource time) {
        super(time);
        this.seed = seed;
        this.world = seed.build(clock());
    }

    /**
     * Starts on a port of 127.0.0.1 and the next one.
     *
     * @param port 0 for any two free ones
     * @throws PortInUse if another program has one of the ports
     */
    public static BeneyluSandbox start(int port, List<SchoolSeed> schools, InstantSource time) {
        BeneyluSandbox sandbox = new BeneyluSandbox(new Seed(schools), time);
        sandbox.listen(port);
        sandbox.listen(port == 0 ? 0 : port + 1);
        return sandbox;
    }

    @Override
    public OperatorAccount operator(String profile) {
        return seed.operator(profile, baseUrl(1));
    }

    /** The service account first. */
    @Override
    public List<OperatorAccount.Login> logins() {
        return Seed.logins();
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
        return Pages.BANNER;
    }

    @Override
    protected String loginPage() {
        return Pages.login(SessionRoutes.door(baseUrl(0), baseUrl(1)));
    }

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(SessionRoutes.all());
        routes.addAll(GroupRoutes.all());
        routes.addAll(BlogRoutes.all());
        routes.addAll(LiaisonRoutes.all());
        routes.addAll(DirectoryRoutes.all());
        routes.addAll(PartnerRoutes.all());
        return List.copyOf(routes);
    }

    @Override
    protected Visit visit(Request request) {
        Optional<Found<Route>> found = RoutePattern.find(ROUTES, request)
                .filter(one -> (one.route().gate() == Gate.AUTH) == (request.origin() == 1));
        return new BeneyluVisit(world, request, found, baseUrl(0), baseUrl(1));
    }

    private record BeneyluVisit(World world, Request request, Optional<Found<Route>> found, URI app, URI auth)
            implements Visit {
        @Override
        public String route() {
            return found.map(one -> one.route().at().name()).orElse(request.method() + " " + request.path());
        }

        @Override
        public boolean showsItsBody() {
            return request.origin() == 0;
        }

        @Override
        public Reply signOut() {
            request.cookie(SessionRoutes.COOKIE).ifPresent(world.appSessions::remove);
            return Reply.redirect(app + "/ent/");
        }

        @Override
        public Act enter() {
            if (found.isEmpty()) {
                return () -> Reply.html(404, "text/html; charset=UTF-8", Pages.NOT_FOUND);
            }
            Route route = found.get().route();
            AppSession session = request.cookie(SessionRoutes.COOKIE)
                    .map(world.appSessions::get)
                    .orElse(null);
            Optional<Reply> turnedAway = turnedAway(route.gate(), session);
            if (turnedAway.isPresent()) {
                return turnedAway::get;
            }
            Map<String, String> ids = found.get().ids();
            // What is asked for late acts where the session stood when it was asked.
            @Nullable Integer current = session == null ? null : session.current;
            return () -> {
                Call call = new Call(world, request, ids, app, auth, session);
                @Nullable Integer now = session == null ? null : session.current;
                try {
                    if (session != null) {
                        session.current = current;
                    }
                    Reply reply = route.handler().answer(call);
                    return reply;
                } catch (Call.Answered answered) {
                    return answered.reply();
                } finally {
                    restore(session, current, now);
                }
            };
        }

        /** Undoes that the session was put back, unless the request itself moved it. */
        private static void restore(@Nullable AppSession session, @Nullable Integer asked, @Nullable Integer now) {
            if (session != null && java.util.Objects.equals(session.current, asked)) {
                session.current = now;
            }
        }

        private Optional<Reply> turnedAway(Gate gate, @Nullable AppSession session) {
            if (gate == Gate.APP || gate == Gate.AUTH) {
                return Optional.empty();
            }
            if (session == null || session.account == null) {
                return Optional.of(
                        request.path().startsWith("/ent/api/")
                                ? Call.word(
                                        401,
                                        "invalid credentials " + request.path().substring(4))
                                : Reply.redirect(app + "/ent/"));
            }
            if (session.account.demand != null) {
                return Optional.of(Reply.redirect(app + session.account.demand.page()));
            }
            boolean standsInClass = session.current != null
                    && world.rooms.containsKey(session.current)
                    && session.account.rooms.contains(session.current);
            return gate == Gate.IN_CLASS && !standsInClass
                    ? Optional.of(Reply.redirect(app + "/ent/pas-de-classe"))
                    : Optional.empty();
        }
    }
}
