package fr.passerelle.ent.http;

import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntHttp;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.ent.spi.HttpReply;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One account's way to its ENT. Nothing is followed, retried, cached or kept in a jar; another origin than the account's
 * own is not reachable; TLS is verified by the platform's trust store and fails closed. Safe for several threads.
 */
public final class OkHttpEnt implements EntHttp, AutoCloseable {
    /** How many calls the breaker looks at. */
    static final int BREAKER_CALLS = 20;

    private static final int IDLE_CONNECTIONS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(OkHttpEnt.class);
    /**
     * Nine failures in ten: an ENT that still answers now and then is worth asking, the engine's back-off is enough for
     * it.
     */
    private static final float BREAKER_PERCENT = 90;

    private static final String USER_AGENT = "Passerelle/"
            + Objects.requireNonNullElse(OkHttpEnt.class.getPackage().getImplementationVersion(), "dev");

    private final EntAccount account;
    private final HttpLimits limits;
    private final InstantSource clock;
    private final Map<String, HttpUrl> origins;
    private final OkHttpClient client;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private volatile Instant restsUntil = Instant.MIN;

    /**
     * No I/O.
     *
     * @throws IllegalArgumentException with a sentence naming {@code base-url}, if it is no bare origin, not HTTPS though
     *     no sandbox, or the literal address of a machine that the account may not reach
     */
    public OkHttpEnt(EntAccount account, HttpLimits limits, InstantSource clock) {
        this(account, limits, clock, Dns.SYSTEM, UnaryOperator.identity());
    }

