package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.delivery.ItemEvent.ItemAccepted;
import fr.passerelle.ent.delivery.ItemEvent.ItemDeferred;
import fr.passerelle.ent.delivery.ItemEvent.ItemRequested;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Work.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final Instant T0 = Instant.parse("2026-11-24T08:00:00Z");
    private static final Uai BIG = new Uai("0771369V");
    private static final Uai SMALL = new Uai("0770409B");

    /** An item of the communication that was to appear {@code age} seconds after T0. */
    private static Item item(PlaceId place, String destination, int age, ItemEvent... events) {
        Decider<ItemCommand, ItemEvent, Item> rules = Item.FEATURE.decider();
        Item state = rules.evolve(
                rules.initial(),
                new ItemRequested(
                        new ItemId(new UUID(destination.hashCode(), age)),
                        new CommunicationId(new UUID(age, 0)),
                        new AccountId("one", "service"),
                        place,
                        destination,
                        destination,
                        "marker",
                        CommunicationKind.BLOG,
                        1,
                        T0.plusSeconds(age),
                        T0));
        for (ItemEvent event : events) {
            state = rules.evolve(state, event);
        }
        return state;
    }

    private static ItemDeferred deferred(int seconds) {
        return new ItemDeferred(FaultNote.of(new Fault.Unreachable(null)), T0, T0.plusSeconds(seconds));
    }

    @Test
    void no_place_waits_for_the_pile_of_another() {
        Item a1 = item(BIG, "a", 1);
        Item a2 = item(BIG, "a", 2);
        Item b3 = item(BIG, "b", 3);
        Item c9 = item(SMALL, "c", 9);
        Agenda agenda = new Agenda(List.of(b3, c9, a2, a1));
        assertThat(agenda.fairly(Map.of())).containsExactly(a1, c9, a2, b3);
        assertThat(agenda.fairly(Map.of(BIG, 10L, SMALL, 3L))).containsExactly(c9, a1, a2, b3);
    }

    @Test
    void what_waits_behind_another_is_not_due_before_it() {
        Item waits = item(BIG, "a", 1, deferred(90));
        Item behind = item(BIG, "a", 2);
        assertThat(new Agenda(List.of(behind, waits)).nextDue()).hasValue(T0.plusSeconds(90));
        Item beside = item(BIG, "b", 3, deferred(30));
        assertThat(new Agenda(List.of(behind, waits, beside)).nextDue()).hasValue(T0.plusSeconds(30));
        assertThat(Agenda.empty().nextDue()).isEmpty();
    }

    @Test
    void what_the_ent_has_taken_holds_back_nobody() {
        Item taken = item(BIG, "a", 1, new ItemAccepted(Verb.PUBLISH, "p1", 1, T0, T0.plusSeconds(90)));
        Item behind = item(BIG, "a", 2, deferred(60));
        assertThat(new Agenda(List.of(taken, behind)).nextDue()).hasValue(T0.plusSeconds(60));
    }
}
