package fr.passerelle.beneylu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntHttp;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.ent.spi.HttpReply;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.Secret;
import fr.passerelle.ent.spi.SessionMemory;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that the protocol does not know: unknown fields are ignored, everything else is never taken for content. */
class SchemaTest {
    private static final String API = "/ent/api/1.0/";
    private static final String CLASS = "{\"id\":12,\"label\":\"CM2 B\",\"type\":\"CLASSROOM\",\"neuf\":{\"a\":1}}";

    /** By method and route. */
    private final Map<String, HttpReply> replies = new HashMap<>();

    private final EntAccount account = new EntAccount(
            new AccountId("beneylu", "service"),
            "beneylu",
            "beneylu-v3",
            URI.create("https://ent.example"),
            Map.of("auth", URI.create("https://auth.example")),
            false,
            Set.of(new Uai("0771369V")),
            Map.of("username", Secret.of("u"), "password", Secret.of("p")),
            null);

    private static HttpReply json(int status, String body) {
        return new HttpReply.Answer(status, Map.of("content-type", List.of("application/json")), body.getBytes(UTF_8));
    }

    private static HttpReply html(int status, String body) {
        return new HttpReply.Answer(
                status, Map.of("content-type", List.of("text/html; charset=UTF-8")), body.getBytes(UTF_8));
    }

    private static HttpReply redirect(String to) {
        return new HttpReply.Answer(302, Map.of("location", List.of(to)), new byte[0]);
    }

    @BeforeEach
    void letIn() {
        // The door inside a script, as a page may hold it too.
        replies.put(
                "GET /ent/",
                html(
                        200,
                        "<script>var u = \"https:\\/\\/auth.example\\/oauth\\/v2\\/authorize?client_id=1\\u0026a=b\";"
                                + "</script></html>"));
        replies.put(
                "GET /oauth/v2/authorize",
                json(200, "{\"redirect_url\":\"https://ent.example/ent/login_check?code=c\"}"));
        replies.put("GET /ent/login_check", json(200, "{\"redirect_url\":\"/ent/\",\"neuf\":1}"));
        replies.put("GET /ent/:landing", redirect("https://ent.example/ent/classe"));
        replies.put("GET " + API + "groups/current.json", json(200, CLASS));
        replies.put("GET " + API + "groups.json", json(200, "[" + CLASS + "]"));
        replies.put("GET " + API + "groups/current/school.json", json(200, "{\"id\":1,\"uai\":\"0771369V\"}"));
        replies.put("GET " + API + "users/rights/:right/groups/:group", json(200, "{\"has_right\":true}"));
        replies.put(
                "GET /ent/blog/gestion/nouvel-article",
                html(
                        200,
                        "<form><input name=\"blog_article_form[_token]\" value=\"t\">"
                                + "<textarea name=\"blog_article_form[draftContent]\"></textarea></form></html>"));
        replies.put(
                "POST /ent/blog/gestion/nouvel-article/terminer",
                redirect("https://ent.example/ent/blog/gestion/visualisation/sortie"));
        replies.put("GET /ent/blog/article/:slug", html(200, article("5", "réf. 7K3F-9Q2M-XW4T")));
    }

    private static String article(String id, String text) {
        return "<a href=\"/ent/blog/\">Blog</a><div class=\"container-article\"><a href=\"/ent/blog/article/sortie\">x</a>"
                + "<div class=\"article\">" + text + "</div><bns-attachments data-object-type=\"BlogArticle\""
                + " data-object-id=\"" + id + "\"></bns-attachments></div></html>";
    }

