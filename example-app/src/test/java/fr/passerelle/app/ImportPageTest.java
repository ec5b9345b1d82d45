package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.passerelle.app.cli.ServeRequest;
import fr.passerelle.app.user.Role;
import fr.passerelle.app.user.TrailEvent.Noted;
import fr.passerelle.app.user.UserId;
import fr.passerelle.app.user.Users;
import fr.passerelle.app.web.WebApp;
import fr.passerelle.ent.intake.sample.OndeSample;
import fr.passerelle.ent.intake.sample.OndeSample.SampleFile;
import fr.passerelle.ent.intake.sample.SampleSchool;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONDE's exports on a page, over HTTP, with the sample's files. */
class ImportPageTest {
    private static final List<SampleFile> FILES = OndeSample.files(OndeSample.DEFAULT_SEED);
    private static final SampleSchool SCHOOL = FILES.get(1).school();
    private static final String ID = SCHOOL.school().value();
    private static final String PAGE = "/places/" + ID + "/import";
    private static final byte[] PUPILS = FILES.get(1).content();
    private static final byte[] TEACHERS = FILES.get(4).content();
    private static final byte[] GUARDIANS = FILES.get(7).content();
    private static final int ALL = 175;
    private static final int MANY = 4 * ALL;
    private static final Pattern PLAN = Pattern.compile("name=\"plan\" value=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private WebApp.Served app;
    private Guest head;

    @BeforeEach
    void serve() throws Exception {
        InstantSource clock = () -> Clock.systemUTC().instant().plus(later.get());
        app = WebApp.start(new ServeRequest(0, false), List.of(), folder, clock);
        for (SampleSchool school : SampleSchool.ALL) {
            app.town()
                    .send(
                            fr.passerelle.ent.model.CommandId.random(),
                            new RegisterSchool(school.school(), school.name(), school.kind()));
        }
        head = somebody("direction", Role.HEAD, ID);
    }

    @AfterEach
    void close() {
        app.close();
    }

    private Guest somebody(String login, Role role, String... places) throws Exception {
        Users users = app.town().users();
        UserId id = users.add(
                null,
                login,
                login,
                role,
                Arrays.stream(places).map(PlaceId::parse).toList(),
                null);
        return new Guest(app.address()).comesIn(app.address() + "/welcome/" + users.link(null, id));
    }

    private static String text(String page) {
        return page.replaceAll("(?s)<[^>]*>", " ").replaceAll("[\\s\u00A0]+", " ");
    }

    private static String plan(Guest guest) throws Exception {
        Matcher plan = PLAN.matcher(guest.page(PAGE));
        assertThat(plan.find()).as("a plan waits").isTrue();
        return Guest.encoded(plan.group(1));
    }

    private static FormWithFiles form(byte[]... files) {
        FormWithFiles form = new FormWithFiles();
        for (byte[] file : files) {
            form.file("files", "CSVExtraction.csv", file);
        }
        return form.field("year", OndeSample.YEAR.toString());
    }

    private static void reads(Guest guest, byte[]... files) throws Exception {
        HttpResponse<String> answer = guest.upload(PAGE, form(files));
        assertThat(answer.statusCode()).as(text(answer.body())).isEqualTo(302);
    }

    private static void does(Guest guest, String what, String form) throws Exception {
        HttpResponse<String> answer = guest.post(PAGE + "/" + what, form);
        assertThat(answer.statusCode()).as(text(answer.body())).isEqualTo(302);
    }

    private static void applies(Guest guest) throws Exception {
        does(guest, "apply", "plan=" + plan(guest));
        ended(guest);
    }

    private static void ended(Guest guest) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> guest.page(PAGE + "/progress").contains("role=\"status\""));
    }

    private long present() {
        app.town().passerelle().states().catchUp(Duration.ofSeconds(10));
        return app.town().passerelle().states().under(Person.FEATURE, ID).stream()
                .filter(person -> person.status() == Person.Status.PRESENT)
                .count();
    }

    /** Every pupil four times, each time with another first name: an import that lasts. */
    private static byte[] manifold() {
        String[] lines = new String(PUPILS, StandardCharsets.ISO_8859_1).split("(?<=\n)(?=.)", -1);
        StringBuilder many = new StringBuilder(lines[0]);
        for (String line : lines) {
            for (String twin : line.equals(lines[0]) ? new String[0] : new String[] {"", "Ana", "Bea", "Cia"}) {
                String[] cells = line.split(";", 4);
                cells[2] = twin.isEmpty() ? cells[2] : cells[2].replaceFirst("\\p{L}", twin + "$0");
                many.append(String.join(";", cells));
            }
        }
        return many.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] without(byte[] file, int lines) {
        List<String> kept =
                new ArrayList<>(List.of(new String(file, StandardCharsets.ISO_8859_1).split("(?<=\n)(?=.)", -1)));
        kept.subList(kept.size() - lines, kept.size()).clear();
        return String.join("", kept).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void three_files_go_in_one_after_the_other_and_again_without_effect() throws Exception {
        reads(head, GUARDIANS, PUPILS, TEACHERS);
        assertThat(text(head.page(PAGE)))
                .contains("Ce que le fichier changerait : élèves", "Encore 2 fichier(s)", "Classes à ouvrir (6)");
        assertThat(present()).as("a plan changes nothing").isZero();
        applies(head);
        assertThat(present()).isEqualTo(ALL);
        assertThat(text(head.page(PAGE)))
                .contains("6 classe(s) ouverte(s), 175 arrivée(s)", "Ce que le fichier changerait : enseignants");
        applies(head);
        assertThat(text(head.page(PAGE))).contains("Ce que le fichier changerait : responsables");
        applies(head);
        long all = present();
        assertThat(text(head.page(PAGE)))
                .contains("Tous les fichiers sont traités")
                .doesNotContain("Appliquer (");

        reads(head, PUPILS, TEACHERS, GUARDIANS);
        assertThat(text(head.page(PAGE)))
                .contains("élèves : rien à changer, 175 personne(s)", "Tous les fichiers sont traités");
        assertThat(present()).isEqualTo(all);
        does(head, "leave", "");
        assertThat(head.page(PAGE)).contains("type=\"file\"").doesNotContain("Tous les fichiers");
    }

    @Test
    void names_are_opened_one_class_at_a_time_and_that_is_kept_on_the_trail() throws Exception {
        reads(head, PUPILS);
        String name =
                new String(PUPILS, StandardCharsets.ISO_8859_1).split("\n", 3)[1].split(";", 2)[0].replace("\"", "");
        assertThat(name).isNotBlank();
        assertThat(head.page(PAGE)).doesNotContain(name).contains("import/names?group=CM2%20A");
        String some = head.page(PAGE + "/names?group=CM2%20A");
        assertThat(some).contains("arrivée");
        assertThat(some.split("<li>", -1).length).isBetween(10, 45);
        UserId id = app.town().users().ofLogin("direction").orElseThrow().id();
        assertThat(app.town().users().trail(id)).extracting(Noted::what).startsWith("import.names", "import.plan");
    }

    @Test
    void whoever_may_not_arrange_the_school_is_sent_away() throws Exception {
        reads(head, PUPILS);
        String plan = plan(head);
        List<Guest> others = List.of(
                somebody("enseignante", Role.TEACHER, ID),
                somebody("ailleurs", Role.HEAD, Desk.TOURNELLES),
                somebody("evaluation", Role.EVALUATOR),
                somebody("parent", Role.PARENT, ID));
        for (Guest other : others) {
            for (String path : List.of(PAGE, PAGE + "/names?group=CM2%20A", PAGE + "/progress")) {
                assertThat(other.get(path).statusCode()).as(path).isEqualTo(403);
            }
            assertThat(other.upload(PAGE, form(PUPILS)).statusCode()).isEqualTo(403);
            for (String path : List.of("decide", "apply", "stop", "next", "leave")) {
                assertThat(other.post(PAGE + "/" + path, "plan=" + plan).statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
        }
        assertThat(others.get(0).page("/places/" + ID)).doesNotContain(PAGE);
        assertThat(plan(head)).as("nobody has touched it").isEqualTo(plan);
    }

    @Test
    void of_two_people_who_import_for_one_school_the_second_is_told() throws Exception {
        reads(head, PUPILS);
        Guest mayor = Guest.town(app);
        assertThat(mayor.page(PAGE)).contains("(ENT-653)").doesNotContain("type=\"file\"", "name=\"plan\"");
        HttpResponse<String> second = mayor.upload(PAGE, form(PUPILS));
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("(ENT-653)");
        assertThat(mayor.post(PAGE + "/leave", "").statusCode()).isEqualTo(422);
        assertThat(mayor.get(PAGE + "/names?group=CM2%20A").body()).contains("(ENT-653)");
        does(head, "leave", "");
        reads(mayor, PUPILS);
    }

    @Test
    void a_plan_is_kept_for_half_an_hour_and_a_page_of_an_older_one_decides_nothing() throws Exception {
        reads(head, PUPILS);
        String old = plan(head);
        reads(head, TEACHERS);
        HttpResponse<String> stale = head.post(PAGE + "/apply", "plan=" + old);
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("(ENT-655)");
        String plan = plan(head);
        later.set(Duration.ofMinutes(29));
        assertThat(plan(head)).isEqualTo(plan);
        later.set(Duration.ofMinutes(60));
        HttpResponse<String> gone = head.post(PAGE + "/apply", "plan=" + plan);
        assertThat(gone.statusCode()).isEqualTo(422);
        assertThat(gone.body()).contains("(ENT-654)");
        assertThat(head.page(PAGE)).contains("type=\"file\"").doesNotContain("name=\"plan\"");
        assertThat(present()).isZero();
    }

    @Test
    void what_is_no_export_of_this_school_is_refused_with_one_sentence() throws Exception {
        byte[] large = Arrays.copyOf(PUPILS, 10_100_000);
        refused("(ENT-656)", new FormWithFiles().file("files", "", new byte[0]));
        refused("(ENT-215)", form("%PDF-1.7\n\000".getBytes(StandardCharsets.ISO_8859_1)));
        refused("(ENT-213)", form("PK\003\004".getBytes(StandardCharsets.ISO_8859_1)));
        refused("(ENT-211)", form(large));
        refused("(ENT-652)", form(PUPILS, PUPILS));
        refused("(ENT-219)", form("Nom;Prénom\nX;Y\n".getBytes(StandardCharsets.UTF_8)));
        refused("(ENT-651)", new FormWithFiles().file("files", Desk.TOURNELLES + "-CSVExtraction-eleves.csv", PUPILS));
        refused("(ENT-602)", new FormWithFiles().file("files", "a.csv", PUPILS).field("year", "2026"));
        assertThat(present()).isZero();
        new Desk(folder)
                .here("place", "add", "CL-TOURNELLES", "--name", "Centre", "--kind", "leisure-centre")
                .ended(0);
        Guest mayor = Guest.town(app);
        assertThat(mayor.get("/places/CL-TOURNELLES/import").body()).contains("(ENT-650)");
        assertThat(mayor.page("/places/CL-TOURNELLES")).doesNotContain("/import");
    }

    private void refused(String code, FormWithFiles form) throws Exception {
        HttpResponse<String> answer = head.upload(PAGE, form);
        assertThat(answer.statusCode()).as(code).isEqualTo(422);
        assertThat(answer.body()).contains(code).doesNotContain("name=\"plan\"");
    }

    @Test
    void departures_wait_until_somebody_has_read_how_many_there_are() throws Exception {
        reads(head, PUPILS);
        applies(head);
        byte[] fewer = without(PUPILS, 3);
        reads(head, fewer);
        assertThat(head.page(PAGE)).contains("(ENT-255)").doesNotContain("Appliquer (");
        does(head, "decide", "departures=4&plan=" + plan(head));
        assertThat(head.page(PAGE)).contains("(ENT-258)").doesNotContain("Appliquer (");
        does(head, "decide", "departures=3&plan=" + plan(head));
        assertThat(head.page(PAGE)).contains("Appliquer (3 étapes)").doesNotContain("(ENT-25");
        applies(head);
        assertThat(text(head.page(PAGE))).contains("3 départ(s)", "Tous les fichiers sont traités");
        assertThat(present()).isEqualTo(ALL - 3);
    }

    @Test
    void an_unclear_line_is_decided_by_name_and_may_be_left_for_later() throws Exception {
        reads(head, PUPILS);
        applies(head);
        String text = new String(PUPILS, StandardCharsets.ISO_8859_1);
        Matcher born = Pattern.compile("20\\d\\d-(\\d\\d-\\d\\d)").matcher(text);
        assertThat(born.find()).isTrue();
        String other = born.group(1).equals("03-04") ? "05-06" : "03-04";
        byte[] corrected = (text.substring(0, born.start(1)) + other + text.substring(born.end(1)))
                .getBytes(StandardCharsets.ISO_8859_1);
        reads(head, corrected);
        String page = head.page(PAGE);
        assertThat(text(page)).contains("Lignes à décider : 1", "(ENT-251)");
        Matcher group = Pattern.compile("import/names\\?group=([^\"&]*)\"[^>]*aria-label")
                .matcher(page);
        assertThat(group.find()).isTrue();
        String names = head.page(PAGE + "/names?group=" + group.group(1));
        Matcher choice = Pattern.compile("name=\"line\\.(\\d+)\" value=\"([0-9a-f-]{36})\"")
                .matcher(names);
        assertThat(choice.find()).isTrue();
        String line = choice.group(1);
        assertThat(text(names).split("naissance :", -1))
                .as("the file's, and the known one")
                .hasSize(3);

        does(head, "decide", "line." + line + "=6f0a1c52-8f6e-4a57-9d0e-2f3b1f0e9a11&plan=" + plan(head));
        assertThat(text(head.page(PAGE))).as("nobody whom it might be").contains("Lignes à décider : 1");
        does(head, "decide", "line." + line + "=" + choice.group(2) + "&plan=" + plan(head));
        assertThat(head.page(PAGE)).contains("Appliquer (1 étapes)", "Reprendre mes décisions");
        does(head, "decide", "reset=yes&plan=" + plan(head));
        assertThat(text(head.page(PAGE))).contains("Lignes à décider : 1");
        does(head, "decide", "line." + line + "=" + choice.group(2) + "&plan=" + plan(head));
        applies(head);
        assertThat(text(head.page(PAGE))).contains("1 changement(s)", "Tous les fichiers sont traités");
        assertThat(present()).isEqualTo(ALL);
    }

    @Test
    void a_line_that_cannot_be_read_stays_visible_and_a_file_is_left_for_another_day() throws Exception {
        String text = new String(PUPILS, StandardCharsets.ISO_8859_1);
        byte[] broken =
                text.replaceFirst("20\\d\\d-\\d\\d-\\d\\d", "2016-02-31").getBytes(StandardCharsets.ISO_8859_1);
        reads(head, broken, TEACHERS);
        assertThat(text(head.page(PAGE))).contains("Lignes du fichier à regarder (1) : élèves", "(ENT-236)");
        applies(head);
        assertThat(text(head.page(PAGE))).contains("(ENT-236)", "Ce que le fichier changerait : enseignants");
        does(head, "next", "plan=" + plan(head));
        assertThat(text(head.page(PAGE))).contains("(ENT-236)", "Tous les fichiers sont traités");
        assertThat(present()).isEqualTo(ALL - 1);
    }

    @Test
    void an_import_is_stopped_after_its_step_and_gone_on_with_without_a_duplicate() throws Exception {
        reads(head, manifold());
        does(head, "apply", "plan=" + plan(head));
        // The classes come first: from ten steps on there are pupils.
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> Pattern.compile("value=\"[1-9]\\d")
                        .matcher(head.page(PAGE + "/progress"))
                        .find());
        does(head, "stop", "");
        ended(head);
        String page = text(head.page(PAGE));
        assertThat(page).contains("Arrêté :");
        Matcher left = Pattern.compile("Arrêté : (\\d+) étape").matcher(page);
        assertThat(left.find()).isTrue();
        long before = present();
        assertThat(before).isBetween(1L, MANY - 1L);
        assertThat(page).contains("Appliquer (" + left.group(1) + " étapes)");
        applies(head);
        assertThat(present()).isEqualTo(MANY);
        assertThat(text(head.page(PAGE))).contains("Tous les fichiers sont traités");
    }
}
