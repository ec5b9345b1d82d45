package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.CorrectCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WithdrawCommunication;
import fr.passerelle.ent.communication.RichText;
import fr.passerelle.ent.delivery.DeliveryReason;
import fr.passerelle.ent.delivery.ItemId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommunicationId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was written and where it stands; correcting, taking back, trying again. */
@Controller
class CommunicationController {
    private static final int SHOWN = 50;

    private final Town town;

    CommunicationController(Town town) {
        this.town = town;
    }

    @GetMapping("/")
    @ForEverybody
    String home(Visitor visitor, Model model) {
        if (!visitor.may(Right.FOLLOW)) {
            return "redirect:/family";
        }
        List<Communication> newest = town.passerelle().states().all(Communication.FEATURE).stream()
                // What never went out, a draft or one that was given up, is no publication.
                .filter(found -> found.from() != null)
                .filter(found -> found.place() != null && visitor.isAt(found.place()))
                .sorted(Comparator.comparing(Communication::from, Comparator.nullsLast(Comparator.reverseOrder())))
                .limit(SHOWN)
                .toList();
        model.addAttribute(
                "communications",
                newest.stream()
                        .map(found -> CommunicationPage.of(town, found))
                        .flatMap(Optional::stream)
                        .map(page -> page.to(visitor))
                        .toList());
        model.addAttribute(
                "waiting",
                visitor.may(Right.LOOK_AFTER)
                        ? town.passerelle().delivery().desk().waitingForPerson().stream()
                                .filter(item -> visitor.isAt(item.place()))
                                .count()
                        : 0);
        model.addAttribute(
                "approvals", visitor.may(Right.WRITE) ? ApprovalController.waiting(town, visitor) : List.of());
        model.addAttribute(
                "silent",
                town.cadence().waiting().stream()
                        .filter(waiting -> visitor.isAt(waiting.place().id()))
                        .toList());
        return "home";
    }

    @GetMapping("/communications/{communication}")
    @Needs(Right.FOLLOW)
    String show(Visitor visitor, @PathVariable("communication") String id, Model model, Locale locale) {
        CommunicationPage page = CommunicationPage.known(town, id).to(visitor);
        return show(page, page.title(), page.plain(), null, model, locale);
    }

    /**
     * The part of the page that changes by itself; nothing where it is as it was seen, so that nobody is read it again.
     *
     * @param seen what the part said of itself
     */
    @GetMapping("/communications/{communication}/items")
    @Needs(Right.FOLLOW)
    @Nullable
    String items(
            Visitor visitor,
            @PathVariable("communication") String id,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            Locale locale,
            jakarta.servlet.http.HttpServletResponse response) {
        matrix(CommunicationPage.known(town, id).to(visitor), model, locale);
        if (seen.equals(model.getAttribute("seen"))) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return "communication :: items";
    }

    @PostMapping("/communications/{communication}/correct")
    @Needs(value = Right.WRITE, trail = "correct")
    String correct(
            Visitor visitor,
            @PathVariable("communication") String id,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            Model model,
            Locale locale,
            jakarta.servlet.http.HttpServletResponse response) {
        CommunicationId communication = CommunicationPage.id(id);
        try {
            town.send(
                    new CommandId("form/" + key).then("correct"),
                    visitor.by(),
                    new CorrectCommunication(
                            communication,
                            title,
                            RichText.ofPlainText(text),
                            town.clock().instant()));
            return "redirect:/communications/" + communication;
        } catch (CodedException refused) {
            response.setStatus(422);
            return show(CommunicationPage.known(town, id), title, text, refused.sentence(locale), model, locale);
        }
    }

    @PostMapping("/communications/{communication}/withdraw")
    @Needs(value = Right.WRITE, trail = "withdraw")
    String withdraw(Visitor visitor, @PathVariable("communication") String id) {
        CommunicationId communication = CommunicationPage.id(id);
        town.send(
                CommandId.random(),
                visitor.by(),
                new WithdrawCommunication(communication, town.clock().instant()));
        return "redirect:/communications/" + communication;
    }

    @PostMapping("/communications/{communication}/items/{item}/retry")
    @Needs(value = Right.WRITE, trail = "retry")
    String retry(@PathVariable("communication") String id, @PathVariable String item) {
        CommunicationId communication = CommunicationPage.id(id);
        town.done(town.passerelle().delivery().desk().retry(knownItem(item)));
        return "redirect:/communications/" + communication;
    }

    /** With the title and text that stand in the form for correcting: what is, or what was refused. */
    private String show(
            CommunicationPage page,
            @Nullable String title,
            String text,
            @Nullable String problem,
            Model model,
            Locale locale) {
        model.addAttribute("title", title);
        model.addAttribute("text", text);
        model.addAttribute("problem", problem);
        model.addAttribute("key", CommunicationId.random().toString());
        model.addAttribute("approval", ApprovalController.of(town, page.id()));
        model.addAttribute(
                "series",
                SeriesController.of(town, page.id())
                        .map(series -> SeriesController.lines(town, series))
                        .orElse(List.of()));
        model.addAttribute("past", PastLine.of(town, page.id(), page.html() != null));
        model.addAttribute(
                "files",
                page.html() == null
                        ? List.of()
                        : AttachedFile.of(
                                town,
                                town.passerelle()
                                        .states()
                                        .current(
                                                Communication.FEATURE, page.id().toString())));
        matrix(page, model, locale);
        return "communication";
    }

    private void matrix(CommunicationPage page, Model model, Locale locale) {
        Matrix matrix = Matrix.of(town, page.id(), locale);
        @Nullable
        String concern = town.passerelle()
                .delivery()
                .desk()
                .concern(page.id())
                .map(fault -> fault.sentence(locale))
                .orElse(null);
        model.addAttribute("page", page);
        model.addAttribute("matrix", matrix);
        model.addAttribute("concern", concern);
        model.addAttribute("seen", Integer.toHexString(Objects.hash(matrix, concern, page.coming())));
    }

    private static ItemId knownItem(String id) {
        try {
            return ItemId.parse(id);
        } catch (IllegalArgumentException notAnId) {
            throw new CodedException(DeliveryReason.UNKNOWN_ITEM, Map.of("item", id), notAnId);
        }
    }
}
