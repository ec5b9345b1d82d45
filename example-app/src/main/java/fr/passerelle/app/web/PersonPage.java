package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.person.Names;
import fr.passerelle.ent.person.Person;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person, opened for one request.
 *
 * @param family null once she is erased, like {@code first}
 * @param profile key of the word for what she is
 */
record PersonPage(
        PersonId id,
        @Nullable String family,
        @Nullable String first,
        @Nullable LocalDate birthDate,
        String profile,
        Person.Status status) {

    /** Whether nothing of her can be read any more. */
    public boolean isErased() {
        return status == Person.Status.ERASED || family == null;
    }

    /** People of one class or place, their keys fetched at once, in the order of a French dictionary. */
    static List<PersonPage> of(Town town, Collection<Person> people) {
        List<Person> known = people.stream()
                .filter(person -> person.person() != null && person.names() != null)
                .toList();
        List<Personal<String>> sealed = new ArrayList<>();
        for (Person person : known) {
            Names names = person.names();
            if (names != null) {
                sealed.add(names.usage() == null ? names.family() : names.usage());
                sealed.add(names.first());
            }
        }
        List<Personal<String>> open = town.passerelle().openAll(sealed);
        List<PersonPage> pages = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            pages.add(page(town, known.get(i), open.get(2 * i), open.get(2 * i + 1)));
        }
        Collator french = Collator.getInstance(Locale.FRENCH);
        pages.sort(Comparator.comparing((PersonPage page) -> page.family == null ? "" : page.family, french)
                .thenComparing(page -> page.first == null ? "" : page.first, french));
        return pages;
    }

    private static PersonPage page(Town town, Person person, Personal<String> family, Personal<String> first) {
        if (person.person() == null || person.profile() == null) {
            throw new IllegalArgumentException("A known person has an id and a profile.");
        }
        return new PersonPage(
                person.person(),
                clear(family),
                clear(first),
                person.birthDate() == null ? null : clear(town.passerelle().open(person.birthDate())),
                "profile." + person.profile().name(),
                person.status());
    }

    private static <T> @Nullable T clear(Personal<T> value) {
        return value instanceof Personal.Clear<T> clear ? clear.value() : null;
    }

    @Override
    public String toString() {
        return "PersonPage[" + id + "]";
    }
}