    /** An ENT that says what the test tells it to. */
    private EntSession session() {
        EntHttp http = (HttpCall call) -> Optional.ofNullable(replies.get(call.method() + " " + call.route()))
                .orElseThrow();
        return new EntSession() {
            @Override
            public EntAccount account() {
                return account;
            }

            @Override
            public EntHttp http() {
                return http;
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
        return new Item(AtTheSandbox.connector(account), session(), Item.CM2_B, "7K3F-9Q2M-XW4T");
    }

    private static Fault fault(Outcome outcome) {
        return outcome instanceof Outcome.Unknown unknown ? unknown.fault() : ((Outcome.Deferred) outcome).fault();
    }

    @Test
    void unknown_fields_and_other_ways_to_write_an_address_do_no_harm() {
        assertThat(item().publish()).isEqualTo(new Outcome.Applied("/ent/blog/article/sortie"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[null]",
                "[{}]",
                "[{\"id\":\"x\",\"label\":\"CM2 B\"}]",
                "[{\"label\":\"a\"}]",
                "[]x",
                ""
            })
    void a_list_of_groups_that_is_none_is_not_an_empty_list(String body) {
        replies.put("GET " + API + "groups.json", json(200, body));
        assertThat(fault(item().publish())).isInstanceOf(Fault.ContractBroken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"has_right\":null}", "[]", "true"})
    void a_right_that_is_not_told_is_no_right(String body) {
        replies.put("GET " + API + "users/rights/:right/groups/:group", json(200, body));
        assertThat(fault(item().publish())).isInstanceOf(Fault.ContractBroken.class);
    }

    @Test
    void a_school_without_a_code_is_not_the_place() {
        replies.put("GET " + API + "groups/current/school.json", json(200, "{\"id\":1}"));
        assertThat(((Outcome.Refused) item().publish()).fault().code()).isEqualTo("ENT-472");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form><input name=\"other[_token]\"></form></html>",
                "<p>En maintenance</p></html>",
                "<form><input name=\"blog_article_form[_token]\" value=\"t\"></form>"
            })
    void a_page_without_its_form_or_without_its_end_is_no_form(String body) {
        replies.put("GET /ent/blog/gestion/nouvel-article", html(200, body));
        assertThat(fault(item().publish())).isInstanceOf(Fault.ContractBroken.class);
    }

    @Test
    void a_form_shown_again_for_its_token_is_fetched_again_and_for_its_values_is_for_the_author() {
        String form = "<form>%s<input name=\"blog_article_form[_token]\" value=\"t\"></form></html>";
        String write = "POST /ent/blog/gestion/nouvel-article/terminer";
        replies.put(write, html(200, form.formatted("Le jeton CSRF est invalide.")));
        assertThat(fault(item().publish())).isEqualTo(new Fault.SignInNeeded(Fault.SignInNeeded.Why.EXPIRED));
        replies.put(write, html(200, form.formatted("Cette chaîne est trop longue.")));
        assertThat(((Outcome.Refused) item().publish()).fault().code()).isEqualTo("ENT-475");
    }

    @Test
    void a_write_that_is_answered_by_something_else_is_unknown() {
        String write = "POST /ent/blog/gestion/nouvel-article/terminer";
        for (HttpReply strange : List.of(
                html(200, "<p>Bien reçu</p></html>"),
                redirect("https://ent.example/ent/utilisateur/conditions"),
                redirect("https://ailleurs.example/"),
                json(201, "{}"))) {
            replies.put(write, strange);
            assertThat(item().publish()).as("%s", strange).isInstanceOf(Outcome.Unknown.class);
        }
        replies.put(write, html(403, "non"));
        assertThat(item().publish()).isEqualTo(new Outcome.Refused(new Fault.Forbidden("BLOG_PUBLISH")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>En maintenance</p></html>", "<div class=\"container-article\"></div></html>", ""})
    void a_blog_that_is_none_is_not_an_empty_one(String body) {
        Item item = item();
        item.progress.putAll(Map.of("group", "12", "since", "1970-01-01"));
        replies.put("POST /ent/blog/gestion/nouvel-article/terminer", json(200, "x"));
        item.publish();
        replies.put("GET /ent/blog/", html(200, body));
        assertThat(item.resolve()).isInstanceOf(Resolution.Failed.class);
    }

    @Test
    void several_blogs_of_which_none_can_be_told_are_refused() {
        String box =
                "<label><input type=\"checkbox\" name=\"blog_article_form[blog_ids][]\" value=\"%d\" %s>%s</label>";
        String list =
                "<select multiple name=\"blog_article_form[blog_ids][]\"><option value=\"1\" selected>CM2 A</option>"
                        + "<option value=\"2\" selected>CM2 B</option></select>";
        for (String boxes : List.of(
                list,
                box.formatted(1, "checked", "Blog de CM2 A") + box.formatted(2, "", "Blog de CM2 B"),
                box.formatted(1, "checked", "Blog de CM2 B") + box.formatted(2, "checked", "Blog de CM2 A"),
                box.formatted(1, "", "Blog de CM2 B"))) {
            replies.put(
                    "GET /ent/blog/gestion/nouvel-article",
                    html(
                            200,
                            "<form><input name=\"blog_article_form[_token]\" value=\"t\">" + boxes + "</form></html>"));
            assertThat(((Outcome.Refused) item().publish()).fault().code()).isEqualTo("ENT-474");
        }
    }

    @Test
    void a_sign_in_that_leads_elsewhere_is_a_wrong_setting() {
        replies.put("GET /oauth/v2/authorize", json(200, "{\"redirect_url\":\"https://ailleurs.example/?code=c\"}"));
        assertThat(fault(item().publish())).isEqualTo(new Fault.Misconfigured("base-url"));
    }

    @Test
    void what_the_application_says_of_a_sign_in_is_understood() {
        replies.put("GET /ent/login_check", json(401, "{\"error\":\"oauth_temporary_error\"}"));
        assertThat(fault(item().publish())).isInstanceOf(Fault.Unreachable.class);
        replies.put("GET /ent/login_check", json(401, "{\"error\":\"oauth_invalid_access\"}"));
        assertThat(fault(item().publish())).isEqualTo(new Fault.SignInNeeded(Fault.SignInNeeded.Why.REVOKED));
        replies.put("GET /ent/login_check", json(401, "{}"));
        assertThat(fault(item().publish())).isInstanceOf(Fault.ContractBroken.class);
    }
}
