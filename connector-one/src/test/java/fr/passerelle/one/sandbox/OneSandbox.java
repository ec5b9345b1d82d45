package fr.passerelle.one.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.passerelle.one.sandbox.FaultPlan.Kind;
import fr.passerelle.one.sandbox.FaultPlan.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stand-in itself: an HTTP server on 127.0.0.1 with state in memory. Safe for several threads; requests act one after
 * the other.
 */
public final class OneSandbox implements AutoCloseable {
    private static final int KEPT_REQUESTS = 20_000;

    /** ONE's routes; fixed paths before those with ids. */
    private static final List<Route> ROUTES = routes();

    private final Object lock = new Object();
    private final Seed seed;
    private final SandboxClock clock;
    private final Faults faults = new Faults();
    private final Deque<SeenRequest> requests = new ArrayDeque<>();
    private final Administration administration = new Administration(this);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads;
    private final HttpServer server;
    private World world;

    /** Who may sign in, and how. */
    public record Account(String profile, String login, String password, String clientId, String clientSecret) {}

    /**
     * A request as it was seen.
     *
     * @param route method and path with ids replaced, or the path itself where no route fits
     * @param body empty for sign-ins and files: secrets and bulk are not kept
     * @param fault what was injected, or null
     */
    public record SeenRequest(
            String route,
            String pathAndQuery,
            String body,
            int status,
            @Nullable String fault) {}

