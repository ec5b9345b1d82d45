package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Place;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonReason;
import fr.passerelle.ent.referent.Referent;
import fr.passerelle.ent.referent.ReferentCommand;
import fr.passerelle.ent.referent.ReferentCommand.AppointReferent;
import fr.passerelle.ent.referent.ReferentCommand.EndReferent;
import fr.passerelle.ent.referent.ReferentCommand.HandOverReferent;
import fr.passerelle.ent.referent.ReferentReason;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is the referent of a place: naming somebody, passing the task on without a gap, ending it. */
@Controller
class ReferentController {
    private final Town town;

    ReferentController(Town town) {
        this.town = town;
    }

    /** Opens the names of the place's staff, to choose from. */
    @GetMapping("/places/{place}/referent")
    @Needs(value = Right.ARRANGE, trail = "referent.show")
    String show(Visitor visitor, @PathVariable("place") String id, Model model) {
        if (!visitor.may(Right.NAMES)) {
            throw Visitor.notAllowed();
        }
        Place place = town.places().get(PlaceController.placeId(id));
        model.addAttribute("place", place);
        model.addAttribute("standing", Standings.of(town).at(place.id()));
        model.addAttribute("referent", Standings.of(town).person(place.id()));
        model.addAttribute("from", String.valueOf(state(place.id()).person()));
        model.addAttribute("staff", PersonPage.of(town, staff(place.id())));
        model.addAttribute("today", town.today());
        return "referent";
    }

    /** @param from who had the task when the page was shown, {@code null} in letters for nobody */
    @PostMapping("/places/{place}/referent")
    @Needs(value = Right.ARRANGE, trail = "referent.name")
    String name(
            Visitor visitor,
            @PathVariable("place") String id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "null") String from,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        PlaceId place = PlaceController.placeId(id);
        return sent(visitor, id, model, locale, response, () -> {
            Referent now = state(place);
            if (!String.valueOf(now.person()).equals(from)) {
                // Somebody else was quicker: what she decided is not passed over unseen.
                throw new CodedException(ReferentReason.ALREADY_APPOINTED, Map.of("place", place.value()));
            }
            PersonId chosen = staff(place).stream()
                    .map(Person::person)
                    .filter(one -> String.valueOf(one).equals(person))
                    .findFirst()
                    .orElseThrow(() -> new CodedException(PersonReason.UNKNOWN_PERSON, Map.of("person", person)));
            return now.person() == null
                    ? new AppointReferent(place, chosen, day(since))
                    : new HandOverReferent(place, chosen, day(since));
        });
    }

    @PostMapping("/places/{place}/referent/end")
    @Needs(value = Right.ARRANGE, trail = "referent.end")
    String end(
            Visitor visitor,
            @PathVariable("place") String id,
            @RequestParam(defaultValue = "") String until,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        PlaceId place = PlaceController.placeId(id);
        return sent(visitor, id, model, locale, response, () -> new EndReferent(place, day(until)));
    }

    /** What is asked, as the form says it. */
    private interface Asked {
        ReferentCommand command();
    }

    private String sent(
            Visitor visitor, String id, Model model, Locale locale, HttpServletResponse response, Asked asked) {
        try {
            town.send(CommandId.random(), visitor.by(), asked.command());
            return "redirect:/places/" + id + "?arranged";
        } catch (CodedException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", refused.sentence(locale));
            return show(visitor, id, model);
        }
    }

    private Referent state(PlaceId place) {
        return town.passerelle().states().current(Referent.FEATURE, place.value());
    }

    private List<Person> staff(PlaceId place) {
        return town.passerelle().states().under(Person.FEATURE, place.value()).stream()
                .filter(Person::belongsToStaff)
                .toList();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notOne) {
            throw new CodedException(AppReason.ARGUMENT_UNFIT, Map.of("what", "date", "value", text), notOne);
        }
    }
}
