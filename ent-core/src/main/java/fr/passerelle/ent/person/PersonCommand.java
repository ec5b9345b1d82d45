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
     * @param classes the classes of the place that she belongs to, or teaches; may be empty
     * @param children whom a guardian answers for, as far as they are known at the place; empty for everybody else
     */
    record RegisterPerson(
            PersonId person,
            Profile profile,
            Names names,
            @Nullable Personal<LocalDate> birthDate,
            @Nullable Personal<MatchKeys> match,
            PlaceId place,
            List<ClassId> classes,
            List<PersonId> children)
            implements PersonCommand {
        public RegisterPerson {
            classes = List.copyOf(classes);
            children = List.copyOf(children);
        }

        /** Somebody who answers for no child. */
        public RegisterPerson(
                PersonId person,
                Profile profile,
                Names names,
                @Nullable Personal<LocalDate> birthDate,
                @Nullable Personal<MatchKeys> match,
                PlaceId place,
                List<ClassId> classes) {
            this(person, profile, names, birthDate, match, place, classes, List.of());
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

    /** A teacher becomes head, or a head is a teacher again. */
    record ChangeProfile(PersonId person, Profile profile) implements PersonCommand {}

    /**
     * Says whom a guardian answers for; these replace the ones before.
     *
     * @param children may be empty
     */
    record LinkChildren(PersonId person, List<PersonId> children) implements PersonCommand {
        public LinkChildren {
            children = List.copyOf(children);
        }
    }

    /** Somebody is no longer at her place. */
    record RecordDeparture(PersonId person) implements PersonCommand {}

    /** Records that somebody's key was destroyed. Sent by {@code rights} once it is. */
    record ErasePerson(PersonId person) implements PersonCommand {}
}
