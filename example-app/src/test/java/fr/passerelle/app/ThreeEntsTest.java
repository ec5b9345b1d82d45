package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.beneylu.sandbox.BeneyluSandbox;
import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** One communication to two classes of a school on three ENTs, by the command line. */
class ThreeEntsTest {
    private static final String WAITS = "en attente";

    @TempDir
    private Path directory;

    private final ThreeEnts ents = new ThreeEnts();
    private final OneSandbox one = ents.one;
    private final BeneyluSandbox beneylu = ents.beneylu;
    private Desk desk = new Desk(Path.of("."));

    @BeforeEach
    void furnish() {
        desk = new Desk(directory).write("application.yml", ents.settings()).furnished();
    }

    @AfterEach
    void close() {
        ents.close();
    }

    private Ran communicate(String title, String wait) {
        return desk.here(
                "communicate",
                "--place",
                Desk.TOURNELLES,
                "--class",
                "CM2 A",
                "--class",
                "CM2 B",
                "--title",
                title,
                "--body",
                "texte.txt",
                "--wait",
                wait);
    }

    private List<String> statuses(String id) {
        return desk.here("status", id, "--output", "json")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("account").asString() + " "
                        + item.path("status").asString())
                .distinct()
                .toList();
    }

    @Test
    void it_is_published_corrected_and_withdrawn_on_all_three() {
        String id = communicate("Sortie", "60s").ended(0).id();
        assertThat(ents.shown()).containsOnly(ThreeEnts.twice("Sortie"));
        desk.here("correct", id, "--title", "Sortie reportée").ended(0);
        assertThat(ents.shown()).containsOnly(ThreeEnts.twice("Sortie reportée"));
        desk.here("withdraw", id).ended(0);
        assertThat(ents.shown()).containsOnly(List.of());
        desk.here("verify").ended(0);
    }

    @Test
    void one_that_is_down_holds_up_no_other_and_catches_up_when_it_is_back() {
        beneylu.faults(FaultPlan.of(1, Rule.percent(Kind.STATUS, 100)));
        String id = communicate("Panne", "3s").ended(3).id();
        assertThat(statuses(id))
                .containsExactly("beneylu/service en attente", "lilie/service publié", "one/service publié");
        assertThat(ents.shown()).containsExactly(ThreeEnts.twice("Panne"), List.of(), ThreeEnts.twice("Panne"));
        beneylu.faults(FaultPlan.NONE);
        desk.here("redrive", id).ended(0);
        assertThat(ents.shown()).containsOnly(ThreeEnts.twice("Panne"));
    }

    /**
     * What may be wrong at one ENT.
     *
     * @param cells what a person sees of it: account, destination, word
     * @param says part of the sentence that says who must do what
     */
    private record Trouble(String name, Consumer<ThreeEntsTest> begins, int exit, List<String> cells, String says) {
        static Trouble atBeneylu(String name, Consumer<BeneyluSandbox> begins, String word, String says) {
            return at("beneylu", name, test -> begins.accept(test.beneylu), word, says);
        }

        static Trouble atOne(String name, Consumer<OneSandbox> begins, String word, String says) {
            return at("one", name, test -> begins.accept(test.one), word, says);
        }

        private static Trouble at(String ent, String name, Consumer<ThreeEntsTest> begins, String word, String says) {
            List<String> cells = Stream.of("CM2 A", "CM2 B")
                    .map(room -> ent + " " + room + " " + word)
                    .toList();
            return new Trouble(ent + ": " + name, begins, word.equals(WAITS) ? 3 : 1, cells, says);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Trouble> troubles() {
        String account = "service.passerelle";
        String holder = "qu'il s'y connecte une fois. (ENT-404)";
        return Stream.of(
                Trouble.atBeneylu("captcha", ent -> ent.people().lock(account, true), WAITS, holder),
                Trouble.atBeneylu("new password", ent -> ent.people().demand(account, "password"), WAITS, holder),
                Trouble.atBeneylu("terms", ent -> ent.people().demand(account, "terms"), WAITS, holder),
                Trouble.atOne(
                        "second factor", ent -> ent.people().interrupt(account, "/auth/validate-mfa"), WAITS, holder),
                Trouble.atOne(
                        "locked",
                        ent -> ent.people().block(account, true),
                        WAITS,
                        "la ville doit les vérifier. (ENT-403)"),
                Trouble.atBeneylu(
                        "no blog in what the school pays for",
                        ent -> ent.people().takeRight(account, "BLOG_PUBLISH"),
                        "refusé",
                        "ouvrir l'option qui manque. (ENT-405)"),
                new Trouble(
                        "one: class unknown",
                        test -> test.one.people().renameClass("0771369V", "CM2 A", "Classe de Mme B."),
                        1,
                        List.of("one CM2 A refusé", "one CM2 B publié"),
                        "vérifiez son nom là-bas, rien n'a été publié. (ENT-450)"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void what_is_wrong_at_one_is_said_in_a_sentence_and_leaves_the_other_two_alone(Trouble trouble) {
        trouble.begins().accept(this);
        String id = communicate("Ennui", "0s").id();
        desk.here("deliver");
        List<JsonNode> items = desk.here("status", id, "--output", "json")
                .ended(trouble.exit())
                .json()
                .path("items")
                .valueStream()
                .toList();
        String ent = trouble.cells().get(0).split(" ", 2)[0];
        assertThat(items.stream().filter(item -> ent(item).equals(ent)).map(ThreeEntsTest::cell))
                .containsExactlyElementsOf(trouble.cells());
        assertThat(items.stream()
                        .filter(item -> ent(item).equals(ent) && !cell(item).endsWith("publié"))
                        .map(item -> item.path("cause").asString()))
                .allSatisfy(cause -> assertThat(cause).contains(trouble.says()));
        assertThat(items.stream().filter(item -> !ent(item).equals(ent)).map(ThreeEntsTest::cell))
                .hasSize(4)
                .allMatch(cell -> cell.endsWith("publié"));
        assertThat(ents.shown().stream().filter(ThreeEnts.twice("Ennui")::equals))
                .hasSize(2);
    }

    private static String ent(JsonNode item) {
        return item.path("account").asString().split("/", 2)[0];
    }

    private static String cell(JsonNode item) {
        return ent(item) + " " + item.path("destination").asString() + " "
                + item.path("status").asString();
    }

    @Test
    void accounts_are_shown_with_their_maturity_and_counts_are_read_back() {
        JsonNode accounts =
                desk.here("check", "--output", "json").ended(0).json().path("accounts");
        assertThat(accounts.valueStream()
                        .map(account -> account.path("connector").asString() + " "
                                + account.path("maturity").asString()))
                .containsExactly(
                        "beneylu (beneylu-v3) source-only",
                        "lilie (openent-ng) real-server",
                        "one (entcore) real-server");
        String id = communicate("Lue", "60s").ended(0).id();
        PostView post = one.objects().posts().get(0);
        one.people().commentPost("claire.martin", post.id(), "Merci !");
        Ran content = desk.here("content", id, "--output", "json").ended(0);
        assertThat(content.json()
                        .path("answers")
                        .valueStream()
                        .map(answer -> answer.path("account").asString() + " "
                                + answer.path("text").asString()))
                .containsExactly("one/service Merci !");
        assertThat(Stream.of("one/service", "lilie/service", "beneylu/service"))
                .allSatisfy(account -> assertThat(desk.here("engagement", id, "--output", "json")
                                .ended(0)
                                .json()
                                .path("engagement")
                                .valueStream()
                                .map(line -> line.path("account").asString()))
                        .contains(account));
    }
}
