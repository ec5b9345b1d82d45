package fr.passerelle.ent.directory;

import fr.passerelle.ent.directory.Town.Identity;
import fr.passerelle.ent.directory.Town.KnownClass;
import fr.passerelle.ent.directory.Town.KnownPupil;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.person.Names;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.privacy.Vault;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is known before an import. The read model may lag behind an import that has just been made, or killed:
 * pupils of the file whom it does not show are also looked up by the keys that are claimed for them, which are always up
 * to date. A class that it does not show is found when it is opened, see {@link PlanRun}.
 *
 * <p>Opens the match keys of the town's pupils, and the names of those only whom the file names.
 */
final class TownReader {
    private final States states;
    private final Vault vault;

    TownReader(States states, Vault vault) {
        this.states = states;
        this.vault = vault;
    }

    Town read(Uai school, Collection<MatchKeys> named) {
        return new Town(pupils(named.stream().map(MatchKeys::exact).collect(Collectors.toSet())), classes(school));
    }

    private List<KnownClass> classes(Uai school) {
        List<KnownClass> classes = new ArrayList<>();
        for (SchoolClass known : states.under(SchoolClass.FEATURE, school.value())) {
            if (known.schoolClass() != null && known.year() != null && known.open()) {
                classes.add(new KnownClass(known.schoolClass(), known.year(), known.name(), known.levels()));
            }
        }
        return classes;
    }

    private List<KnownPupil> pupils(Set<String> named) {
        Map<Object, KnownPupil> found = new LinkedHashMap<>();
        add(states.all(Person.FEATURE), named, found);
        Set<String> seen =
                found.values().stream().map(pupil -> pupil.keys().exact()).collect(Collectors.toSet());
        add(
                named.stream()
                        .filter(key -> !seen.contains(key))
                        .flatMap(key -> states.holder(Person.MATCH_CLAIM, key).stream())
                        .map(id -> states.current(Person.FEATURE, id))
                        .toList(),
                named,
                found);
        return List.copyOf(found.values());
    }

    private void add(List<Person> people, Set<String> named, Map<Object, KnownPupil> found) {
        List<Person> pupils = people.stream()
                .filter(person -> person.profile() == Profile.PUPIL
                        && person.status() != Person.Status.ERASED
                        && person.match() != null)
                .toList();
        List<Personal<MatchKeys>> matches = vault.openAll(pupils.stream()
                .flatMap(person -> Optional.ofNullable(person.match()).stream())
                .toList());
        for (int i = 0; i < pupils.size(); i++) {
            Person person = pupils.get(i);
            if (matches.get(i) instanceof Personal.Clear<MatchKeys> match
                    && person.person() != null
                    && person.place() != null) {
                MatchKeys keys = match.value();
                found.put(
                        person.person(),
                        new KnownPupil(
                                person.person(),
                                person.place(),
                                person.classes(),
                                person.status() == Person.Status.PRESENT,
                                keys,
                                named.contains(keys.exact()) ? identity(person) : null));
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
        LocalDate birthDate = clear(person.birthDate());
        return family == null || first == null || birthDate == null
                ? null
                : new Identity(family, clear(names.usage()), first, birthDate);
    }

    private <T> @Nullable T clear(@Nullable Personal<T> value) {
        return value != null && vault.open(value) instanceof Personal.Clear<T> clear ? clear.value() : null;
    }
}
