package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.beneylu.sandbox.BeneyluSandbox;
import fr.passerelle.beneylu.sandbox.SandboxObjects.ArticleView;
import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.sandbox.OperatorAccount;
import fr.passerelle.ent.sandbox.Sandbox;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.lilie.sandbox.LilieSandbox;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One communication to two classes of a school on three ENTs, by the command line. */
class ThreeEntsTest {
    @TempDir
    private Path directory;

    private final OneSandbox one = OneSandbox.start(0);
    private final BeneyluSandbox beneylu = BeneyluSandbox.start(0, SchoolSeed.pilot(), InstantSource.system());
    private final LilieSandbox lilie = LilieSandbox.start(0);
    private Desk desk = new Desk(Path.of("."));

    @BeforeEach
    void furnish() {
        String settings = "passerelle:\n  ents:\n" + account(one, "entcore") + account(beneylu, "beneylu-v3")
                + account(lilie, "openent-ng");
        desk = new Desk(directory).write("application.yml", settings).furnished();
    }

    @AfterEach
    void close() {
        one.close();
        beneylu.close();
        lilie.close();
    }

    private static String account(Sandbox sandbox, String profile) {
        OperatorAccount operator = sandbox.operator(profile);
        StringBuilder yaml = new StringBuilder("""
                    %s:
                      connector: %s
                      profile: %s
                      base-url: %s
                      allow-loopback: true
                      urls: %s
                      accounts:
                        service:
                          places: [0771369V]
                          settles-within: 2s
                          credentials:
                """.formatted(
                        operator.connector(),
                        operator.connector(),
                        profile,
                        sandbox.baseUrl(),
                        operator.urls().entrySet().stream()
                                .map(url -> url.getKey() + ": \"" + url.getValue() + "\"")
                                .collect(Collectors.joining(", ", "{", "}"))));
        operator.credentials().forEach((name, value) -> yaml.append("            " + name + ": " + value + "\n"));
        return yaml.toString();
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

    /** What families see, on each of the three. */
    private List<List<String>> shown() {
        List<List<String>> shown = new ArrayList<>();
        shown.add(titles(one.objects().posts()));
        shown.add(beneylu.objects().articles().stream()
                .filter(ArticleView::visible)
                .map(article -> article.title() + " " + article.classes())
                .sorted()
                .toList());
        shown.add(titles(lilie.objects().openEntNg().posts()));
        return shown;
    }

    private static List<String> titles(List<PostView> posts) {
        return posts.stream()
                .filter(PostView::visible)
                .map(post -> post.title() + " " + post.classes())
                .sorted()
                .toList();
    }

    private static List<String> twice(String title) {
        return List.of(title + " [0771369V CM2 A]", title + " [0771369V CM2 B]");
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
        assertThat(shown()).containsOnly(twice("Sortie"));
        desk.here("correct", id, "--title", "Sortie reportée").ended(0);
        assertThat(shown()).containsOnly(twice("Sortie reportée"));
        desk.here("withdraw", id).ended(0);
        assertThat(shown()).containsOnly(List.of());
        desk.here("verify").ended(0);
    }

    @Test
    void one_that_is_down_holds_up_no_other_and_catches_up_when_it_is_back() {
        beneylu.faults(FaultPlan.of(1, Rule.percent(Kind.STATUS, 100)));
        String id = communicate("Panne", "3s").ended(3).id();
        assertThat(statuses(id))
                .containsExactly("beneylu/service en attente", "lilie/service publié", "one/service publié");
        assertThat(shown()).containsExactly(twice("Panne"), List.of(), twice("Panne"));
        beneylu.faults(FaultPlan.NONE);
        desk.here("redrive", id).ended(0);
        assertThat(shown()).containsOnly(twice("Panne"));
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
