package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.cli.ServeRequest;
import fr.passerelle.app.web.WebApp;
import fr.passerelle.ent.intake.sample.OndeSample;
import fr.passerelle.ent.person.Person;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody is shown, erased, and an older copy of the store is put back: she stays erased wherever one looks. */
class ErasedPersonTest {
    private static final String SCHOOL = "0771369V";

    @TempDir
    Path folder;

    private final JsonMapper json = new JsonMapper();

    @Test
    void who_was_erased_stays_erased_on_page_export_and_api_after_an_older_backup_is_restored() throws Exception {
        OndeSample.write(folder.resolve("onde"), OndeSample.DEFAULT_SEED);
        assertThat(command("place", "add", SCHOOL, "--name", "Les Tournelles", "--kind", "primary"))
                .isZero();
        assertThat(command(
                        "import", "onde", "onde/" + SCHOOL + "-CSVExtraction-eleves.csv", "--place", SCHOOL, "--apply"))
                .isZero();

        String erased;
        String kept;
        String erasedName;
        String keptName;
        try (WebApp.Served app = serve()) {
            List<Person> pupils = app.town().passerelle().states().under(Person.FEATURE, SCHOOL);
            erased = String.valueOf(pupils.get(0).person());
            kept = String.valueOf(pupils.get(1).person());
            erasedName = name(app, erased);
            keptName = name(app, kept);
            assertThat(page(app, "/persons/" + erased)).contains(erasedName);
            assertThat(page(app, "/persons/" + erased + "/export")).contains(erasedName);

            assertThat(command("backup", "before")).isZero();
            assertThat(command("person", "erase", erased)).isZero();
            isErased(app, erased, erasedName);
        }
        assertThat(command("restore", "before")).isZero();
        try (WebApp.Served app = serve()) {
            isErased(app, erased, erasedName);
            assertThat(page(app, "/persons/" + kept)).contains(keptName);
            assertThat(page(app, "/persons/" + kept + "/export")).contains(keptName);
            assertThat(name(app, kept)).isEqualTo(keptName);
            assertThat(command("verify")).isZero();
        }
    }

    private void isErased(WebApp.Served app, String id, String name) throws Exception {
        assertThat(page(app, "/persons/" + id)).contains("Personne effacée").doesNotContain(name);
        JsonNode api = json.readTree(page(app, "/api/v1/persons/" + id));
        assertThat(api.path("erased").asBoolean()).isTrue();
        assertThat(api.path("familyName").isNull()).isTrue();
        JsonNode export = json.readTree(page(app, "/persons/" + id + "/export"));
        assertThat(export.path("status").asString()).isEqualTo("ERASED");
        assertThat(export.path("identities")).isEmpty();
        assertThat(export.toString()).doesNotContain(name);
    }

    private String name(WebApp.Served app, String id) throws Exception {
        return json.readTree(page(app, "/api/v1/persons/" + id))
                .path("familyName")
                .asString();
    }

    private static String page(WebApp.Served app, String path) throws Exception {
        return Guest.town(app).page(path);
    }

    private WebApp.Served serve() {
        return WebApp.start(new ServeRequest(0, false), List.of(), folder, Clock.systemUTC());
    }

    private int command(String... arguments) {
        return new Desk(folder).here(arguments).exit();
    }
}
