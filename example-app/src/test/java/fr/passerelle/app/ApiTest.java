package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.cli.ServeRequest;
import fr.passerelle.app.user.Role;
import fr.passerelle.app.user.TrailEvent.Noted;
import fr.passerelle.app.web.WebApp;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.model.PlaceId;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A town's own systems read and publish by the API. */
class ApiTest {
    private static final String LIST = "/api/v1/communications";
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @TempDir
    private static Path folder;

    private static WebApp.Served app;
    private static Program town;
    private static Program elsewhere;

    @BeforeAll
    static void serve() {
        app = WebApp.start(new ServeRequest(0, false), List.of(), folder, Clock.systemUTC());
        new Desk(folder).furnished();
        new Desk(folder)
                .here("place", "add", "0770409B", "--name", "Arcades", "--kind", "elementary")
                .ended(0);
        town = Program.of(app, "logiciel", Role.TOWN);
        elsewhere = Program.of(app, "ailleurs", Role.TEACHER, PlaceId.parse("0770409B"));
    }

    @AfterAll
    static void close() {
        app.close();
    }

    private static String body(String title) {
        return "{\"place\":\"0771369V\",\"kind\":\"blog\",\"title\":\"" + title
                + "\",\"text\":\"Jeudi.\",\"audience\":{\"all\":true}}";
    }

    private static String published(String key, String body) throws Exception {
        HttpResponse<String> answer = town.post(LIST, body, "Idempotency-Key", key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("location").orElseThrow();
    }

    private static JsonNode refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        JsonNode problem = Program.read(answer);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem;
    }

    @Test
    void what_is_sent_twice_is_published_once() throws Exception {
        int before = app.town().passerelle().states().all(Communication.FEATURE).size();
        String location = published("sortie-1", body("Sortie"));
        assertThat(published("sortie-1", body("Sortie").replace(",", " , "))).isEqualTo(location);
        assertThat(town.json(location).path("status").asString()).isEqualTo("PUBLISHED");
        assertThat(app.town().passerelle().states().all(Communication.FEATURE)).hasSize(before + 1);

        JsonNode problem = refused(town.post(LIST, body("Autre"), "Idempotency-Key", "sortie-1"), 409, "ENT-673");
        assertThat(problem.path("field").asString()).isEqualTo("Idempotency-Key");
        refused(town.post(LIST, body("Sortie")), 400, "ENT-672");
        // Another program's keys are its own.
        Program head = Program.of(app, "direction", Role.HEAD, PlaceId.parse(Desk.TOURNELLES));
        assertThat(head.post(LIST, body("Sortie"), "Idempotency-Key", "sortie-1")
                        .headers()
                        .firstValue("location"))
                .isPresent()
                .isNotEqualTo(java.util.Optional.of(location));
    }

    @Test
    void it_is_corrected_and_taken_back_and_a_repeat_changes_nothing() throws Exception {
        String location = published("retrait-1", body("Avant"));
        String after = "{\"title\":\"Après\",\"html\":\"<p>Vendredi.</p>\"}";
        assertThat(Program.read(town.post(location + "/correct", after))
                        .path("revision")
                        .asInt())
                .isEqualTo(2);
        assertThat(Program.read(town.post(location + "/correct", after))
                        .path("revision")
                        .asInt())
                .isEqualTo(2);
        refused(town.post(location + "/correct", "{\"title\":\"Sans texte\"}"), 422, "ENT-674");
        for (int turn = 0; turn < 2; turn++) {
            JsonNode gone = Program.read(town.post(location + "/withdraw", ""));
            assertThat(gone.path("status").asString()).isEqualTo("WITHDRAWN");
            assertThat(gone.path("revision").asInt()).isEqualTo(3);
        }
        refused(town.post(location + "/correct", after), 422, "ENT-308");
        refused(elsewhere.post(location + "/withdraw", ""), 403, "ENT-636");
        refused(town.post(LIST + "/x/withdraw", ""), 404, "ENT-305");
        assertThat(app.town()
                        .users()
                        .trail(app.town()
                                .users()
                                .ofLogin("logiciel")
                                .orElseThrow()
                                .id()))
                .extracting(Noted::what)
                .contains("api.publish", "api.correct", "api.withdraw");
    }

