package fr.passerelle.one.sandbox;

import static fr.passerelle.one.sandbox.OneTestClient.error;
import static fr.passerelle.one.sandbox.OneTestClient.header;
import static fr.passerelle.one.sandbox.OneTestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rules of tokens and sessions that no captured story shows. */
class SandboxSessionsTest {
    private static final String SERVICE = "service.passerelle";
    private static final String APPLICATION = "&client_id=passerelle&client_secret=bac-a-sable-secret";
    private static final String AUTHORS =
            "&client_id=passerelle-enseignants&client_secret=bac-a-sable-secret-enseignants";
    private static final String PERSON = "&username=" + SERVICE + "&password=bac-a-sable";

    private final OneSandbox sandbox =
            OneSandbox.start(0, Seed.pilot(), InstantSource.fixed(Instant.parse("2026-11-24T08:00:00Z")));
    private final OneTestClient client = new OneTestClient(sandbox.baseUrl());

    @AfterEach
    void close() {
        sandbox.close();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> whoAmI(String... headers) {
        return client.get("/auth/oauth2/userinfo", headers);
    }

    @ParameterizedTest
    @CsvSource({
        "'', grant_type",
        "grant_type=password, client_id",
        "grant_type=password" + APPLICATION + ", username",
        "grant_type=password&username=x" + APPLICATION + ", password",
        "grant_type=refresh_token" + APPLICATION + ", refresh_token",
        "grant_type=authorization_code" + AUTHORS + ", code",
        "grant_type=authorization_code&code=x" + AUTHORS + ", redirect_uri",
    })
    void what_a_grant_lacks_is_named(String form, String field) {
        HttpResponse<String> refused = client.grant(form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error(refused)).isEqualTo("invalid_request");
        assertThat(json(refused).path("error_description").asString()).isEqualTo("'" + field + "' not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_code", "client_credentials", "saml2", "custom_token"})
    void an_application_has_one_grant(String grant) {
        HttpResponse<String> refused = client.grant("grant_type=" + grant + "&code=x&redirect_uri=x" + APPLICATION);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(error(refused)).isEqualTo("invalid_client");
    }

    @Test
    void an_application_that_stands_for_nobody_gets_a_token_that_opens_nothing() {
        JsonNode granted = json(client.grant("grant_type=client_credentials&client_id=passerelle-serveur"
                + "&client_secret=bac-a-sable-secret-serveur&scope=directory"));
        client.with(granted.path("access_token").asString());
        for (String path : List.of(
                "/directory/structure/admin/list", "/directory/class/admin/list", "/directory/group/admin/list")) {
            assertThat(client.get(path).statusCode()).isEqualTo(401);
        }
        assertThat(client.get("/blog/list/all").statusCode()).isEqualTo(302);
    }

    @Test
    void an_application_says_who_it_is_in_the_header_or_in_the_form_and_the_header_counts() {
        String form = "grant_type=password&scope=userinfo" + PERSON;
        assertThat(client.grant(form, "Authorization", basic("passerelle:bac-a-sable-secret"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.grant(form + APPLICATION, "Authorization", basic("passerelle:wrong"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_header_that_cannot_be_read_does_not_count() {
        assertThat(client.grant("grant_type=password" + PERSON + APPLICATION, "Authorization", "Basic ?")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void each_password_grant_opens_another_pair() {
        JsonNode first = json(client.grant("grant_type=password" + PERSON + APPLICATION));
        JsonNode second = json(client.grant("grant_type=password" + PERSON + APPLICATION));
        assertThat(first.path("refresh_token")).isNotEqualTo(second.path("refresh_token"));
        assertThat(first.path("access_token")).isNotEqualTo(second.path("access_token"));
    }

    @Test
    void five_wrong_passwords_shut_an_account_out_for_a_quarter_of_an_hour() {
        for (int i = 0; i < 5; i++) {
            client.grant("grant_type=password&username=" + SERVICE + "&password=no" + APPLICATION);
        }
        HttpResponse<String> banned = client.grant("grant_type=password" + PERSON + APPLICATION);
        assertThat(banned.statusCode()).isEqualTo(401);
        assertThat(json(banned).path("error_description").asString()).isEqualTo("auth.error.ban");

        sandbox.advance(Duration.ofMinutes(15));
        assertThat(client.grant("grant_type=password" + PERSON + APPLICATION).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"somebody/1.0, 403, auth.error.activation.code", "okhttp/4.12, 401, auth.error.authenticationFailed"})
    void who_was_never_activated_is_told_so_but_for_the_first_mobile_applications(
            String agent, int status, String description) {
        sandbox.people().neverActivated(SERVICE);
        HttpResponse<String> refused = client.grant("grant_type=password" + PERSON + APPLICATION, "User-Agent", agent);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(error(refused)).isEqualTo("access_denied");
        assertThat(json(refused).path("error_description").asString()).isEqualTo(description);
    }

    @Test
    void who_was_never_activated_gets_a_page_and_no_session_on_the_web() {
        sandbox.people().neverActivated(SERVICE);
        assertThat(client.cookies(SERVICE)).isEmpty();
    }

    @Test
    void a_cookie_ends_after_half_an_hour_without_use() {
        String cookie = client.cookies(SERVICE).get(0);
        for (int i = 0; i < 3; i++) {
            sandbox.advance(Duration.ofMinutes(29));
            assertThat(whoAmI("Cookie", cookie).statusCode()).isEqualTo(200);
        }
        sandbox.advance(Duration.ofMinutes(30));
        HttpResponse<String> over = whoAmI("Cookie", cookie);
        assertThat(over.statusCode()).isEqualTo(302);
        assertThat(over.headers().allValues("set-cookie"))
                .anySatisfy(cleared -> assertThat(cleared).startsWith("oneSessionId=; Max-Age=0"))
                .anySatisfy(cleared -> assertThat(cleared).startsWith("authenticated=; Max-Age=0"));
    }

    @Test
    void a_cookie_is_looked_at_before_a_token_and_one_that_is_over_is_not() {
        String cookie = client.cookies("claire.martin").get(0);
        client.as("sophie.petit");
        assertThat(json(whoAmI("Cookie", cookie)).path("login").asString()).isEqualTo("claire.martin");
        assertThat(json(whoAmI("Cookie", "oneSessionId=over")).path("login").asString())
                .isEqualTo("sophie.petit");
    }

    @Test
    void a_token_may_stand_after_another_scheme() {
        String token = client.tokenFor(SERVICE, "userinfo");
        assertThat(whoAmI("Authorization", "Basic eDp5, Bearer " + token).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/auth/oauth2/userinfo, application/json;version=2.0",
        "/auth/oauth2/userinfo?version=2.1, application/json"
    })
    void who_one_is_comes_whole_in_version_two_however_it_is_asked_for(String path, String accept) {
        JsonNode me = json(client.as("claire.martin").get(path, "Accept", accept));
        assertThat(me.path("type").asString()).isEqualTo("Teacher");
        assertThat(me.has("groupsIds")).isTrue();
        assertThat(me.path("realClassesNames").path(0).asString()).isEqualTo("CM2 B");
    }

    @Test
    void by_default_a_token_is_told_no_groups_and_a_cookie_is() {
        JsonNode byToken = json(client.as("claire.martin").get("/auth/oauth2/userinfo"));
        assertThat(byToken.path("type").asString()).isEqualTo("ENSEIGNANT");
        assertThat(byToken.has("groupsIds")).isFalse();
        assertThat(byToken.path("schoolName").asString()).isNotEmpty();

        List<String> cookies = client.cookies("claire.martin");
        JsonNode byCookie = json(client.with("").get("/auth/oauth2/userinfo", "Cookie", cookies.get(0)));
        assertThat(byCookie.has("groupsIds")).isTrue();
        assertThat(byCookie.has("realClassesNames")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/auth/reset/forceChangePassword, ?callback=",
        "/auth/validate-mail, ?force=true&type=email&redirect=",
        "/auth/validate-mfa, ?force=true&redirect="
    })
    void what_somebody_must_do_first_has_a_page(String page, String query) {
        client.as(SERVICE);
        sandbox.people().interrupt(SERVICE, page);
        HttpResponse<String> answer = client.get("/directory/structure/admin/list");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "location")).endsWith(page + query);
    }
}
