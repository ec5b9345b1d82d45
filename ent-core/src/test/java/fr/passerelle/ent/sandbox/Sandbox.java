package fr.passerelle.ent.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stand-in for an ENT: an HTTP server on 127.0.0.1 with state in memory. Safe for several threads; requests act one
 * after the other.
 *
 * <p>A platform has one origin or several; they share everything. {@code /} shows what this is, {@code /__sandbox/} is
 * the administration, everything else the platform answers.
 */
public abstract class Sandbox implements AutoCloseable {
    private static final int KEPT_REQUESTS = 20_000;

    private final Object lock = new Object();
    private final SandboxClock clock;
    private final Faults faults = new Faults();
    private final PriorityQueue<Late> late = new PriorityQueue<>();
    private final Deque<SeenRequest> requests = new ArrayDeque<>();
    private final Administration administration = new Administration(this);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads;
    private final List<HttpServer> origins = new ArrayList<>();
    private long order;

    private record Late(Instant due, long order, Visit.Act effect) implements Comparable<Late> {
        @Override
        public int compareTo(Late other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /** Listens to nobody yet. */
    protected Sandbox(InstantSource time) {
        clock = new SandboxClock(time);
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "sandbox");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What the platform makes of a request. Called one request at a time. */
    protected abstract Visit visit(Request request);

    /** The page that says what this is. */
    protected abstract String banner();

    /** The page to sign in on, sent in place of an answer by a fault. */
    protected abstract String loginPage();

    /** What lies on the platform now, as records for JSON. Called one at a time. */
    protected abstract Object view();

    /** Everything as at the start. Called one at a time. */
    protected abstract void rebuild();

    /**
     * What connects to it.
     *
     * @throws IllegalArgumentException if it does not speak the profile
     */
    public abstract OperatorAccount operator(String profile);

    /** Who may sign in by hand; all invented. */
    public abstract List<OperatorAccount.Login> logins();

    /**
     * Opens an origin on a port of 127.0.0.1.
     *
     * @param port 0 for any free one
     * @throws PortInUse if another program has the port
     */
    protected final void listen(int port) {
        // Without it, each small answer waits for the client's delayed acknowledgement: 40 ms on Linux.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        int origin = origins.size();
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> handle(origin, exchange));
            origins.add(server);
            server.start();
        } catch (BindException taken) {
            close();
            throw new PortInUse(port, taken);
        } catch (IOException failure) {
            close();
            throw new UncheckedIOException(failure);
        }
    }

    /** The first origin. */
    public final URI baseUrl() {
        return baseUrl(0);
    }

    /** An origin, in the order in which they were opened. */
    protected final URI baseUrl(int origin) {
        return URI.create("http://127.0.0.1:" + origins.get(origin).getAddress().getPort());
    }

    /** Follows a plan of faults from now on; counts begin anew. */
    public final void faults(FaultPlan plan) {
        faults.follow(plan);
    }

    /** Follows a plan written as JSON: {@code {"seed": 1, "rules": [{"kind": "status", "percent": 60}]}}. */
    public final void faults(Path planFile) throws IOException {
        faults(FaultPlan.parse(JsonMapper.builder().build().readTree(Files.readString(planFile))));
    }

    /** The plan that is followed now. */
    public final FaultPlan plan() {
        return faults.plan();
    }

    /** How often each kind of fault has struck since the plan began. */
    public final Map<Kind, Integer> injected() {
        return faults.injected();
    }

    public final InstantSource clock() {
        return clock;
    }

    /** Lets time pass: sessions end, late writes take effect. */
    public final void advance(Duration time) {
        clock.advance(time);
        alone(() -> null);
    }

    /** Runs while no request acts; what is due has taken effect before. */
    protected final <T> T alone(Supplier<T> action) {
        synchronized (lock) {
            commitDue();
            return action.get();
        }
    }

