package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.ent.sandbox.Request;
import fr.passerelle.ent.sandbox.RoutePattern;
import fr.passerelle.ent.sandbox.RoutePattern.Found;
import fr.passerelle.ent.sandbox.Visit;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.exc.JsonNodeException;

/**
 * What a platform with the back end entcore answers, under whatever name it is served; a stand-in holds one. Used under
 * the stand-in's lock only.
 */
public final class Entcore {
    /** Fixed paths before those with ids. */
    private static final List<Route> ROUTES = routes();

    private final Seed seed;
    private final InstantSource clock;
    private World world;

    public Entcore(Seed seed, InstantSource clock) {
        this.seed = seed;
        this.clock = clock;
        this.world = seed.build(clock);
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
        routes.addAll(WorkspaceRoutes.all());
        return List.copyOf(routes);
    }

    /**
     * What it makes of a request.
     *
     * @param baseUrl where the stand-in answers
     */
    public Visit visit(Request request, URI baseUrl) {
        return new OneVisit(world, new Gate(world, baseUrl.toString()), request, RoutePattern.find(ROUTES, request));
    }

    /** What lies on the platform now. */
    public SandboxObjects objects(int pending) {
        return Views.objects(world, pending);
    }

    /** Everything as at the start. */
    public void rebuild() {
        world = seed.build(clock);
    }

    World world() {
        return world;
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
            request.header("authorization").flatMap(Gate::bearer).ifPresent(world.tokens::remove);
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
                    } catch (JsonNodeException wrongType) {
                        // An object where a text is read: what nobody foresaw gets no answer at all.
                        return Reply.NONE;
                    }
                };
            } catch (Call.Answered answered) {
                return answered::reply;
            }
        }
    }
}