    private OneSandbox(HttpServer server, Seed seed, InstantSource time) {
        this.server = server;
        this.seed = seed;
        this.clock = new SandboxClock(time);
        this.world = seed.build(clock);
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "one-sandbox");
            thread.setDaemon(true);
            return thread;
        });
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
        // Without it, each small answer waits for the client's delayed acknowledgement: 40 ms on Linux.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            OneSandbox sandbox = new OneSandbox(server, seed, time);
            server.setExecutor(sandbox.threads);
            server.createContext("/", sandbox::handle);
            server.start();
            return sandbox;
        } catch (BindException taken) {
            throw new PortInUse(port, taken);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Starts with schools of a file, {@code {"schools": [{"uai": …, "name": …, "classes": […]}]}}.
     *
     * @throws IllegalArgumentException with a sentence, if the file holds no seed
     */
    public static OneSandbox start(int port, Path seedFile, InstantSource time) throws IOException {
        return start(port, Seed.parse(JsonMapper.builder().build().readTree(Files.readString(seedFile))), time);
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The service account first, then a teacher and a parent. */
    public List<Account> accounts() {
        return seed.accounts();
    }

    /** Follows a plan of faults from now on; counts begin anew. */
    public void faults(FaultPlan plan) {
        faults.follow(plan);
    }

    /** Follows a plan written as JSON: {@code {"seed": 1, "rules": [{"kind": "status", "percent": 60}]}}. */
    public void faults(Path planFile) throws IOException {
        faults(FaultPlan.parse(JsonMapper.builder().build().readTree(Files.readString(planFile))));
    }

    FaultPlan plan() {
        return faults.plan();
    }

    /** How often each kind of fault has struck since the plan began. */
    public Map<Kind, Integer> injected() {
        return faults.injected();
    }

    public InstantSource clock() {
        return clock;
    }

    /** Lets time pass: sessions end, late writes take effect. */
    public void advance(Duration time) {
        clock.advance(time);
        synchronized (lock) {
            world.commitDue();
        }
    }

    /** What lies on the platform now, late writes that are due included. */
    public SandboxObjects objects() {
        synchronized (lock) {
            world.commitDue();
            return Administration.objects(world);
        }
    }

    /** The requests so far, oldest first, administration apart. */
    public List<SeenRequest> requests() {
        synchronized (lock) {
            return List.copyOf(requests);
        }
    }

    /** What people do on the platform behind a connector's back. */
    public People people() {
        return new People(change -> {
            synchronized (lock) {
                change.accept(world);
            }
        });
    }

    /** Everything as at the start, without faults. */
    public void reset() {
        synchronized (lock) {
            world = seed.build(clock);
            requests.clear();
        }
        faults.follow(FaultPlan.NONE);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(AuthRoutes.all());
        routes.addAll(DirectoryRoutes.all());
        routes.addAll(ShareRoutes.all());
        routes.addAll(PostRoutes.all());
        routes.addAll(BlogRoutes.all());
        routes.addAll(MessageRoutes.all());
        routes.addAll(FolderRoutes.all());
        return List.copyOf(routes);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Request request = read(exchange);
        if (request.path().startsWith(Administration.PREFIX)) {
            write(exchange, administration.answer(request), 1);
        } else if (request.path().equals("/")) {
            write(exchange, Reply.html(200, "text/html; charset=utf-8", Pages.BANNER), 1);
        } else {
            serve(exchange, request);
        }
    }

    private void serve(HttpExchange exchange, Request request) throws IOException {
        Optional<Route.Found> found = Route.find(ROUTES, request);
        String name = found.map(route -> route.route().name()).orElse(request.method() + " " + request.path());
        Optional<Rule> fault = faults.draw(name);
        Optional<Reply> reply = reply(request, found, fault);
        note(request, name, reply, fault);
        if (reply.isEmpty()) {
            // Silent: the connection stays open until somebody gives up.
            return;
        }
        Kind kind = fault.map(Rule::kind).orElse(null);
        if (kind == Kind.SLOW) {
            pause(fault.get().seconds());
        }
        if (kind == Kind.CUT_AFTER_ACTING) {
            exchange.close();
        } else {
            write(exchange, reply.get(), kind == Kind.TRUNCATED ? 2 : 1);
        }
    }

    private Optional<Reply> reply(Request request, Optional<Route.Found> found, Optional<Rule> fault) {
        Gate gate;
        synchronized (lock) {
            world.commitDue();
            gate = new Gate(world, baseUrl().toString());
            if (fault.isPresent()) {
                return faulty(request, found, fault.get(), gate);
            }
            return Optional.of(enter(request, found, gate).act());
        }
    }

    private Optional<Reply> faulty(Request request, Optional<Route.Found> found, Rule rule, Gate gate) {
        return switch (rule.kind()) {
            case STATUS ->
                Optional.of(
                        rule.retryAfter() == null
                                ? Reply.html(rule.status(), "text/html", "<h1>" + rule.status() + "</h1>")
                                : Reply.html(rule.status(), "text/html", "").with("Retry-After", rule.retryAfter()));
            case HTML_LOGIN_200 -> Optional.of(Reply.html(200, "text/html; charset=utf-8", Pages.LOGIN));
            case SIGNED_OUT -> {
                request.header("authorization")
                        .filter(header -> header.startsWith("Bearer "))
                        .ifPresent(header -> world.tokens.remove(header.substring(7)));
                yield Optional.of(gate.toLogin(request));
            }
            case SILENT -> Optional.empty();
            case COMMIT_LATE -> {
                // Who calls is settled now; what he asked for happens later.
                Act effect = enter(request, found, gate);
                world.later(clock.instant().plusSeconds(rule.seconds()), effect::act);
                yield Optional.of(Reply.html(504, "text/html", "<h1>504</h1>"));
            }
            case GARBAGE -> {
                enter(request, found, gate).act();
                yield Optional.of(new Reply(
                        200, "application/json", "{\"état\": ".getBytes(StandardCharsets.ISO_8859_1), Map.of()));
            }
            case SLOW, CUT_AFTER_ACTING, TRUNCATED ->
                Optional.of(enter(request, found, gate).act());
        };
    }

    /** What a request does when it is its time. */
    @FunctionalInterface
    private interface Act {
        Reply act();
    }

    /** Lets the call in, or not; acts only when the result is asked. */
    private Act enter(Request request, Optional<Route.Found> found, Gate gate) {
        if (found.isEmpty()) {
            return () -> Reply.empty(404);
        }
        Route route = found.get().route();
        World here = world;
        try {
            Call call = new Call(
                    here, request, found.get().ids(), route.word().isEmpty() ? null : gate.enter(route, request));
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

    private void pause(long seconds) {
        try {
            closing.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(Request request, String route, Optional<Reply> reply, Optional<Rule> fault) {
        boolean kept = !request.path().startsWith("/auth/") && !request.isMultipart();
        String body = kept ? request.body() : "";
        SeenRequest seen = new SeenRequest(
                route,
                request.pathAndQuery(),
                body,
                reply.map(Reply::status).orElse(0),
                fault.map(rule -> rule.kind().text()).orElse(null));
        synchronized (lock) {
            if (requests.size() == KEPT_REQUESTS) {
                requests.removeFirst();
            }
            requests.add(seen);
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        byte[] body = exchange.getRequestBody().readAllBytes();
        URI uri = exchange.getRequestURI();
        String rawQuery = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return new Request(
                exchange.getRequestMethod(), uri.getRawPath(), rawQuery, Request.fields(rawQuery), headers, body);
    }

    /** @param part 1 for the whole body, 2 for half of it and then nothing more */
    private static void write(HttpExchange exchange, Reply reply, int part) throws IOException {
        try (exchange) {
            if (reply.contentType() != null) {
                exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            }
            reply.headers()
                    .forEach((name, values) -> values.forEach(
                            value -> exchange.getResponseHeaders().add(name, value)));
            int length = reply.body().length;
            exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
            if (length > 0) {
                exchange.getResponseBody().write(reply.body(), 0, length / part);
            }
        }
    }
}
