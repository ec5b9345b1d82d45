package fr.passerelle.beneylu;

import static fr.passerelle.beneylu.Item.BOOK_OF_CM2_B;
import static fr.passerelle.beneylu.Item.CM2_B;
import static fr.passerelle.beneylu.Item.IN_CM2_B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Fault.SignInNeeded;
import fr.passerelle.ent.spi.Fault.SignInNeeded.Why;
import fr.passerelle.ent.spi.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in at the directory, and the sessions of the application that come of it. */
class SignInTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final String LOGIN = "POST /login";
    private static final String SERVICE = "service.passerelle";

    private final AtTheSandbox ent = new AtTheSandbox();

    @AfterEach
    void close() {
        ent.close();
    }

    private Outcome publish() {
        return ent.item(CM2_B, MARKER).publish();
    }

    private static Fault why(Outcome outcome) {
        return ((Outcome.Deferred) outcome).fault();
    }

    private long signIns() {
        return ent.sandbox.requests().stream()
                .filter(seen -> seen.route().equals(LOGIN))
                .count();
    }

    @Test
    void the_sessions_of_a_class_serve_many_publications() {
        publish();
        long first = signIns();
        ent.item(CM2_B, "2222-3333-4444").publish();
        assertThat(signIns()).isEqualTo(first);
    }

    @Test
    void a_wrong_password_is_for_the_town_to_correct() {
        EntAccount account = ent.accountWith(AtTheSandbox.V3, Map.of("password", "faux"));
        Item item = new Item(AtTheSandbox.connector(account), ent.session(account), CM2_B, MARKER);
        assertThat(why(item.publish())).isEqualTo(new SignInNeeded(Why.REVOKED));
    }

    @Test
    void an_archived_account_is_for_the_town_to_replace() {
        ent.sandbox.people().archive(SERVICE);
        assertThat(why(publish())).isEqualTo(new SignInNeeded(Why.REVOKED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "email", "terms"})
    void what_the_holder_must_do_first_is_for_her(String what) {
        ent.sandbox.people().demand(SERVICE, what);
        assertThat(why(publish())).isEqualTo(new SignInNeeded(Why.INTERRUPTED));
        assertThat(ent.objects()).isEmpty();

        ent.sandbox.people().demand(SERVICE, "");
        assertThat(publish()).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void what_is_asked_for_in_the_middle_of_a_session_is_for_her_too() {
        Item item = ent.item(BOOK_OF_CM2_B, MARKER);
        item.publish();
        ent.sandbox.people().demand(SERVICE, "terms");
        assertThat(why(item.correct("b", "<p>b</p>"))).isEqualTo(new SignInNeeded(Why.INTERRUPTED));
    }

    @Test
    void a_captcha_is_for_the_holder() {
        ent.sandbox.people().lock(SERVICE, true);
        assertThat(why(publish())).isEqualTo(new SignInNeeded(Why.INTERRUPTED));
    }

    @Test
    void an_account_in_no_class_lacks_a_class() {
        ent.sandbox.people().leaveAll(SERVICE);
        assertThat(why(publish())).isEqualTo(new Fault.Forbidden("CLASSROOM"));
    }

    @Test
    void a_session_that_ended_is_replaced_and_the_write_is_made_once_in_its_class() {
        Item item = ent.item(CM2_B, MARKER);
        item.publish();
        ent.sandbox.people().endSessions();
        assertThat(item.correct("b", "<p>b</p>")).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.shown(MARKER)).containsExactly(IN_CM2_B);
    }

    @Test
    void the_password_goes_to_the_configured_directory_only() {
        EntAccount account = ent.account();
        EntAccount wrong = new EntAccount(
                account.id(),
                account.connector(),
                account.profile(),
                account.baseUrl(),
                Map.of("auth", URI.create("http://127.0.0.1:9")),
                true,
                account.places(),
                account.credentials(),
                null);
        Item item = new Item(AtTheSandbox.connector(wrong), ent.session(wrong), CM2_B, MARKER);
        assertThat(why(item.publish())).isEqualTo(new Fault.Misconfigured("urls.auth"));
        assertThat(signIns()).isZero();
    }

    @Test
    void without_its_directory_an_account_is_not_taken() {
        EntAccount account = ent.account();
        EntAccount without = new EntAccount(
                account.id(),
                account.connector(),
                account.profile(),
                account.baseUrl(),
                true,
                account.places(),
                account.credentials(),
                null);
        assertThatThrownBy(() -> AtTheSandbox.connector(without)).hasMessageContaining("urls.auth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /ent/",
                "GET /oauth/v2/authorize",
                LOGIN,
                "GET /ent/login_check",
                "GET /ent/api/1.0/groups/current.json",
                "GET /ent/api/1.0/groups.json"
            })
    void what_fails_on_the_way_in_is_tried_again_and_leaves_nothing(String route) {
        for (Kind kind : new Kind[] {Kind.STATUS, Kind.CUT_AFTER_ACTING, Kind.TRUNCATED, Kind.GARBAGE}) {
            ent.sandbox.faults(Plans.first(kind, route));
            ent.pass(Duration.ofMinutes(20));
            assertThat(publish()).as("%s", kind).isInstanceOf(Outcome.Deferred.class);
            assertThat(ent.objects()).isEmpty();
        }
        assertThat(publish()).isInstanceOf(Outcome.Applied.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /ent/api/1.0/groups/current.json",
                "GET /ent/api/1.0/groups.json",
                "GET /ent/api/1.0/groups/current/school.json",
                "GET /ent/api/1.0/users/rights/:right/groups/:group",
                "GET /ent/blog/gestion/nouvel-article",
                "GET /ent/blog/"
            })
    void a_login_page_with_status_200_is_never_content(String route) {
        ent.sandbox.faults(Plans.first(Kind.HTML_LOGIN_200, route));
        Item item = ent.item(CM2_B, MARKER);
        Outcome outcome = item.publish();
        if (outcome instanceof Outcome.Deferred) {
            assertThat(why(outcome)).isEqualTo(new SignInNeeded(Why.EXPIRED));
        }
        assertThat(item.run()).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.shown(MARKER)).containsExactly(IN_CM2_B);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SIGNED_OUT"})
    void a_platform_that_forgets_every_session_is_not_asked_for_ever(Kind kind) {
        Integer[] all = new Integer[] {1, 2, 3, 4, 5, 6};
        ent.sandbox.faults(FaultPlan.of(1, Rule.nth(kind, "GET /ent/api/1.0/groups/current.json", all)));
        assertThat(why(publish())).isEqualTo(new SignInNeeded(Why.EXPIRED));
        assertThat(signIns()).isEqualTo(1);
    }

    @Test
    void throttling_says_when_to_come_back() {
        ent.sandbox.faults(FaultPlan.of(1, Rule.nth(Kind.STATUS, LOGIN, 1).status(429, "120")));
        assertThat(publish())
                .isInstanceOfSatisfying(
                        Outcome.Deferred.class,
                        deferred -> assertThat(deferred.notBefore())
                                .isEqualTo(ent.clock.instant().plusSeconds(120)));
    }

    @Test
    void no_secret_shows_itself() {
        EntAccount account = ent.account();
        publish();
        assertThat(BeneyluSettings.of(account) + " " + account + " " + ent.session())
                .doesNotContain("bac-a-sable", SERVICE);
        assertThat(ent.sandbox.requests().toString()).doesNotContain("bac-a-sable");
    }
}
