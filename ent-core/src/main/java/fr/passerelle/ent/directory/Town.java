package fr.passerelle.ent.directory;

import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.person.Profile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known before an import. Match keys are opened for it, names only of those whom the file names.
 *
 * @param people the pupils of the whole town, or the adults of the school that is imported; those who left included
 * @param classes the open ones of the school that is imported
 */
record Town(List<KnownPerson> people, List<KnownClass> classes) {
    Town {
        people = List.copyOf(people);
        classes = List.copyOf(classes);
    }

    /**
     * A person.
     *
     * @param place where she is or was last
     * @param identity null where the file does not name her
     */
    record KnownPerson(
            PersonId person,
            Profile profile,
            PlaceId place,
            List<ClassId> classes,
            List<PersonId> children,
            boolean present,
            MatchKeys keys,
            @Nullable Identity identity) {}

    /**
     * Names and birth date as they are spelt.
     *
     * @param birthDate null for an adult
     */
    record Identity(
            String familyName,
            @Nullable String usageName,
            String firstName,
            @Nullable LocalDate birthDate) {
        @Override
        public String toString() {
            return "Identity[…]";
        }
    }

    record KnownClass(ClassId id, SchoolYear year, String name, List<Level> levels) {}
}
