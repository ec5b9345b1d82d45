package fr.passerelle.ent.readiness;

import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.PlaceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about a place. A statement of the same day or a later one takes the place of the one before; an older
 * one is kept in the history only.
 */
public sealed interface ReadinessCommand extends Command {
    PlaceId place();

    /**
     * So many of a device are there and work.
     *
     * @param device one that {@link Topic#isEquipment}
     * @param count from 0
     * @param payer null where nobody says
     * @param provider null where nobody says
     */
    record CountEquipment(
            PlaceId place,
            Topic device,
            int count,
            @Nullable Party payer,
            @Nullable Party provider,
            LocalDate on,
            Source source)
            implements ReadinessCommand {}

    /**
     * So many of the staff were trained.
     *
     * @param trainer null where nobody says
     */
    record StateTraining(
            PlaceId place, int trained, int of, @Nullable Party trainer, LocalDate on, Source source)
            implements ReadinessCommand {}

    /** So many families have activated their account. */
    record StateFamilies(PlaceId place, int activated, int of, LocalDate on, Source source)
            implements ReadinessCommand {}

    /** How the internet is. */
    record StateInternet(PlaceId place, Internet internet, LocalDate on, Source source) implements ReadinessCommand {}

    /** Who repairs. */
    record StateMaintenance(PlaceId place, Party by, LocalDate on, Source source) implements ReadinessCommand {}

    /** Takes the last statement back: what it was about is unknown from now on. */
    record WithdrawStatement(PlaceId place, Topic topic) implements ReadinessCommand {}
}
