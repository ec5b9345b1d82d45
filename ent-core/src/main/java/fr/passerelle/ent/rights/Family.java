package fr.passerelle.ent.rights;

import fr.passerelle.ent.model.History.Dated;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonEvent;
import fr.passerelle.ent.person.PersonEvent.ChildrenLinked;
import fr.passerelle.ent.person.PersonEvent.PersonRegistered;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who answers for whom, by id: the names of the others are theirs. */
final class Family {
    private Family() {}

    /** The children whom somebody answers for, or once did, each once. */
    static List<PersonId> children(List<Dated<PersonEvent>> life) {
        return life.stream()
                .flatMap(dated -> named(dated.event()).stream())
                .distinct()
                .toList();
    }

    private static List<PersonId> named(PersonEvent event) {
        if (event instanceof PersonRegistered registered) {
            return registered.children();
        }
        return event instanceof ChildrenLinked linked ? linked.children() : List.of();
    }

    /** Those who answer for a child today, at the places where she is or was. */
    static List<PersonId> guardians(PersonId child, List<Stay> stays, States states) {
        Stream<Person> there = stays.stream()
                .map(Stay::place)
                .distinct()
                .flatMap(place -> states.under(Person.FEATURE, place.value()).stream());
        return there.filter(person -> person.children().contains(child))
                .flatMap(person -> Optional.ofNullable(person.person()).stream())
                .toList();
    }
}
