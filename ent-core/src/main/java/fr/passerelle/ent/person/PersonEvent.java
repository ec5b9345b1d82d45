package fr.passerelle.ent.person;

import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to a person, as far as we know her. */
public sealed interface PersonEvent extends Event {

    /** She is known from now on. */
    record PersonRegistered(
            PersonId person,
            Profile profile,
            Names names,
            @Nullable Personal<LocalDate> birthDate,
            @Nullable Personal<MatchKeys> match,
            PlaceId place,
            List<ClassId> classes)
            implements PersonEvent {
        public PersonRegistered {
            classes = List.copyOf(classes);
        }
    }

    /** Her names or birth date were corrected; these replace the ones before. */
    record IdentityCorrected(
            Names names,
            @Nullable Personal<LocalDate> birthDate,
            @Nullable Personal<MatchKeys> match) implements PersonEvent {}

    /** She is in other classes, perhaps at another place. */
    record PersonPlaced(PlaceId place, List<ClassId> classes) implements PersonEvent {
        public PersonPlaced {
            classes = List.copyOf(classes);
        }
    }

    /** She is no longer at her place. */
    record PersonLeft() implements PersonEvent {}

    /** Her key is destroyed: her names are unreadable, here and in every backup. */
    record PersonErased() implements PersonEvent {}
}
