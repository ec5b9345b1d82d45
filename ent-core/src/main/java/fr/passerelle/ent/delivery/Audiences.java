package fr.passerelle.ent.delivery;

import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.leisurecentre.LeisureCentre;
import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.school.School;
import fr.passerelle.ent.schoolclass.SchoolClass;
import fr.passerelle.ent.spi.TargetAudience;
import fr.passerelle.ent.spi.TargetAudience.TargetClass;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whom an audience means today. It is never widened: a class that is closed is left out and told. */
final class Audiences {
    private final States states;

    Audiences(States states) {
        this.states = states;
    }

    /**
     * An audience, resolved.
     *
     * @param closed the classes meant that do not exist at this place, or no more
     */
    record Resolved(TargetAudience target, List<TargetClass> closed) {}

    Resolved resolve(PlaceId place, Audience audience) {
        List<SchoolClass> meant = switch (audience.scope()) {
            case PLACE ->
                states.under(SchoolClass.FEATURE, place.value()).stream()
                        .filter(SchoolClass::open)
                        .toList();
            case CLASSES ->
                audience.classes().stream()
                        .map(id ->
                                states.find(SchoolClass.FEATURE, id.toString()).orElseGet(() -> unknown(id)))
                        .toList();
            case STAFF, LEISURE_GROUPS -> List.of();
        };
        List<TargetClass> open =
                targets(meant.stream().filter(found -> isOpenAt(place, found)).toList());
        List<TargetClass> closed =
                targets(meant.stream().filter(found -> !isOpenAt(place, found)).toList());
        return new Resolved(
                new TargetAudience(place, nameOf(place), audience.scope(), open, audience.groups()), closed);
    }

    /** Whether somebody is left to write to. */
    static boolean reachesSomebody(TargetAudience audience) {
        return audience.scope() != AudienceScope.CLASSES || !audience.classes().isEmpty();
    }

    /** A place's name as people know it. */
    String nameOf(PlaceId place) {
        return place instanceof LeisureCentreId
                ? states.find(LeisureCentre.FEATURE, place.value())
                        .map(LeisureCentre::name)
                        .orElse(place.value())
                : states.find(School.FEATURE, place.value()).map(School::name).orElse(place.value());
    }

    private static boolean isOpenAt(PlaceId place, SchoolClass found) {
        return found.open() && place.equals(found.school());
    }

    private static SchoolClass unknown(ClassId id) {
        return new SchoolClass(id, null, null, id.toString(), List.of(), false);
    }

    private static List<TargetClass> targets(List<SchoolClass> classes) {
        return classes.stream()
                .flatMap(found -> found.schoolClass() == null
                        ? Stream.empty()
                        : Stream.of(new TargetClass(found.schoolClass(), found.name())))
                .sorted(Comparator.comparing(TargetClass::name))
                .toList();
    }
}
