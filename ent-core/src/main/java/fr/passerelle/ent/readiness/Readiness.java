package fr.passerelle.ent.readiness;

import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.StateIndex;
import fr.passerelle.ent.readiness.ReadinessCommand.CountEquipment;
import fr.passerelle.ent.readiness.ReadinessCommand.StateFamilies;
import fr.passerelle.ent.readiness.ReadinessCommand.StateInternet;
import fr.passerelle.ent.readiness.ReadinessCommand.StateMaintenance;
import fr.passerelle.ent.readiness.ReadinessCommand.StateTraining;
import fr.passerelle.ent.readiness.ReadinessCommand.WithdrawStatement;
import fr.passerelle.ent.readiness.ReadinessEvent.EquipmentCounted;
import fr.passerelle.ent.readiness.ReadinessEvent.FamiliesActivated;
import fr.passerelle.ent.readiness.ReadinessEvent.InternetStated;
import fr.passerelle.ent.readiness.ReadinessEvent.MaintenanceStated;
import fr.passerelle.ent.readiness.ReadinessEvent.StaffTrained;
import fr.passerelle.ent.readiness.ReadinessEvent.Statement;
import fr.passerelle.ent.readiness.ReadinessEvent.StatementWithdrawn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds about a place: of each topic the newest statement, as it was made. What is not here is unknown.
 *
 * @param place null only before anybody said anything
 * @param equipment one for each device that was counted, in the order of {@link Topic}
 */
