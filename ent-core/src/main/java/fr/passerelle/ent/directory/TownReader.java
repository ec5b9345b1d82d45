package fr.passerelle.ent.directory;

import fr.passerelle.ent.directory.Town.Identity;
import fr.passerelle.ent.directory.Town.KnownClass;
import fr.passerelle.ent.directory.Town.KnownPerson;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.person.Names;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.privacy.Vault;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is known before an import. The read model may lag behind an import that has just been made, or killed:
 * people of the file whom it does not show are also looked up by the keys that are claimed for them, which are always up
 * to date. A class that it does not show is found when it is opened, see {@link PlanRun}.
 *
 * <p>Opens match keys, and the names of those only whom the file names.
 */
final class TownReader {
    private static final Set<Profile> PUPIL = Set.of(Profile.PUPIL);

    private final States states;
    private final Vault vault;

    TownReader(States states, Vault vault) {
        this.states = states;
        this.vault = vault;
    }

    /** The pupils of the town. */
    List<KnownPerson> pupils(Collection<MatchKeys> named) {
        Set<String> exact = named.stream().map(MatchKeys::exact).collect(Collectors.toSet());
        return people(states.all(Person.FEATURE), PUPIL, exact, keys -> exact.contains(keys.exact()));
    }

    /** The pupils who are at a school, all without their names. */
    List<KnownPerson> pupilsAt(Uai school) {
        return people(states.under(Person.FEATURE, school.value()), PUPIL, Set.of(), keys -> false).stream()
                .filter(KnownPerson::present)
                .toList();
    }

    /**
     * The adults of a school.
     *
     * @param exact the keys that may be claimed for those whom the file names
     * @param names the keys of the names that stand in the file
     */
    List<KnownPerson> adults(Uai school, Set<Profile> profiles, Set<String> exact, Set<String> names) {
        return people(
                states.under(Person.FEATURE, school.value()), profiles, exact, keys -> names.contains(keys.name()));
    }

    /** The open classes of a school. */
    List<KnownClass> classes(Uai school) {
        List<KnownClass> classes = new ArrayList<>();
        for (SchoolClass known : states.under(SchoolClass.FEATURE, school.value())) {
            if (known.schoolClass() != null && known.year() != null && known.open()) {
                classes.add(new KnownClass(known.schoolClass(), known.year(), known.name(), known.levels()));
            }
        }
        return classes;
    }

    private List<KnownPerson> people(
            List<Person> shown, Set<Profile> profiles, Set<String> exact, Predicate<MatchKeys> named) {
        Map<PersonId, KnownPerson> found = new LinkedHashMap<>();
        add(shown, profiles, named, found);
        Set<String> seen =
                found.values().stream().map(person -> person.keys().exact()).collect(Collectors.toSet());
        List<Person> claimed = exact.stream()
                .filter(key -> !seen.contains(key))
                .flatMap(key -> states.holder(Person.MATCH_CLAIM, key).stream())
                .map(id -> states.current(Person.FEATURE, id))
                .toList();
        add(claimed, profiles, named, found);
        return List.copyOf(found.values());
    }

    private void add(
            List<Person> people, Set<Profile> profiles, Predicate<MatchKeys> named, Map<PersonId, KnownPerson> found) {
        List<Person> meant = people.stream()
                .filter(person -> person.profile() != null
                        && profiles.contains(person.profile())
                        && person.status() != Person.Status.ERASED
                        && person.match() != null)
                .toList();
        List<Personal<MatchKeys>> matches = vault.openAll(meant.stream()
                .flatMap(person -> Optional.ofNullable(person.match()).stream())
                .toList());
        for (int i = 0; i < meant.size(); i++) {
            Person person = meant.get(i);
            if (matches.get(i) instanceof Personal.Clear<MatchKeys> match
                    && person.person() != null
                    && person.profile() != null
                    && person.place() != null) {
                MatchKeys keys = match.value();
                found.put(
                        person.person(),
                        new KnownPerson(
                                person.person(),
                                person.profile(),
                                person.place(),
                                person.classes(),
                                person.children(),
                                person.status() == Person.Status.PRESENT,
                                keys,
                                named.test(keys) ? identity(person) : null));
            }
        }
    }

    private @Nullable Identity identity(Person person) {
        Names names = person.names();
        if (names == null) {
            return null;
        }
        String family = clear(names.family());
        String first = clear(names.first());
        return family == null || first == null
                ? null
                : new Identity(family, clear(names.usage()), first, clear(person.birthDate()));
    }

    private <T> @Nullable T clear(@Nullable Personal<T> value) {
        return value != null && vault.open(value) instanceof Personal.Clear<T> clear ? clear.value() : null;
    }
}