    /** What was answered long ago takes effect now, in its order. */
    private void commitDue() {
        Instant now = clock.instant();
        while (!late.isEmpty() && !late.peek().due().isAfter(now)) {
            late.remove().effect().run();
        }
    }

    /** Writes that were answered and have not yet taken effect. */
    protected final int pending() {
        return late.size();
    }

    /** The requests so far, oldest first, administration apart. */
    public final List<SeenRequest> requests() {
        synchronized (lock) {
            return List.copyOf(requests);
        }
    }

    /** Everything as at the start, without faults. */
    public final void reset() {
        synchronized (lock) {
            rebuild();
            late.clear();
            requests.clear();
        }
        faults.follow(FaultPlan.NONE);
    }

    @Override
    public final void close() {
        closing.countDown();
        origins.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    private void handle(int origin, HttpExchange exchange) throws IOException {
        Request request = read(origin, exchange);
        if (request.path().startsWith(Administration.PREFIX)) {
            write(exchange, administration.answer(request), 1);
        } else if (request.path().equals("/") && request.method().equals("GET")) {
            write(exchange, Reply.html(200, "text/html; charset=utf-8", banner()), 1);
        } else {
            serve(exchange, request);
        }
    }

    private void serve(HttpExchange exchange, Request request) throws IOException {
        Optional<Rule> fault;
        Optional<Reply> reply;
        synchronized (lock) {
            commitDue();
            Visit visit = visit(request);
            fault = faults.draw(visit.route());
            reply = fault.isPresent()
                    ? faulty(visit, fault.get())
                    : Optional.of(visit.enter().run());
            note(request, visit, reply, fault);
        }
        if (reply.isEmpty() || reply.get().isNone()) {
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

    private Optional<Reply> faulty(Visit visit, Rule rule) {
        return switch (rule.kind()) {
            case STATUS ->
                Optional.of(
                        rule.retryAfter() == null
                                ? Reply.html(rule.status(), "text/html", "<h1>" + rule.status() + "</h1>")
                                : Reply.html(rule.status(), "text/html", "").with("Retry-After", rule.retryAfter()));
            case HTML_LOGIN_200 -> Optional.of(Reply.html(200, "text/html; charset=utf-8", loginPage()));
            case SIGNED_OUT -> Optional.of(visit.signOut());
            case SILENT -> Optional.empty();
            case COMMIT_LATE -> {
                // Who calls is settled now; what he asked for happens later.
                Visit.Act effect = visit.enter();
                late.add(new Late(clock.instant().plusSeconds(rule.seconds()), ++order, effect));
                yield Optional.of(Reply.html(504, "text/html", "<h1>504</h1>"));
            }
            case GARBAGE -> {
                visit.enter().run();
                yield Optional.of(new Reply(
                        200, "application/json", "{\"état\": ".getBytes(StandardCharsets.ISO_8859_1), Map.of()));
            }
            case SLOW, CUT_AFTER_ACTING, TRUNCATED -> Optional.of(visit.enter().run());
        };
    }

    private void pause(long seconds) {
        try {
            closing.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(Request request, Visit visit, Optional<Reply> reply, Optional<Rule> fault) {
        boolean kept = visit.showsItsBody() && !request.isMultipart();
        if (requests.size() == KEPT_REQUESTS) {
            requests.removeFirst();
        }
        requests.add(new SeenRequest(
                visit.route(),
                request.pathAndQuery(),
                kept ? request.body() : "",
                reply.map(Reply::status).orElse(0),
                fault.map(rule -> rule.kind().text()).orElse(null)));
    }

    private static Request read(int origin, HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        byte[] body = exchange.getRequestBody().readAllBytes();
        URI uri = exchange.getRequestURI();
        String rawQuery = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return new Request(
                origin,
                exchange.getRequestMethod(),
                uri.getRawPath(),
                rawQuery,
                Request.fields(rawQuery),
                headers,
                body);
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
