package fr.passerelle.ent.referent;

import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import java.time.LocalDate;

/** What can be asked about the referent of a place. */
public sealed interface ReferentCommand extends Command {
    PlaceId place();

    /** Names the referent of a place that has none. One person may hold several places. */
    record AppointReferent(PlaceId place, PersonId person, LocalDate since) implements ReferentCommand {}

    /** Passes the task on to somebody else, without a gap. */
    record HandOverReferent(PlaceId place, PersonId to, LocalDate since) implements ReferentCommand {}

    /** Ends the task; the place has no referent from then on. */
    record EndReferent(PlaceId place, LocalDate until) implements ReferentCommand {}
}
