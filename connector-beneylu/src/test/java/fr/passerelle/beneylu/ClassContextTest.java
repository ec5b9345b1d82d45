package fr.passerelle.beneylu;

import static fr.passerelle.beneylu.Item.BOOK_OF_CM2_B;
import static fr.passerelle.beneylu.Item.CM2_B;
import static fr.passerelle.beneylu.Item.IN_CM2_A;
import static fr.passerelle.beneylu.Item.IN_CM2_B;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntHttp;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.SessionMemory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Beneylu writes into the class that a session stands in: whatever moves sessions, nothing reaches another class. */
class ClassContextTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";

    private final AtTheSandbox ent =
            new AtTheSandbox(List.of(new SchoolSeed("0771369V", "Les Tournelles", List.of("CP", "CM2 A", "CM2 B"))));

    @AfterEach
    void close() {
        ent.close();
    }

    @Test
    void classes_served_at_the_same_time_never_mix() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Outcome>> running = new ArrayList<>();
            List<Destination> destinations = new ArrayList<>();
            for (String name : List.of("CM2 A", "CM2 B", "CP")) {
                destinations.add(Item.blog("0771369V", name));
                destinations.add(Item.book("0771369V", name));
            }
            // One after the other within a destination, as the engine does, all destinations side by side.
            for (int d = 0; d < destinations.size(); d++) {
                int number = d;
                Callable<Outcome> work = () -> {
                    Outcome last = new Outcome.Refused(new Fault.Gone());
                    for (int i = 0; i < 4; i++) {
                        Item item = ent.item(destinations.get(number), "AAA%d-BBBB-CCC%d".formatted(number, i));
                        last = untilDone(item, item.publish());
                        last = last instanceof Outcome.Applied ? untilDone(item, item.correct("b", "<p>b</p>")) : last;
                    }
                    return last;
                };
                running.add(threads.submit(work));
            }
            for (Future<Outcome> one : running) {
                assertThat(one.get()).isInstanceOf(Outcome.Applied.class);
            }
        } finally {
            threads.shutdownNow();
        }
        List<String> names = List.of("0771369V CM2 A", "0771369V CM2 B", "0771369V CP");
        for (int d = 0; d < 6; d++) {
            for (int i = 0; i < 4; i++) {
                assertThat(ent.shown("AAA%d-BBBB-CCC%d".formatted(d, i))).containsExactly(names.get(d / 2));
            }
        }
        assertThat(ent.objects()).hasSize(24);
    }

    /** Too many requests at once are turned away before they leave. */
    private static Outcome untilDone(Item item, Outcome first) {
        Outcome outcome = first;
        for (int i = 0; i < 50 && outcome instanceof Outcome.Deferred; i++) {
            outcome = item.run();
        }
        return outcome;
    }

    static Stream<Destination> each() {
        return Stream.of(CM2_B, BOOK_OF_CM2_B);
    }

    @ParameterizedTest
    @MethodSource("each")
    void a_session_that_was_moved_between_two_steps_is_put_back(Destination destination) {
        Item item = ent.item(destination, MARKER);
        item.publish();
        ent.sandbox.people().moveSessions(IN_CM2_A);
        assertThat(item.correct("b", "<p>b</p>")).isInstanceOf(Outcome.Applied.class);
        ent.sandbox.people().moveSessions(IN_CM2_A);
        Item other = ent.item(destination, "2222-3333-4444");
        assertThat(other.publish()).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.shown("2222-3333-4444")).containsExactly(IN_CM2_B);
        ent.sandbox.people().moveSessions(IN_CM2_A);
        assertThat(item.withdraw()).isInstanceOf(Outcome.Applied.class);
        assertThat(ent.shown(MARKER)).isEmpty();
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of(CM2_B, "/ent/blog/gestion/nouvel-article"),
                Arguments.of(BOOK_OF_CM2_B, "/ent/carnet-de-liaison/gestion/nouveau-message"),
                Arguments.of(CM2_B, "/ent/api/1.0/users/rights/:right/groups/:group"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_session_that_is_moved_in_the_middle_of_a_step_writes_nothing(Destination destination, String after) {
        EntAccount account = ent.account();
        EntSession moved = movedAfter(ent.session(account), after);
        Item item = new Item(AtTheSandbox.connector(account), moved, destination, MARKER);

        assertThat(item.publish())
                .isInstanceOfSatisfying(
                        Outcome.Deferred.class,
                        deferred -> assertThat(deferred.fault()).isInstanceOf(Fault.ContractBroken.class));
        assertThat(ent.objects()).isEmpty();
    }

    /** A session whose place is changed by somebody else right after a request. */
    private EntSession movedAfter(EntSession real, String route) {
        EntHttp http = call -> {
            var reply = real.http().send(call);
            if (call.route().equals(route)) {
                ent.sandbox.people().moveSessions(IN_CM2_A);
            }
            return reply;
        };
        return new EntSession() {
            @Override
            public EntAccount account() {
                return real.account();
            }

            @Override
            public EntHttp http() {
                return http;
            }

            @Override
            public InstantSource clock() {
                return real.clock();
            }

            @Override
            public SessionMemory memory() {
                return real.memory();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 403})
    void a_place_that_cannot_be_taken_is_a_right_that_is_missing(int status) {
        ent.sandbox.faults(FaultPlan.of(
                1,
                Rule.nth(Kind.STATUS, "PATCH /ent/api/1.0/groups/current.json", 1)
                        .status(status, null)));
        assertThat(ent.item(CM2_B, MARKER).publish()).isEqualTo(new Outcome.Refused(new Fault.Forbidden("CLASSROOM")));
        assertThat(ent.objects()).isEmpty();
    }
}
