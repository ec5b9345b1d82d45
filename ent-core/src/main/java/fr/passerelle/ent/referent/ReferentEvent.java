package fr.passerelle.ent.referent;

import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import java.time.LocalDate;

/** What has happened to the task of a referent. */
public sealed interface ReferentEvent extends Event {

    /** The place has a referent. */
    record ReferentAppointed(PlaceId place, PersonId person, LocalDate since) implements ReferentEvent {}

    /** Somebody else has taken over. */
    record ReferentHandedOver(PersonId to, LocalDate since) implements ReferentEvent {}

    /** The place has none any more. */
    record ReferentEnded(LocalDate until) implements ReferentEvent {}
}
