package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.cli.ServeRequest;
import fr.passerelle.app.user.Role;
import fr.passerelle.app.user.TrailEvent.Noted;
import fr.passerelle.app.user.UserId;
import fr.passerelle.app.user.Users;
import fr.passerelle.app.web.WebApp;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes in, who sees what, and who is sent away: over HTTP, by addresses that no page shows her. */
class RolesTest {
    private static final PlaceId TOURNELLES = PlaceId.parse(Desk.TOURNELLES);
    private static final PlaceId ARCADES = PlaceId.parse("0770409B");
    private static final String WORDS = "Le mot de la directrice";

    @TempDir
    private static Path folder;

    private static WebApp.Served app;
    private static Guest mayor;
    private static String communication;
    private static String pupil;
    private static String room;

    @BeforeAll
    static void serve() throws Exception {
        app = WebApp.start(new ServeRequest(0, false), List.of(), folder, Clock.systemUTC());
        new Desk(folder).furnished();
        new Desk(folder)
                .here("place", "add", ARCADES.value(), "--name", "Arcades", "--kind", "elementary")
                .ended(0);
        mayor = Guest.town(app);
        mayor.post(
                "/communications",
                "key=6f0a1c52-8f6e-4a57-9d0e-2f3b1f0e9a11&place=0771369V&to=all&title=Le+mot+de+la+directrice&text=x");
        communication = String.valueOf(app.town()
                .passerelle()
                .states()
                .all(Communication.FEATURE)
                .get(0)
                .communication());
        Person someone = app.town().passerelle().states().under(Person.FEATURE, Desk.TOURNELLES).stream()
                .filter(person -> !person.classes().isEmpty())
                .findFirst()
                .orElseThrow();
        pupil = String.valueOf(someone.person());
        room = someone.classes().get(0).toString();
    }

    @AfterAll
    static void close() {
        app.close();
    }

    private static Guest somebody(String login, Role role, PlaceId... places) throws Exception {
        Users users = app.town().users();
        UserId id = users.add(null, login, login, role, List.of(places), null);
        return new Guest(app.address()).comesIn(app.address() + "/welcome/" + users.link(null, id));
    }

    private static Map<String, Integer> answers(Guest guest) throws Exception {
        Map<String, Integer> answers = new java.util.TreeMap<>();
        for (String path : List.of(
                "/communications/" + communication,
                "/communications/" + communication + "/read",
                "/classes/" + room,
                "/persons/" + pupil,
                "/persons/" + pupil + "/export",
                "/places/" + Desk.TOURNELLES,
                "/users",
                "/api/v1/persons/" + pupil,
                "/api/v1/communications/" + communication)) {
            answers.put(
                    path.replace(communication, "C").replace(pupil, "P").replace(room, "R"),
                    guest.get(path).statusCode());
        }
        return answers;
    }

    private static Map<String, Integer> all(int status) throws Exception {
        Map<String, Integer> same = answers(mayor);
        same.replaceAll((path, before) -> status);
        return same;
    }