    OkHttpEnt(
            EntAccount account,
            HttpLimits limits,
            InstantSource clock,
            Dns names,
            UnaryOperator<OkHttpClient.Builder> trust) {
        this.account = account;
        this.limits = limits;
        this.clock = clock;
        AddressGuard guard = new AddressGuard(account.allowLoopback(), names);
        this.origins = origins(account, guard);
        this.client = trust.apply(new OkHttpClient.Builder())
                .dns(guard)
                // A proxy would look names up in our place, past the guard.
                .proxy(Proxy.NO_PROXY)
                // HTTP/2 has retries of its own (421, coalescing); with 1.1 a request is sent once or not at all.
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(
                        new ConnectionPool(IDLE_CONNECTIONS, limits.kept().toMillis(), TimeUnit.MILLISECONDS))
                .connectTimeout(limits.connect())
                .readTimeout(limits.idle())
                .writeTimeout(limits.idle())
                .callTimeout(limits.whole())
                .eventListenerFactory(SentProbe::of)
                .addNetworkInterceptor(RetryAfterShield::hide)
                .build();
        this.breaker = CircuitBreaker.of(account.id().toString(), breakerConfig(limits, clock));
        breaker.getEventPublisher().onStateTransition(event -> {
            State now = event.getStateTransition().getToState();
            if (now == State.OPEN) {
                restsUntil = clock.instant().plus(limits.breakerPause());
            }
            LOG.debug("{}: breaker {}", account.id(), now.name().toLowerCase(Locale.ROOT));
        });
        this.bulkhead = Bulkhead.of(
                account.id().toString(),
                BulkheadConfig.custom()
                        .maxConcurrentCalls(limits.concurrent())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    private static CircuitBreakerConfig breakerConfig(HttpLimits limits, InstantSource clock) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(BREAKER_CALLS)
                .minimumNumberOfCalls(BREAKER_CALLS)
                .failureRateThreshold(BREAKER_PERCENT)
                .permittedNumberOfCallsInHalfOpenState(3)
                .waitDurationInOpenState(limits.breakerPause())
                .clock(clock.withZone(ZoneOffset.UTC))
                .build();
    }

    private static Map<String, HttpUrl> origins(EntAccount account, AddressGuard guard) {
        Map<String, HttpUrl> origins = new LinkedHashMap<>();
        origins.put("", origin(account, "base-url", account.baseUrl(), guard));
        account.origins().forEach((name, url) -> origins.put(name, origin(account, "urls." + name, url, guard)));
        return Map.copyOf(origins);
    }

    private static HttpUrl origin(EntAccount account, String setting, URI base, AddressGuard guard) {
        HttpUrl url = HttpUrl.parse(base.toString());
        if (url == null
                || !url.encodedPath().equals("/")
                || url.query() != null
                || url.fragment() != null
                || base.getRawUserInfo() != null) {
            throw new IllegalArgumentException("The setting " + setting + " of " + account.id()
                    + " must be an origin like https://ent.example, without path, user or query.");
        }
        if (!url.isHttps() && !account.allowLoopback()) {
            throw new IllegalArgumentException(
                    "The setting " + setting + " of " + account.id() + " must begin with https://.");
        }
        // OkHttp does not ask the resolver about an address written as such.
        literal(url.host()).ifPresent(address -> {
            if (!guard.mayReach(address)) {
                throw new IllegalArgumentException(
                        "The setting " + setting + " of " + account.id() + " names an address that "
                                + (account.allowLoopback() ? "is not on this machine." : "is not public."));
            }
        });
        return url;
    }

    private static Optional<InetAddress> literal(String host) {
        boolean v6 = host.indexOf(':') >= 0;
        if (!v6 && !host.chars().allMatch(c -> c == '.' || Character.isDigit(c))) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    /**
     * @throws IllegalArgumentException if the call's path leaves the account's origins: the connector's mistake
     */
    @Override
    public HttpReply send(HttpCall call) {
        Request request = request(call);
        int bytes = call.body() == null ? 0 : call.body().length;
        if (bytes > limits.requestBytes()) {
            return new HttpReply.NoAnswer(
                    new Fault.ContractBroken(
                            call.route(), "at most " + limits.requestBytes() + " bytes to send", bytes + " bytes"),
                    false);
        }
        if (!bulkhead.tryAcquirePermission()) {
            return turnedAway(clock.instant().plus(RetryAfter.SHORTEST));
        }
        try {
            if (!breaker.tryAcquirePermission()) {
                Instant soon = clock.instant().plus(RetryAfter.SHORTEST);
                return turnedAway(restsUntil.isAfter(soon) ? restsUntil : soon);
            }
            return guarded(call, request);
        } finally {
            bulkhead.onComplete();
        }
    }

    private static HttpReply turnedAway(Instant until) {
        return new HttpReply.NoAnswer(new Fault.Unreachable(until), false);
    }

    private HttpReply guarded(HttpCall call, Request request) {
        long began = System.nanoTime();
        SentProbe probe = new SentProbe();
        Call http =
                client.newCall(request.newBuilder().tag(SentProbe.class, probe).build());
        HttpReply reply;
        try (Response response = http.execute()) {
            reply = read(call, response);
        } catch (AddressGuard.AddressRefused refused) {
            reply = new HttpReply.NoAnswer(new Fault.Misconfigured("base-url"), false);
        } catch (IOException failure) {
            // The message of an exception may quote the URL: its class says enough.
            LOG.debug("{} {}: {}", account.id(), call, failure.getClass().getSimpleName());
            reply = new HttpReply.NoAnswer(new Fault.Unreachable(null), probe.sent());
        } catch (RuntimeException | Error ours) {
            breaker.releasePermission();
            throw ours;
        }
        long took = System.nanoTime() - began;
        if (failed(reply)) {
            breaker.onError(took, TimeUnit.NANOSECONDS, new IOException());
        } else {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        }
        LOG.debug("{} {}: {} in {} ms", account.id(), call, reply, TimeUnit.NANOSECONDS.toMillis(took));
        return reply;
    }

    /** Only what tells that the ENT is down: a refusal, an oversized answer or a wrong setting is not for the breaker. */
    private static boolean failed(HttpReply reply) {
        return reply instanceof HttpReply.Answer answer
                ? answer.status() >= 500
                : ((HttpReply.NoAnswer) reply).fault() instanceof Fault.Unreachable;
    }

    private Request request(HttpCall call) {
        HttpUrl origin = origins.get(call.origin());
        HttpUrl url = origin != null && call.path().startsWith("/")
                ? origin.resolve(origin.scheme() + "://" + authority(origin) + call.path())
                : null;
        if (origin == null
                || url == null
                || !url.host().equals(origin.host())
                || url.port() != origin.port()
                || !url.scheme().equals(origin.scheme())) {
            throw new IllegalArgumentException("A call's path begins with / and stays on an origin of the account.");
        }
        byte[] body = call.body();
        @Nullable
        RequestBody sent = body != null
                ? RequestBody.create(body, null)
                : needsBody(call.method()) ? RequestBody.create(new byte[0], null) : null;
        Request.Builder request = new Request.Builder().url(url).method(call.method(), sent);
        call.headers().forEach(request::header);
        if (call.contentType() != null) {
            request.header("Content-Type", call.contentType());
        }
        return request.header("User-Agent", USER_AGENT).build();
    }

    private static String authority(HttpUrl origin) {
        String host = origin.host();
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + origin.port();
    }

    private static boolean needsBody(String method) {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    private HttpReply read(HttpCall call, Response response) throws IOException {
        BufferedSource source = response.body().source();
        Buffer body = new Buffer();
        while (body.size() <= limits.answerBytes()) {
            if (source.read(body, Math.min(1 << 16, limits.answerBytes() + 1L - body.size())) < 0) {
                return new HttpReply.Answer(response.code(), headers(response), body.readByteArray());
            }
        }
        return new HttpReply.NoAnswer(
                new Fault.ContractBroken(call.route(), "at most " + limits.answerBytes() + " bytes", "more"), true);
    }

    private static Map<String, List<String>> headers(Response response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.headers()
                .toMultimap()
                .forEach((name, values) ->
                        headers.put(name.equals(RetryAfterShield.HIDDEN) ? "retry-after" : name, List.copyOf(values)));
        return headers;
    }

    /** Cuts the requests under way and closes the connections. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    @Override
    public String toString() {
        return "OkHttpEnt[" + account.id() + "]";
    }
}
