package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.delivery.PaperConnector.Manner;
import fr.passerelle.ent.delivery.PaperEnt.Mishap;
import fr.passerelle.ent.model.CommunicationId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever happens in whatever order: in the end every wish is true, once. */
class DeliveryProperties {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryProperties.class);
    private static final List<Mishap> EVERY_MISHAP = List.of(Mishap.values());
    private static final Map<Mishap, Integer> MISHAPS = new EnumMap<>(Mishap.class);
    private static final Set<Class<?>> EVENTS = new HashSet<>();
    /** A rival may take over while a slow request is still on its way: it leaves up to 80 s after its lease. */
    private static final Duration LATEST = PaperConnector.SETTLES_WITHIN.minusSeconds(80);

    private static int crashesAtWrites;

    @BeforeContainer
    static void count() {
        MISHAPS.clear();
        EVENTS.clear();
        crashesAtWrites = 0;
    }

    /** An empty run proves nothing: every mishap, every crash and every event of the ledger was met. */
    @AfterContainer
    static void everything_happened() {
        LOG.info("Interleavings: mishaps {}, crashes at ledger writes {}", MISHAPS, crashesAtWrites);
        assertThat(MISHAPS.keySet()).isEqualTo(EnumSet.allOf(Mishap.class));
        assertThat(crashesAtWrites).isPositive();
        Set<Class<?>> missing = new HashSet<>(Item.FEATURE.events().keySet());
        missing.removeAll(EVENTS);
        // Declined, accepted, parked and left to a person take other worlds; tests of their own tell them.
        assertThat(missing)
                .isSubsetOf(
                        ItemEvent.ItemDeclined.class,
                        ItemEvent.ItemAccepted.class,
                        ItemEvent.ItemParked.class,
                        ItemEvent.LeftToPerson.class);
    }

    private enum Kind {
        PUBLISH,
        CORRECT,
        WITHDRAW,
        ADVANCE,
        RUN,
        MISHAP,
        CRASH_BEFORE_WRITE,
        CRASH_AFTER_WRITE,
        RESTART,
        RETRY,
        LAG,
        RIVAL,
        CORRECT_DURING,
        WITHDRAW_DURING
    }

    /** One thing that happens; {@code n} says which or how much. */
    private record Happening(Kind kind, int n) {}

    @Provide
    Arbitrary<List<Happening>> stories() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(3, Kind.PUBLISH),
                Tuple.of(3, Kind.CORRECT),
                Tuple.of(1, Kind.WITHDRAW),
                Tuple.of(4, Kind.ADVANCE),
                Tuple.of(6, Kind.RUN),
                Tuple.of(8, Kind.MISHAP),
                Tuple.of(1, Kind.CRASH_BEFORE_WRITE),
                Tuple.of(1, Kind.CRASH_AFTER_WRITE),
                Tuple.of(1, Kind.RESTART),
                Tuple.of(1, Kind.RETRY),
                Tuple.of(1, Kind.LAG),
                Tuple.of(1, Kind.RIVAL),
                Tuple.of(2, Kind.CORRECT_DURING),
                Tuple.of(1, Kind.WITHDRAW_DURING));
        return Combinators.combine(kinds, Arbitraries.integers().between(0, 99))
                .as(Happening::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    @Property(tries = 1000)
    void in_the_end_each_wish_is_true_once_where_edits_make_drafts(@ForAll("stories") List<Happening> story) {
        live(new DeliveryWorld(LATEST, 2, Manner.DRAFTS), story);
    }

    @Property(tries = 1000)
    void in_the_end_each_wish_is_true_once_where_edits_overwrite(@ForAll("stories") List<Happening> story) {
        live(new DeliveryWorld(LATEST, 2, Manner.DIRECT), story);
    }

    private static void live(DeliveryWorld world, List<Happening> story) {
        story.forEach(happening -> {
            try {
                happen(world, happening.kind(), happening.n());
            } catch (Crash crash) {
                if ("at a ledger write".equals(crash.getMessage())) {
                    crashesAtWrites++;
                }
                world.restart();
            }
            neverTwice(world);
        });
        world.heal();
        world.assertEveryWishIsTrue();
        world.ent.mishaps().forEach((mishap, times) -> MISHAPS.merge(mishap, times, Integer::sum));
        EVENTS.addAll(world.streams.kindsOfEvents());
    }

    private static void happen(DeliveryWorld world, Kind kind, int n) {
        switch (kind) {
            case PUBLISH -> {
                if (n % 3 == 0) {
                    world.publish("Texte " + n, world.classes.get(0), world.classes.get(1));
                } else {
                    world.publish("Texte " + n, world.classes.get(n % 2));
                }
            }
            case CORRECT -> which(world, n).forEach(id -> world.correct(id, "Correction " + n));
            case WITHDRAW -> which(world, n).forEach(world::withdraw);
            case ADVANCE -> world.clock.advance(Duration.ofSeconds(1L + (long) n * n));
            case RUN -> world.run();
            case MISHAP -> world.ent.next(EVERY_MISHAP.get(n % EVERY_MISHAP.size()));
            case CRASH_BEFORE_WRITE -> world.crashAtWrite(n % 12, false);
            case CRASH_AFTER_WRITE -> world.crashAtWrite(n % 12, true);
            case RESTART -> world.restart();
            case RETRY ->
                world.items().stream()
                        .skip(n % 4)
                        .findFirst()
                        .ifPresent(
                                item -> world.engine().desk().retry(item.known().item()));
            case LAG -> world.streams.lag(n % 2 == 0);
            case RIVAL ->
                world.ent.during(() -> {
                    world.clock.advance(Duration.ofSeconds(2L * n));
                    world.newEngine().runDue();
                });
            case CORRECT_DURING ->
                world.ent.during(() -> which(world, n).forEach(id -> world.correct(id, "Pendant " + n)));
            case WITHDRAW_DURING -> world.ent.during(() -> which(world, n).forEach(world::withdraw));
        }
    }

    private static List<CommunicationId> which(DeliveryWorld world, int n) {
        List<CommunicationId> all = world.published;
        return all.isEmpty() ? List.of() : List.of(all.get(n % all.size()));
    }

    private static void neverTwice(DeliveryWorld world) {
        for (Item item : world.items()) {
            assertThat(world.ent.marked(item.known().marker()).size())
                    .as("objects of one item, at any moment")
                    .isLessThanOrEqualTo(1);
        }
    }
}
