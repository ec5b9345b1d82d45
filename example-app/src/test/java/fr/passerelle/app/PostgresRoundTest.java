package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.store.PostgresServer;
import fr.passerelle.one.sandbox.OneSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A town that keeps events and keys in two PostgreSQL databases, named by their addresses. */
@Tag("postgres")
class PostgresRoundTest {
    @TempDir
    private Path directory;

    private final List<String> databases = new ArrayList<>();

    private static String address() {
        return PostgresServer.shared().createDatabase().getURL() + "&user=postgres";
    }

    private Ran run(Desk desk, String... arguments) {
        List<String> all = new ArrayList<>(databases);
        all.addAll(List.of(arguments));
        return desk.here(all.toArray(String[]::new));
    }

    @Test
    void a_round_by_the_command_line_keeps_nothing_in_files() {
        databases.add("--passerelle.store.url=" + address());
        databases.add("--passerelle.keys.url=" + address());
        try (OneSandbox one = OneSandbox.start(0)) {
            Desk desk = Desk.at(directory, one).write("texte.txt", "Nous irons au musée jeudi.");
            run(desk, "sample", "onde", "--out", "onde").ended(0);
            run(desk, "place", "add", Desk.TOURNELLES, "--name", "Les Tournelles", "--kind", "primary")
                    .ended(0);
            run(desk, "import", "onde", Desk.roster(Desk.TOURNELLES), "--place", Desk.TOURNELLES, "--apply")
                    .ended(0);
            String id = run(
                            desk,
                            "communicate",
                            "--place",
                            Desk.TOURNELLES,
                            "--class",
                            "CM2 B",
                            "--title",
                            "Sortie",
                            "--body",
                            "texte.txt")
                    .ended(0)
                    .id();
            assertThat(one.objects().posts()).hasSize(1);
            run(desk, "withdraw", id).ended(0);
            assertThat(one.objects().posts()).isEmpty();
            run(desk, "verify").ended(0);
            // Its own tools do that.
            assertThat(run(desk, "backup", "copie").ended(1).err()).contains("ENT-506");
        }
        assertThat(directory.resolve("data")).doesNotExist();
        assertThat(Files.exists(directory.resolve("keys/keys.db"))).isFalse();
    }
}
