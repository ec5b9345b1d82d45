package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.EraseCommunication;
import fr.passerelle.ent.delivery.Item.Status;
import fr.passerelle.ent.delivery.PaperConnector.Manner;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.CloseClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final DeliveryWorld world = new DeliveryWorld(3, Manner.DIRECT);

    private Communication communication(CommunicationId id) {
        return world.streams.current(Communication.FEATURE, id.toString());
    }

    private CommunicationId publish(CommunicationKind kind, Audience audience) {
        return world.publish("Piscine jeudi", kind, audience, world.clock.instant(), null);
    }

    private void close(ClassId id) {
        world.streams.send(CommandId.random(), new CloseClass(id));
    }

    @Test
    void a_place_means_all_its_open_classes() {
        close(world.classes.get(1));
        CommunicationId id = publish(CommunicationKind.BLOG, Audience.wholePlace());
        world.run();
        assertThat(world.items(id))
                .extracting(item -> item.known().destinationName())
                .containsExactly("CM2 A", "CM2 C");
        assertThat(communication(id).items()).isEqualTo(2);
    }

    @Test
    void a_class_that_is_closed_is_told_and_the_audience_is_not_widened() {
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0), world.classes.get(1));
        close(world.classes.get(1));
        assertThat(world.run()).isEqualTo(new RunSummary(1, 1, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(world.engine().desk().items(id))
                .satisfiesExactly(open -> assertThat(open.word()).isEqualTo(Word.PUBLISHED), closed -> {
                    assertThat(closed.word()).isEqualTo(Word.REFUSED);
                    assertThat(closed.destination()).isEqualTo("CM2 B");
                    assertThat(closed.cause())
                            .isEqualTo(FaultNote.of(PlaceReason.UNKNOWN_CLASS, "class", world.classes.get(1)));
                });

        CommunicationId nobody = world.publish("Cantine", world.classes.get(1));
        world.run();
        assertThat(world.item(nobody).status()).isEqualTo(Status.REFUSED);
        assertThat(world.ent.all()).hasSize(1);
    }

    @Test
    void what_a_profile_does_not_publish_is_one_refused_item_that_names_it() {
        for (CommunicationId id : List.of(
                publish(CommunicationKind.NEWS, Audience.ofClasses(world.classes.get(0))),
                publish(CommunicationKind.BLOG, Audience.staffOnly()))) {
            world.run();
            ItemView view = world.engine().desk().items(id).get(0);
            assertThat(view.word()).isEqualTo(Word.REFUSED);
            assertThat(view.sentence(Locale.ENGLISH).orElseThrow())
                    .isEqualTo(
                            "Papier (direct) cannot publish this for these readers: tell them another way. (ENT-414)");
            assertThat(world.engine().desk().settled(id)).isTrue();
            assertThat(world.item(id).known().destination()).isEqualTo(Route.UNSUPPORTED);
            world.withdraw(id);
            world.run();
            assertThat(world.engine().desk().settled(id)).isTrue();
        }
        assertThat(world.ent.requests()).isEmpty();
    }

    @Test
    void a_place_without_account_is_told() {
        DeliveryWorld alone = new DeliveryWorld(1);
        alone.connect(
                DeliveryWorld.account("other", new Uai("0770409B")), new PaperConnector(alone.ent, Manner.DIRECT));
        CommunicationId id = alone.publish("Piscine jeudi", alone.classes.get(0));
        assertThat(alone.engine().desk().concern(id)).isEmpty();
        alone.run();
        assertThat(alone.engine().desk().items(id)).isEmpty();
        assertThat(alone.engine().desk().concern(id))
                .contains(FaultNote.of(DeliveryReason.NO_ACCOUNT, "place", DeliveryWorld.SCHOOL));

        // Once there is one, the next correction goes there.
        alone.connect(DeliveryWorld.account("own", DeliveryWorld.SCHOOL), new PaperConnector(alone.ent, Manner.DIRECT));
        alone.correct(id, "Piscine vendredi");
        alone.run();
        alone.assertEveryWishIsTrue();
        assertThat(alone.ent.all()).hasSize(1);
        assertThat(alone.engine().desk().concern(id)).isEmpty();
    }

    @Test
    void each_account_of_a_place_gets_its_items() {
        world.connect(
                DeliveryWorld.account("second", DeliveryWorld.SCHOOL), new PaperConnector(world.ent, Manner.DRAFTS));
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0));
        world.run();
        assertThat(world.engine().desk().items(id))
                .extracting(view -> view.account().name())
                .containsExactly("direct", "second");
        world.assertEveryWishIsTrue();
        assertThat(world.ent.all()).hasSize(2);
    }

    @Test
    void a_correction_goes_where_the_publication_went() {
        CommunicationId id = publish(CommunicationKind.BLOG, Audience.wholePlace());
        world.run();
        world.openClass("CM2 D");
        world.correct(id, "Piscine vendredi");
        world.run();
        assertThat(world.items(id)).hasSize(3);
        world.assertEveryWishIsTrue();
    }

    @Test
    void planning_that_was_interrupted_is_done_again_without_twins() {
        for (int writes = 0; writes < 5; writes++) {
            for (boolean afterCommit : new boolean[] {false, true}) {
                DeliveryWorld fresh = new DeliveryWorld(3, Manner.DIRECT);
                CommunicationId id = fresh.publish("Piscine jeudi", fresh.classes.toArray(new ClassId[0]));
                fresh.crashAtWrite(writes, afterCommit);
                assertThatThrownBy(fresh::run).isInstanceOf(Crash.class);
                fresh.restart();
                fresh.runUntilSettled(Duration.ofDays(1));
                assertThat(fresh.items(id)).hasSize(3);
                fresh.assertEveryWishIsTrue();
                assertThat(fresh.ent.all()).hasSize(3);
            }
        }
    }

    @Test
    void what_is_to_appear_later_waits_and_what_has_an_end_is_taken_back() {
        Instant from = world.clock.instant().plus(Duration.ofHours(2));
        Instant until = from.plus(Duration.ofDays(3));
        CommunicationId id = world.publish(
                "Piscine jeudi", CommunicationKind.BLOG, Audience.ofClasses(world.classes.get(0)), from, until);
        world.run();
        assertThat(world.items(id)).isEmpty();
        assertThat(world.engine().nextDue()).hasValue(from);

        world.clock.advanceTo(from);
        world.run();
        assertThat(world.ent.all()).hasSize(1);
        assertThat(world.engine().nextDue()).hasValue(until);

        world.clock.advanceTo(until);
        world.run();
        assertThat(communication(id).status()).isEqualTo(Communication.Status.WITHDRAWN);
        world.assertEveryWishIsTrue();
        assertThat(world.ent.all()).isEmpty();
    }

    @Test
    void what_an_older_copy_still_showed_when_its_erasure_was_completed_is_taken_back() {
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0));
        world.run();
        assertThat(world.ent.all()).hasSize(1);

        world.vault.erased.add(id.subject());
        world.streams.send(CommandId.random(), new EraseCommunication(id, world.clock.instant()));
        world.run();
        assertThat(world.ent.all()).isEmpty();
        assertThat(world.items(id)).extracting(Item::status).containsExactly(Status.WITHDRAWN);
        assertThat(world.engine().desk().settled(id)).isTrue();
    }

    @Test
    void what_was_given_up_before_it_appeared_goes_nowhere() {
        CommunicationId id = world.publish(
                "Piscine jeudi",
                CommunicationKind.BLOG,
                Audience.ofClasses(world.classes.get(0)),
                world.clock.instant().plus(Duration.ofHours(2)),
                null);
        world.withdraw(id);
        world.clock.advance(Duration.ofDays(1));
        world.run();
        assertThat(world.items(id)).isEmpty();
        assertThat(world.engine().desk().settled(id)).isTrue();
        assertThat(world.engine().desk().concern(id)).isEmpty();
        assertThat(world.engine().nextDue()).isEmpty();
    }
}
