package fr.passerelle.ent.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.ent.spi.HttpReply;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.HttpReply.NoAnswer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OkHttpEntTest {
    /** Long enough for an answer on a busy machine, short enough to wait for one that does not come. */
    private static final HttpLimits LIMITS =
            HttpLimits.DEFAULT.within(Duration.ofSeconds(1)).bytes(1000, 100_000);

    private static final HttpCall READ = HttpCall.of("GET", "/blog/4711?search=L%C3%A9a", "/blog/:blog");
    private static final HttpCall WRITE =
            HttpCall.of("POST", "/blog/post/4711", "/blog/post/:blog").json("{\"title\":\"Léa\"}".getBytes(UTF_8));

    private final MovableClock clock = new MovableClock();
    private final MockWebServer server = new MockWebServer();
    private OkHttpEnt ent;

    @BeforeEach
    void open() throws IOException {
        server.start();
        ent = ent(baseUrl());
    }

    @AfterEach
    void close() {
        ent.close();
        server.close();
    }

    private String baseUrl() {
        return "http://127.0.0.1:" + server.getPort();
    }

    private OkHttpEnt ent(String baseUrl) {
        return new OkHttpEnt(Accounts.sandbox(baseUrl), LIMITS, clock);
    }

    private static MockResponse.Builder answer(int status) {
        return new MockResponse.Builder().code(status);
    }

    @Test
    void sends_what_it_is_given_under_its_own_name() throws InterruptedException {
        server.enqueue(answer(200).body("{\"ok\":true}").build());

        HttpReply reply = ent.send(WRITE.header("Authorization", "Bearer t"));

        RecordedRequest seen = server.takeRequest();
        assertThat(seen.getMethod()).isEqualTo("POST");
        assertThat(seen.getTarget()).isEqualTo("/blog/post/4711");
        assertThat(seen.getHeaders().get("User-Agent")).startsWith("Passerelle/");
        assertThat(seen.getHeaders().get("Authorization")).isEqualTo("Bearer t");
        assertThat(seen.getHeaders().get("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(seen.getBody().utf8()).isEqualTo("{\"title\":\"Léa\"}");
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Answer.class, answer -> assertThat(answer.text()).isEqualTo("{\"ok\":true}"));
    }

    @Test
    void a_path_stays_as_it_was_encoded_and_a_body_may_be_absent() throws InterruptedException {
        server.enqueue(answer(204).build());
        server.enqueue(answer(200).build());

        ent.send(READ);
        ent.send(HttpCall.of("PUT", "/blog/post/publish/1/2", "/blog/post/publish/:blog/:post"));

        assertThat(server.takeRequest().getTarget()).isEqualTo("/blog/4711?search=L%C3%A9a");
        assertThat(server.takeRequest().getHeaders().get("Content-Length")).isEqualTo("0");
    }

    @Test
    void a_redirect_is_an_answer_and_is_never_followed() {
        server.enqueue(
                answer(302).addHeader("Location", "https://elsewhere.example/").build());
        server.enqueue(
                answer(302).addHeader("Location", baseUrl() + "/auth/login").build());

        assertThat(ent.send(READ)).isInstanceOfSatisfying(Answer.class, seen -> {
            assertThat(seen.status()).isEqualTo(302);
            assertThat(seen.header("Location")).contains("https://elsewhere.example/");
        });
        assertThat(((Answer) ent.send(WRITE)).status()).isEqualTo(302);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void cookies_are_neither_kept_nor_sent_back() throws InterruptedException {
        server.enqueue(
                answer(200).addHeader("Set-Cookie", "oneSessionId=1; Path=/").build());
        server.enqueue(answer(200).build());

        ent.send(READ);
        ent.send(READ);

        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
    }

    @Test
    void nothing_is_sent_twice_even_when_the_ent_asks_for_it() {
        server.enqueue(answer(503).addHeader("Retry-After", "0").build());
        server.enqueue(answer(408).build());
        server.enqueue(answer(421).build());
        for (int status : new int[] {503, 408, 421}) {
            assertThat(((Answer) ent.send(WRITE)).status()).isEqualTo(status);
        }
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void a_connection_is_used_again_at_once_and_not_after_a_pause() throws InterruptedException {
        Duration pause = Duration.ofMillis(200);
        try (OkHttpEnt other = new OkHttpEnt(Accounts.sandbox(baseUrl()), LIMITS.keeping(pause), clock)) {
            for (int request = 0; request < 3; request++) {
                server.enqueue(answer(200).build());
            }
            other.send(READ);
            other.send(READ);
            Thread.sleep(pause.multipliedBy(5).toMillis());
            other.send(READ);
        }
        assertThat(List.of(server.takeRequest(), server.takeRequest(), server.takeRequest()))
                .extracting(RecordedRequest::getConnectionIndex)
                .containsExactly(0, 0, 1);
    }

    @Test
    void retry_after_reaches_the_connector() {
        server.enqueue(answer(503).addHeader("Retry-After", "0").build());

        Answer answer = (Answer) ent.send(READ);

        assertThat(answer.header("Retry-After")).contains("0");
        assertThat(RetryAfter.of(answer, clock.instant()))
                .contains(clock.instant().plusSeconds(1));
    }

    @Test
    void a_host_that_refuses_the_connection_has_seen_no_byte() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(ent("http://127.0.0.1:" + closed).send(WRITE)).isEqualTo(unreachable(false));
    }

    @Test
    void a_name_that_nobody_knows_has_seen_no_byte() {
        assertThat(ent("http://nobody.invalid").send(WRITE)).isEqualTo(unreachable(false));
    }

    @Test
    void a_handshake_that_never_ends_has_seen_no_byte_of_the_request() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            assertThat(ent("https://127.0.0.1:" + silent.getLocalPort()).send(WRITE))
                    .isEqualTo(unreachable(false));
        }
    }

    @Test
    void a_connection_cut_after_the_request_may_have_had_effect() {
        server.enqueue(
                answer(200).onResponseStart(new SocketEffect.CloseSocket()).build());
        assertThat(ent.send(WRITE)).isEqualTo(unreachable(true));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void an_answer_that_does_not_come_may_have_had_effect() {
        server.enqueue(answer(200).onResponseStart(SocketEffect.Stall.INSTANCE).build());
        assertThat(ent.send(WRITE)).isEqualTo(unreachable(true));
    }

    @Test
    void an_answer_cut_in_the_middle_is_no_answer() {
        server.enqueue(answer(200)
                .body("0123456789".repeat(1000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        assertThat(ent.send(READ)).isEqualTo(unreachable(true));
    }

    @Test
    void an_answer_that_trickles_ends_with_the_whole_time() {
        server.enqueue(answer(200)
                .body("0123456789".repeat(10))
                .throttleBody(1, 50, TimeUnit.MILLISECONDS)
                .build());
        assertThat(ent.send(READ)).isEqualTo(unreachable(true));
    }

    @Test
    void a_compressed_answer_is_read_and_a_zip_bomb_is_not() throws IOException {
        server.enqueue(gzip(50_000));
        server.enqueue(gzip(50_000_000));

        assertThat(ent.send(READ))
                .isInstanceOfSatisfying(
                        Answer.class, answer -> assertThat(answer.body()).hasSize(50_000));
        assertThat(ent.send(READ)).isInstanceOfSatisfying(NoAnswer.class, none -> {
            assertThat(none.sent()).isTrue();
            assertThat(none.fault()).isInstanceOf(Fault.ContractBroken.class);
        });
    }

    private static MockResponse gzip(int bytes) throws IOException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.write(new byte[bytes]);
        }
        return answer(200).addHeader("Content-Encoding", "gzip").body(packed).build();
    }

    @Test
    void an_answer_is_read_up_to_its_last_permitted_byte() {
        server.enqueue(answer(200).body("x".repeat(100_000)).build());
        server.enqueue(answer(200).body("x".repeat(100_001)).build());

        assertThat(ent.send(READ)).isInstanceOf(Answer.class);
        assertThat(ent.send(READ)).isInstanceOf(NoAnswer.class);
    }

    @Test
    void a_request_over_its_cap_does_not_leave() {
        HttpReply reply = ent.send(HttpCall.of("POST", "/blog", "/blog").json(new byte[1001]));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        NoAnswer.class, none -> assertThat(none.sent()).isFalse());
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_further_origin_is_reached_by_its_name_only() throws Exception {
        try (MockWebServer auth = new MockWebServer()) {
            auth.start();
            auth.enqueue(answer(200).body("auth").build());
            EntAccount one = Accounts.sandbox(baseUrl());
            EntAccount two = new EntAccount(
                    one.id(),
                    one.connector(),
                    one.profile(),
                    one.baseUrl(),
                    Map.of("auth", URI.create("http://127.0.0.1:" + auth.getPort())),
                    true,
                    one.places(),
                    one.credentials(),
                    null);
            try (OkHttpEnt both = new OkHttpEnt(two, LIMITS, clock)) {
                HttpReply reply = both.send(READ.at("auth"));
                assertThat(((Answer) reply).text()).isEqualTo("auth");
                assertThatThrownBy(() -> both.send(READ.at("elsewhere"))).isInstanceOf(IllegalArgumentException.class);
            }
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void a_further_origin_is_checked_as_the_first_one_is() {
        EntAccount one = Accounts.sandbox(baseUrl());
        EntAccount two = new EntAccount(
                one.id(),
                one.connector(),
                one.profile(),
                one.baseUrl(),
                Map.of("auth", URI.create("https://192.0.2.1/path")),
                true,
                one.places(),
                one.credentials(),
                null);
        assertThatThrownBy(() -> new OkHttpEnt(two, LIMITS, clock)).hasMessageContaining("urls.auth");
    }

    @Test
    void a_call_cannot_leave_the_origin() throws InterruptedException {
        server.enqueue(answer(200).build());

        ent.send(HttpCall.of("GET", "//elsewhere.example/x", "/x"));
        assertThat(server.takeRequest().getTarget()).isEqualTo("//elsewhere.example/x");
        for (String path : List.of("https://elsewhere.example/", "@elsewhere.example/", "0/", "", ".evil.example/")) {
            assertThatThrownBy(() -> ent.send(HttpCall.of("GET", path, "/x")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_breaker_opens_when_the_ent_is_down_and_tries_again_after_its_pause() {
        for (int i = 0; i < OkHttpEnt.BREAKER_CALLS; i++) {
            server.enqueue(answer(503).build());
            ent.send(READ);
        }

        assertThat(ent.send(WRITE))
                .isEqualTo(new NoAnswer(new Fault.Unreachable(clock.instant().plus(LIMITS.breakerPause())), false));
        assertThat(server.getRequestCount()).isEqualTo(OkHttpEnt.BREAKER_CALLS);

        clock.pass(LIMITS.breakerPause().plusMillis(1));
        server.enqueue(answer(200).build());
        assertThat(ent.send(READ)).isInstanceOf(Answer.class);
    }

    @Test
    void refusals_and_throttling_do_not_open_the_breaker() {
        for (int i = 0; i < 2 * OkHttpEnt.BREAKER_CALLS; i++) {
            server.enqueue(answer(i % 2 == 0 ? 401 : 429).build());
            ent.send(READ);
        }
        server.enqueue(answer(200).build());
        assertThat(((Answer) ent.send(READ)).status()).isEqualTo(200);
    }

    @Test
    void one_account_has_only_so_many_requests_at_once() throws Exception {
        for (int i = 0; i < LIMITS.concurrent(); i++) {
            server.enqueue(
                    answer(200).onResponseStart(SocketEffect.Stall.INSTANCE).build());
        }
        ExecutorService threads = Executors.newCachedThreadPool();
        OkHttpEnt patient = new OkHttpEnt(Accounts.sandbox(baseUrl()), LIMITS.within(Duration.ofSeconds(20)), clock);
        try {
            List<Future<HttpReply>> stuck = new ArrayList<>();
            for (int i = 0; i < LIMITS.concurrent(); i++) {
                stuck.add(threads.submit(() -> patient.send(READ)));
            }
            for (int i = 0; i < LIMITS.concurrent(); i++) {
                server.takeRequest();
            }

            assertThat(patient.send(WRITE))
                    .isInstanceOfSatisfying(
                            NoAnswer.class, none -> assertThat(none.sent()).isFalse());
            patient.close();
            for (Future<HttpReply> reply : stuck) {
                assertThat(reply.get(1, TimeUnit.SECONDS)).isEqualTo(unreachable(true));
            }
        } finally {
            patient.close();
            threads.shutdownNow();
        }
    }

    @Test
    void what_goes_to_the_log_tells_no_path_body_or_header() {
        Answer answer = new Answer(200, Map.of("set-cookie", List.of("oneSessionId=1")), "Léa".getBytes(UTF_8));

        assertThat(READ + " " + WRITE.header("Authorization", "Bearer t") + " " + answer + " " + unreachable(true)
                        + ent)
                .doesNotContain("4711", "Léa", "L%C3%A9a", "Bearer", "oneSessionId", "127.0.0.1");
    }

    private static NoAnswer unreachable(boolean sent) {
        return new NoAnswer(new Fault.Unreachable(null), sent);
    }
}
