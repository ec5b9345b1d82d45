package fr.passerelle.ent.person;

import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.StateIndex;
import fr.passerelle.ent.person.PersonCommand.ChangeProfile;
import fr.passerelle.ent.person.PersonCommand.CorrectIdentity;
import fr.passerelle.ent.person.PersonCommand.ErasePerson;
import fr.passerelle.ent.person.PersonCommand.LinkChildren;
import fr.passerelle.ent.person.PersonCommand.PlacePerson;
import fr.passerelle.ent.person.PersonCommand.RegisterPerson;
import fr.passerelle.ent.person.PersonEvent.ChildrenLinked;
import fr.passerelle.ent.person.PersonEvent.IdentityCorrected;
import fr.passerelle.ent.person.PersonEvent.PersonErased;
import fr.passerelle.ent.person.PersonEvent.PersonLeft;
import fr.passerelle.ent.person.PersonEvent.PersonPlaced;
import fr.passerelle.ent.person.PersonEvent.PersonRegistered;
import fr.passerelle.ent.person.PersonEvent.ProfileChanged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as her events make her.
 *
 * @param person null only before she is registered, like {@code profile}, {@code names} and {@code place}
 * @param birthDate null where no source gave it
 * @param match null where too little is known to recognise her again
 * @param classes those she belongs to, or teaches; none once she has left
 * @param children whom a guardian answers for at her place, by id; none for everybody else, and none once she has left
 */
