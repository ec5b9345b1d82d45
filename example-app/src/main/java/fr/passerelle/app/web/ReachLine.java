package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.delivery.Word;
import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a communication reaches the families of one class, as far as we know: an ENT tells how many read, never who.
 *
 * @param pupils of the class
 * @param alone of them, for whom ONDE names no guardian: no ENT can reach their families
 * @param missing the ENTs that do not show it there
 */
record ReachLine(String name, int pupils, int alone, List<Missing> missing) {

    /**
     * An ENT that does not show it.
     *
     * @param word key of one of the six words
     */
    record Missing(String platform, String word, @Nullable String cause) {}

    /** Whether something is known against it. */
    public boolean isWhole() {
        return missing.isEmpty() && alone == 0;
    }

    /** The classes that it is for, the youngest first; none where it is not for classes. */
    static List<ReachLine> of(Town town, Communication found, Locale locale) {
        Audience audience = found.audience();
        if (found.communication() == null || found.place() == null || audience == null) {
            return List.of();
        }
        List<ItemView> items = town.passerelle().items(found.communication());
        List<Person> people = people(town, found.place());
        return town.places().classes(found.place()).stream()
                .filter(room -> audience.scope() == AudienceScope.PLACE
                        || (room.schoolClass() != null && audience.classes().contains(room.schoolClass())))
                .map(room -> line(town, room, items, people, locale))
                .toList();
    }

    private static List<Person> people(Town town, PlaceId place) {
        return town.passerelle().states().under(Person.FEATURE, place.value()).stream()
                .filter(person -> person.status() == Person.Status.PRESENT)
                .toList();
    }

    private static ReachLine line(
            Town town, SchoolClass room, List<ItemView> items, List<Person> people, Locale locale) {
        ClassId id = room.schoolClass();
        Set<PersonId> pupils = people.stream()
                .filter(person ->
                        person.profile() == Profile.PUPIL && person.classes().contains(id))
                .map(Person::person)
                .collect(Collectors.toSet());
        Set<PersonId> alone = new HashSet<>(pupils);
        people.forEach(person -> person.children().forEach(alone::remove));
        return new ReachLine(
                room.name(),
                pupils.size(),
                alone.size(),
                items.stream()
                        .filter(item -> item.destination().equals(room.name()) && item.word() != Word.PUBLISHED)
                        .map(item -> new Missing(
                                Matrix.platform(town, item.account()),
                                Matrix.key(item.word()),
                                item.sentence(locale).orElse(null)))
                        .toList());
    }
}