    @Test
    void whoever_has_not_signed_in_sees_nothing_and_comes_back_to_where_she_wanted() throws Exception {
        Guest nobody = new Guest(app.address());
        HttpResponse<String> sent = nobody.get("/communications/" + communication);
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("location"))
                .contains("/sign-in?next=%2Fcommunications%2F" + communication);
        assertThat(nobody.get("/api/v1/places").statusCode()).isEqualTo(401);
        assertThat(nobody.get("/api/v1/places").body()).contains("\"code\":\"ENT-638\"");
        assertThat(nobody.get("/nowhere").statusCode()).isEqualTo(302);
        assertThat(nobody.page("/worry")).contains("3018");
        assertThat(nobody.page("/sign-in")).doesNotContain("/places", "/write");
    }

    @Test
    void a_teacher_of_another_school_is_sent_away_from_every_address_of_this_one() throws Exception {
        Guest other = somebody("arcades", Role.TEACHER, ARCADES);
        Map<String, Integer> expected = all(403);
        assertThat(answers(other)).isEqualTo(expected);
        assertThat(other.get("/communications/" + communication).body()).contains("(ENT-636)");
        assertThat(other.page("/")).doesNotContain(WORDS);
        assertThat(other.page("/places")).contains("Arcades").doesNotContain("Tournelles");
        assertThat(other.page("/write?place=" + Desk.TOURNELLES)).doesNotContain("Tournelles");
        assertThat(other.page("/api/v1/communications")).isEqualTo("[]");
        assertThat(other.post(
                                "/communications",
                                "key=6f0a1c52-8f6e-4a57-9d0e-2f3b1f0e9a12&place=0771369V&to=all&title=T&text=x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.post("/communications/" + communication + "/withdraw", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(mayor.page("/api/v1/communications/" + communication)).contains("PUBLISHED");
    }

    @Test
    void each_role_opens_what_it_is_for() throws Exception {
        Map<String, Integer> expected = all(200);
        assertThat(answers(mayor)).isEqualTo(expected);
        assertThat(answers(somebody("direction", Role.HEAD, TOURNELLES))).isEqualTo(expected);

        expected.put("/users", 403);
        expected.put("/persons/P/export", 403);
        assertThat(answers(somebody("enseignante", Role.TEACHER, TOURNELLES))).isEqualTo(expected);
        assertThat(answers(somebody("referent", Role.REFERENT, TOURNELLES))).isEqualTo(expected);

        expected.replaceAll((path, status) -> path.contains("communications/C") || path.startsWith("/places/")
                ? Integer.valueOf(200)
                : Integer.valueOf(403));
        expected.put("/communications/C/read", 403);
        Guest evaluator = somebody("evaluation", Role.EVALUATOR);
        assertThat(answers(evaluator)).isEqualTo(expected);
        assertThat(evaluator.page("/")).contains("titre réservé").doesNotContain(WORDS);
        assertThat(evaluator.page("/communications/" + communication)).doesNotContain(WORDS, "Retirer partout");

        expected.replaceAll((path, status) -> 403);
        Guest parent = somebody("parent", Role.PARENT, TOURNELLES);
        assertThat(answers(parent)).isEqualTo(expected);
        assertThat(parent.get("/").headers().firstValue("location")).contains("/family");
        assertThat(parent.page("/family")).doesNotContain(WORDS);
        assertThat(parent.get("/family/" + communication).statusCode()).isEqualTo(403);
    }

    @Test
    void who_was_not_reached_is_told_as_far_as_it_is_known() throws Exception {
        // Only the pupils were imported: no guardian is known of anybody.
        assertThat(mayor.page("/communications/" + communication + "/read"))
                .containsPattern("CM2 B</strong> –\\s+34 élèves sur 34 n&#39;ont aucun responsable connu");
    }

    @Test
    void a_head_gives_access_at_her_own_school_only_and_never_more_than_her_own() throws Exception {
        Guest head = somebody("direction2", Role.HEAD, TOURNELLES);
        HttpResponse<String> given =
                head.post("/users", "login=nouvelle&name=Nouvelle&role=TEACHER&place=" + Desk.TOURNELLES);
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.body()).contains("/welcome/");
        assertThat(head.post("/users", "login=ailleurs&name=A&role=TEACHER&place=" + ARCADES.value())
                        .statusCode())
                .isEqualTo(403);
        assertThat(head.post("/users", "login=plus&name=P&role=TOWN").statusCode())
                .isEqualTo(403);
        HttpResponse<String> taken = head.post("/users", "login=Nouvelle&name=N&role=TEACHER&place=" + Desk.TOURNELLES);
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("(ENT-630)", "value=\"Nouvelle\"");
        String town = app.town()
                .users()
                .ofLogin("mairie")
                .map(user -> user.id().toString())
                .orElseThrow();
        assertThat(head.post("/users/" + town + "/close", "").statusCode()).isEqualTo(403);
        assertThat(head.post("/users/" + town + "/link", "").statusCode()).isEqualTo(403);
        assertThat(head.page("/users")).contains("Nouvelle").doesNotContain("mairie");
    }

    @Test
    void a_closed_access_ends_at_once_and_a_new_password_ends_older_sessions() throws Exception {
        Guest first = somebody("partante", Role.TEACHER, TOURNELLES);
        Users users = app.town().users();
        UserId id = users.ofLogin("partante").orElseThrow().id();
        Guest second = new Guest(app.address()).comesIn(app.address() + "/welcome/" + users.link(null, id));
        assertThat(first.get("/places").statusCode()).as("the older session").isEqualTo(302);
        second.page("/places");
        String token = users.token(null, id);
        assertThat(withToken(token)).isEqualTo(200);
        users.close(null, id);
        assertThat(second.get("/places").statusCode()).isEqualTo(302);
        assertThat(withToken(token)).isEqualTo(401);
        assertThat(second.triesToSignIn("partante", Guest.PASSWORD).statusCode())
                .isEqualTo(401);
    }

    private static int withToken(String token) throws Exception {
        return java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(app.address() + "/api/v1/places"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void who_guesses_is_told_nothing_and_slowed_down_whether_the_name_exists_or_not() throws Exception {
        somebody("devinee", Role.TEACHER, TOURNELLES);
        for (String login : List.of("devinee", "personne")) {
            Guest thief = new Guest(app.address());
            for (int wrong = 0; wrong < 5; wrong++) {
                HttpResponse<String> refused = thief.triesToSignIn(login, "douze signes " + wrong);
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(refused.body()).contains("(ENT-634)");
            }
            assertThat(thief.triesToSignIn(login, Guest.PASSWORD).body()).contains("(ENT-635)");
        }
        assertThat(new Guest(app.address()).triesToSignIn("", "").body()).contains("(ENT-634)");
    }

    @Test
    void signing_in_leads_nowhere_else() throws Exception {
        somebody("prudente", Role.TEACHER, TOURNELLES);
        for (String next : List.of("//evil.example", "https://evil.example", "/\\evil.example", "")) {
            Guest guest = new Guest(app.address());
            HttpResponse<String> in = guest.post(
                    "/sign-in",
                    "/sign-in",
                    "login=prudente&password=" + Guest.encoded(Guest.PASSWORD) + "&next=" + Guest.encoded(next));
            assertThat(in.headers().firstValue("location")).as(next).contains("/");
        }
        Guest guest = new Guest(app.address()).signsIn("prudente", Guest.PASSWORD);
        assertThat(guest.post("/sign-out", "").statusCode()).isEqualTo(302);
        assertThat(guest.get("/places").statusCode()).isEqualTo(302);
    }

    @Test
    void a_link_that_was_used_is_a_page_with_one_sentence() throws Exception {
        Guest nobody = new Guest(app.address());
        assertThat(nobody.get(app.welcome().orElseThrow().replaceFirst("http://[^/]+", ""))
                        .body())
                .contains("(ENT-632)");
        assertThat(nobody.get("/demo/progress").statusCode()).isEqualTo(200);
        assertThat(nobody.post("/sign-in", "/demo/enter", "user=x").statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_trail_tells_who_opened_which_names_and_the_page_who_published() throws Exception {
        Guest teacher = somebody("suivie", Role.TEACHER, TOURNELLES);
        teacher.get("/persons/" + pupil);
        teacher.get("/persons/" + pupil + "/export");
        UserId id = app.town().users().ofLogin("suivie").orElseThrow().id();
        assertThat(app.town().users().trail(id))
                .extracting(Noted::what, Noted::of, Noted::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("person.export", pupil, 403),
                        org.assertj.core.groups.Tuple.tuple("person.show", pupil, 200));
        assertThat(mayor.page("/users/" + id)).contains("a ouvert la page d&#39;une personne", "(refusé)");
        assertThat(mayor.page("/communications/" + communication)).contains("par Mairie");
    }

    @Test
    void whoever_may_start_a_command_gives_access_and_takes_it_back() throws Exception {
        Desk desk = new Desk(folder);
        Ran added =
                desk.here("user", "add", "ecole", "--name", "École", "--role", "leisure-staff", "--place", "0770409B");
        assertThat(added.ended(0).out()).contains(app.address() + "/welcome/");
        java.util.regex.Matcher link =
                java.util.regex.Pattern.compile("http\\S+/welcome/\\S+").matcher(added.out());
        assertThat(link.find()).isTrue();
        new Guest(app.address()).comesIn(link.group()).page("/places");
        assertThat(desk.here("user", "list", "--output", "csv").ended(0).out())
                .contains("leisure-staff,0770409B,true")
                .doesNotContain("École", "ecole");
        Ran token = desk.here("user", "token", "ecole", "--output", "json").ended(0);
        assertThat(withToken(token.out().replaceAll("(?s).*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1")))
                .isEqualTo(200);
        desk.here("user", "close", "ecole").ended(0);
        assertThat(new Guest(app.address())
                        .triesToSignIn("ecole", Guest.PASSWORD)
                        .statusCode())
                .isEqualTo(401);
        assertThat(desk.here("user", "link", "ecole").sentences().get(0)).endsWith("(ENT-631)");
        assertThat(desk.here("user", "add", "x", "--name", "X", "--role", "head")
                        .sentences()
                        .get(0))
                .endsWith("(ENT-637)");
        assertThat(desk.here("user", "add", "x", "--name", "X", "--role", "king")
                        .exit())
                .isEqualTo(2);
    }
}