public record Person(
        @Nullable PersonId person,
        @Nullable Profile profile,
        @Nullable Names names,
        @Nullable Personal<LocalDate> birthDate,
        @Nullable Personal<MatchKeys> match,
        @Nullable PlaceId place,
        List<ClassId> classes,
        List<PersonId> children,
        Status status) {

    /** Whether she is at her place. */
    public enum Status {
        /** Nothing is known of her yet. */
        UNKNOWN,
        /** She is at her place. */
        PRESENT,
        /** She has left it. */
        LEFT,
        /** She was erased. */
        ERASED
    }

    /** The namespace of the key that keeps a person from being registered twice. */
    public static final String MATCH_CLAIM = "person";

    private static final Set<Profile> SCHOOL_STAFF = Set.of(Profile.TEACHER, Profile.HEAD);

    /** Whether she is there to teach, to head or to look after children. */
    public boolean belongsToStaff() {
        return status == Status.PRESENT
                && (profile == Profile.TEACHER || profile == Profile.HEAD || profile == Profile.LEISURE_STAFF);
    }

    /** How the store runs this feature; streams are {@code person/UUID}, listed under their place. */
    public static final Feature<PersonCommand, PersonEvent, Person> FEATURE = new Feature<>(
            "person",
            PersonCommand.class,
            command -> command.person().toString(),
            new Rules(),
            Person.class,
            Person::index,
            Map.of(
                    PersonRegistered.class, new EventType("person.registered", 1),
                    IdentityCorrected.class, new EventType("person.identity-corrected", 1),
                    PersonPlaced.class, new EventType("person.placed", 1),
                    ProfileChanged.class, new EventType("person.profile-changed", 1),
                    ChildrenLinked.class, new EventType("person.children-linked", 1),
                    PersonLeft.class, new EventType("person.left", 1),
                    PersonErased.class, new EventType("person.erased", 1)),
            Person::claims,
            PersonReason.PERSON_EXISTS);

    public Person {
        classes = List.copyOf(classes);
        children = List.copyOf(children);
    }

    private StateIndex index() {
        String status = this.status.name().toLowerCase(java.util.Locale.ROOT);
        return place == null ? StateIndex.of(status) : StateIndex.under(place.value(), status);
    }

    private static List<Claim> claims(PersonEvent event) {
        if (event instanceof PersonRegistered registered) {
            return take(registered.match());
        }
        if (event instanceof IdentityCorrected corrected) {
            List<Claim> claims = new ArrayList<>(List.of(new Claim.Release(MATCH_CLAIM)));
            claims.addAll(take(corrected.match()));
            return claims;
        }
        return event instanceof PersonErased ? List.of(new Claim.Release(MATCH_CLAIM)) : List.of();
    }

    private static List<Claim> take(@Nullable Personal<MatchKeys> match) {
        return match instanceof Personal.Clear<MatchKeys> clear
                ? List.of(new Claim.Take(MATCH_CLAIM, clear.value().exact()))
                : List.of();
    }

    private static final class Rules implements Decider<PersonCommand, PersonEvent, Person> {
        @Override
        public Person initial() {
            return new Person(null, null, null, null, null, null, List.of(), List.of(), Status.UNKNOWN);
        }

        @Override
        public Decision<PersonEvent> decide(Person state, PersonCommand command) {
            if (command instanceof RegisterPerson register) {
                return state.status == Status.UNKNOWN
                        ? register(register)
                        : Decision.refuse(PersonReason.PERSON_EXISTS);
            }
            if (state.status == Status.UNKNOWN) {
                return Decision.refuse(PersonReason.UNKNOWN_PERSON, "person", command.person());
            }
            if (command instanceof ErasePerson) {
                return state.status == Status.ERASED ? Decision.accept() : Decision.accept(new PersonErased());
            }
            if (state.status == Status.ERASED) {
                return Decision.refuse(PersonReason.PERSON_ERASED, "person", command.person());
            }
            if (command instanceof CorrectIdentity correct) {
                return Decision.accept(new IdentityCorrected(correct.names(), correct.birthDate(), correct.match()));
            }
            if (command instanceof ChangeProfile change) {
                return change(state, change.profile());
            }
            if (command instanceof LinkChildren link) {
                return link(state, link);
            }
            if (command instanceof PlacePerson place) {
                boolean there = state.status == Status.PRESENT
                        && place.place().equals(state.place)
                        && place.classes().equals(state.classes);
                return there ? Decision.accept() : Decision.accept(new PersonPlaced(place.place(), place.classes()));
            }
            return state.status == Status.LEFT ? Decision.accept() : Decision.accept(new PersonLeft());
        }

        private static Decision<PersonEvent> register(RegisterPerson register) {
            if (register.profile() != Profile.GUARDIAN && !register.children().isEmpty()) {
                return Decision.refuse(PersonReason.NO_GUARDIAN);
            }
            return Decision.accept(new PersonRegistered(
                    register.person(),
                    register.profile(),
                    register.names(),
                    register.birthDate(),
                    register.match(),
                    register.place(),
                    register.classes(),
                    register.children()));
        }

        private static Decision<PersonEvent> change(Person state, Profile profile) {
            if (profile == state.profile) {
                return Decision.accept();
            }
            return SCHOOL_STAFF.contains(profile) && state.profile != null && SCHOOL_STAFF.contains(state.profile)
                    ? Decision.accept(new ProfileChanged(profile))
                    : Decision.refuse(PersonReason.OTHER_PROFILE);
        }

        private static Decision<PersonEvent> link(Person state, LinkChildren link) {
            if (state.profile != Profile.GUARDIAN) {
                return Decision.refuse(PersonReason.NO_GUARDIAN);
            }
            if (state.status == Status.LEFT) {
                return Decision.refuse(PersonReason.UNKNOWN_PERSON, "person", link.person());
            }
            return link.children().equals(state.children)
                    ? Decision.accept()
                    : Decision.accept(new ChildrenLinked(link.children()));
        }

        @Override
        public Person evolve(Person state, PersonEvent event) {
            if (event instanceof PersonRegistered registered) {
                return new Person(
                        registered.person(),
                        registered.profile(),
                        registered.names(),
                        registered.birthDate(),
                        registered.match(),
                        registered.place(),
                        registered.classes(),
                        registered.children(),
                        Status.PRESENT);
            }
            if (event instanceof IdentityCorrected corrected) {
                return new Person(
                        state.person,
                        state.profile,
                        corrected.names(),
                        corrected.birthDate(),
                        corrected.match(),
                        state.place,
                        state.classes,
                        state.children,
                        state.status);
            }
            if (event instanceof PersonPlaced placed) {
                return state.at(placed.place(), placed.classes(), state.children, Status.PRESENT);
            }
            if (event instanceof ProfileChanged changed) {
                return state.as(changed.profile());
            }
            if (event instanceof ChildrenLinked linked) {
                return state.at(state.place, state.classes, linked.children(), state.status);
            }
            return state.at(
                    state.place, List.of(), List.of(), event instanceof PersonLeft ? Status.LEFT : Status.ERASED);
        }
    }

    private Person at(@Nullable PlaceId place, List<ClassId> classes, List<PersonId> children, Status status) {
        return new Person(person, profile, names, birthDate, match, place, classes, children, status);
    }

    private Person as(Profile profile) {
        return new Person(person, profile, names, birthDate, match, place, classes, children, status);
    }
}
