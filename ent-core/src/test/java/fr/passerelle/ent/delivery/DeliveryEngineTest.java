package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.delivery.Item.Status;
import fr.passerelle.ent.delivery.PaperConnector.Manner;
import fr.passerelle.ent.delivery.PaperEnt.Mishap;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.spi.Fault.SignInNeeded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the engine does, told on an ENT on paper. */
class DeliveryEngineTest {
    private static final Duration DAYS = Duration.ofDays(30);

    private final DeliveryWorld world = new DeliveryWorld(3, Manner.DRAFTS);

    @Test
    void a_communication_to_two_classes_becomes_two_posts() {
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0), world.classes.get(1));

        assertThat(world.run()).isEqualTo(new RunSummary(2, 2, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(world.engine().desk().settled(id)).isTrue();
        world.assertEveryWishIsTrue();
        assertThat(world.ent.all()).hasSize(2);
        assertThat(world.run()).isEqualTo(new RunSummary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void a_correction_changes_the_post_and_a_withdrawal_removes_it() {
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0));
        world.run();
        world.correct(id, "Piscine vendredi");
        world.run();
        world.assertEveryWishIsTrue();
        assertThat(world.ent.all())
                .singleElement()
                .satisfies(post -> assertThat(post.content.title()).isEqualTo("Piscine vendredi"));

        world.withdraw(id);
        assertThat(world.run()).isEqualTo(new RunSummary(1, 1, 0, 0, 0, 0, 0, 0, 0, 0));
        world.assertEveryWishIsTrue();
        assertThat(world.item(id).status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void what_was_never_sent_is_taken_back_without_a_request() {
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0));
        world.ent.next(Mishap.UNREACHABLE);
        world.run();
        world.withdraw(id);
        world.run();
        assertThat(world.item(id).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(world.ent.requests()).hasSize(1);
    }

    @Test
    void a_lost_answer_is_resolved_and_never_resent() {
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0));
        world.ent.next(Mishap.CUT_AFTER);
        assertThat(world.run()).isEqualTo(new RunSummary(1, 0, 0, 1, 0, 0, 0, 0, 0, 0));
        assertThat(world.ent.requests())
                .extracting(request -> request.substring(0, request.indexOf(' ')))
                .containsExactly("create", "resolve", "share", "submit");
        assertThat(world.item(id).how()).isEqualTo(ItemEvent.How.ADOPTED);
        world.assertEveryWishIsTrue();
    }

    @Test
    void not_done_is_believed_only_after_the_settle_horizon() {
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0));
        world.ent.next(Mishap.CUT_BEFORE);
        Instant lost = world.clock.instant();
        assertThat(world.run()).isEqualTo(new RunSummary(1, 0, 0, 0, 0, 0, 0, 0, 1, 0));
        assertThat(world.engine().desk().items(id)).singleElement().satisfies(view -> {
            assertThat(view.word()).isEqualTo(Word.TO_CHECK);
            assertThat(view.sentence(Locale.FRENCH))
                    .hasValueSatisfying(sentence -> assertThat(sentence).endsWith("(ENT-401)"));
            assertThat(view.nextTry()).isAfter(lost);
        });
        while (world.ent.requests().stream()
                        .filter(request -> request.startsWith("create"))
                        .count()
                == 1) {
            world.clock.advanceTo(world.engine().nextDue().orElseThrow());
            world.run();
        }
        assertThat(world.clock.instant()).isEqualTo(lost.plus(PaperConnector.SETTLES_WITHIN));
        world.assertEveryWishIsTrue();
    }

    @Test
    void a_withdrawal_waits_until_a_lost_creation_is_resolved() {
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0));
        world.ent.next(Mishap.LATE);
        world.run();
        world.withdraw(id);
        world.run();
        assertThat(world.item(id).status()).isEqualTo(Status.UNKNOWN);
        world.runUntilSettled(DAYS);
        world.assertEveryWishIsTrue();
        assertThat(world.ent.requests()).anyMatch(request -> request.startsWith("delete"));
    }

    @Test
    void a_late_edit_never_undoes_a_newer_one() {
        DeliveryWorld direct = new DeliveryWorld(1, Manner.DIRECT);
        CommunicationId id = direct.publish("Piscine jeudi", direct.classes.get(0));
        direct.run();
        direct.correct(id, "Piscine vendredi");
        direct.ent.next(Mishap.LATE);
        direct.runUntilSettled(DAYS);
        direct.correct(id, "Piscine samedi");
        direct.runUntilSettled(DAYS);
        direct.clock.advance(DAYS);
        direct.ent.settle();
        direct.assertEveryWishIsTrue();
    }

    @Test
    void who_dies_between_intent_and_answer_is_succeeded_by_one_who_looks() {
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0));
        world.ent.next(Mishap.CRASH_AFTER);
        assertThatThrownBy(world::run).isInstanceOf(Crash.class);
        assertThat(world.item(id).status()).isEqualTo(Status.INTENDED);

        world.restart();
        assertThat(world.run()).isEqualTo(new RunSummary(1, 0, 0, 0, 0, 0, 1, 0, 0, 0));
        world.runUntilSettled(DAYS);
        world.assertEveryWishIsTrue();
        assertThat(world.item(id).how()).isEqualTo(ItemEvent.How.ADOPTED);
    }

    @Test
    void who_knows_that_the_other_is_gone_looks_at_once() {
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0));
        world.ent.next(Mishap.CRASH_AFTER);
        assertThatThrownBy(world::run).isInstanceOf(Crash.class);

        world.restart();
        world.engine().takeOver();
        assertThat(world.run()).isEqualTo(new RunSummary(1, 0, 0, 1, 0, 0, 0, 0, 0, 0));
        world.assertEveryWishIsTrue();
        assertThat(world.item(id).status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void of_two_engines_one_goes_on() {
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0));
        DeliveryEngine rival = world.newEngine();
        world.ent.during(() -> {
            assertThat(rival.runDue().planned()).isEqualTo(1);
            // The lease is over while the first engine's request is still under way: the rival takes it for dead.
            world.clock.advance(DeliveryWorld.STEP_TIMEOUT);
            rival.runDue();
        });
        world.run();
        world.runUntilSettled(DAYS);
        world.assertEveryWishIsTrue();
        assertThat(world.ent.requests())
                .filteredOn(request -> request.startsWith("create"))
                .hasSize(1);
        assertThat(world.item(id).status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void an_engine_that_slept_over_its_lease_sends_nothing() {
        world.publish("Piscine jeudi", world.classes.get(0));
        DeliveryEngine rival = world.newEngine();
        world.streams.subscribe(change -> {
            if (change.event() instanceof ItemEvent.StepIntended) {
                world.clock.advance(DeliveryWorld.STEP_TIMEOUT);
            }
        });
        world.run();
        assertThat(world.ent.requests())
                .filteredOn(request -> request.startsWith("create"))
                .isEmpty();
        rival.close();
    }

    @Test
    void a_later_communication_waits_for_an_earlier_one_at_its_destination_only() {
        CommunicationId first = world.publish("Premier", world.classes.get(0));
        world.clock.advance(Duration.ofSeconds(1));
        CommunicationId second = world.publish("Second", world.classes.get(0));
        CommunicationId elsewhere = world.publish("Ailleurs", world.classes.get(1));
        world.ent.next(Mishap.CUT_BEFORE);
        world.run();
        assertThat(world.item(first).status()).isEqualTo(Status.UNKNOWN);
        assertThat(world.item(second).status()).isEqualTo(Status.REQUESTED);
        assertThat(world.item(elsewhere).status()).isEqualTo(Status.CONFIRMED);

        world.runUntilSettled(DAYS);
        assertThat(world.ent.all())
                .extracting(post -> post.content.title())
                .containsExactly("Ailleurs", "Premier", "Second");
    }

    @Test
    void what_is_refused_holds_back_nobody_and_can_be_tried_again() {
        CommunicationId first = world.publish("Premier", world.classes.get(0));
        CommunicationId second = world.publish("Second", world.classes.get(0));
        world.ent.next(Mishap.FORBIDDEN);
        assertThat(world.run()).isEqualTo(new RunSummary(2, 1, 0, 0, 0, 0, 0, 0, 0, 1));
        assertThat(world.item(second).status()).isEqualTo(Status.CONFIRMED);
        ItemView refused = world.engine().desk().items(first).get(0);
        assertThat(refused.word()).isEqualTo(Word.REFUSED);
        assertThat(refused.sentence(Locale.ENGLISH).orElseThrow()).contains("blog.create", "(ENT-405)");

        world.engine().desk().retry(refused.item());
        world.run();
        world.assertEveryWishIsTrue();
    }

    @Test
    void what_was_asked_for_before_a_run_is_carried_by_it_however_far_queries_lag_behind() {
        CommunicationId id = world.publish("Premier", world.classes.get(0));
        world.ent.next(Mishap.FORBIDDEN);
        world.run();
        world.streams.lag(true);
        assertThat(world.engine().desk().redrive(id)).isOne();
        assertThat(world.run()).isEqualTo(new RunSummary(1, 1, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void an_account_whose_password_is_refused_is_tried_seldom_and_loses_nothing() {
        for (int number = 0; number < 5; number++) {
            world.publish("Nummer " + number, world.classes.get(number % 3));
        }
        world.ent.chance(() -> Mishap.REVOKED);
        assertThat(world.run().deferred()).isEqualTo(5);
        assertThat(world.ent.requests()).hasSize(1);
        Instant wrong = world.clock.instant();
        world.engine().runUntilSettled(Duration.ofDays(1), (until, seen) -> world.clock.advanceTo(until));
        assertThat(world.ent.requests()).hasSizeLessThanOrEqualTo(9);
        AccountView account = world.engine().accounts().get(0);
        assertThat(account.health().condition()).isEqualTo(AccountHealth.Condition.QUARANTINED);
        assertThat(account.health().until()).isAfter(wrong.plus(Duration.ofDays(1)));

        world.ent.calm();
        world.engine().check();
        world.runUntilSettled(DAYS);
        world.assertEveryWishIsTrue();
    }

    @Test
    void what_waits_untried_for_its_account_says_why_after_a_restart_too() {
        CommunicationId id = world.publish("Sortie", world.classes.get(0), world.classes.get(1));
        world.ent.next(Mishap.REVOKED);
        world.run();
        FaultNote refused = FaultNote.of(new SignInNeeded(SignInNeeded.Why.REVOKED));
        assertThat(world.engine().desk().items(id)).extracting(ItemView::cause).containsExactly(refused, refused);
        world.restart();
        assertThat(world.engine().desk().items(id)).extracting(ItemView::cause).containsExactly(refused, refused);
    }

    @Test
    void what_an_ent_asks_for_is_honoured() {
        world.publish("Piscine jeudi", world.classes.get(0));
        world.ent.next(Mishap.THROTTLED);
        Instant asked = world.clock.instant();
        world.run();
        assertThat(world.engine().nextDue()).hasValue(asked.plus(PaperConnector.THROTTLE));
    }

    @Test
    void a_host_that_is_down_for_three_days_costs_few_requests_and_no_communication() {
        for (int number = 0; number < 50; number++) {
            world.publish("Nummer " + number, world.classes.get(number % 3));
        }
        world.ent.chance(() -> Mishap.UNREACHABLE);
        world.engine().runUntilSettled(Duration.ofDays(3), (until, seen) -> world.clock.advanceTo(until));
        assertThat(world.items()).noneMatch(item -> item.status() == Status.REFUSED);
        assertThat(world.ent.requests()).hasSizeLessThan(1000);
        world.heal();
        world.assertEveryWishIsTrue();
        assertThat(world.ent.all()).hasSize(50);
    }

    @Test
    void two_objects_with_one_reference_are_for_a_person_to_look_at() {
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0));
        world.ent.next(Mishap.CUT_AFTER);
        world.ent.during(() -> {
            PaperEnt.Post post = world.ent.all().get(0);
            world.ent.create(post.wall, post.marker, post.content, List.of(), false);
        });
        assertThat(world.run()).isEqualTo(new RunSummary(1, 0, 0, 0, 0, 0, 0, 1, 0, 0));
        assertThat(world.engine().desk().items(id).get(0).word()).isEqualTo(Word.TO_CHECK);

        world.ent.delete(world.ent.all().get(1).id);
        world.heal();
        world.assertEveryWishIsTrue();
    }

    @Test
    void what_somebody_removed_on_the_ent_is_not_put_back_unasked() {
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0));
        world.run();
        world.ent.delete(world.ent.all().get(0).id);
        world.correct(id, "Piscine vendredi");
        assertThat(world.run().refused()).isEqualTo(1);
        assertThat(world.ent.all()).isEmpty();

        world.engine().desk().retry(world.item(id).known().item());
        world.run();
        world.assertEveryWishIsTrue();
    }

    @Test
    void a_moderated_publication_is_accepted_until_it_appears() {
        DeliveryWorld moderated = new DeliveryWorld(1, Manner.MODERATED);
        CommunicationId id = moderated.publish("Piscine jeudi", moderated.classes.get(0));
        assertThat(moderated.run()).isEqualTo(new RunSummary(1, 0, 0, 0, 1, 0, 0, 0, 0, 0));
        assertThat(moderated.engine().desk().items(id).get(0).word()).isEqualTo(Word.WAITING);
        CommunicationId next = moderated.publish("Cantine", moderated.classes.get(0));
        moderated.run();
        assertThat(moderated.item(next).status()).as("is not held back").isEqualTo(Status.ACCEPTED);

        moderated.ent.all().forEach(post -> post.published = true);
        moderated.runUntilSettled(Duration.ofHours(2));
        moderated.assertEveryWishIsTrue();

        moderated.correct(id, "Piscine vendredi");
        moderated.run();
        assertThat(moderated.item(id).status()).isEqualTo(Status.ACCEPTED);
        moderated.withdraw(id);
        moderated.run();
        moderated.assertEveryWishIsTrue();
    }

    @Test
    void what_a_profile_cannot_correct_or_take_back_is_refused_without_a_request() {
        DeliveryWorld stone = new DeliveryWorld(1, Manner.STONE);
        CommunicationId id = stone.publish("Piscine jeudi", stone.classes.get(0));
        stone.run();
        int requests = stone.ent.requests().size();
        stone.correct(id, "Piscine vendredi");
        stone.run();
        assertThat(stone.engine().desk().items(id).get(0).cause())
                .isEqualTo(FaultNote.of(DeliveryReason.CANNOT_EDIT, "profile", "Papier (stone)"));
        assertThat(stone.engine().desk().items(id).get(0).word()).isEqualTo(Word.REFUSED);
        stone.withdraw(id);
        stone.run();
        assertThat(stone.engine().desk().items(id).get(0).word()).isEqualTo(Word.BY_HAND);
        assertThat(stone.ent.requests()).hasSize(requests);
    }

    @Test
    void erased_content_is_not_published_and_can_still_be_taken_back() {
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0));
        world.vault.erased.add(id.subject());
        world.run();
        assertThat(world.item(id).fault()).isEqualTo(FaultNote.of(DeliveryReason.CONTENT_ERASED));
        assertThat(world.ent.requests()).isEmpty();

        CommunicationId shown = world.publish("Cantine", world.classes.get(0));
        world.run();
        world.vault.erased.add(shown.subject());
        world.withdraw(shown);
        world.run();
        assertThat(world.item(shown).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(world.ent.all()).isEmpty();
    }

    @Test
    void items_of_an_account_that_is_gone_are_handed_to_a_person() {
        CommunicationId id = world.publish("Piscine jeudi", world.classes.get(0));
        world.ent.next(Mishap.CRASH_AFTER);
        assertThatThrownBy(world::run).isInstanceOf(Crash.class);
        Connection connection = world.connections().get(0);
        world.disconnect(connection.account().id());
        world.runUntilSettled(DAYS);
        assertThat(world.item(id).status()).isEqualTo(Status.PARKED);
        assertThat(world.engine().desk().items(id).get(0).word()).isEqualTo(Word.TO_CHECK);

        world.connect(connection.account(), connection.connector());
        world.heal();
        world.assertEveryWishIsTrue();
    }

    @Test
    void a_connector_that_throws_is_our_fault_and_does_not_stop_the_others() {
        DeliveryWorld broken = new DeliveryWorld(1, Manner.DIRECT);
        broken.connect(DeliveryWorld.account("broken", DeliveryWorld.SCHOOL), new BrokenConnector());
        broken.publish("Piscine jeudi", broken.classes.get(0));
        RunSummary summary = broken.run();
        assertThat(summary.applied()).isEqualTo(1);
        assertThat(summary.unknown()).isEqualTo(1);
        assertThat(broken.items())
                .filteredOn(item -> item.status() == Status.UNKNOWN)
                .singleElement()
                .satisfies(item -> assertThat(item.fault())
                        .isEqualTo(new FaultNote(
                                "ENT-408",
                                Map.of("path", "create", "expected", "an outcome", "got", "IllegalStateException"))));
    }
}
