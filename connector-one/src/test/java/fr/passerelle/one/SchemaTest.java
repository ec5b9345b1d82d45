package fr.passerelle.one;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntHttp;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.ent.spi.HttpReply;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.SessionMemory;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that the protocol does not know: unknown fields are ignored, everything else is never taken for content. */
class SchemaTest {
    private static final String TOKEN = "{\"access_token\":\"t\",\"expires_in\":3600,\"new\":1}";
    private static final String ME =
            "{\"userId\":\"me\",\"type\":\"Teacher\",\"groupsIds\":[],\"authorizedActions\":[],\"more\":{}}";

    private final Map<String, HttpReply> replies = new HashMap<>();

    private static HttpReply json(int status, String body) {
        return new HttpReply.Answer(
                status, Map.of("content-type", List.of("application/json; charset=utf-8")), body.getBytes(UTF_8));
    }

    /** An ENT that says what the test tells it to, by route. */
    private EntSession session() {
        EntAccount account = AtTheSandbox.account(URI.create("http://127.0.0.1:9"), Map.of());
        return new EntSession() {
            @Override
            public EntAccount account() {
                return account;
            }

            @Override
            public EntHttp http() {
                return (HttpCall call) ->
                        Optional.ofNullable(replies.get(call.route())).orElseThrow();
            }

            @Override
            public InstantSource clock() {
                return InstantSource.fixed(Instant.EPOCH);
            }

            @Override
            public SessionMemory memory() {
                return new SessionMemory() {
                    @Override
                    public Optional<String> recall(String name) {
                        return Optional.empty();
                    }

                    @Override
                    public void remember(String name, String value, Instant until) {}

                    @Override
                    public void forget(String name) {}
                };
            }
        };
    }

    private Item item() {
        return new Item(AtTheSandbox.connector(session().account()), session(), Item.CM2_B, "7K3F-9Q2M-XW4T");
    }

    private static Fault fault(Outcome outcome) {
        return outcome instanceof Outcome.Unknown unknown ? unknown.fault() : ((Outcome.Deferred) outcome).fault();
    }

    @Test
    void unknown_fields_are_ignored() {
        replies.put("/auth/oauth2/token", json(200, TOKEN));
        replies.put("/auth/oauth2/userinfo", json(200, ME));
        replies.put("/directory/structure/admin/list", json(503, ""));
        Item item = item();

        assertThat(fault(item.publish())).isInstanceOf(Fault.Unreachable.class);
        assertThat(item.progress).containsEntry("me", "me");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"\"",
                "",
                "{\"userId\":null,\"type\":\"x\",\"groupsIds\":[],\"authorizedActions\":[]}",
                "{\"userId\":\"../../x\",\"type\":\"x\",\"groupsIds\":[],\"authorizedActions\":[]}",
                "{\"userId\":\"me\",\"type\":\"x\",\"groupsIds\":\"y\",\"authorizedActions\":[]}",
                "{\"userId\":\"me\"",
                "{} {}"
            })
    void a_missing_changed_or_garbled_field_breaks_the_contract(String body) {
        replies.put("/auth/oauth2/token", json(200, TOKEN));
        replies.put("/auth/oauth2/userinfo", json(200, body));

        assertThat(fault(item().publish()))
                .isEqualTo(new Fault.ContractBroken("/auth/oauth2/userinfo", "JSON as known", "JSON that differs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[null]", "[{}]", "[{\"id\":7}]x", "null"})
    void a_list_that_is_none_is_not_an_empty_list(String body) {
        replies.put("/auth/oauth2/token", json(200, TOKEN));
        replies.put("/auth/oauth2/userinfo", json(200, ME));
        replies.put("/directory/structure/admin/list", json(200, body));

        assertThat(fault(item().publish())).isInstanceOf(Fault.ContractBroken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"access_token\":\"t\"}", "{\"access_token\":null,\"expires_in\":1}", "x"})
    void a_token_that_is_none_breaks_the_contract(String body) {
        replies.put("/auth/oauth2/token", json(200, body));
        assertThat(fault(item().publish())).isInstanceOf(Fault.ContractBroken.class);
    }

    @ParameterizedTest
    @CsvSource({"404", "403", "405", "409"})
    void a_status_that_the_route_does_not_have_breaks_the_contract(int status) {
        replies.put("/auth/oauth2/token", json(200, TOKEN));
        replies.put("/auth/oauth2/userinfo", json(status, "{\"error\":\"x\"}"));
        assertThat(fault(item().publish()))
                .isEqualTo(new Fault.ContractBroken("/auth/oauth2/userinfo", "200", String.valueOf(status)));
    }

    @Test
    void a_creation_answered_by_something_else_is_unknown() {
        replies.put("/auth/oauth2/token", json(200, TOKEN));
        replies.put("/blog/post/:blog", json(200, "{\"state\":\"DRAFT\"}"));
        Item item = item();
        item.progress.putAll(Map.of("me", "me", "school", "s", "class", "c", "groups", "f.g", "blog", "b"));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_text_that_one_refuses_is_for_its_author() {
        replies.put("/auth/oauth2/token", json(200, TOKEN));
        replies.put("/blog/post/:blog", json(400, "{\"error\":\"Failed to decode\"}"));
        Item item = item();
        item.progress.putAll(Map.of("me", "me", "school", "s", "class", "c", "groups", "f.g", "blog", "b"));

        assertThat(item.publish())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo("ENT-457"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":\"../1\"}", "{\"id\":null}", "{\"id\":-1}", "[4]", "{\"rows\":1}"})
    void an_info_made_without_a_number_is_unknown(String body) {
        replies.put("/auth/oauth2/token", json(200, TOKEN));
        replies.put("/actualites/api/v1/infos", json(200, body));
        Item item = item().asNews();
        item.progress.putAll(Map.of("me", "me", "school", "s", "class", "c", "to", "g", "thread", "1"));

        assertThat(item.publish()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void news_that_one_refuses_are_for_their_author() {
        replies.put("/auth/oauth2/token", json(200, TOKEN));
        replies.put("/actualites/api/v1/infos", json(400, "{\"error\":\"Error while transforming content\"}"));
        Item item = item().asNews();
        item.progress.putAll(Map.of("me", "me", "school", "s", "class", "c", "to", "g", "thread", "1"));

        assertThat(item.publish())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo("ENT-457"));
    }

    @Test
    void a_state_that_nobody_knows_breaks_the_contract() {
        replies.put("/auth/oauth2/token", json(200, TOKEN));
        replies.put(
                "/actualites/api/v1/infos/:info",
                json(
                        200,
                        "{\"id\":1,\"title\":\"x\",\"status\":\"NEW\",\"owner\":{\"id\":\"me\"},\"modified\":\"x\","
                                + "\"numberOfComments\":0}"));
        Item item = item().asNews();
        item.progress.putAll(
                Map.of("me", "me", "school", "s", "class", "c", "to", "g", "thread", "1", "info", "1", "put", "2"));

        assertThat(fault(item.publish())).isInstanceOf(Fault.ContractBroken.class);
    }
}
