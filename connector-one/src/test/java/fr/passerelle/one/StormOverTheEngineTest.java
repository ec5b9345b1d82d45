package fr.passerelle.one;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.Passerelle;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.delivery.Item.Status;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.http.HttpLimits;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.privacy.MasterKey;
import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolKind;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.OpenClass;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The storm of {@link StormTest} over the whole way: a store, the engine, the connector and the stand-in, in virtual
 * time. Whatever is lost on the way, every communication ends confirmed and every class sees it once.
 */
class StormOverTheEngineTest {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final List<String> CLASSES = List.of("CM2 A", "CM2 B", "CM1 A");
    private static final FaultPlan STORM = FaultPlan.of(
            20261124,
            Rule.percent(Kind.STATUS, 60),
            Rule.percent(Kind.CUT_AFTER_ACTING, 10),
            Rule.percent(Kind.COMMIT_LATE, 5).seconds(200));
    private static final int MOST_TURNS = 50_000;

    @TempDir
    private Path directory;

    private final AtTheSandbox one = new AtTheSandbox();

    @AfterEach
    void close() {
        one.close();
    }

    @Test
    void six_communications_end_confirmed_and_are_seen_once() {
        storm(6);
    }

    @Test
    @Tag("thorough")
    void two_hundred_communications_end_confirmed_and_are_seen_once() {
        storm(200);
    }

    private void storm(int count) {
        Instant begin = one.clock.instant();
        try (Passerelle passerelle = Passerelle.builder()
                .store(directory.resolve("data").resolve("passerelle.db"))
                .keys(directory.resolve("keys").resolve("keys.db"))
                .masterKey(MasterKey.file(directory.resolve("keys").resolve("master.key")))
                .account(one.account())
                .limits(HttpLimits.DEFAULT.within(Duration.ofSeconds(5)))
                .clock(one.clock)
                .deliversOnlyWhenAsked()
                .open()) {
            List<ClassId> classes = school(passerelle);
            one.sandbox.faults(STORM);
            List<CommunicationId> written = new ArrayList<>();
            int destinations = 0;
            for (int number = 0; number < count; number++) {
                int readers = 1 + number % CLASSES.size();
                written.add(write(passerelle, number, classes.subList(0, readers)));
                destinations += readers;
            }
            int givenUp = carry(passerelle, written);
            one.pass(Duration.ofHours(1));

            List<ItemView> items = written.stream()
                    .flatMap(id -> passerelle.items(id).stream())
                    .toList();
            assertThat(items).hasSize(destinations).extracting(ItemView::status).containsOnly(Status.CONFIRMED);
            seenOnce(destinations);
            assertThat(passerelle.verify()).isEmpty();
            tell(count + " communications, " + givenUp + " deliveries tried again by a person", begin);
        }
        assertThat(one.sandbox.injected())
                .containsOnlyKeys(Kind.STATUS, Kind.CUT_AFTER_ACTING, Kind.COMMIT_LATE)
                .allSatisfy((kind, times) -> assertThat(times).isPositive());
    }

    private void tell(String what, Instant begin) {
        System.out.printf(
                "%s: %d posts, each seen once, none orphaned; faults %s; %s of virtual time%n",
                what,
                one.sandbox.objects().posts().size(),
                one.sandbox.injected(),
                Duration.between(begin, one.clock.instant()));
    }

    private static List<ClassId> school(Passerelle passerelle) {
        done(passerelle, new RegisterSchool(TOURNELLES, "Les Tournelles", SchoolKind.PRIMARY));
        return CLASSES.stream()
                .map(name -> {
                    ClassId id =
                            new ClassId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                    Level level = Level.valueOf(name.substring(0, 3));
                    done(passerelle, new OpenClass(id, TOURNELLES, SchoolYear.parse("2026-2027"), name, Set.of(level)));
                    return id;
                })
                .toList();
    }

    private CommunicationId write(Passerelle passerelle, int number, List<ClassId> readers) {
        CommunicationId id = CommunicationId.random();
        done(
                passerelle,
                new WriteCommunication(
                        id,
                        TOURNELLES,
                        null,
                        Audience.ofClasses(readers.toArray(ClassId[]::new)),
                        CommunicationKind.BLOG,
                        "Sortie " + number,
                        "<p>Nous irons au musée.</p>"));
        done(passerelle, new PublishCommunication(id, one.clock.instant()));
        return id;
    }

    private static void done(Passerelle passerelle, Command command) {
        done(passerelle, passerelle.send(CommandId.random(), command));
    }

    private static void done(Passerelle passerelle, CommandResult result) {
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        assertThat(passerelle.states().awaitPosition(((CommandResult.Done) result).position(), Duration.ofSeconds(30)))
                .isTrue();
    }

    /**
     * Until nothing is left to do; between two runs time passes at once. What was given up after two days is tried
     * again, as a person would.
     *
     * @return how often a person did
     */
    private int carry(Passerelle passerelle, List<CommunicationId> written) {
        int givenUp = 0;
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            var unused = passerelle.delivery().runDue();
            Optional<Instant> next = passerelle.delivery().nextDue();
            if (next.isPresent()) {
                Duration wait = Duration.between(one.clock.instant(), next.get());
                one.pass(wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait);
                continue;
            }
            List<ItemView> parked = written.stream()
                    .flatMap(id -> passerelle.items(id).stream())
                    .filter(item -> item.status() == Status.PARKED)
                    .toList();
            if (parked.isEmpty()) {
                return givenUp;
            }
            for (ItemView item : parked) {
                done(passerelle, passerelle.delivery().desk().retry(item.item()));
                givenUp++;
            }
        }
        throw new AssertionError("Not settled.");
    }

    private void seenOnce(int destinations) {
        List<PostView> posts = one.sandbox.objects().posts();
        assertThat(posts).hasSize(destinations).allMatch(PostView::visible);
        assertThat(posts).extracting(PostView::reference).doesNotHaveDuplicates();
        assertThat(posts).extracting(post -> post.title() + post.classes()).doesNotHaveDuplicates();
        assertThat(one.sandbox.objects().blogs())
                .hasSize(CLASSES.size())
                .allSatisfy(blog -> assertThat(blog.readers()).hasSize(3));
        assertThat(one.sandbox.objects().pending()).isZero();
    }
}
