package fr.passerelle.ent.leisurecentre;

import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.CloseGroup;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.OpenGroup;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.RegisterLeisureCentre;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.RenameLeisureCentre;
import fr.passerelle.ent.leisurecentre.LeisureCentreEvent.GroupClosed;
import fr.passerelle.ent.leisurecentre.LeisureCentreEvent.GroupOpened;
import fr.passerelle.ent.leisurecentre.LeisureCentreEvent.LeisureCentreRegistered;
import fr.passerelle.ent.leisurecentre.LeisureCentreEvent.LeisureCentreRenamed;
import fr.passerelle.ent.model.Controller;
import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.StateIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A leisure centre as its events make it.
 *
 * @param centre null only before it is registered
 * @param controller who answers for its data: the town
 * @param groups the groups that can be written to, in the order in which they were opened
 */
public record LeisureCentre(
        @Nullable LeisureCentreId centre,
        String name,
        @Nullable Controller controller,
        List<String> groups) {

    /** How the store runs this feature; streams are {@code leisure-centre/ID}. */
    public static final Feature<LeisureCentreCommand, LeisureCentreEvent, LeisureCentre> FEATURE = new Feature<>(
            "leisure-centre",
            LeisureCentreCommand.class,
            command -> command.centre().value(),
            new Rules(),
            LeisureCentre.class,
            centre -> StateIndex.of("open"),
            Map.of(
                    LeisureCentreRegistered.class, new EventType("leisure-centre.registered", 1),
                    LeisureCentreRenamed.class, new EventType("leisure-centre.renamed", 1),
                    GroupOpened.class, new EventType("leisure-centre.group-opened", 1),
                    GroupClosed.class, new EventType("leisure-centre.group-closed", 1)),
            event -> List.of(),
            PlaceReason.PLACE_EXISTS);

    public LeisureCentre {
        groups = List.copyOf(groups);
    }

    private static final class Rules implements Decider<LeisureCentreCommand, LeisureCentreEvent, LeisureCentre> {
        @Override
        public LeisureCentre initial() {
            return new LeisureCentre(null, "", null, List.of());
        }

        @Override
        public Decision<LeisureCentreEvent> decide(LeisureCentre state, LeisureCentreCommand command) {
            if (command instanceof RegisterLeisureCentre register) {
                if (state.centre != null) {
                    return Decision.refuse(PlaceReason.PLACE_EXISTS, "place", register.centre());
                }
                return PlaceReason.badPlaceName(register.name())
                        ? Decision.refuse(PlaceReason.BAD_PLACE_NAME)
                        : Decision.accept(new LeisureCentreRegistered(
                                register.centre(), register.name().strip(), Controller.TOWN));
            }
            if (state.centre == null) {
                return Decision.refuse(PlaceReason.UNKNOWN_PLACE, "place", command.centre());
            }
            if (command instanceof RenameLeisureCentre rename) {
                String name = rename.name().strip();
                if (PlaceReason.badPlaceName(name)) {
                    return Decision.refuse(PlaceReason.BAD_PLACE_NAME);
                }
                return name.equals(state.name) ? Decision.accept() : Decision.accept(new LeisureCentreRenamed(name));
            }
            if (command instanceof OpenGroup open) {
                String name = open.name().strip();
                if (PlaceReason.badGroupName(name)) {
                    return Decision.refuse(PlaceReason.BAD_CLASS_NAME);
                }
                return state.groups.contains(name) ? Decision.accept() : Decision.accept(new GroupOpened(name));
            }
            String name = ((CloseGroup) command).name().strip();
            return state.groups.contains(name) ? Decision.accept(new GroupClosed(name)) : Decision.accept();
        }

        @Override
        public LeisureCentre evolve(LeisureCentre state, LeisureCentreEvent event) {
            if (event instanceof LeisureCentreRegistered registered) {
                return new LeisureCentre(registered.centre(), registered.name(), registered.controller(), state.groups);
            }
            if (event instanceof LeisureCentreRenamed renamed) {
                return new LeisureCentre(state.centre, renamed.name(), state.controller, state.groups);
            }
            List<String> groups = new ArrayList<>(state.groups);
            if (event instanceof GroupOpened opened) {
                groups.add(opened.name());
            } else if (event instanceof GroupClosed closed) {
                groups.remove(closed.name());
            }
            return new LeisureCentre(state.centre, state.name, state.controller, groups);
        }
    }
}
