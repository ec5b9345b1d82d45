package fr.passerelle.one;

import static fr.passerelle.one.Item.CM2_B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.Request;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Fault.SignInNeeded;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Secret;
import fr.passerelle.ent.spi.SignsPeopleIn;
import fr.passerelle.ent.spi.SignsPeopleIn.Page;
import fr.passerelle.ent.spi.SignsPeopleIn.SignIn;
import fr.passerelle.ent.spi.SignsPeopleIn.SignIn.SignedIn;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import fr.passerelle.one.sandbox.Visitor;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A teacher connects her own account, by the rules of the authorization and token end points, and signs with it. */
class AuthorsTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final String TOKEN = "POST /auth/oauth2/token";
    private static final String CLAIRE = "claire.martin";
    private static final PersonId PERSON = PersonId.random();
    private static final URI BACK = URI.create("http://127.0.0.1:8080/accounts/callback");
    private static final String STATE = "R3-nd_0m";

    private final AtTheSandbox one = new AtTheSandbox();

    @AfterEach
    void close() {
        one.close();
    }

    private URI page() {
        Page page = AtTheSandbox.connector(one.account()).authorizationPage(one.account(), BACK, STATE);
        return ((Page.At) page).address();
    }

    private Map<String, String> agreed() {
        URI back = new Visitor(CLAIRE, "bac-a-sable").agreesOn(page());
        assertThat(back).hasHost("127.0.0.1").hasPort(8080).hasPath("/accounts/callback");
        return Request.fields(back.getRawQuery());
    }

    private String code() {
        return Objects.requireNonNull(agreed().get("code"));
    }

    private SignIn redeem(String code, URI redirect) {
        return AtTheSandbox.connector(one.account()).redeem(one.session(), code, redirect);
    }

    private static Fault why(SignIn signIn) {
        return ((SignIn.Refused) signIn).fault();
    }

    private EntAccount connected() {
        SignedIn signedIn = (SignedIn) redeem(code(), BACK);
        return one.account().of(PERSON, signedIn.refreshToken());
    }

    private Item item(EntAccount account, String marker) {
        return new Item(AtTheSandbox.connector(account), one.session(account), CM2_B, marker);
    }

    private static Secret token(EntAccount account) {
        return Objects.requireNonNull(account.credentials().get(SignsPeopleIn.REFRESH_TOKEN));
    }

    private static Fault fault(Outcome outcome) {
        return ((Outcome.Deferred) outcome).fault();
    }

    private long tokens() {
        return one.sandbox.requests().stream()
                .filter(seen -> seen.route().equals(TOKEN))
                .count();
    }

    @Test
    void she_agrees_on_the_ents_own_page_and_comes_back_with_a_code_and_the_state() {
        assertThat(page()).hasPath("/auth/oauth2/auth");
        assertThat(Request.fields(page().getRawQuery()))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "passerelle-enseignants")
                .containsEntry("redirect_uri", BACK.toString());
        assertThat(agreed()).containsOnlyKeys("code", "state").containsEntry("state", STATE);
    }

    @Test
    void what_goes_out_is_hers() {
        EntAccount account = connected();
        assertThat(item(account, MARKER).publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(one.item(Item.CM2_A, "2222-3333-4444").publish()).isInstanceOf(Outcome.Applied.class);

        assertThat(one.sandbox.objects().posts())
                .extracting(PostView::author)
                .containsExactly(CLAIRE, "service.passerelle");
        assertThat(one.sandbox.objects().posts().get(0).classes()).containsExactly("0771369V CM2 B");
        assertThat(AtTheSandbox.connector(account).check(one.session(account))).isInstanceOf(CheckResult.Ready.class);
    }

    @Test
    void the_pictures_of_what_is_hers_lie_with_the_service_account_and_go_with_it() {
        Item item = item(connected(), MARKER).with(Item.file("Musée.png", "image/png", "pixels"));
        assertThat(item.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(one.sandbox.objects().documents()).singleElement().satisfies(document -> {
            assertThat(document.owner()).isEqualTo("service.passerelle");
            assertThat(document.visibility()).isEqualTo("protected");
            assertThat(one.sandbox.objects().posts()).singleElement().satisfies(post -> {
                assertThat(post.author()).isEqualTo(CLAIRE);
                assertThat(post.documents()).containsExactly(document.id());
            });
        });
        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(one.sandbox.objects().documents()).isEmpty();
    }

    @Test
    void a_code_serves_once_for_ten_minutes_and_where_it_was_asked_for() {
        String code = code();
        assertThat(why(redeem(code, URI.create("http://127.0.0.1:8080/elsewhere"))))
                .isEqualTo(new Fault.Misconfigured("credentials.author-client-id"));
        assertThat(redeem(code, BACK)).isInstanceOf(SignedIn.class);
        assertThat(why(redeem(code, BACK)).code()).isEqualTo("ENT-469");

        String late = code();
        one.pass(Duration.ofMinutes(10));
        assertThat(why(redeem(late, BACK)).code()).isEqualTo("ENT-469");
    }

    @Test
    void a_lost_answer_connects_nobody_and_says_that_the_ent_did_not_answer() {
        String code = code();
        one.sandbox.faults(Plans.first(Kind.CUT_AFTER_ACTING, TOKEN));
        assertThat(why(redeem(code, BACK))).isInstanceOf(Fault.Unreachable.class);

        String another = code();
        one.sandbox.faults(Plans.first(Kind.HTML_LOGIN_200, TOKEN));
        assertThat(why(redeem(another, BACK))).isInstanceOf(Fault.ContractBroken.class);
    }

    @Test
    void her_token_is_renewed_by_the_same_refresh_token_for_ever() {
        Item item = item(connected(), MARKER);
        item.publish();
        long before = tokens();
        for (int hour = 0; hour < 3; hour++) {
            one.pass(Duration.ofHours(1));
            assertThat(item.correct("h" + hour, "<p>h</p>")).isInstanceOf(Outcome.Applied.class);
        }
        assertThat(tokens()).isEqualTo(before + 3);
    }

    @Test
    void an_agreement_that_ended_is_hers_to_renew_and_the_service_account_goes_on() {
        Item item = item(connected(), MARKER);
        item.publish();
        one.sandbox.people().endAgreements(CLAIRE);

        assertThat(fault(item.correct("b", "<p>b</p>"))).isEqualTo(new SignInNeeded(SignInNeeded.Why.DISCONNECTED));
        assertThat(one.item(CM2_B, "2222-3333-4444").publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(one.sandbox.objects().posts().get(0).title()).isEqualTo("Sortie au musée");
    }

    @Test
    void a_token_end_point_that_is_down_does_not_mean_that_she_ended_it() {
        Item item = item(connected(), MARKER);
        item.publish();
        one.pass(Duration.ofHours(1));
        for (Kind kind : new Kind[] {Kind.STATUS, Kind.TRUNCATED, Kind.SILENT}) {
            one.sandbox.faults(Plans.first(kind, TOKEN));
            assertThat(fault(item.correct("b", "<p>b</p>"))).isInstanceOf(Fault.Unreachable.class);
        }
        assertThat(item.correct("b", "<p>b</p>")).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void the_service_account_that_looks_up_for_her_is_the_towns_to_mend() {
        EntAccount account = connected();
        EntAccount broken = one.accountWith(Map.of("password", "faux")).of(PERSON, token(account));
        assertThat(fault(item(broken, MARKER).publish())).isEqualTo(new Fault.Misconfigured("credentials.password"));
    }

    @Test
    void without_an_application_of_its_own_the_setting_is_named() {
        EntAccount bare = one.accountWithout("author-client-id", "author-client-secret");
        OneConnector connector = AtTheSandbox.connector(bare);
        Fault missing = new Fault.Misconfigured("credentials.author-client-id");
        assertThat(connector.authorizationPage(bare, BACK, STATE)).isEqualTo(new Page.Refused(missing));
        assertThat(connector.redeem(one.session(bare), "code", BACK)).isEqualTo(new SignIn.Refused(missing));
        assertThat(one.sandbox.requests()).isEmpty();

        EntAccount half = one.accountWithout("author-client-secret");
        assertThatThrownBy(() -> AtTheSandbox.connector(half))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("credentials.author-client-secret");
    }

    @Test
    void an_application_that_one_does_not_know_sends_her_back_with_an_error() {
        EntAccount other = one.accountWith(Map.of("author-client-id", "passerelle"));
        Page page = AtTheSandbox.connector(other).authorizationPage(other, BACK, STATE);
        assertThat(Request.fields(new Visitor(CLAIRE, "bac-a-sable")
                        .agreesOn(((Page.At) page).address())
                        .getRawQuery()))
                .containsEntry("error", "unauthorized_client")
                .containsEntry("state", STATE);
    }

    @Test
    void no_secret_shows_itself() {
        EntAccount account = connected();
        String token = token(account).reveal();
        item(account, MARKER).publish();
        assertThat(OneSettings.of(account, EntcorePlatform.ONE) + " " + account + " " + one.session(account)
                        + AtTheSandbox.connector(account).authorizationPage(account, BACK, STATE)
                        + new SignedIn("u", Secret.of(token)))
                .doesNotContain(token, STATE, "bac-a-sable");
        assertThat(one.sandbox.requests().toString()).doesNotContain(token, "bac-a-sable");
    }
}
