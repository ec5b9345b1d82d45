package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.cli.ServeRequest;
import fr.passerelle.app.user.Role;
import fr.passerelle.app.user.UserId;
import fr.passerelle.app.web.WebApp;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.model.PlaceId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a town that wants it, the head reads before the families do. */
class ApprovalTest {
    @TempDir
    private static Path folder;

    private static WebApp.Served app;
    private static Guest head;
    private static Guest teacher;
    private static Guest elsewhere;

    @BeforeAll
    static void serve() throws Exception {
        app = WebApp.start(
                new ServeRequest(0, false), List.of("--passerelle.approval=true"), folder, Clock.systemUTC());
        new Desk(folder).furnished();
        new Desk(folder)
                .here("place", "add", "0770409B", "--name", "Arcades", "--kind", "elementary")
                .ended(0);
        head = somebody("direction", Role.HEAD, Desk.TOURNELLES);
        teacher = somebody("enseignante", Role.TEACHER, Desk.TOURNELLES);
        elsewhere = somebody("ailleurs", Role.HEAD, "0770409B");
    }

    @AfterAll
    static void close() {
        app.close();
    }

    private static Guest somebody(String login, Role role, String place) throws Exception {
        UserId id = app.town().users().add(null, login, login, role, List.of(PlaceId.parse(place)), null);
        return new Guest(app.address())
                .comesIn(app.address() + "/welcome/" + app.town().users().link(null, id));
    }

    private static String writes(Guest author, String title) throws Exception {
        String id = UUID.randomUUID().toString();
        for (int click = 0; click < 2; click++) {
            assertThat(author.post(
                                    "/communications",
                                    "key=" + id + "&place=0771369V&to=all&text=x&title=" + Guest.encoded(title))
                            .statusCode())
                    .isEqualTo(302);
        }
        return id;
    }

    private static Communication.Status status(String id) {
        return app.town()
                .passerelle()
                .states()
                .current(Communication.FEATURE, id)
                .status();
    }

    @Test
    void it_goes_out_once_the_head_of_that_school_agrees() throws Exception {
        assertThat(teacher.page("/write")).contains("Envoyer à la direction").doesNotContain(">Publier</button>");
        String id = writes(teacher, "Sortie à valider");
        assertThat(status(id)).isEqualTo(Communication.Status.DRAFT);
        assertThat(teacher.page("/")).contains("En attente de la direction", "Sortie à valider");
        assertThat(teacher.page("/communications/" + id))
                .contains("pas encore prononcée")
                .doesNotContain("/approve");
        assertThat(teacher.post("/communications/" + id + "/approve", "").statusCode())
                .isEqualTo(403);
        assertThat(elsewhere.page("/")).doesNotContain("Sortie à valider");
        assertThat(elsewhere.post("/communications/" + id + "/approve", "").statusCode())
                .isEqualTo(403);
        assertThat(status(id)).isEqualTo(Communication.Status.DRAFT);

        assertThat(head.page("/")).contains("À valider", "Sortie à valider");
        for (int click = 0; click < 2; click++) {
            assertThat(head.post("/communications/" + id + "/approve", "").statusCode())
                    .isEqualTo(302);
        }
        assertThat(status(id)).isEqualTo(Communication.Status.PUBLISHED);
        assertThat(head.page("/communications/" + id)).contains("par direction").doesNotContain("/approve");
        assertThat(head.post("/communications/" + id + "/decline", "").body()).contains("(ENT-686)");
    }

    @Test
    void what_is_given_back_comes_with_a_word_and_can_be_taken_up_again() throws Exception {
        String id = writes(teacher, "Sans date");
        head.post("/communications/" + id + "/decline", "why=" + Guest.encoded("Quel jour ?"));
        assertThat(status(id)).isEqualTo(Communication.Status.DRAFT);
        assertThat(teacher.page("/communications/" + id)).contains("rend ce texte", "Quel jour ?");
        assertThat(teacher.post("/communications/" + id + "/undo", "").body()).contains("value=\"Sans date\"");
        assertThat(head.page("/")).doesNotContain("Sans date");
        assertThat(app.town().passerelle().verify()).isEmpty();
    }

    @Test
    void a_head_publishes_at_once_and_nobody_decides_on_what_was_not_asked() throws Exception {
        String id = writes(head, "De la direction");
        assertThat(status(id)).isEqualTo(Communication.Status.PUBLISHED);
        assertThat(head.post("/communications/" + id + "/approve", "").body()).contains("(ENT-685)");
    }
}
