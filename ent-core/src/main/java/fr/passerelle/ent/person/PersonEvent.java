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

    /**
     * She is known from now on.
     *
     * @param children whom she answers for; empty unless she is a guardian
     */
    record PersonRegistered(
            PersonId person,
            Profile profile,
            Names names,
            @Nullable Personal<LocalDate> birthDate,
            @Nullable Personal<MatchKeys> match,
            PlaceId place,
            List<ClassId> classes,
            List<PersonId> children)
            implements PersonEvent {
        public PersonRegistered {
            classes = List.copyOf(classes);
            children = List.copyOf(children);
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

    /** A teacher is head from now on, or a head a teacher. */
    record ProfileChanged(Profile profile) implements PersonEvent {}

    /** A guardian answers for these children, and for no others any more. */
    record ChildrenLinked(List<PersonId> children) implements PersonEvent {
        public ChildrenLinked {
            children = List.copyOf(children);
        }
    }

    /** She is no longer at her place. */
    record PersonLeft() implements PersonEvent {}

    /** Her key is destroyed: her names are unreadable, here and in every backup. */
    record PersonErased() implements PersonEvent {}
}
