package fr.passerelle.ent.person;

import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about a person. */
public sealed interface PersonCommand extends Command {
    PersonId person();

    /**
     * Makes somebody known. Refused when somebody with the same exact match key is known.
     *
     * @param birthDate or null where the source has none
     * @param match or null where too little is known to recognise the person again
     * @param classes the classes of the place that she belongs to; may be empty
     */
    record RegisterPerson(
            PersonId person,
            Profile profile,
            Names names,
            @Nullable Personal<LocalDate> birthDate,
            @Nullable Personal<MatchKeys> match,
            PlaceId place,
            List<ClassId> classes)
            implements PersonCommand {
        public RegisterPerson {
            classes = List.copyOf(classes);
        }
    }

    /** Corrects names, birth date and the match keys that follow from them. All are replaced. */
    record CorrectIdentity(
            PersonId person,
            Names names,
            @Nullable Personal<LocalDate> birthDate,
            @Nullable Personal<MatchKeys> match) implements PersonCommand {}

    /** Puts somebody into other classes, of the same place or of another one; also brings back who had left. */
    record PlacePerson(PersonId person, PlaceId place, List<ClassId> classes) implements PersonCommand {
        public PlacePerson {
            classes = List.copyOf(classes);
        }
    }

    /** Somebody is no longer at her place. */
    record RecordDeparture(PersonId person) implements PersonCommand {}

    /** Records that somebody's key was destroyed. Sent by {@code privacy} once it is. */
    record ErasePerson(PersonId person) implements PersonCommand {}
}