public record Readiness(
        @Nullable PlaceId place,
        List<EquipmentCounted> equipment,
        @Nullable StaffTrained training,
        @Nullable FamiliesActivated families,
        @Nullable InternetStated internet,
        @Nullable MaintenanceStated maintenance) {
    /** Most that is believed of a count. */
    public static final int MOST = 10_000;

    private static final Readiness UNKNOWN = new Readiness(null, List.of(), null, null, null, null);

    /** How the store runs this feature; streams are {@code readiness/PLACE}. */
    public static final Feature<ReadinessCommand, ReadinessEvent, Readiness> FEATURE = new Feature<>(
            "readiness",
            ReadinessCommand.class,
            command -> command.place().value(),
            new Rules(),
            Readiness.class,
            readiness -> StateIndex.of(readiness.statements().findAny().isPresent() ? "stated" : "unknown"),
            Map.of(
                    EquipmentCounted.class, new EventType("readiness.equipment-counted", 1),
                    StaffTrained.class, new EventType("readiness.staff-trained", 1),
                    FamiliesActivated.class, new EventType("readiness.families-activated", 1),
                    InternetStated.class, new EventType("readiness.internet-stated", 1),
                    MaintenanceStated.class, new EventType("readiness.maintenance-stated", 1),
                    StatementWithdrawn.class, new EventType("readiness.statement-withdrawn", 1)),
            event -> List.of(),
            ReadinessReason.NOTHING_STATED);

    public Readiness {
        equipment = List.copyOf(equipment);
    }

    /** What holds about a topic; empty where it is unknown. */
    public Optional<Statement> of(Topic topic) {
        return statements().filter(statement -> statement.topic() == topic).findFirst();
    }

    private Stream<Statement> statements() {
        return Stream.concat(
                equipment.stream(),
                Stream.of(
                                Optional.<Statement>ofNullable(training),
                                Optional.<Statement>ofNullable(families),
                                Optional.<Statement>ofNullable(internet),
                                Optional.<Statement>ofNullable(maintenance))
                        .flatMap(Optional::stream));
    }

    private Readiness with(PlaceId at, Topic topic, @Nullable Statement now) {
        return switch (topic) {
            case TRAINING -> new Readiness(at, equipment, (StaffTrained) now, families, internet, maintenance);
            case FAMILIES -> new Readiness(at, equipment, training, (FamiliesActivated) now, internet, maintenance);
            case INTERNET -> new Readiness(at, equipment, training, families, (InternetStated) now, maintenance);
            case MAINTENANCE -> new Readiness(at, equipment, training, families, internet, (MaintenanceStated) now);
            default -> {
                List<EquipmentCounted> counted = new ArrayList<>(equipment);
                counted.removeIf(before -> before.topic() == topic);
                if (now instanceof EquipmentCounted count) {
                    counted.add(count);
                }
                counted.sort(Comparator.comparing(EquipmentCounted::topic));
                yield new Readiness(at, counted, training, families, internet, maintenance);
            }
        };
    }

    private static final class Rules implements Decider<ReadinessCommand, ReadinessEvent, Readiness> {
        @Override
        public Readiness initial() {
            return UNKNOWN;
        }

        @Override
        public Decision<ReadinessEvent> decide(Readiness state, ReadinessCommand command) {
            if (command instanceof CountEquipment count) {
                if (!count.device().isEquipment()) {
                    throw new IllegalArgumentException(count.device() + " is no device that is counted.");
                }
                return count.count() < 0 || count.count() > MOST
                        ? unfit(count.count())
                        : stated(
                                state,
                                new EquipmentCounted(
                                        count.place(),
                                        count.device(),
                                        count.count(),
                                        count.payer(),
                                        count.provider(),
                                        count.on(),
                                        count.source()));
            }
            if (command instanceof StateTraining training) {
                return partOf(
                        state,
                        training.trained(),
                        training.of(),
                        new StaffTrained(
                                training.place(),
                                training.trained(),
                                training.of(),
                                training.trainer(),
                                training.on(),
                                training.source()));
            }
            if (command instanceof StateFamilies families) {
                return partOf(
                        state,
                        families.activated(),
                        families.of(),
                        new FamiliesActivated(
                                families.place(),
                                families.activated(),
                                families.of(),
                                families.on(),
                                families.source()));
            }
            if (command instanceof StateInternet internet) {
                return stated(
                        state,
                        new InternetStated(internet.place(), internet.internet(), internet.on(), internet.source()));
            }
            if (command instanceof StateMaintenance maintenance) {
                return stated(
                        state,
                        new MaintenanceStated(
                                maintenance.place(), maintenance.by(), maintenance.on(), maintenance.source()));
            }
            WithdrawStatement withdraw = (WithdrawStatement) command;
            return state.of(withdraw.topic()).isPresent()
                    ? Decision.accept(new StatementWithdrawn(withdraw.place(), withdraw.topic()))
                    : Decision.refuse(ReadinessReason.NOTHING_STATED, "place", withdraw.place());
        }

        private static Decision<ReadinessEvent> partOf(Readiness state, int part, int all, Statement statement) {
            if (part < 0 || all > MOST) {
                return unfit(part < 0 ? part : all);
            }
            return part > all || all == 0
                    ? Decision.refuse(
                            ReadinessReason.MORE_THAN_ALL,
                            Map.of("value", Integer.toString(part), "of", Integer.toString(all)))
                    : stated(state, statement);
        }

        private static Decision<ReadinessEvent> unfit(int value) {
            return Decision.refuse(
                    ReadinessReason.COUNT_UNFIT,
                    Map.of("value", Integer.toString(value), "limit", Integer.toString(MOST)));
        }

        private static Decision<ReadinessEvent> stated(Readiness state, Statement statement) {
            return state.of(statement.topic()).filter(statement::equals).isPresent()
                    ? Decision.accept()
                    : Decision.accept(statement);
        }

        @Override
        public Readiness evolve(Readiness state, ReadinessEvent event) {
            if (event instanceof Statement statement) {
                boolean older = state.of(statement.topic())
                        .filter(known -> known.on().isAfter(statement.on()))
                        .isPresent();
                return older ? state : state.with(statement.place(), statement.topic(), statement);
            }
            return state.with(event.place(), event.topic(), null);
        }
    }
}
