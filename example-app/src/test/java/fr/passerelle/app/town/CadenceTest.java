package fr.passerelle.app.town;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.Furnished;
import fr.passerelle.app.town.Cadence.SilentClass;
import fr.passerelle.app.town.Cadence.Waiting;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WithdrawCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.PlaceId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever opens the first page sees which classes are forgotten. */
class CadenceTest {
    private static final PlaceId SCHOOL = PlaceId.parse(Furnished.SCHOOL);
    private static final int MOST_DAYS = 10;

    @TempDir
    private Path directory;

    private Instant now = Instant.parse("2026-11-02T09:00:00Z");
    private Town town;

    @BeforeEach
    void open() {
        Furnished.in(directory);
        TownSettings settings = new TownSettings(
                new TownSettings.Store("data/passerelle.db"),
                new TownSettings.Keys("keys/keys.db", "file:keys/master.key"),
                Map.of(),
                MOST_DAYS,
                0,
                0,
                false,
                null,
                null,
                null);
        town = Town.open(settings, List.of(), false, directory, () -> now);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private CommunicationId publish(Audience audience) {
        CommunicationId id = CommunicationId.random();
        town.send(
                CommandId.random(),
                new WriteCommunication(id, SCHOOL, null, audience, CommunicationKind.BLOG, "Titre", "<p>Texte</p>"));
        town.send(CommandId.random(), new PublishCommunication(id, now));
        return id;
    }

    private Audience classNamed(String name) {
        return Audience.ofClasses(town.places().classNamed(SCHOOL, name));
    }

    private List<SilentClass> waiting() {
        return town.cadence().waiting().stream()
                .map(Waiting::classes)
                .flatMap(List::stream)
                .filter(found -> found.name().startsWith("CM2"))
                .toList();
    }

    @Test
    void a_class_is_named_from_the_eleventh_day_on_until_something_reaches_it() {
        assertThat(town.cadence().waiting()).singleElement().matches(Waiting::isFromTheStart);
        publish(classNamed("CM2 A"));
        assertThat(waiting()).containsExactly(new SilentClass("CM2 B", null));
        publish(Audience.wholePlace());
        assertThat(waiting()).isEmpty();
        now = now.plus(Duration.ofDays(MOST_DAYS));
        assertThat(waiting()).isEmpty();
        now = now.plus(Duration.ofDays(2));
        assertThat(waiting()).containsExactly(new SilentClass("CM2 A", 12L), new SilentClass("CM2 B", 12L));
        CommunicationId second = publish(classNamed("CM2 B"));
        assertThat(waiting()).containsExactly(new SilentClass("CM2 A", 12L));
        town.send(CommandId.random(), new WithdrawCommunication(second, now));
        assertThat(waiting()).hasSize(2);
    }
}
