package fr.passerelle.app.demo;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Role;
import fr.passerelle.app.user.User;
import fr.passerelle.app.user.UserId;
import fr.passerelle.ent.intake.sample.SampleSchool;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.Profile;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One invented user for each role. They have no password and no link: nobody comes in by them but in the demo, where whoever
 * sits at the machine picks one.
 */
public final class DemoUsers {
    private static final SampleSchool SCHOOL = SampleSchool.ALL.get(0);

    private final Town town;

    public DemoUsers(Town town) {
        this.town = town;
    }

    /** The town's, whom a visitor is until she picks somebody else. */
    public UserId town() {
        return user("demo.mairie", "La mairie", Role.TOWN, List.of(), null);
    }

    /** All others; their people must be there. */
    void add() {
        PlaceId school = SCHOOL.school();
        ClassId cm2 = town.places().classNamed(school, "CM2 B");
        user("demo.direction", "La direction", Role.HEAD, List.of(school), of(Profile.HEAD, null));
        user("demo.enseignante", "Une enseignante de CM2 B", Role.TEACHER, List.of(school), of(Profile.TEACHER, cm2));
        user("demo.animation", "Un animateur", Role.LEISURE_STAFF, List.of(DemoSeeding.CENTRE), null);
        user("demo.referent", "Le référent numérique", Role.REFERENT, List.of(school, DemoSeeding.CENTRE), null);
        user("demo.evaluation", "Une évaluatrice", Role.EVALUATOR, List.of(), null);
        user("demo.parent", "Un parent d'élève de CM2 B", Role.PARENT, List.of(school), parent(cm2));
    }

    /** Whoever an earlier start has added is not added again. */
    private UserId user(String login, String name, Role role, List<PlaceId> places, @Nullable PersonId person) {
        return town.users()
                .ofLogin(login)
                .map(User::id)
                .orElseGet(() -> town.users().add(null, login, name, role, places, person));
    }

    private @Nullable PersonId of(Profile profile, @Nullable ClassId schoolClass) {
        return people().filter(person -> person.profile() == profile)
                .filter(person -> schoolClass == null || person.classes().contains(schoolClass))
                .map(Person::person)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable PersonId parent(ClassId schoolClass) {
        Optional<PersonId> pupil = Optional.ofNullable(of(Profile.PUPIL, schoolClass));
        return people().filter(
                        person -> pupil.filter(person.children()::contains).isPresent())
                .map(Person::person)
                .findFirst()
                .orElse(null);
    }

    private java.util.stream.Stream<Person> people() {
        return town.passerelle().states().under(Person.FEATURE, SCHOOL.school().value()).stream()
                .filter(person -> person.status() == Person.Status.PRESENT)
                .sorted(Comparator.comparing(person -> String.valueOf(person.person())));
    }
}
