package fr.passerelle.ent.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.Passerelle;
import fr.passerelle.ent.PasserelleBuilder;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.engagement.ReadBack.Answers;
import fr.passerelle.ent.engagement.ReadBack.Counts;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.privacy.MasterKey;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolKind;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.OpenClass;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.Engagement;
import fr.passerelle.ent.spi.Engagement.Counted;
import fr.passerelle.ent.spi.Engagement.Figure.ByReaders;
import fr.passerelle.ent.spi.Engagement.Measure;
import fr.passerelle.ent.spi.Engagement.Readers;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Replies;
import fr.passerelle.ent.spi.Replies.Reply;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of one communication on four walls: one that tells, one that is mute, one that is down, one of a bug. */
class ReadBackTest {
    private static final Uai SCHOOL = new Uai("0771369V");
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    private Path folder;

    private final TalkingWalls walls = new TalkingWalls();
    private Passerelle passerelle;

    @BeforeEach
    void open() {
        PasserelleBuilder builder = Passerelle.builder()
                .store(folder.resolve("store.db"))
                .keys(folder.resolve("keys.db"))
                .masterKey(MasterKey.file(folder.resolve("master.key")))
                .connector(walls)
                .clock(() -> MONDAY)
                .deliversOnlyWhenAsked();
        for (String profile : walls.profiles()) {
            builder.account(new EntAccount(
                    new AccountId("wall", profile),
                    "wall",
                    profile,
                    URI.create("https://" + profile + ".example"),
                    false,
                    Set.of(SCHOOL),
                    Map.of(),
                    null));
        }
        passerelle = builder.open();
    }

    @AfterEach
    void close() {
        passerelle.close();
    }

    private CommunicationId published() {
        ClassId room = ClassId.random();
        CommunicationId id = CommunicationId.random();
        done(new RegisterSchool(SCHOOL, "Les Tournelles", SchoolKind.PRIMARY));
        done(new OpenClass(room, SCHOOL, new SchoolYear(2026), "CM2 B", Set.of(Level.CM2)));
        done(new WriteCommunication(
                id, SCHOOL, null, Audience.ofClasses(room), CommunicationKind.BLOG, "Sortie", "<p>Jeudi</p>"));
        done(new PublishCommunication(id, MONDAY));
        passerelle.delivery().runDue();
        assertThat(passerelle.items(id)).hasSize(4);
        return id;
    }

    private void done(fr.passerelle.ent.model.Command command) {
        CommandResult result = passerelle.send(CommandId.random(), command);
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        assertThat(passerelle.states().awaitPosition(((CommandResult.Done) result).position(), Duration.ofSeconds(5)))
                .isTrue();
    }

    private Counts of(List<Counts> counts, String platform) {
        return counts.stream()
                .filter(line -> line.platform().equals(platform))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void counts_are_by_profile_and_what_is_not_counted_says_why() {
        List<Counts> counts = passerelle.readBack().counts(published());
        assertThat(counts).hasSize(4);
        assertThat(of(counts, "telling").engagement())
                .isEqualTo(new Counted(
                        Map.of(Measure.VIEWS, new ByReaders(Map.of(Readers.FAMILY, 12L, Readers.TEACHER, 1L)))));
        assertThat(of(counts, "telling").page()).isEqualTo(URI.create("https://telling.example/wall/1"));
        assertThat(of(counts, "mute").engagement())
                .isInstanceOfSatisfying(
                        Engagement.NotMeasured.class,
                        not -> assertThat(not.reason()).startsWith("mute ne compte pas"));
        assertThat(of(counts, "down").engagement()).isEqualTo(new Engagement.Failed(new Fault.Unreachable(null)));
        assertThat(of(counts, "broken").engagement())
                .isInstanceOfSatisfying(
                        Engagement.Failed.class,
                        failed -> assertThat(failed.fault()).isInstanceOf(Fault.ContractBroken.class));
    }

    @Test
    void answers_of_all_ents_are_one_list_and_gaps_are_named() {
        Answers answers = passerelle.readBack().answers(published());
        assertThat(answers.answers())
                .extracting(answer -> answer.reply().text())
                .containsExactly("Merci !", "À jeudi", "Sans date");
        assertThat(answers.answers().get(0).page()).isEqualTo(URI.create("https://telling.example/wall/1#c1"));
        assertThat(answers.gaps())
                .extracting(ReadBack.Gap::platform)
                .containsExactlyInAnyOrder("mute", "down", "broken");
        assertThat(answers.gaps())
                .allSatisfy(gap ->
                        assertThat(gap.reason() != null || gap.fault() != null).isTrue());
    }

    @Test
    void what_is_nowhere_yet_has_neither() {
        assertThat(passerelle.readBack().counts(CommunicationId.random())).isEmpty();
        assertThat(passerelle.readBack().answers(CommunicationId.random()))
                .isEqualTo(new Answers(List.of(), List.of()));
    }

    /** An answer never shows itself in a log. */
    @Test
    void an_answer_prints_nothing_of_anybody() {
        assertThat(new Reply("Sophie PETIT", "Merci", MONDAY, "/x").toString()).isEqualTo("Reply");
        assertThat(new Replies.Complete(List.of(new Reply("Sophie PETIT", "Merci", MONDAY, "/x"))).toString())
                .doesNotContain("Sophie", "Merci");
    }
}
