package fr.passerelle.one;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.AttachResult;
import fr.passerelle.ent.Passerelle;
import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WithdrawCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.delivery.Word;
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
import fr.passerelle.one.sandbox.SandboxObjects;
import fr.passerelle.one.sandbox.SandboxObjects.DocumentView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Posts and news with pictures over the whole way, in virtual time, while answers are lost, writes come late and the
 * program is stopped and started again: nothing is put or shown twice, and what is taken back leaves nothing.
 */
class StormOverFilesTest {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final ClassId CM2_A = ClassId.random();
    private static final ClassId CM2_B = ClassId.random();
    private static final FaultPlan STORM = FaultPlan.of(
            20261128,
            Rule.percent(Kind.STATUS, 20),
            Rule.percent(Kind.CUT_AFTER_ACTING, 15),
            Rule.percent(Kind.COMMIT_LATE, 5).seconds(200));
    private static final int MOST_TURNS = 5_000;
    private static final int STOPPED_EVERY = 40;

    @TempDir
    private Path directory;

    private final AtTheSandbox one = new AtTheSandbox();
    private final CommunicationId post = CommunicationId.random();
    private final CommunicationId news = CommunicationId.random();
    private Passerelle passerelle;

    @BeforeEach
    void start() {
        passerelle = open();
    }

    private Passerelle open() {
        return Passerelle.builder()
                .store(directory.resolve("data").resolve("passerelle.db"))
                .keys(directory.resolve("keys").resolve("keys.db"))
                .masterKey(MasterKey.file(directory.resolve("keys").resolve("master.key")))
                .account(one.account())
                .limits(HttpLimits.DEFAULT.within(Duration.ofSeconds(5)))
                .clock(one.clock)
                .deliversOnlyWhenAsked()
                .open();
    }

    @AfterEach
    void close() {
        passerelle.close();
        one.close();
    }

    private void done(Command command) {
        CommandResult result = passerelle.send(CommandId.random(), command);
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        assertThat(passerelle.states().awaitPosition(((CommandResult.Done) result).position(), Duration.ofSeconds(30)))
                .isTrue();
    }

    private Attachment attached(CommunicationId id, String name, byte[] bytes) {
        return ((AttachResult.Attached) passerelle.attach(id, name, bytes)).attachment();
    }

    private void publish(CommunicationId id, CommunicationKind kind) {
        byte[] picture = HexFormat.of().parseHex("89504e470d0a1a0a" + "00".repeat(2000));
        done(new WriteCommunication(
                id,
                TOURNELLES,
                null,
                Audience.ofClasses(CM2_A, CM2_B),
                kind,
                "Sortie",
                "<p>Jeudi.</p>",
                List.of(
                        attached(id, "Musée.png", picture).saying("La façade"),
                        attached(id, "Liste.txt", "Un bonnet".getBytes(StandardCharsets.UTF_8)))));
        done(new PublishCommunication(id, one.clock.instant()));
    }

    /** Until nothing is left to do; every few turns the program is stopped and started again. */
    private Stream<Word> settled() {
        for (int turn = 1; turn < MOST_TURNS && passerelle.delivery().nextDue().isPresent(); turn++) {
            var unused = passerelle.delivery().runDue();
            if (turn % STOPPED_EVERY == 0) {
                passerelle.close();
                passerelle = open();
            }
            passerelle
                    .delivery()
                    .nextDue()
                    .map(next -> Duration.between(one.clock.instant(), next))
                    .ifPresent(wait -> one.pass(wait.toSeconds() < 1 ? Duration.ofSeconds(1) : wait));
        }
        return Stream.of(post, news)
                .flatMap(id -> passerelle.items(id).stream())
                .map(ItemView::word);
    }

    @Test
    void nothing_is_put_or_shown_twice_and_what_is_taken_back_leaves_nothing() {
        done(new RegisterSchool(TOURNELLES, "Les Tournelles", SchoolKind.PRIMARY));
        done(new OpenClass(CM2_A, TOURNELLES, SchoolYear.parse("2026-2027"), "CM2 A", Set.of(Level.CM2)));
        done(new OpenClass(CM2_B, TOURNELLES, SchoolYear.parse("2026-2027"), "CM2 B", Set.of(Level.CM2)));
        one.sandbox.faults(STORM);
        publish(post, CommunicationKind.BLOG);
        publish(news, CommunicationKind.NEWS);
        assertThat(settled()).hasSize(4).containsOnly(Word.PUBLISHED);

        one.pass(Duration.ofHours(1));
        SandboxObjects there = one.sandbox.objects();
        assertThat(there.posts()).hasSize(2).allMatch(SandboxObjects.PostView::visible);
        assertThat(there.infos()).hasSize(2).allMatch(SandboxObjects.InfoView::visible);
        assertThat(Stream.concat(
                        there.posts().stream().map(SandboxObjects.PostView::documents),
                        there.infos().stream().map(SandboxObjects.InfoView::documents)))
                .allSatisfy(documents -> assertThat(documents).hasSize(2))
                .flatExtracting(documents -> documents)
                .containsExactlyInAnyOrderElementsOf(
                        there.documents().stream().map(DocumentView::id).toList());

        Instant now = one.clock.instant();
        done(new WithdrawCommunication(post, now));
        done(new WithdrawCommunication(news, now));
        assertThat(settled()).hasSize(4).containsOnly(Word.WITHDRAWN);
        one.pass(Duration.ofHours(1));
        assertThat(one.sandbox.objects().posts()).isEmpty();
        assertThat(one.sandbox.objects().infos()).isEmpty();
        assertThat(one.sandbox.objects().documents()).isEmpty();
        assertThat(one.sandbox.injected())
                .containsOnlyKeys(Kind.STATUS, Kind.CUT_AFTER_ACTING, Kind.COMMIT_LATE)
                .allSatisfy((kind, times) -> assertThat(times).isPositive());
        assertThat(passerelle.verify()).isEmpty();
    }
}
