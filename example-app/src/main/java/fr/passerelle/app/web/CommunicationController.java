package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
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
    String home(Model model) {
        List<Communication> newest = town.passerelle().states().all(Communication.FEATURE).stream()
                .filter(found -> found.status() != Communication.Status.DRAFT)
                .sorted(Comparator.comparing(Communication::from, Comparator.nullsLast(Comparator.reverseOrder())))
                .limit(SHOWN)
                .toList();
        model.addAttribute(
                "communications",
                newest.stream()
                        .map(found -> CommunicationPage.of(town, found))
                        .flatMap(Optional::stream)
                        .toList());
        model.addAttribute(
                "waiting",
                town.passerelle().delivery().desk().waitingForPerson().size());
        model.addAttribute("silent", town.cadence().waiting());
        return "home";
    }

    @GetMapping("/communications/{id}")
    String show(@PathVariable String id, Model model, Locale locale) {
        CommunicationPage page = CommunicationPage.known(town, id);
        return show(page, page.title(), page.plain(), null, model, locale);
    }

    /**
     * The part of the page that changes by itself; nothing where it is as it was seen, so that nobody is read it again.
     *
     * @param seen what the part said of itself
     */
    @GetMapping("/communications/{id}/items")
    @Nullable
    String items(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            Locale locale,
            jakarta.servlet.http.HttpServletResponse response) {
        matrix(CommunicationPage.known(town, id), model, locale);
        if (seen.equals(model.getAttribute("seen"))) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return "communication :: items";
    }

    @PostMapping("/communications/{id}/correct")
    String correct(
            @PathVariable String id,
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

    @PostMapping("/communications/{id}/withdraw")
    String withdraw(@PathVariable String id) {
        CommunicationId communication = CommunicationPage.id(id);
        town.send(
                CommandId.random(),
                new WithdrawCommunication(communication, town.clock().instant()));
        return "redirect:/communications/" + communication;
    }

    @PostMapping("/communications/{id}/items/{item}/retry")
    String retry(@PathVariable String id, @PathVariable String item) {
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
        model.addAttribute("past", PastLine.of(town, page.id()));
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
