package fr.passerelle.app.web;

import fr.passerelle.app.town.Place;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.app.user.UserReason;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.WithdrawCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.delivery.AccountView;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing a communication: three fields, one button. */
@Controller
class ComposeController {
    private final Town town;
    private final FileTrays trays;
    private final Publishing publishing;

    ComposeController(Town town, FileTrays trays, Publishing publishing) {
        this.town = town;
        this.trays = trays;
        this.publishing = publishing;
    }

    @GetMapping("/write")
    @Needs(Right.WRITE)
    String write(Visitor visitor, @RequestParam(required = false) @Nullable String place, Model model) {
        return show(visitor, ComposeForm.empty(place, own(visitor)), FileTray.EMPTY, null, model);
    }

    /** The classes that she teaches. */
    private List<ClassId> own(Visitor visitor) {
        return visitor.person() == null
                ? List.of()
                : town.passerelle()
                        .states()
                        .current(Person.FEATURE, visitor.person().toString())
                        .classes();
    }

    /** She changes her mind before it is out: it is taken back, and her words are in the form again. */
    @PostMapping("/communications/{communication}/undo")
    @Needs(value = Right.WRITE, trail = "undo")
    String undo(Visitor visitor, @PathVariable("communication") String id, Model model, Locale locale) {
        CommunicationPage page = CommunicationPage.known(town, id);
        town.send(
                CommandId.random(),
                visitor.by(),
                new WithdrawCommunication(page.id(), town.clock().instant()));
        model.addAttribute("undone", true);
        ComposeForm form = ComposeForm.of(state(page.id()), page);
        return show(visitor, form, trays.again(state(page.id()), String.valueOf(form.key()), locale), null, model);
    }

    /** Back from the preview, or files are chosen or removed: with everything that was typed. */
    @PostMapping("/write")
    @Needs(Right.WRITE)
    String goOn(
            Visitor visitor,
            @ModelAttribute ComposeForm form,
            @ModelAttribute FilesForm files,
            Model model,
            Locale locale) {
        FileTray tray = trays.of(form.key(), files, locale);
        return show(visitor, form, tray, tray.problems().isEmpty() ? null : String.join(" ", tray.problems()), model);
    }

    /** Somebody reloads a preview by its address, or changes the language there: the browser has kept the words. */
    @GetMapping("/write/preview")
    @Needs(Right.WRITE)
    String again() {
        return "redirect:/write";
    }

    @PostMapping("/write/preview")
    @Needs(Right.WRITE)
    String preview(
            Visitor visitor,
            @ModelAttribute ComposeForm form,
            @ModelAttribute FilesForm files,
            Model model,
            Locale locale,
            jakarta.servlet.http.HttpServletResponse response) {
        FileTray tray = trays.of(form.key(), files, locale);
        Optional<String> problem = tray.problem(locale);
        if (problem.isPresent()) {
            return refused(visitor, form, tray, problem.get(), model, response);
        }
        try {
            WriteCommunication draft = publishing.draft(visitor, form, tray);
            model.addAttribute("form", form);
            model.addAttribute("tray", tray);
            model.addAttribute("place", town.places().get(draft.place()));
            model.addAttribute("days", publishing.days(form));
            model.addAttribute("previews", PreviewCard.of(town, draft, locale));
            return "preview";
        } catch (CodedException refused) {
            return refused(visitor, form, tray, refused, model, locale, response);
        }
    }

    @PostMapping("/communications")
    @Needs(value = Right.WRITE, trail = "publish")
    String publish(
            Visitor visitor,
            @ModelAttribute ComposeForm form,
            @ModelAttribute FilesForm files,
            Model model,
            Locale locale,
            jakarta.servlet.http.HttpServletResponse response) {
        FileTray tray = trays.of(form.key(), files, locale);
        Optional<String> problem = tray.problem(locale);
        if (problem.isPresent()) {
            return refused(visitor, form, tray, problem.get(), model, response);
        }
        try {
            return "redirect:/communications/" + publishing.publish(visitor, form, tray);
        } catch (CodedException refused) {
            return refused(visitor, form, tray, refused, model, locale, response);
        }
    }

    private Communication state(CommunicationId id) {
        return town.passerelle().states().current(Communication.FEATURE, id.toString());
    }

    /** What at least one ENT of a place shows, by protocol or by hand. */
    private List<CommunicationKind> kinds(PlaceId place) {
        return Arrays.stream(CommunicationKind.values())
                .filter(kind -> town.passerelle().delivery().accounts().stream()
                        .filter(account -> account.places().contains(place))
                        .map(AccountView::descriptor)
                        .anyMatch(descriptor -> descriptor.publishes(kind).isPresent()
                                || descriptor.byHand().stream().anyMatch(line -> line.kind() == kind)))
                .toList();
    }

    private String refused(
            Visitor visitor,
            ComposeForm form,
            FileTray tray,
            CodedException refusal,
            Model model,
            Locale locale,
            jakarta.servlet.http.HttpServletResponse response) {
        if (refusal.reason() == UserReason.NOT_ALLOWED) {
            throw refusal;
        }
        return refused(visitor, form, tray, refusal.sentence(locale), model, response);
    }

    private String refused(
            Visitor visitor,
            ComposeForm form,
            FileTray tray,
            String problem,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(visitor, form, tray, problem, model);
    }

    private String show(Visitor visitor, ComposeForm form, FileTray tray, @Nullable String problem, Model model) {
        List<Place> places = town.places().all().stream()
                .filter(place -> visitor.isAt(place.id()))
                .toList();
        Place place = places.stream()
                .filter(known -> known.id().value().equals(form.place()))
                .findFirst()
                .orElse(places.isEmpty() ? null : places.get(0));
        model.addAttribute("form", form);
        model.addAttribute("tray", tray);
        model.addAttribute("accept", FileTrays.accept());
        model.addAttribute("carriers", place == null ? List.of() : trays.carriers(place.id()));
        model.addAttribute("problem", problem);
        model.addAttribute("places", places);
        model.addAttribute("place", place);
        model.addAttribute("signers", place == null ? List.of() : AccountLine.signers(town, visitor, place.id()));
        model.addAttribute(
                "signingEnts",
                place == null
                        ? ""
                        : town.passerelle().delivery().accounts().stream()
                                .filter(account -> account.author() != null
                                        && account.places().contains(place.id()))
                                .map(account -> account.descriptor().platform())
                                .distinct()
                                .collect(Collectors.joining(", ")));
        model.addAttribute("asks", town.wantsApproval() && !visitor.may(Right.APPROVE));
        model.addAttribute("week", DayOfWeek.values());
        model.addAttribute("calendarKnown", town.schoolCalendar().isKnown());
        model.addAttribute("kinds", place == null ? List.of() : kinds(place.id()));
        model.addAttribute("classes", place == null ? List.of() : town.places().classes(place.id()));
        return "write";
    }
}
