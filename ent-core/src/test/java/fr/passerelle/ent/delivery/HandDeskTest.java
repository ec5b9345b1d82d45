package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.delivery.HandDesk.HandOver;
import fr.passerelle.ent.delivery.HandDesk.Told;
import fr.passerelle.ent.delivery.Item.Ask;
import fr.passerelle.ent.delivery.ItemEvent.How;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.OpenGroup;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.RegisterLeisureCentre;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people do by hand on an ENT that no protocol may write to. */
class HandDeskTest {
    private final DeliveryWorld world = new DeliveryWorld(2);
    private final HandConnector ent = new HandConnector();

    HandDeskTest() {
        world.connect(DeliveryWorld.account("hand", DeliveryWorld.SCHOOL), ent);
    }

    private HandDesk desk() {
        return world.engine().hands();
    }

    private ItemId published(String text) {
        CommunicationId id = world.publish(text, world.classes.get(0));
        world.run();
        return world.item(id).known().item();
    }

    private Word word(ItemId item) {
        return world.engine().desk().items(communication(item)).get(0).word();
    }

    private CommunicationId communication(ItemId item) {
        return world.streams.current(Item.FEATURE, item.toString()).known().communication();
    }

    @Test
    void what_is_to_be_pasted_is_exactly_what_the_ent_will_show() {
        ItemId item = published("Sortie");
        HandOver handOver = desk().handOver(item).orElseThrow();
        assertThat(handOver.ask()).isEqualTo(Ask.PUBLISH);
        assertThat(handOver.rendering().title()).isEqualTo("Sortie");
        assertThat(handOver.rendering().html()).startsWith("<p>Sortie</p><p>marker:");
        assertThat(handOver.page()).isEqualTo(URI.create("https://paper.example/write?class=CM2+A"));
        assertThat(word(item)).isEqualTo(Word.BY_HAND);
        assertThat(world.run()).isEqualTo(new RunSummary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void it_is_confirmed_by_a_look_and_without_one_by_word() {
        ItemId seen = published("Vue");
        assertThat(desk().done(seen, 1, false)).isEqualTo(new Told.NotSo());
        assertThat(word(seen)).isEqualTo(Word.BY_HAND);
        ent.shown.put(marker(seen), "Vue");
        assertThat(desk().done(seen, 1, false)).isEqualTo(new Told.Done(How.SEEN));
        assertThat(world.streams.current(Item.FEATURE, seen.toString()).ref()).isEqualTo("/seen/1");
        ent.mayBeLookedAt = false;
        ItemId told = published("Dite");
        assertThat(desk().done(told, 1, false)).isEqualTo(new Told.Done(How.WORD));
        assertThat(word(told)).isEqualTo(Word.PUBLISHED);
        assertThat(desk().handOver(told)).isEmpty();
        assertThat(desk().done(told, 1, true)).isInstanceOf(Told.Refused.class);
    }

    @Test
    void a_look_that_fails_proves_nothing_and_she_may_insist() {
        ItemId item = published("En panne");
        ent.down = true;
        assertThat(desk().done(item, 1, false)).isInstanceOf(Told.LookFailed.class);
        assertThat(desk().done(item, 1, true)).isEqualTo(new Told.Done(How.WORD));
    }

    @Test
    void a_correction_and_a_withdrawal_come_back_to_her() {
        ItemId item = published("Faute");
        ent.shown.put(marker(item), "Faute");
        desk().done(item, 1, false);
        world.correct(communication(item), "Juste");
        world.run();
        HandOver correction = desk().handOver(item).orElseThrow();
        assertThat(correction.ask()).isEqualTo(Ask.CORRECT);
        assertThat(correction.rendering().title()).isEqualTo("Juste");
        desk().done(item, 2, false);
        assertThat(word(item)).isEqualTo(Word.PUBLISHED);
        world.withdraw(communication(item));
        world.run();
        assertThat(desk().handOver(item).orElseThrow().ask()).isEqualTo(Ask.REMOVE);
        assertThat(desk().done(item, 3, false)).isEqualTo(new Told.NotSo());
        ent.shown.clear();
        assertThat(desk().done(item, 3, false)).isEqualTo(new Told.Done(How.SEEN));
        assertThat(word(item)).isEqualTo(Word.WITHDRAWN);
    }

    @Test
    void what_she_never_published_needs_no_removing() {
        ItemId item = published("Jamais");
        world.withdraw(communication(item));
        world.run();
        assertThat(word(item)).isEqualTo(Word.WITHDRAWN);
    }

    @Test
    void what_is_declared_for_nobody_is_refused_and_not_left_to_a_person() {
        CommunicationId id = world.publish(
                "Mot",
                CommunicationKind.MESSAGE,
                Audience.ofClasses(world.classes.get(0)),
                world.clock.instant(),
                null);
        world.run();
        assertThat(world.engine().desk().items(id).get(0).word()).isEqualTo(Word.REFUSED);
    }

    @Test
    void what_a_leisure_centre_writes_is_for_its_own_people_and_reaches_no_school() {
        LeisureCentreId centre = new LeisureCentreId("CL-TOURNELLES");
        world.streams.send(CommandId.random(), new RegisterLeisureCentre(centre, "Centre des Tournelles"));
        world.streams.send(CommandId.random(), new OpenGroup(centre, "Les grands"));
        world.connect(DeliveryWorld.account("centre", centre), ent);
        world.connect(
                DeliveryWorld.account("direct", centre), new PaperConnector(world.ent, PaperConnector.Manner.DIRECT));
        assertThat(atTheCentre(centre, Audience.ofGroups("Les grands")))
                .containsExactly("Les grands BY_HAND", "Papier REFUSED");
        assertThat(atTheCentre(centre, Audience.wholePlace()))
                .containsExactly("Centre des Tournelles BY_HAND", "Papier REFUSED");
        assertThat(atTheCentre(centre, Audience.staffOnly())).containsExactly("Personnel BY_HAND", "Papier REFUSED");
        assertThat(world.ent.all()).isEmpty();
    }

    private List<String> atTheCentre(LeisureCentreId centre, Audience audience) {
        CommunicationId id = CommunicationId.random();
        world.streams.send(
                CommandId.random(),
                new WriteCommunication(
                        id, centre, null, audience, CommunicationKind.BLOG, "Sortie", "<p>Mercredi.</p>"));
        world.streams.send(CommandId.random(), new PublishCommunication(id, world.clock.instant()));
        world.run();
        return world.engine().desk().items(id).stream()
                .map(item -> item.destination() + " " + item.word())
                .toList();
    }

    @Test
    void a_town_may_have_people_publish_what_a_connector_could() {
        EntAccount account = new EntAccount(
                new AccountId("both", "service"),
                "both",
                "both",
                URI.create("https://paper.example"),
                Map.of(),
                false,
                Set.of(DeliveryWorld.SCHOOL),
                true,
                Map.of(),
                null);
        DeliveryWorld town = new DeliveryWorld(1);
        town.connect(account, new PaperConnector(town.ent, PaperConnector.Manner.DIRECT));
        CommunicationId id = town.publish("Par le protocole", town.classes.get(0));
        town.run();
        // Paper has no pages for people: what the town wants done by hand is refused, never written.
        assertThat(town.engine().desk().items(id).get(0).word()).isEqualTo(Word.REFUSED);
        assertThat(town.ent.all()).isEmpty();
    }

    private String marker(ItemId item) {
        return world.streams.current(Item.FEATURE, item.toString()).known().marker();
    }
}
