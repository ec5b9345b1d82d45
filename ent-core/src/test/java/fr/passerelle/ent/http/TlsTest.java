package fr.passerelle.ent.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.ent.spi.HttpReply;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.HttpReply.NoAnswer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Dns;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Certificates are verified and everything wrong with one ends the handshake: no byte of the request has left. */
class TlsTest {
    private static final NoAnswer NOTHING_LEFT = new NoAnswer(new Fault.Unreachable(null), false);

    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).ecdsa256().build();
    private final HandshakeCertificates trust = new HandshakeCertificates.Builder()
            .addTrustedCertificate(authority.certificate())
            .build();

    private HeldCertificate.Builder signed(String host) {
        return new HeldCertificate.Builder().signedBy(authority).ecdsa256().addSubjectAlternativeName(host);
    }

    private HttpReply send(HeldCertificate certificate) throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(certificate)
                    .build()
                    .sslSocketFactory());
            server.enqueue(new MockResponse.Builder().code(200).build());
            server.start();
            try (OkHttpEnt ent = new OkHttpEnt(
                    Accounts.sandbox("https://localhost:" + server.getPort()),
                    HttpLimits.DEFAULT.within(Duration.ofSeconds(5)),
                    new MovableClock(),
                    Dns.SYSTEM,
                    client -> client.sslSocketFactory(trust.sslSocketFactory(), trust.trustManager()))) {
                HttpReply reply = ent.send(HttpCall.of("POST", "/blog", "/blog").json(new byte[] {'{', '}'}));
                assertThat(server.getRequestCount()).isEqualTo(reply instanceof Answer ? 1 : 0);
                return reply;
            }
        }
    }

    @Test
    void a_good_certificate_is_accepted() throws IOException {
        assertThat(send(signed("localhost").build())).isInstanceOf(Answer.class);
    }

    @Test
    void an_expired_certificate_is_refused() throws IOException {
        assertThat(send(signed("localhost")
                        .validityInterval(
                                Instant.parse("2020-01-01T00:00:00Z").toEpochMilli(),
                                Instant.parse("2021-01-01T00:00:00Z").toEpochMilli())
                        .build()))
                .isEqualTo(NOTHING_LEFT);
    }

    @Test
    void a_certificate_of_another_host_is_refused() throws IOException {
        assertThat(send(signed("ent.example").build())).isEqualTo(NOTHING_LEFT);
    }

    @Test
    void a_certificate_that_signed_itself_is_refused() throws IOException {
        assertThat(send(new HeldCertificate.Builder()
                        .ecdsa256()
                        .addSubjectAlternativeName("localhost")
                        .build()))
                .isEqualTo(NOTHING_LEFT);
    }
}
