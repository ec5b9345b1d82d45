package fr.passerelle.ent.school;

import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.Controller;
import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.StateIndex;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolCommand.RenameSchool;
import fr.passerelle.ent.school.SchoolEvent.SchoolRegistered;
import fr.passerelle.ent.school.SchoolEvent.SchoolRenamed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A school as its events make it.
 *
 * @param school null only before it is registered
 * @param controller who answers for its data
 */
public record School(
        @Nullable Uai school,
        String name,
        @Nullable SchoolKind kind,
        @Nullable Controller controller) {

    /** How the store runs this feature; streams are {@code school/UAI}. */
    public static final Feature<SchoolCommand, SchoolEvent, School> FEATURE = new Feature<>(
            "school",
            SchoolCommand.class,
            command -> command.school().value(),
            new Rules(),
            School.class,
            school -> StateIndex.of("open"),
            Map.of(
                    SchoolRegistered.class, new EventType("school.registered", 1),
                    SchoolRenamed.class, new EventType("school.renamed", 1)),
            event -> event instanceof SchoolRegistered registered
                    ? List.of(new Claim.Take("uai", registered.school().value()))
                    : List.of(),
            PlaceReason.PLACE_EXISTS);

    private static final class Rules implements Decider<SchoolCommand, SchoolEvent, School> {
        @Override
        public School initial() {
            return new School(null, "", null, null);
        }

        @Override
        public Decision<SchoolEvent> decide(School state, SchoolCommand command) {
            if (command instanceof RegisterSchool register) {
                if (state.school != null) {
                    return Decision.refuse(PlaceReason.PLACE_EXISTS, "place", register.school());
                }
                return named(
                        register.name(),
                        new SchoolRegistered(
                                register.school(), register.name().strip(), register.kind(), Controller.DASEN));
            }
            RenameSchool rename = (RenameSchool) command;
            if (state.school == null) {
                return Decision.refuse(PlaceReason.UNKNOWN_PLACE, "place", rename.school());
            }
            return rename.name().strip().equals(state.name)
                    ? Decision.accept()
                    : named(rename.name(), new SchoolRenamed(rename.name().strip()));
        }

        private static Decision<SchoolEvent> named(String name, SchoolEvent event) {
            return PlaceReason.badPlaceName(name)
                    ? Decision.refuse(PlaceReason.BAD_PLACE_NAME)
                    : Decision.accept(event);
        }

        @Override
        public School evolve(School state, SchoolEvent event) {
            if (event instanceof SchoolRegistered registered) {
                return new School(registered.school(), registered.name(), registered.kind(), registered.controller());
            }
            SchoolRenamed renamed = (SchoolRenamed) event;
            return new School(state.school, renamed.name(), state.kind, state.controller);
        }
    }
}
