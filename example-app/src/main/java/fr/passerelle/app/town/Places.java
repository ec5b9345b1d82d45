package fr.passerelle.app.town;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.leisurecentre.LeisureCentre;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Controller;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.school.School;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The town's places and classes, as pages and commands list and name them. */
public final class Places {
    private final States states;

    Places(States states) {
        this.states = states;
    }

    /** Schools by name, then leisure centres by name. */
    public List<Place> all() {
        List<Place> places = new ArrayList<>();
        states.all(School.FEATURE).forEach(school -> of(school).ifPresent(places::add));
        states.all(LeisureCentre.FEATURE).forEach(centre -> of(centre).ifPresent(places::add));
        places.sort(Comparator.comparing((Place place) -> !place.isSchool()).thenComparing(Place::name));
        return places;
    }

    /** A place, as its events make it at this moment. */
    public Optional<Place> find(PlaceId id) {
        return id instanceof Uai
                ? of(states.current(School.FEATURE, id.value()))
                : of(states.current(LeisureCentre.FEATURE, id.value()));
    }

    /**
     * A place that must be there.
     *
     * @throws CodedException {@link PlaceReason#UNKNOWN_PLACE}
     */
    public Place get(PlaceId id) {
        return find(id).orElseThrow(() -> new CodedException(PlaceReason.UNKNOWN_PLACE, Map.of("place", id.value())));
    }

    private static Optional<Place> of(School school) {
        return school.school() == null
                ? Optional.empty()
                : Optional.of(new Place(
                        school.school(),
                        school.name(),
                        school.kind(),
                        school.controller() == null ? Controller.DASEN : school.controller(),
                        List.of()));
    }

    private static Optional<Place> of(LeisureCentre centre) {
        return centre.centre() == null
                ? Optional.empty()
                : Optional.of(new Place(
                        centre.centre(),
                        centre.name(),
                        null,
                        centre.controller() == null ? Controller.TOWN : centre.controller(),
                        centre.groups()));
    }

    /** The open classes of a place, the youngest first; none for a leisure centre. */
    public List<SchoolClass> classes(PlaceId place) {
        return states.under(SchoolClass.FEATURE, place.value()).stream()
                .filter(SchoolClass::open)
                .sorted(Comparator.comparing(
                                (SchoolClass found) -> found.levels().get(0))
                        .thenComparing(SchoolClass::name))
                .toList();
    }

    /**
     * The open class of that name, whatever its case and blanks.
     *
     * @throws CodedException {@link AppReason#UNKNOWN_CLASS_NAME}, which lists those that exist
     */
    public ClassId classNamed(PlaceId place, String name) {
        List<SchoolClass> classes = classes(place);
        return classes.stream()
                .filter(found -> normalised(found.name()).equals(normalised(name)))
                .flatMap(found -> Optional.ofNullable(found.schoolClass()).stream())
                .findFirst()
                .orElseThrow(() -> new CodedException(
                        AppReason.UNKNOWN_CLASS_NAME,
                        Map.of(
                                "name",
                                name,
                                "place",
                                place.value(),
                                "known",
                                classes.stream().map(SchoolClass::name).collect(Collectors.joining(", ")))));
    }

    private static String normalised(String name) {
        return name.strip().replaceAll("\\s+", " ").toUpperCase(Locale.FRENCH);
    }
}
