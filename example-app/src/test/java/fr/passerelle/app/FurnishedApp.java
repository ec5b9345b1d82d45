package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.cli.ServeRequest;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Role;
import fr.passerelle.app.web.WebApp;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.one.sandbox.OneSandbox;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** A served town with a school, its people and an account on a stand-in, for tests of other rooms. */
public final class FurnishedApp implements AutoCloseable {
    public static final String SCHOOL = Desk.TOURNELLES;

    private final OneSandbox one = OneSandbox.start(0);
    private final WebApp.Served app;

    public FurnishedApp(Path folder) {
        Desk desk = Desk.at(folder, one);
        app = WebApp.start(new ServeRequest(0, false), List.of(), folder, Clock.systemUTC());
        desk.furnished();
    }

    public Town town() {
        return app.town();
    }

    public String address() {
        return app.address();
    }

    public ConfigurableApplicationContext pages() {
        return app.pages();
    }

    /** What somebody without a token is told. */
    public String stranger(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = Program.stranger(app).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** What a program of a role is told. */
    public String asks(Role role, String path) throws IOException, InterruptedException {
        return program(role).get(path).body();
    }

    public int status(Role role, String path) throws IOException, InterruptedException {
        return program(role).get(path).statusCode();
    }

    private Program program(Role role) {
        return Program.of(app, CommunicationId.random().toString(), role);
    }

    /** Publishes to the whole school and waits until it is there. */
    public String publishes() throws IOException, InterruptedException {
        HttpResponse<String> answer = program(Role.TOWN)
                .post(
                        "/api/v1/communications",
                        "{\"place\":\"" + SCHOOL
                                + "\",\"kind\":\"blog\",\"title\":\"Sortie\",\"text\":\"Jeudi.\",\"audience\":{\"all\":true}}",
                        "Idempotency-Key",
                        CommunicationId.random().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String id = Program.read(answer).path("id").asString();
        assertThat(app.town().passerelle().awaitItems(CommunicationId.parse(id), Duration.ofMinutes(1)))
                .isNotEmpty();
        return id;
    }

    @Override
    public void close() {
        app.close();
        one.close();
    }
}
