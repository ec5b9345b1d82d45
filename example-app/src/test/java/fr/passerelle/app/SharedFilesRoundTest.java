package fr.passerelle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.one.sandbox.SandboxObjects.DocumentView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files of teachers on three ENTs, by command: one has a space, one has the same, one has none. */
class SharedFilesRoundTest {
    private static final String SECRET = "dossier d'Untel.txt";

    @TempDir
    private Path directory;

    private final ThreeEnts ents = new ThreeEnts();
    private Desk desk;

    @BeforeEach
    void furnish() {
        desk = new Desk(directory).write("application.yml", ents.settings());
        desk.write("leçon.txt", "Bonjour la classe").write("plan.pdf", new byte[] {1, 2, 3});
    }

    @AfterEach
    void close() {
        ents.close();
    }

    private List<JsonNode> rows(String part, Ran ran) {
        return ran.json().path(part).valueStream().toList();
    }

    private static List<String> names(List<DocumentView> documents) {
        return documents.stream().map(DocumentView::name).sorted().toList();
    }

    @Test
    void what_is_put_is_listed_fetched_copied_once_and_binned() throws Exception {
        desk.here("files", "put", "one", "leçon.txt", "plan.pdf").ended(0);
        assertThat(rows(
                        "files",
                        desk.here("files", "put", "plan.pdf", "--to", "one/service", "--output", "json")
                                .ended(0)))
                .extracting(row -> row.path("result").asString())
                .containsExactly("there");
        assertThat(names(ents.one.objects().documents())).containsExactly("leçon.txt", "plan.pdf");

        List<JsonNode> listed = rows(
                "files", desk.here("files", "ls", "one", "--output", "json").ended(0));
        assertThat(listed)
                .extracting(row ->
                        row.path("name").asString() + " " + row.path("size").asInt())
                .containsExactly("leçon.txt 17", "plan.pdf 3");
        assertThat(desk.here("files", "ls", "--from", "one/service").ended(0).out())
                .contains("leçon.txt")
                .contains("octets permis : 104857600");

        desk.here("files", "get", "one", "leçon.txt", listed.get(1).path("id").asString(), "--out", "reçu")
                .ended(0);
        assertThat(Files.readString(directory.resolve("reçu/leçon.txt"))).isEqualTo("Bonjour la classe");
        assertThat(Files.readAllBytes(directory.resolve("reçu/plan.pdf"))).containsExactly(1, 2, 3);

        desk.here("files", "copy", "--from", "one", "--to", "lilie").ended(0);
        desk.here("files", "copy", "leçon.txt", "--from", "one", "--to", "lilie/service")
                .ended(0);
        assertThat(names(ents.lilie.objects().openEntNg().documents())).containsExactly("leçon.txt", "plan.pdf");

        desk.here("files", "bin", "one", "plan.pdf").ended(0);
        assertThat(ents.one.objects().documents())
                .filteredOn(DocumentView::trashed)
                .hasSize(1);
    }

    @Test
    void an_ent_without_a_space_says_so_in_one_sentence() {
        Ran put = desk.here("files", "put", "beneylu", "leçon.txt", "--lang", "en")
                .ended(1);
        assertThat(put.out()).contains("Beneylu School (beneylu-v3) has no space of files", "(ENT-340)");
        assertThat(desk.here("files", "copy", "--from", "one", "--to", "beneylu")
                        .ended(1)
                        .err())
                .contains("(ENT-340)");
        assertThat(rows("spaces", desk.here("files", "ls", "--output", "json").ended(0)))
                .extracting(row ->
                        row.path("account").asString() + " " + row.path("space").asBoolean())
                .containsExactly("beneylu/service false", "lilie/service true", "one/service true");
        assertThat(ents.beneylu.requests()).isEmpty();
    }

    @Test
    void an_unknown_outcome_is_an_exit_code_of_its_own_and_names_stay_out_of_the_log() {
        desk.write(SECRET, "x");
        ents.one.faults(FaultPlan.of(7, Rule.nth(Kind.COMMIT_LATE, "POST /workspace/document", 1)));
        Ran put = desk.here("files", "put", "one", SECRET).ended(3);
        assertThat(put.out()).contains("(ENT-349)");
        assertThat(put.err()).doesNotContain("Untel");
    }

    @Test
    void what_is_written_wrongly_or_stands_in_the_way_changes_nothing() {
        desk.here("files", "put", "one").ended(2);
        desk.here("files", "ls", "nobody").ended(1);
        assertThat(ents.one.objects().documents()).isEmpty();

        assertThat(desk.here("files", "put", "one", "missing.txt", "leçon.txt")
                        .ended(1)
                        .out())
                .contains("(ENT-607)");
        assertThat(names(ents.one.objects().documents())).containsExactly("leçon.txt");
        desk.write("leçon.txt", "Autre chose".getBytes(UTF_8));
        assertThat(desk.here("files", "put", "one", "leçon.txt").ended(1).out()).contains("(ENT-345)");
        assertThat(desk.here("files", "get", "one", "leçon.txt", "--out", ".")
                        .ended(1)
                        .out())
                .contains("(ENT-646)");
        assertThat(directory.resolve("leçon.txt")).hasContent("Autre chose");
    }
}
