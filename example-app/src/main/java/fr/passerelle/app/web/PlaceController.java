package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Place;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.readiness.Readiness;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Schools, leisure centres and classes; names are opened for one class at a time. */
@Controller
class PlaceController {
    private final Town town;

    PlaceController(Town town) {
        this.town = town;
    }

    /**
     * A line of the list.
     *
     * @param ready what is known of each topic, by its name
     */
    record PlaceLine(Place place, Standings.Standing standing, Map<String, ReadinessLine> ready) {}

    @GetMapping("/places")
    @Needs(Right.PLACES)
    String all(Visitor visitor, Model model) {
        Standings standings = Standings.of(town);
        List<PlaceLine> places = town.places().all().stream()
                .filter(place -> visitor.isAt(place.id()))
                .map(place -> new PlaceLine(place, standings.at(place.id()), ready(place.id())))
                .toList();
        model.addAttribute("places", places);
        model.addAttribute(
                "vacant",
                places.stream().filter(line -> !line.standing().held()).toList());
        return "places";
    }

    private Map<String, ReadinessLine> ready(PlaceId place) {
        return ReadinessLine.of(town.passerelle().states().current(Readiness.FEATURE, place.value())).stream()
                .collect(Collectors.toMap(line -> line.topic().name(), line -> line));
    }

    @GetMapping("/places/{place}")
    @Needs(Right.PLACES)
    String one(Visitor visitor, @PathVariable("place") String id, Model model) {
        Place place = town.places().get(placeId(id));
        Standings standings = Standings.of(town);
        model.addAttribute("place", place);
        model.addAttribute("classes", town.places().classes(place.id()));
        model.addAttribute("standing", standings.at(place.id()));
        model.addAttribute("referent", visitor.may(Right.NAMES) ? standings.person(place.id()) : null);
        model.addAttribute("lines", ready(place.id()));
        model.addAttribute(
                "accounts",
                town.passerelle().delivery().accounts().stream()
                        .filter(account ->
                                account.author() == null && account.places().contains(place.id()))
                        .map(Matrix::column)
                        .toList());
        return "place";
    }

    @GetMapping("/classes/{schoolClass}")
    @Needs(value = Right.NAMES, trail = "class.show")
    String schoolClass(@PathVariable("schoolClass") String id, Model model) {
        SchoolClass found = town.passerelle().states().current(SchoolClass.FEATURE, id);
        if (found.school() == null) {
            throw new CodedException(PlaceReason.UNKNOWN_CLASS, Map.of("class", id));
        }
        model.addAttribute("schoolClass", found);
        model.addAttribute("place", town.places().get(found.school()));
        model.addAttribute(
                "people",
                PersonPage.of(
                        town,
                        town
                                .passerelle()
                                .states()
                                .under(Person.FEATURE, found.school().value())
                                .stream()
                                .filter(person -> person.status() != Person.Status.LEFT
                                        && person.classes().contains(found.schoolClass()))
                                .toList()));
        return "class";
    }

    /** @throws CodedException {@link AppReason#BAD_PLACE_ID} */
    static PlaceId placeId(String id) {
        try {
            return PlaceId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new CodedException(AppReason.BAD_PLACE_ID, Map.of("value", id), e);
        }
    }
}
