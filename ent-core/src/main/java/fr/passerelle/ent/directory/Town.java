package fr.passerelle.ent.directory;

import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.person.MatchKeys;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known before an import. Match keys are opened for it, names only of those whom the file names.
 *
 * @param pupils of the whole town, those who left included
 * @param classes the open ones of the school that is imported
 */
record Town(List<KnownPupil> pupils, List<KnownClass> classes) {
    Town {
        pupils = List.copyOf(pupils);
        classes = List.copyOf(classes);
    }

    /**
     * A pupil.
     *
     * @param place where she is or was last
     * @param identity null where the file does not name her
     */
    record KnownPupil(
            PersonId person,
            PlaceId place,
            List<ClassId> classes,
            boolean present,
            MatchKeys keys,
            @Nullable Identity identity) {}

    /** Names and birth date as they are spelt. */
    record Identity(String familyName, @Nullable String usageName, String firstName, LocalDate birthDate) {
        @Override
        public String toString() {
            return "Identity[…]";
        }
    }

    record KnownClass(ClassId id, SchoolYear year, String name, List<Level> levels) {}
}
