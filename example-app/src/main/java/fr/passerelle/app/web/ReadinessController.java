package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Place;
import fr.passerelle.app.town.Statements;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.readiness.Internet;
import fr.passerelle.ent.readiness.Party;
import fr.passerelle.ent.readiness.Source;
import fr.passerelle.ent.readiness.Topic;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How ready a place is for an ENT: what was said, of which day, and saying it anew. */
@Controller
class ReadinessController {
    private final Town town;

    ReadinessController(Town town) {
        this.town = town;
    }

    @GetMapping("/places/{place}/readiness")
    @Needs(Right.PLACES)
    String show(Visitor visitor, @PathVariable("place") String id, Model model) {
        Place place = town.places().get(PlaceController.placeId(id));
        model.addAttribute("place", place);
        model.addAttribute("standing", Standings.of(town).at(place.id()));
        model.addAttribute("lines", ReadinessLine.of(town, place.id(), visitor.may(Right.NAMES)));
        model.addAttribute("parties", Party.values());
        model.addAttribute("sources", Source.values());
        model.addAttribute("internets", Internet.values());
        model.addAttribute("today", town.today());
        // What is known already may save a look into a list: it stands in the form, and a person says it.
        model.addAttribute("staff", count(place.id(), Person::belongsToStaff));
        model.addAttribute(
                "families",
                count(
                        place.id(),
                        person -> person.status() == Person.Status.PRESENT && person.profile() == Profile.GUARDIAN));
        return "readiness";
    }

    private @Nullable Long count(PlaceId place, Predicate<Person> who) {
        long count = town.passerelle().states().under(Person.FEATURE, place.value()).stream()
                .filter(who)
                .count();
        return count == 0 ? null : count;
    }

    /** @param of the total, for topics that have one */
    @PostMapping("/places/{place}/readiness/{topic}")
    @Needs(value = Right.ARRANGE, trail = "readiness.say")
    String say(
            Visitor visitor,
            @PathVariable("place") String id,
            @PathVariable("topic") String topic,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String payer,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "TOLD") String source,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        PlaceId place = PlaceController.placeId(id);
        try {
            town.send(
                    CommandId.random(),
                    visitor.by(),
                    Statements.of(
                            place,
                            Statements.word(Topic.class, "topic", topic),
                            of.isEmpty() ? value : value + "/" + of,
                            party(payer),
                            party(provider),
                            day(on),
                            Statements.word(Source.class, "source", source),
                            town.today()));
            return "redirect:/places/" + id + "/readiness?said";
        } catch (CodedException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", refused.sentence(locale));
            return show(visitor, id, model);
        }
    }

    private static @Nullable Party party(String text) {
        return text.isEmpty() ? null : Statements.word(Party.class, "party", text);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notOne) {
            throw new CodedException(AppReason.ARGUMENT_UNFIT, Map.of("what", "date", "value", text), notOne);
        }
    }
}
