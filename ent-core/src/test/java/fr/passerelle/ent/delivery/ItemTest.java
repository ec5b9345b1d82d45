package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.delivery.Item.Status;
import fr.passerelle.ent.delivery.ItemCommand.ConfirmItem;
import fr.passerelle.ent.delivery.ItemCommand.DeferItem;
import fr.passerelle.ent.delivery.ItemCommand.IntendStep;
import fr.passerelle.ent.delivery.ItemCommand.OfEngine;
import fr.passerelle.ent.delivery.ItemCommand.ParkItem;
import fr.passerelle.ent.delivery.ItemCommand.RecordAcceptance;
import fr.passerelle.ent.delivery.ItemCommand.RecordFinding;
import fr.passerelle.ent.delivery.ItemCommand.RecordLoss;
import fr.passerelle.ent.delivery.ItemCommand.RecordProgress;
import fr.passerelle.ent.delivery.ItemCommand.RecordWithdrawal;
import fr.passerelle.ent.delivery.ItemCommand.RefuseItem;
import fr.passerelle.ent.delivery.ItemCommand.RequestItem;
import fr.passerelle.ent.delivery.ItemCommand.RequestRevision;
import fr.passerelle.ent.delivery.ItemCommand.RetryItem;
import fr.passerelle.ent.delivery.ItemCommand.TellItem;
import fr.passerelle.ent.delivery.ItemEvent.Finding;
import fr.passerelle.ent.delivery.ItemEvent.How;
import fr.passerelle.ent.delivery.ItemEvent.ItemAccepted;
import fr.passerelle.ent.delivery.ItemEvent.ItemConfirmed;
import fr.passerelle.ent.delivery.ItemEvent.ItemDeclined;
import fr.passerelle.ent.delivery.ItemEvent.ItemDeferred;
import fr.passerelle.ent.delivery.ItemEvent.ItemParked;
import fr.passerelle.ent.delivery.ItemEvent.ItemRefused;
import fr.passerelle.ent.delivery.ItemEvent.ItemRequested;
import fr.passerelle.ent.delivery.ItemEvent.ItemRetried;
import fr.passerelle.ent.delivery.ItemEvent.ItemWithdrawn;
import fr.passerelle.ent.delivery.ItemEvent.LeftToPerson;
import fr.passerelle.ent.delivery.ItemEvent.RevisionRequested;
import fr.passerelle.ent.delivery.ItemEvent.StepIntended;
import fr.passerelle.ent.delivery.ItemEvent.StepLost;
import fr.passerelle.ent.delivery.ItemEvent.StepProgressed;
import fr.passerelle.ent.delivery.ItemEvent.StepResolved;
import fr.passerelle.ent.delivery.ItemEvent.Wish;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Scenario;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Work.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class ItemTest {
    private static final Instant T0 = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant LEASE = T0.plus(Duration.ofMinutes(2));
    private static final Instant SETTLED = T0.plus(Duration.ofMinutes(5));
    private static final Instant LATER = T0.plus(Duration.ofMinutes(1));
    private static final ItemId ITEM = new ItemId(new UUID(1, 2));
    private static final FaultNote FAULT = FaultNote.of(new Fault.Unreachable(null));
    private static final FaultNote GONE = FaultNote.of(new Fault.Gone());

    private static final ItemRequested REQUESTED = new ItemRequested(
            ITEM,
            new CommunicationId(new UUID(3, 4)),
            new AccountId("one", "service"),
            new Uai("0771369V"),
            "class/1",
            "CM2 B",
            "7K3F-9Q2M-XW4T",
            CommunicationKind.BLOG,
            1,
            T0,
            T0);
    private static final StepIntended INTENDED = intended(Effect.ONCE, Verb.PUBLISH, 1);
    private static final StepLost LOST = new StepLost("create", FAULT, T0, SETTLED, T0, LATER);
    private static final StepProgressed CREATED = new StepProgressed("create", Map.of("post", "p1"), T0);
    private static final RevisionRequested CORRECTED = new RevisionRequested(2, Wish.PUBLISHED, T0);
    private static final RevisionRequested TAKEN_BACK = new RevisionRequested(2, Wish.WITHDRAWN, T0);
    private static final LeftToPerson LEFT_TO_PERSON = new LeftToPerson(T0);
    private static final ItemConfirmed CONFIRMED = new ItemConfirmed("p1", 1, How.APPLIED, T0);

    /** One of each, in an order that makes sense. */
    static final List<ItemEvent> EVERY_EVENT = List.of(
            REQUESTED,
            INTENDED,
            LOST,
            new StepResolved("create", Finding.HAPPENED, Map.of("post", "p1"), T0, T0),
            CREATED,
            CONFIRMED,
            CORRECTED,
            new ItemDeferred(FAULT, T0, LATER),
            new ItemRetried(T0),
            new ItemAccepted(Verb.EDIT, "p1", 2, T0, LATER),
            new ItemRefused(2, FAULT, T0),
            new ItemParked(2, FAULT, T0),
            new RevisionRequested(3, Wish.WITHDRAWN, T0),
            new ItemWithdrawn(How.APPLIED, T0),
            new ItemDeclined(FAULT, T0),
            LEFT_TO_PERSON);

    private static StepIntended intended(Effect effect, Verb verb, int revision) {
        return new StepIntended("create", effect, verb, revision, "hash", T0, LEASE);
    }

    private static Scenario<ItemCommand, ItemEvent, Item> item(ItemEvent... events) {
        return Scenario.of(Item.FEATURE).given(REQUESTED).given(events);
    }

    private static IntendStep intend(int turn, int revision) {
        return new IntendStep(ITEM, turn, "create", Effect.ONCE, Verb.PUBLISH, revision, "hash", T0, LEASE);
    }

    private static RequestItem request(int revision, @Nullable FaultNote declined) {
        return new RequestItem(
                ITEM,
                REQUESTED.communication(),
                REQUESTED.account(),
                REQUESTED.place(),
                "class/1",
                "CM2 B",
                "7K3F-9Q2M-XW4T",
                CommunicationKind.BLOG,
                revision,
                T0,
                T0,
                false,
                declined);
    }

    @Test
    void an_item_is_requested_once() {
        Scenario.of(Item.FEATURE).when(request(1, null)).then(REQUESTED);
        item().when(request(1, null)).thenNothing();
        item().when(request(2, null)).then(CORRECTED);
        assertThat(item().state().dueAt()).isEqualTo(T0);
    }

    @Test
    void what_can_never_go_this_way_is_refused_at_once_and_for_good() {
        Scenario.of(Item.FEATURE).when(request(1, FAULT)).then(REQUESTED, new ItemDeclined(FAULT, T0));
        var declined = item(new ItemDeclined(FAULT, T0));
        assertThat(declined.state().settled()).isTrue();
        declined.when(new RequestRevision(ITEM, 2, Wish.WITHDRAWN, T0)).thenNothing();
        declined.when(new RetryItem(ITEM, T0)).thenRefused(DeliveryReason.DECLINED);
    }

    @Test
    void an_unknown_item_takes_no_command() {
        Scenario.of(Item.FEATURE).when(new RetryItem(ITEM, T0)).thenRefused(DeliveryReason.UNKNOWN_ITEM);
        Scenario.of(Item.FEATURE)
                .when(new RequestRevision(ITEM, 2, Wish.PUBLISHED, T0))
                .thenRefused(DeliveryReason.UNKNOWN_ITEM);
        Scenario.of(Item.FEATURE).when(intend(0, 1)).thenRefused(DeliveryReason.UNKNOWN_ITEM);
    }

    @Test
    void a_newer_revision_is_wished_and_an_older_one_changes_nothing() {
        item().when(new RequestRevision(ITEM, 2, Wish.WITHDRAWN, T0)).then(TAKEN_BACK);
        item(CORRECTED).when(new RequestRevision(ITEM, 2, Wish.PUBLISHED, T0)).thenNothing();
        item(CORRECTED).when(new RequestRevision(ITEM, 1, Wish.PUBLISHED, T0)).thenNothing();
    }

    @Test
    void a_step_is_intended_for_the_newest_revision_while_none_is_open() {
        item().when(intend(0, 1)).then(INTENDED);
        item(CORRECTED).when(intend(0, 1)).thenRefused(DeliveryReason.STALE);
        item(INTENDED).when(intend(1, 1)).thenRefused(DeliveryReason.UNRESOLVED);
        item(INTENDED, LOST).when(intend(2, 1)).thenRefused(DeliveryReason.UNRESOLVED);
    }

    /** Each entry in a ledger that would take it, were it not a turn late. */
    static final List<OfEngine> EVERY_ENTRY = List.of(
            intend(7, 1),
            new RecordProgress(ITEM, 7, "create", Map.of(), T0),
            new RecordLoss(ITEM, 7, FAULT, T0, SETTLED, T0, T0),
            new RecordFinding(ITEM, 7, Finding.HAPPENED, Map.of(), T0, T0),
            new ConfirmItem(ITEM, 7, "p1", 1, How.APPLIED, T0),
            new RecordAcceptance(ITEM, 7, Verb.PUBLISH, "p1", 1, T0, LATER),
            new DeferItem(ITEM, 7, FAULT, T0, LATER),
            new RefuseItem(ITEM, 7, 1, FAULT, T0),
            new ParkItem(ITEM, 7, 1, FAULT, T0),
            new RecordWithdrawal(ITEM, 7, How.APPLIED, T0));

    @ParameterizedTest
    @FieldSource("EVERY_ENTRY")
    void whoever_is_a_turn_behind_writes_nothing(OfEngine entry) {
        for (Scenario<ItemCommand, ItemEvent, Item> ledger :
                List.of(item(), item(INTENDED), item(INTENDED, LOST), item(TAKEN_BACK))) {
            ledger.when(entry).thenRefused(DeliveryReason.STALE);
        }
    }

    @Test
    void what_came_of_a_step_is_written_down() {
        item(INTENDED)
                .when(new RecordProgress(ITEM, 1, "create", Map.of("post", "p1"), T0))
                .then(CREATED);
        item(INTENDED).when(new ConfirmItem(ITEM, 1, "p1", 1, How.APPLIED, T0)).then(CONFIRMED);
        item(INTENDED)
                .when(new RecordAcceptance(ITEM, 1, Verb.PUBLISH, "p1", 1, T0, LATER))
                .then(new ItemAccepted(Verb.PUBLISH, "p1", 1, T0, LATER));
        item(INTENDED).when(new DeferItem(ITEM, 1, FAULT, T0, LATER)).then(new ItemDeferred(FAULT, T0, LATER));
        item(INTENDED).when(new RefuseItem(ITEM, 1, 1, FAULT, T0)).then(new ItemRefused(1, FAULT, T0));
        item(INTENDED).when(new ParkItem(ITEM, 1, 1, FAULT, T0)).then(new ItemParked(1, FAULT, T0));
        item(INTENDED)
                .when(new RecordLoss(ITEM, 1, FAULT, T0, SETTLED, T0, LATER))
                .then(LOST);
        item(TAKEN_BACK, intended(Effect.REPEATABLE, Verb.WITHDRAW, 2))
                .when(new RecordWithdrawal(ITEM, 1, How.APPLIED, T0))
                .then(new ItemWithdrawn(How.APPLIED, T0));
    }

    @Test
    void a_withdrawal_is_recorded_only_where_one_is_wished() {
        item(INTENDED).when(new RecordWithdrawal(ITEM, 1, How.APPLIED, T0)).thenRefused(DeliveryReason.STALE);
    }

    @Test
    void a_loss_needs_a_step_that_is_open() {
        item().when(new RecordLoss(ITEM, 0, FAULT, T0, SETTLED, T0, T0)).thenRefused(DeliveryReason.STALE);
        item(INTENDED, LOST)
                .when(new RecordLoss(ITEM, 2, FAULT, T0, SETTLED, T0, T0))
                .thenRefused(DeliveryReason.STALE);
    }

    @Test
    void a_settled_item_takes_no_entry() {
        item(INTENDED, CONFIRMED).when(intend(2, 1)).thenRefused(DeliveryReason.STALE);
    }

    @Test
    void only_a_look_or_a_person_ends_an_unknown_outcome() {
        var unknown = item(INTENDED, LOST);
        unknown.when(new ConfirmItem(ITEM, 2, "p1", 1, How.APPLIED, T0)).thenRefused(DeliveryReason.UNRESOLVED);
        unknown.when(new RefuseItem(ITEM, 2, 1, FAULT, T0)).thenRefused(DeliveryReason.UNRESOLVED);
        unknown.when(new RecordProgress(ITEM, 2, "create", Map.of(), T0)).thenRefused(DeliveryReason.UNRESOLVED);
        unknown.when(new RecordFinding(ITEM, 2, Finding.HAPPENED, Map.of("post", "p1"), T0, T0))
                .then(new StepResolved("create", Finding.HAPPENED, Map.of("post", "p1"), T0, T0));
        unknown.when(new ParkItem(ITEM, 2, 1, FAULT, T0)).then(new ItemParked(1, FAULT, T0));
        item(INTENDED)
                .when(new RecordFinding(ITEM, 1, Finding.HAPPENED, Map.of(), T0, T0))
                .thenRefused(DeliveryReason.STALE);
    }

    @Test
    void not_done_is_believed_from_the_settle_horizon_on() {
        Instant early = SETTLED.minusNanos(1);
        item(INTENDED, LOST)
                .when(new RecordFinding(ITEM, 2, Finding.NOT_DONE, Map.of(), early, early))
                .thenRefused(DeliveryReason.UNRESOLVED);
        item(INTENDED, LOST)
                .when(new RecordFinding(ITEM, 2, Finding.NOT_DONE, Map.of(), SETTLED, SETTLED))
                .then(new StepResolved("create", Finding.NOT_DONE, Map.of(), SETTLED, SETTLED));
    }

    @Test
    void a_person_tries_again_what_does_not_go_on_by_itself() {
        ItemRetried retried = new ItemRetried(LATER);
        item(new ItemDeferred(FAULT, T0, LATER))
                .when(new RetryItem(ITEM, LATER))
                .then(retried);
        item(new ItemRefused(1, FAULT, T0)).when(new RetryItem(ITEM, LATER)).then(retried);
        item(new ItemParked(1, FAULT, T0)).when(new RetryItem(ITEM, LATER)).then(retried);
        item(INTENDED, LOST).when(new RetryItem(ITEM, LATER)).thenNothing();
        item(CONFIRMED).when(new RetryItem(ITEM, LATER)).thenNothing();
        Item again = item(INTENDED, LOST, new ItemParked(1, FAULT, T0), retried).state();
        assertThat(again.status()).isEqualTo(Status.UNKNOWN);
        assertThat(again.dueAt()).isEqualTo(LATER);
        assertThat(again.attempts()).isZero();
    }

    @Test
    void what_was_removed_on_the_ent_is_published_anew_only_when_a_person_wishes() {
        Item refused = item(CREATED, CONFIRMED, CORRECTED, new ItemRefused(2, GONE, T0))
                .state();
        assertThat(refused.verb()).isEqualTo(Verb.EDIT);
        Item again = item(CREATED, CONFIRMED, CORRECTED, new ItemRefused(2, GONE, T0), new ItemRetried(T0))
                .state();
        assertThat(again.verb()).isEqualTo(Verb.PUBLISH);
        assertThat(again.progress()).isEmpty();
    }

    @Test
    void a_correction_between_two_steps_is_not_counted_as_shown() {
        var between = item(INTENDED, CREATED, CORRECTED, intended(Effect.REPEATABLE, Verb.PUBLISH, 2));
        between.when(new ConfirmItem(ITEM, 3, "p1", 2, How.APPLIED, T0)).then(CONFIRMED);
        Item open = between.given(CONFIRMED).state();
        assertThat(open.status()).isEqualTo(Status.REQUESTED);
        assertThat(open.verb()).isEqualTo(Verb.EDIT);
    }

    @Test
    void what_was_found_after_a_lost_answer_is_adopted() {
        StepResolved happened = new StepResolved("create", Finding.HAPPENED, Map.of("post", "p1"), T0, T0);
        item(INTENDED, LOST, happened)
                .when(new ConfirmItem(ITEM, 3, "p1", 1, How.ALREADY, T0))
                .then(new ItemConfirmed("p1", 1, How.ADOPTED, T0));
        item(INTENDED, CREATED)
                .when(new ConfirmItem(ITEM, 2, "p1", 1, How.ALREADY, T0))
                .then(new ItemConfirmed("p1", 1, How.APPLIED, T0));
        item().when(new ConfirmItem(ITEM, 0, "p1", 1, How.ALREADY, T0))
                .then(new ItemConfirmed("p1", 1, How.ALREADY, T0));
    }

    @Test
    void a_newer_revision_waits_until_a_repeatable_step_of_an_older_one_has_settled() {
        StepIntended repeatable = intended(Effect.REPEATABLE, Verb.EDIT, 1);
        assertThat(item(repeatable, LOST).state().dueAt()).isEqualTo(LATER);
        assertThat(item(repeatable, LOST, CORRECTED).state().dueAt()).isEqualTo(SETTLED);
        assertThat(item(repeatable, LOST, TAKEN_BACK).state().dueAt()).isEqualTo(SETTLED);
        assertThat(item(repeatable, CORRECTED, LOST).state().dueAt()).isEqualTo(SETTLED);
        assertThat(item(repeatable, LOST, CONFIRMED, CORRECTED).state().dueAt()).isEqualTo(SETTLED);
        assertThat(item(repeatable, LOST, new ItemParked(1, FAULT, T0), CORRECTED, new ItemRetried(T0))
                        .state()
                        .dueAt())
                .isEqualTo(SETTLED);
    }

    @Test
    void a_revision_that_comes_while_a_step_is_open_leaves_the_step_its_time() {
        assertThat(item(INTENDED, CORRECTED).state().dueAt()).isEqualTo(LEASE);
        assertThat(item(INTENDED, LOST, CORRECTED).state().dueAt()).isEqualTo(LATER);
        assertThat(item(INTENDED, LOST, new ItemParked(1, FAULT, T0), CORRECTED).state())
                .satisfies(state -> assertThat(state.status()).isEqualTo(Status.UNKNOWN))
                .satisfies(state -> assertThat(state.dueAt()).isEqualTo(T0));
    }

    @Test
    void a_refusal_of_an_older_revision_does_not_end_the_newer_one() {
        Item open = item(INTENDED, CORRECTED, new ItemRefused(1, FAULT, T0)).state();
        assertThat(open.status()).isEqualTo(Status.REQUESTED);
        assertThat(item(INTENDED, LOST, CORRECTED, new ItemParked(1, FAULT, T0))
                        .state()
                        .status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void handles_are_merged_and_an_empty_text_removes_one() {
        Item state = item(CREATED, new StepProgressed("share", Map.of("shared", "1", "post", ""), T0))
                .state();
        assertThat(state.progress()).isEqualTo(Map.of("shared", "1"));
    }

    private static TellItem tell(boolean done, int revision, Instant at) {
        return new TellItem(ITEM, done, How.WORD, "", revision, at);
    }

    @Test
    void what_is_left_to_a_person_is_settled_by_her_word() {
        assertThat(item(LEFT_TO_PERSON).state().settled()).isTrue();
        assertThat(word(LEFT_TO_PERSON)).isEqualTo(Word.BY_HAND);
        ItemConfirmed hers = new ItemConfirmed("", 1, How.WORD, LATER);
        item(LEFT_TO_PERSON).when(tell(true, 1, LATER)).then(hers);
        item(LEFT_TO_PERSON).when(tell(false, 1, LATER)).thenNothing();
        assertThat(word(LEFT_TO_PERSON, hers)).isEqualTo(Word.PUBLISHED);
    }

    @Test
    void a_person_confirms_the_revision_that_she_was_shown() {
        ItemConfirmed older = new ItemConfirmed("", 1, How.WORD, LATER);
        item(LEFT_TO_PERSON, CORRECTED).when(tell(true, 1, LATER)).then(older);
        assertThat(word(LEFT_TO_PERSON, CORRECTED, older)).isEqualTo(Word.BY_HAND);
        assertThat(item(LEFT_TO_PERSON, CORRECTED, older).state().settled()).isTrue();
    }

    @Test
    void what_no_person_published_is_taken_back_at_once_and_what_one_did_waits_for_her() {
        RequestRevision takeBack = new RequestRevision(ITEM, 2, Wish.WITHDRAWN, T0);
        item(LEFT_TO_PERSON).when(takeBack).then(TAKEN_BACK, new ItemWithdrawn(How.ALREADY, T0));
        ItemConfirmed hers = new ItemConfirmed("", 1, How.SEEN, T0);
        item(LEFT_TO_PERSON, hers).when(takeBack).then(TAKEN_BACK);
        item(LEFT_TO_PERSON, hers, TAKEN_BACK).when(tell(true, 2, LATER)).then(new ItemWithdrawn(How.WORD, LATER));
    }

    @Test
    void a_person_tells_what_nobody_can_look_for() {
        ItemParked untold = new ItemParked(1, FaultNote.of(DeliveryReason.CANNOT_TELL), T0);
        item(INTENDED, LOST, untold).when(tell(true, 1, LATER)).then(new ItemConfirmed("", 1, How.WORD, LATER));
        item(INTENDED, LOST, untold)
                .when(tell(false, 1, SETTLED))
                .then(new StepResolved("create", Finding.NOT_DONE, Map.of(), SETTLED, SETTLED));
        item(INTENDED, LOST, untold).when(tell(false, 1, LATER)).thenRefused(DeliveryReason.UNRESOLVED);
    }

    @Test
    void a_person_tells_nothing_of_what_a_connector_must_find_itself() {
        item(INTENDED, LOST, new ItemParked(1, FAULT, T0))
                .when(tell(true, 1, LATER))
                .thenRefused(DeliveryReason.NOT_HERS_TO_TELL);
        item(new ItemParked(1, FAULT, T0)).when(tell(true, 1, LATER)).thenRefused(DeliveryReason.NOT_HERS_TO_TELL);
        item(CONFIRMED).when(tell(true, 1, LATER)).thenRefused(DeliveryReason.NOT_HERS_TO_TELL);
    }

    @Test
    void what_no_protocol_takes_back_a_person_may_have_removed() {
        item(CONFIRMED, TAKEN_BACK, new ItemRefused(2, FAULT, T0))
                .when(tell(true, 2, LATER))
                .then(new ItemWithdrawn(How.WORD, LATER));
    }

    @Test
    void people_read_six_words() {
        assertThat(word()).isEqualTo(Word.WAITING);
        assertThat(word(INTENDED)).isEqualTo(Word.WAITING);
        assertThat(word(INTENDED, LOST)).isEqualTo(Word.TO_CHECK);
        assertThat(word(new ItemAccepted(Verb.PUBLISH, "p1", 1, T0, LATER))).isEqualTo(Word.WAITING);
        assertThat(word(CONFIRMED)).isEqualTo(Word.PUBLISHED);
        assertThat(word(new ItemRefused(1, FAULT, T0))).isEqualTo(Word.REFUSED);
        assertThat(word(new ItemParked(1, FAULT, T0))).isEqualTo(Word.BY_HAND);
        assertThat(word(INTENDED, LOST, new ItemParked(1, FAULT, T0))).isEqualTo(Word.TO_CHECK);
        assertThat(word(CONFIRMED, TAKEN_BACK, new ItemRefused(2, FAULT, T0))).isEqualTo(Word.BY_HAND);
        assertThat(word(TAKEN_BACK, new ItemWithdrawn(How.ALREADY, T0))).isEqualTo(Word.WITHDRAWN);
        assertThat(Stream.of(Word.values()).map(word -> word.label(Locale.FRENCH)))
                .containsExactly("en attente", "publié", "retiré", "refusé", "à vérifier", "à faire à la main");
    }

    private static Word word(ItemEvent... events) {
        return Word.of(item(events).state());
    }

    @Test
    void every_event_and_state_survives_json() {
        JsonMapper json = new JsonMapper();
        Item state = Item.FEATURE.decider().initial();
        for (ItemEvent event : EVERY_EVENT) {
            assertThat(json.readValue(json.writeValueAsString(event), event.getClass()))
                    .isEqualTo(event);
            state = Item.FEATURE.decider().evolve(state, event);
            assertThat(json.readValue(json.writeValueAsString(state), Item.class))
                    .isEqualTo(state);
        }
        Set<Class<?>> met = EVERY_EVENT.stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(met).isEqualTo(Item.FEATURE.events().keySet());
    }
}
