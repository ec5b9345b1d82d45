package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.cli.ServeRequest;
import fr.passerelle.app.user.Role;
import fr.passerelle.app.user.UserId;
import fr.passerelle.app.user.Users;
import fr.passerelle.app.web.WebApp;
import fr.passerelle.ent.model.PlaceId;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is the referent of a place and what stands there: over HTTP, by everybody who may and who may not. */
class PlacesPageTest {
    private static final String CENTRE = "CL-TOURNELLES";
    private static final String ARCADES = "0770409B";
    private static final String REFERENT = "/places/" + CENTRE + "/referent";
    private static final String READINESS = "/places/" + Desk.TOURNELLES + "/readiness";

    @TempDir
    private static Path folder;

    private static WebApp.Served app;
    private static Desk desk;
    private static Guest mayor;
    private static Guest head;
    private static Guest evaluator;
    private static String first;
    private static String second;

    @BeforeAll
    static void serve() throws Exception {
        app = WebApp.start(new ServeRequest(0, false), List.of(), folder, Clock.systemUTC());
        desk = new Desk(folder);
        desk.here("place", "add", Desk.TOURNELLES, "--name", "Les Tournelles", "--kind", "primary")
                .ended(0);
        desk.here("place", "add", ARCADES, "--name", "Arcades", "--kind", "elementary")
                .ended(0);
        desk.here("place", "add", CENTRE, "--name", "Centre des Tournelles", "--kind", "leisure-centre")
                .ended(0);
        first = staff("ZÉDRIMEL", "Maëva");
        second = staff("QUELLORI", "Tavio");
        mayor = Guest.town(app);
        head = somebody("direction", Role.HEAD, Desk.TOURNELLES, CENTRE);
        evaluator = somebody("evaluation", Role.EVALUATOR);
    }

    @AfterAll
    static void close() {
        app.close();
    }

    private static String staff(String family, String given) {
        Ran added = desk.here("person", "add", "--place", CENTRE, "--family", family, "--first", given);
        return added.ended(0).out().strip();
    }

    private static Guest somebody(String login, Role role, String... places) throws Exception {
        Users users = app.town().users();
        UserId id = users.add(
                null,
                login,
                "Nom de " + login,
                role,
                List.of(places).stream().map(PlaceId::parse).toList(),
                null);
        return new Guest(app.address()).comesIn(app.address() + "/welcome/" + users.link(null, id));
    }

