package fr.passerelle.one;

import static fr.passerelle.one.Item.CM2_B;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Fault.SignInNeeded;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.one.sandbox.Seed;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, by the rules of the token end point and of the sessions behind it. */
class SignInTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final String TOKEN = "POST /auth/oauth2/token";
    private static final String SERVICE = "service.passerelle";

    private AtTheSandbox one = new AtTheSandbox();

    @AfterEach
    void close() {
        one.close();
    }

    private Outcome publishWith(Map<String, String> credentials) {
        EntAccount account = one.accountWith(credentials);
        return new Item(AtTheSandbox.connector(account), one.session(account), CM2_B, MARKER).publish();
    }

    private static Fault why(Outcome outcome) {
        return ((Outcome.Deferred) outcome).fault();
    }

    private long signIns() {
        return one.sandbox.requests().stream()
                .filter(seen -> seen.route().equals(TOKEN))
                .count();
    }

    @Test
    void one_sign_in_serves_many_publications() {
        one.item(CM2_B, MARKER).publish();
        one.item(Item.CM2_A, "2222-3333-4444").publish();
        assertThat(signIns()).isEqualTo(1);
    }

    @Test
    void the_token_is_renewed_a_minute_before_it_expires() {
        Item item = one.item(CM2_B, MARKER);
        item.publish();
        one.pass(Duration.ofMinutes(58));
        item.correct("a", "<p>a</p>");
        assertThat(signIns()).isEqualTo(1);
        one.pass(Duration.ofMinutes(1));
        item.correct("b", "<p>b</p>");
        assertThat(signIns()).isEqualTo(2);
    }

    @Test
    void a_session_that_ended_is_renewed_once_and_the_write_is_made_once() {
        Item item = one.item(CM2_B, MARKER);
        item.publish();
        one.sandbox.faults(Plans.first(Kind.SIGNED_OUT, "PUT /blog/post/:blog/:post"));

        assertThat(item.correct("b", "<p>b</p>")).isInstanceOf(Outcome.Applied.class);
        assertThat(signIns()).isEqualTo(2);
        assertThat(one.sandbox.objects().posts()).hasSize(1);
    }

    @Test
    void a_platform_that_forgets_every_session_is_not_asked_for_ever() {
        one.sandbox.faults(FaultPlan.of(1, Rule.nth(Kind.SIGNED_OUT, "GET /auth/oauth2/userinfo", 1, 2, 3, 4)));

        assertThat(why(one.item(CM2_B, MARKER).publish())).isEqualTo(new SignInNeeded(SignInNeeded.Why.EXPIRED));
        assertThat(signIns()).isEqualTo(2);
    }

    @Test
    void a_wrong_password_is_for_the_town_to_correct() {
        assertThat(why(publishWith(Map.of("password", "faux")))).isEqualTo(new SignInNeeded(SignInNeeded.Why.REVOKED));
    }

    @Test
    void a_wrong_client_is_a_wrong_setting() {
        assertThat(why(publishWith(Map.of("client-secret", "faux"))))
                .isEqualTo(new Fault.Misconfigured("credentials.client-secret"));
    }

    @Test
    void an_application_without_our_scope_is_for_the_ents_administrator() {
        one.close();
        one = new AtTheSandbox(Seed.pilot().application("passerelle", "bac-a-sable-secret", "userinfo", "auth"));
        assertThat(why(one.item(CM2_B, MARKER).publish()))
                .isEqualTo(new Fault.Forbidden("scope userinfo auth directory blog conversation"));
    }

    @ParameterizedTest
    @CsvSource({"'', 4", "actualites, 2", "audience, 3", "actualites audience, 1"})
    void an_application_gets_a_token_for_what_it_was_declared_with(String more, int attempts) {
        one.close();
        String[] words =
                ("userinfo auth directory blog conversation " + more).strip().split(" ");
        one = new AtTheSandbox(Seed.pilot().application("passerelle", "bac-a-sable-secret", words));

        assertThat(one.item(CM2_B, MARKER).publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(signIns()).isEqualTo(attempts);
        one.pass(Duration.ofHours(2));
        assertThat(one.item(Item.CM2_A, "2222-3333-4444").publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(signIns()).as("the scope is known for a day").isEqualTo(attempts + 1);
    }

    @Test
    void after_too_many_failures_nothing_is_tried_for_a_quarter_of_an_hour() {
        for (int i = 0; i < 5; i++) {
            publishWith(Map.of("password", "faux"));
        }
        Outcome banned = one.item(CM2_B, MARKER).publish();

        assertThat(banned).isInstanceOfSatisfying(Outcome.Deferred.class, deferred -> {
            assertThat(deferred.notBefore()).isEqualTo(one.clock.instant().plus(Duration.ofMinutes(15)));
            assertThat(deferred.fault()).isInstanceOf(Fault.Unreachable.class);
        });
        one.pass(Duration.ofMinutes(15));
        assertThat(one.item(CM2_B, MARKER).publish()).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void a_blocked_account_is_for_the_town_and_one_never_activated_for_its_holder() {
        one.sandbox.people().block(SERVICE, true);
        assertThat(why(one.item(CM2_B, MARKER).publish())).isEqualTo(new SignInNeeded(SignInNeeded.Why.REVOKED));

        one.sandbox.people().block(SERVICE, false);
        one.sandbox.people().neverActivated(SERVICE);
        assertThat(why(one.item(CM2_B, MARKER).publish())).isEqualTo(new SignInNeeded(SignInNeeded.Why.INTERRUPTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/reset/forceChangePassword",
                "/auth/revalidate-terms",
                "/auth/validate-mail",
                "/auth/validate-mfa"
            })
    void what_the_holder_must_do_first_is_not_answered_by_signing_in_again(String page) {
        one.sandbox.people().interrupt(SERVICE, page);

        assertThat(why(one.item(CM2_B, MARKER).publish())).isEqualTo(new SignInNeeded(SignInNeeded.Why.INTERRUPTED));
        assertThat(signIns()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "cut-after-acting", "truncated", "silent"})
    void a_token_end_point_that_is_down_does_not_mean_revoked(String kind) {
        Kind fault = Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        one.sandbox.faults(Plans.first(fault, TOKEN));

        assertThat(why(one.item(CM2_B, MARKER).publish())).isInstanceOf(Fault.Unreachable.class);
        assertThat(one.item(CM2_B, MARKER).publish()).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void a_page_instead_of_a_token_breaks_the_contract() {
        one.sandbox.faults(Plans.first(Kind.HTML_LOGIN_200, TOKEN));
        assertThat(why(one.item(CM2_B, MARKER).publish())).isInstanceOf(Fault.ContractBroken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /auth/oauth2/userinfo",
                "GET /directory/structure/admin/list",
                "GET /directory/class/admin/list",
                "GET /directory/group/admin/list",
                "GET /blog/list/all",
                "GET /actualites/api/v1/threads"
            })
    void a_login_page_with_status_200_is_never_an_empty_list(String route) {
        one.sandbox.faults(Plans.first(Kind.HTML_LOGIN_200, route));
        Item item = route.contains("actualites")
                ? one.item(Item.NEWS_OF_CM2_B, MARKER).asNews()
                : one.item(CM2_B, MARKER);

        assertThat(why(item.publish())).isEqualTo(new SignInNeeded(SignInNeeded.Why.EXPIRED));
        assertThat(one.sandbox.objects().blogs()).isEmpty();
        assertThat(one.sandbox.objects().threads()).isEmpty();
    }

    @Test
    void throttling_says_when_to_come_back() {
        one.sandbox.faults(
                FaultPlan.of(1, Rule.nth(Kind.STATUS, "GET /blog/list/all", 1).status(429, "120")));

        assertThat(one.item(CM2_B, MARKER).publish())
                .isInstanceOfSatisfying(
                        Outcome.Deferred.class,
                        deferred -> assertThat(deferred.notBefore())
                                .isEqualTo(one.clock.instant().plusSeconds(120)));
    }

    @Test
    void no_secret_shows_itself() {
        EntAccount account = one.account();
        one.item(CM2_B, MARKER).publish();
        assertThat(OneSettings.of(account, EntcorePlatform.ONE) + " " + account + " " + one.session())
                .doesNotContain("bac-a-sable", SERVICE);
        assertThat(one.sandbox.requests().toString()).doesNotContain("bac-a-sable");
    }
}