    @Test
    void what_does_not_fit_names_its_field_and_leaves_nothing_behind() throws Exception {
        int before = app.town().passerelle().states().all(Communication.FEATURE).size();
        List<List<String>> wrong = List.of(
                List.of("\"place\":\"0771369V\",", "", "ENT-674", "place"),
                List.of("0771369V", "077", "ENT-675", "place"),
                List.of("0771369V", "0770420N", "ENT-102", "place"),
                List.of("blog", "poème", "ENT-675", "kind"),
                List.of("\"title\":\"T\",", "", "ENT-674", "title"),
                List.of("\"title\":\"T\",", "\"title\":\"" + "T".repeat(201) + "\",", "ENT-302", "title"),
                List.of("\"title\"", "\"titre\"", "ENT-675", "titre"),
                List.of("\"text\":\"Jeudi.\",", "", "ENT-674", "text"),
                List.of("\"text\"", "\"html\":\"\",\"text\"", "ENT-675", "html"),
                List.of("{\"all\":true}", "{}", "ENT-304", "audience"),
                List.of("{\"all\":true}", "{\"classes\":[\"x\"]}", "ENT-675", "audience.classes"),
                List.of(
                        "{\"all\":true}",
                        "{\"classes\":[\"6f0a1c52-8f6e-4a57-9d0e-2f3b1f0e9a11\"]}",
                        "ENT-105",
                        "audience.classes"),
                List.of("{\"all\":true}", "{\"all\":true,\"groups\":[\"x\"]}", "ENT-675", "audience"),
                List.of("{\"all\":true}}", "{\"all\":true},\"at\":\"jeudi\"}", "ENT-675", "at"),
                List.of("{\"all\":true}}", "{\"all\":true},\"until\":\"2020-01-01T00:00:00Z\"}", "ENT-311", "until"));
        for (List<String> one : wrong) {
            HttpResponse<String> answer =
                    town.post(LIST, body("T").replace(one.get(0), one.get(1)), "Idempotency-Key", "mauvais");
            assertThat(refused(answer, 422, one.get(2)).path("field").asString())
                    .as(one.toString())
                    .isEqualTo(one.get(3));
        }
        refused(town.post(LIST, "{", "Idempotency-Key", "mauvais"), 400, "ENT-676");
        refused(elsewhere.post(LIST, body("T"), "Idempotency-Key", "mauvais"), 403, "ENT-636");
        refused(Program.stranger(app).post(LIST, body("T"), "Idempotency-Key", "mauvais"), 401, "ENT-638");
        assertThat(app.town().passerelle().states().all(Communication.FEATURE)).hasSize(before);
        published("mauvais", body("Bien"));
    }

    @Test
    void a_request_of_another_form_is_a_problem_too() throws Exception {
        HttpResponse<String> method = town.send("PUT", "/api/v1/places", "{}", "Content-Type", "application/json");
        refused(method, 405, "ENT-617");
        assertThat(method.headers().firstValue("allow")).isPresent();
        refused(
                town.send("POST", LIST, "title=x", "Content-Type", "application/x-www-form-urlencoded"),
                415,
                "ENT-617");
        refused(town.get("/api/v1/places", "Accept", "text/html"), 406, "ENT-617");
        refused(town.get("/api/v1/nowhere"), 404, "ENT-617");
        HttpResponse<String> stranger = Program.stranger(app).get("/api/v1/places");
        refused(stranger, 401, "ENT-638");
        assertThat(stranger.headers().firstValue("www-authenticate")).contains("Bearer");
    }

    @Test
    void a_list_comes_in_parts_and_what_is_added_meanwhile_disturbs_none() throws Exception {
        for (int number = 0; number < 5; number++) {
            published("liste-" + number, body("Liste " + number));
        }
        List<String> whole = ids(town.json(LIST + "?limit=200"));
        List<String> walked = new ArrayList<>();
        String next = LIST + "?limit=2";
        while (!next.isEmpty()) {
            HttpResponse<String> part = town.get(next);
            List<String> told = ids(Program.read(part));
            assertThat(told).hasSizeBetween(1, 2);
            walked.addAll(told);
            if (walked.size() == 2) {
                published("liste-meanwhile", body("Entre deux"));
            }
            Matcher link = NEXT.matcher(part.headers().firstValue("link").orElse(""));
            next = link.matches() ? link.group(1) : "";
        }
        assertThat(walked)
                .doesNotHaveDuplicates()
                .startsWith(whole.toArray(String[]::new))
                .hasSize(whole.size() + 1);

        assertThat(ids(town.json("/api/v1/places?limit=1"))).containsExactly("0770409B");
        assertThat(town.json("/api/v1/classes").size()).isBetween(2, 50);
        for (String limit : List.of("0", "201", "x", "", "-1", "1e2")) {
            refused(town.get(LIST + "?limit=" + limit), 422, "ENT-670");
        }
        String other =
                town.get("/api/v1/places?limit=1").headers().firstValue("link").orElseThrow();
        String cursor = other.replaceAll(".*cursor=([^>]+)>.*", "$1");
        for (String wrong : List.of(cursor, "x", "%C3%A9", "")) {
            refused(town.get(LIST + "?cursor=" + wrong), 422, "ENT-671");
        }
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.forEach(entry -> ids.add(entry.path("id").asString()));
        return ids;
    }

    @Test
    void who_has_it_already_is_told_so() throws Exception {
        String location = published("etag-1", body("Étiquette"));
        for (String path : List.of("/api/v1/places", LIST, location, "/api/v1/accounts", "/api/v1/referents")) {
            HttpResponse<String> first = town.get(path);
            assertThat(first.headers().firstValue("cache-control")).contains("private, no-cache");
            String tag = first.headers().firstValue("etag").orElseThrow();
            assertThat(tag).startsWith("W/\"");
            HttpResponse<String> again = town.get(path, "If-None-Match", tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
        String before = town.get(location).headers().firstValue("etag").orElseThrow();
        town.post(location + "/withdraw", "");
        assertThat(town.get(location, "If-None-Match", before).statusCode()).isEqualTo(200);
        // Names are kept by nobody on the way.
        String person = "/api/v1/persons/"
                + app.town()
                        .passerelle()
                        .states()
                        .under(fr.passerelle.ent.person.Person.FEATURE, Desk.TOURNELLES)
                        .get(0)
                        .person();
        assertThat(town.get(person).headers().firstValue("cache-control").orElseThrow())
                .contains("no-store");
    }
}