    private static String text(String page) {
        return page.replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static String from(Guest guest) throws Exception {
        Matcher from = Pattern.compile("name=\"from\" value=\"([^\"]+)\"").matcher(guest.page(REFERENT));
        assertThat(from.find()).isTrue();
        return from.group(1);
    }

    @Test
    void a_referent_is_named_the_task_handed_over_and_ended() throws Exception {
        assertThat(mayor.page("/places")).contains("Sans référent numérique");
        assertThat(text(mayor.page("/places/" + CENTRE))).contains("pas encore eu de référent");

        String empty = from(head);
        assertThat(empty).isEqualTo("null");
        assertThat(head.post(REFERENT, "from=null&person=" + first + "&since=2026-09-01")
                        .headers()
                        .firstValue("location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/places/" + CENTRE + "?arranged"));
        assertThat(text(head.page("/places/" + CENTRE))).contains("ZÉDRIMEL Maëva", "depuis le 1 septembre 2026");

        HttpResponse<String> late = mayor.post(REFERENT, "from=null&person=" + second + "&since=2026-11-01");
        assertThat(late.statusCode()).as("her page showed nobody").isEqualTo(422);
        assertThat(late.body()).contains("(ENT-111)");
        HttpResponse<String> early = head.post(REFERENT, "from=" + first + "&person=" + second + "&since=2026-08-31");
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("(ENT-113)");

        assertThat(head.post(REFERENT, "from=" + first + "&person=" + second + "&since=2026-11-01")
                        .statusCode())
                .isEqualTo(302);
        assertThat(text(head.page("/places/" + CENTRE)))
                .contains("QUELLORI Tavio", "depuis le 1 novembre 2026")
                .doesNotContain("ZÉDRIMEL");
        assertThat(desk.here("referent", "coverage", "--output", "csv").ended(0).out())
                .contains(second + ",2026-11-01");

        assertThat(head.post(REFERENT + "/end", "until=2026-11-20").statusCode())
                .isEqualTo(302);
        assertThat(text(head.page("/places/" + CENTRE))).contains("La tâche a pris fin");
        assertThat(head.post(REFERENT + "/end", "until=2026-11-20").body()).contains("(ENT-112)");
    }

    @Test
    void only_somebody_of_the_place_is_named_and_only_with_a_day() throws Exception {
        String stranger = "6f0a1c52-8f6e-4a57-9d0e-2f3b1f0e9a11";
        assertThat(head.post(REFERENT, "from=" + from(head) + "&person=" + stranger + "&since=2026-09-01")
                        .body())
                .contains("(ENT-202)");
        assertThat(head.post(REFERENT, "from=" + from(head) + "&person=" + first + "&since=demain")
                        .body())
                .contains("(ENT-602)");
    }

    @Test
    void whoever_may_not_arrange_a_place_is_sent_away_and_an_evaluator_reads_no_name() throws Exception {
        Guest teacher = somebody("enseignante", Role.TEACHER, Desk.TOURNELLES, CENTRE);
        Guest elsewhere = somebody("ailleurs", Role.HEAD, ARCADES);
        for (Guest guest : List.of(teacher, elsewhere, evaluator)) {
            assertThat(guest.get(REFERENT).statusCode()).isEqualTo(403);
            assertThat(guest.post(REFERENT, "from=null&person=" + first + "&since=2026-09-01")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(guest.post(REFERENT + "/end", "until=2026-11-20").statusCode())
                    .isEqualTo(403);
            assertThat(guest.post(READINESS + "/TABLETS", "value=3&on=2026-11-20")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(elsewhere.get(READINESS).statusCode()).isEqualTo(403);
        assertThat(elsewhere.get("/api/v1" + READINESS).statusCode()).isEqualTo(403);
        assertThat(teacher.page(READINESS)).doesNotContain("<form method=\"post\" action=\"/places/");
        assertThat(evaluator.page("/places/" + CENTRE)).doesNotContain("ZÉDRIMEL", "QUELLORI", REFERENT);
    }

    @Test
    void what_nobody_said_is_unknown_and_what_somebody_said_has_its_day() throws Exception {
        assertThat(text(evaluator.page("/places"))).contains("Arcades", "inconnu");
        assertThat(head.post(READINESS + "/TABLETS", "value=12&payer=TOWN&provider=SUPPLIER&on=2026-11-20&source=SEEN")
                        .statusCode())
                .isEqualTo(302);
        assertThat(head.post(READINESS + "/TRAINING", "value=5&of=8&provider=NATIONAL_EDUCATION&on=2026-11-21")
                        .statusCode())
                .isEqualTo(302);
        assertThat(head.post(READINESS + "/FAMILIES", "value=0&of=62&on=2026-11-22&source=PLATFORM")
                        .statusCode())
                .isEqualTo(302);
        assertThat(head.post(READINESS + "/INTERNET", "value=WEAK&on=2026-11-22")
                        .statusCode())
                .isEqualTo(302);
        assertThat(text(head.page(READINESS)))
                .contains(
                        "12 , au 20 nov. 2026",
                        "constaté sur place",
                        "la ville",
                        "5 sur 8",
                        "l&#39;Éducation nationale",
                        "0 sur 62",
                        "lent ou instable",
                        "Nom de direction");
        assertThat(text(evaluator.page(READINESS)))
                .contains("5 sur 8", "direction")
                .doesNotContain("Nom de direction");
        assertThat(text(evaluator.page("/places"))).contains("12 ( au 20 nov. 2026 )", "0 sur 62");
        assertThat(text(head.page("/places/" + Desk.TOURNELLES))).contains("lent ou instable");

        assertThat(evaluator.page("/api/v1" + READINESS))
                .contains("\"topic\":\"tablets\",\"count\":12", "\"unknown\":[\"computers\",", "\"referent\":false")
                .doesNotContain("direction");
        assertThat(desk.here("place", "readiness", Desk.TOURNELLES, "--output", "csv")
                        .ended(0)
                        .out())
                .contains("training,5/8,2026-11-21,told,,national-education", "computers,,,,,");
    }

    @Test
    void a_statement_is_taken_back_and_a_wrong_one_refused() throws Exception {
        String arcades = "/places/" + ARCADES + "/readiness";
        assertThat(mayor.post(arcades + "/COMPUTERS", "value=4&on=2026-11-20").statusCode())
                .isEqualTo(302);
        assertThat(mayor.post(arcades + "/COMPUTERS", "value=unknown&on=2026-11-28")
                        .statusCode())
                .isEqualTo(302);
        assertThat(mayor.page("/api/v1" + arcades)).contains("\"stated\":[]");
        assertThat(mayor.post(arcades + "/COMPUTERS", "value=unknown&on=2026-11-28")
                        .body())
                .contains("(ENT-133)");
        assertThat(mayor.post(arcades + "/COMPUTERS", "value=beaucoup&on=2026-11-20")
                        .body())
                .contains("(ENT-131)");
        assertThat(mayor.post(arcades + "/TRAINING", "value=9&of=8&on=2026-11-20")
                        .body())
                .contains("(ENT-132)");
        assertThat(mayor.post(arcades + "/TABLETS", "value=1&on=2999-01-01").body())
                .contains("(ENT-134)");
        assertThat(mayor.post(arcades + "/CHAIRS", "value=1&on=2026-11-20").statusCode())
                .isEqualTo(422);
        assertThat(mayor.get("/places/0771370W/readiness").statusCode()).isEqualTo(404);
    }

    @Test
    void a_command_says_the_same_as_the_page_and_says_nothing_where_one_of_several_is_wrong() {
        assertThat(desk.here(
                                "place",
                                "readiness",
                                CENTRE,
                                "--set",
                                "mobile-classes=2",
                                "--set",
                                "maintenance=town",
                                "--payer",
                                "national-education",
                                "--on",
                                "2026-11-20",
                                "--output",
                                "csv")
                        .ended(0)
                        .out())
                .contains("mobile-classes,2,2026-11-20,told,national-education,", "maintenance,town,2026-11-20,told,,");
        assertThat(desk.here("place", "readiness", CENTRE, "--set", "tablets=3", "--set", "training=9")
                        .sentences()
                        .get(0))
                .endsWith("(ENT-131)");
        assertThat(desk.here("place", "readiness", CENTRE, "--output", "csv")
                        .ended(0)
                        .out())
                .contains("tablets,,,,,");
        assertThat(desk.here("place", "readiness", CENTRE, "--set", "chairs=3").exit())
                .isEqualTo(2);
    }
}
