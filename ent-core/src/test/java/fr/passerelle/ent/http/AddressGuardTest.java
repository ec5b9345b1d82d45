package fr.passerelle.ent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.ent.spi.HttpReply.NoAnswer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private static final MovableClock CLOCK = new MovableClock();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2002:a00:1::",
                "2001:db8::1",
                "2001:0:1::1",
                "::7f00:1",
                "100::1",
                "4000::1"
            })
    void addresses_that_are_not_public_are_refused(String address) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "91.198.174.192",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "2a00:1450:4007::1",
                "2001:4860:4860::8888",
                "::ffff:8.8.8.8",
                "64:ff9b::808:808",
                "2002:808:808::"
            })
    void public_addresses_are_reached(String address) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void a_name_that_leads_into_the_own_network_is_refused_and_nothing_is_sent() {
        try (OkHttpEnt ent = ent(host -> addresses("127.0.0.1"))) {
            assertThat(ent.send(HttpCall.of("GET", "/", "/")))
                    .isEqualTo(new NoAnswer(new Fault.Misconfigured("base-url"), false));
        }
    }

    @Test
    void one_private_address_among_public_ones_is_enough() {
        AddressGuard guard = new AddressGuard(false, host -> addresses("8.8.8.8", "10.0.0.1"));
        assertThatThrownBy(() -> guard.lookup("ent.example")).isInstanceOf(AddressGuard.AddressRefused.class);
    }

    @Test
    void a_name_is_looked_at_again_for_each_connection() {
        AtomicInteger lookUps = new AtomicInteger();
        AddressGuard guard = new AddressGuard(
                false, host -> addresses(lookUps.getAndIncrement() == 0 ? "8.8.8.8" : "169.254.169.254"));

        assertThat(lookUp(guard)).hasSize(1);
        assertThatThrownBy(() -> guard.lookup("ent.example")).isInstanceOf(AddressGuard.AddressRefused.class);
    }

    @Test
    void a_sandbox_account_reaches_this_machine_only() {
        AddressGuard guard = new AddressGuard(true, host -> addresses("8.8.8.8"));
        assertThatThrownBy(() -> guard.lookup("localhost")).isInstanceOf(AddressGuard.AddressRefused.class);
        assertThat(lookUp(new AddressGuard(true, host -> addresses("127.0.0.1", "::1"))))
                .hasSize(2);
    }

    /** The JDK reads these as 127.0.0.1; the guard sees what the name became. */
    @ParameterizedTest
    @ValueSource(strings = {"https://2130706433", "https://127.1", "https://localhost"})
    void other_spellings_of_this_machine_are_refused_too(String url) {
        try (OkHttpEnt ent = new OkHttpEnt(Accounts.real(url), HttpLimits.DEFAULT, CLOCK)) {
            assertThat(ent.send(HttpCall.of("GET", "/", "/")))
                    .isEqualTo(new NoAnswer(new Fault.Misconfigured("base-url"), false));
        } catch (IllegalArgumentException refusedAtOnce) {
            assertThat(refusedAtOnce).hasMessageContaining("base-url");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ent.example",
                "https://127.0.0.1",
                "https://[::1]",
                "https://10.0.0.1",
                "https://192.168.0.1:8443",
                "https://[fd00::1]",
                "https://ent.example/path",
                "https://ent.example?x=1",
                "https://u:p@ent.example",
                "file:///etc/passwd",
                "jar:file:/x!/",
                "ftp://ent.example",
                "ent.example"
            })
    void an_origin_that_is_not_a_public_https_one_is_refused_at_once(String url) {
        assertThatThrownBy(() -> new OkHttpEnt(Accounts.real(url), HttpLimits.DEFAULT, CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("base-url")
                .hasMessageNotContaining("u:p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1", "http://8.8.8.8", "http://[2a00:1450:4007::1]"})
    void loopback_means_loopback(String url) {
        assertThatThrownBy(() -> new OkHttpEnt(Accounts.sandbox(url), HttpLimits.DEFAULT, CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not on this machine");
    }

    private static OkHttpEnt ent(Dns names) {
        return new OkHttpEnt(Accounts.real("https://ent.example"), HttpLimits.DEFAULT, CLOCK, names, client -> client);
    }

    private static List<InetAddress> lookUp(AddressGuard guard) {
        try {
            return guard.lookup("ent.example");
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static List<InetAddress> addresses(String... addresses) {
        return List.of(addresses).stream().map(AddressGuardTest::address).toList();
    }

    private static InetAddress address(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
