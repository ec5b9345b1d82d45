package fr.passerelle.one;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.OneTestClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What stands before every route that the connector calls, as a client without a key to it meets it. */
class SandboxRoutesTest {
    private static final String SERVICE = "service.passerelle";

    private final OneSandbox sandbox = OneSandbox.start(0);
    private final OneTestClient client = new OneTestClient(sandbox.baseUrl());

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> ask(OneRoute route, String... headers) {
        HttpCall call = route.call("1", "1", "1");
        return client.ask(call.method(), call.path(), "{}", headers);
    }

    private static void isSentToTheLoginPage(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(OneTestClient.header(answer, "location")).contains("/auth/login?callback=http%3A%2F%2F");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TOKEN")
    void nobody_is_sent_to_the_login_page_even_where_json_is_accepted(OneRoute route) {
        isSentToTheLoginPage(ask(route, "Accept", "application/json"));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TOKEN")
    void so_is_who_has_a_token_that_one_did_not_give(OneRoute route) {
        client.with("0000");
        isSentToTheLoginPage(ask(route));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TOKEN")
    void so_is_who_has_a_token_for_other_applications(OneRoute route) {
        client.with(client.tokenFor(SERVICE, "timeline"));
        isSentToTheLoginPage(ask(route));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TOKEN")
    void so_is_who_has_a_token_that_is_over(OneRoute route) {
        client.as(SERVICE);
        sandbox.advance(Duration.ofHours(1));
        isSentToTheLoginPage(ask(route));
    }

    @ParameterizedTest
    @EnumSource(names = {"STRUCTURES", "CLASSES", "GROUPS", "BLOGS", "CREATE_BLOG", "CREATE_THREAD"})
    void who_is_signed_in_without_the_right_gets_a_page(OneRoute route) {
        client.as("sophie.petit");
        HttpResponse<String> answer = ask(route, "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(OneTestClient.header(answer, "content-type")).isEqualTo("text/html");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SHARES",
                "SHARE",
                "POSTS",
                "POST",
                "CREATE_POST",
                "INFO",
                "DELETE_INFO",
                "INFO_SHARES",
                "SHARE_INFO",
                "INFO_COMMENTS",
                "MESSAGE"
            })
    void what_is_not_there_is_as_what_is_forbidden(OneRoute route) {
        client.as(SERVICE);
        HttpResponse<String> answer = ask(route);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(OneTestClient.header(answer, "content-type")).isEqualTo("text/html");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TOKEN")
    void a_cookie_alone_only_reads(OneRoute route) {
        List<String> cookies = client.cookies(SERVICE);
        HttpResponse<String> answer = ask(route, "Cookie", cookies.get(0));
        if (route.call("1", "1", "1").method().equals("GET")) {
            assertThat(answer.statusCode()).isNotIn(302, 403);
        } else {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(OneTestClient.error(answer)).isEqualTo("invalid.xsrf.token");
        }
    }
}
