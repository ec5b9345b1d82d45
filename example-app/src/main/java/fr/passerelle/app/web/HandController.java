package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.delivery.DeliveryReason;
import fr.passerelle.ent.delivery.HandDesk;
import fr.passerelle.ent.delivery.HandDesk.HandOver;
import fr.passerelle.ent.delivery.HandDesk.Told;
import fr.passerelle.ent.delivery.Item;
import fr.passerelle.ent.delivery.ItemId;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.spi.Attachment;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a person on an ENT's own pages: copy, open, paste, done. */
@Controller
class HandController {
    private final Town town;
    private final MessageSource texts;

    HandController(Town town, MessageSource texts) {
        this.town = town;
        this.texts = texts;
    }

    /**
     * A line of the list.
     *
     * @param title null once the content is erased
     */
    record Waiting(
            ItemId item,
            Item.Ask ask,
            String platform,
            String place,
            String destination,
            @Nullable String title) {}

    @GetMapping("/hands")
    @Needs(Right.WRITE)
    String all(Visitor visitor, Model model) {
        List<Waiting> waiting = town.passerelle().delivery().desk().waitingForPerson().stream()
                .filter(item -> visitor.isAt(item.place()))
                .map(this::line)
                .toList();
        model.addAttribute("items", waiting);
        return "hands";
    }

    private Waiting line(ItemView item) {
        Communication communication = communication(item);
        return new Waiting(
                item.item(),
                Objects.requireNonNull(item.ask()),
                Matrix.platform(town, item.account()),
                town.places().get(item.place()).name(),
                item.destination(),
                CommunicationPage.of(town, communication)
                        .map(CommunicationPage::title)
                        .orElse(null));
    }

    @GetMapping("/hands/{item}")
    @Needs(Right.WRITE)
    String one(@PathVariable("item") String id, Model model) {
        return show(over(id), null, model);
    }

    @GetMapping("/hands/{item}/files/{number}")
    @Needs(Right.WRITE)
    ResponseEntity<byte[]> file(@PathVariable("item") String id, @PathVariable int number) {
        List<Attachment> files = over(id).files();
        if (number < 0 || number >= files.size()) {
            throw new CodedException(DeliveryReason.NOT_HERS_TO_TELL, Map.of("item", id));
        }
        Attachment file = files.get(number);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.bytes());
    }

    @PostMapping("/hands/{item}/done")
    @Needs(value = Right.WRITE, trail = "hand.done")
    String done(
            @PathVariable("item") String id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "false") boolean byWord,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        HandOver over = over(id);
        Told told = desk().done(over.item().item(), revision, byWord);
        if (told instanceof Told.Refused refused) {
            throw new CodedException(
                    refused.refusal().reason(), refused.refusal().facts());
        }
        if (told instanceof Told.Done) {
            return "redirect:/communications/" + communication(over.item()).communication();
        }
        response.setStatus(422);
        String problem = told instanceof Told.LookFailed failed
                ? failed.fault().sentence(locale)
                : texts.getMessage("hand.not-so." + over.ask(), new Object[] {over.platform()}, locale);
        return show(over, problem, model);
    }

    @PostMapping("/hands/{item}/not-there")
    @Needs(value = Right.WRITE, trail = "hand.not-there")
    String notThere(@PathVariable("item") String id) {
        HandOver over = over(id);
        town.done(desk().notThere(over.item().item()));
        return "redirect:/communications/" + communication(over.item()).communication();
    }

    private String show(HandOver over, @Nullable String problem, Model model) {
        model.addAttribute("over", over);
        model.addAttribute("problem", problem);
        model.addAttribute("place", town.places().get(over.item().place()).name());
        model.addAttribute("communication", communication(over.item()).communication());
        return "hand";
    }

    private HandDesk desk() {
        return town.passerelle().delivery().hands();
    }

    private HandOver over(String id) {
        try {
            return desk().handOver(ItemId.parse(id))
                    .orElseThrow(() -> new CodedException(DeliveryReason.NOT_HERS_TO_TELL, Map.of("item", id)));
        } catch (IllegalArgumentException notAnId) {
            throw new CodedException(DeliveryReason.UNKNOWN_ITEM, Map.of("item", id), notAnId);
        }
    }

    private Communication communication(ItemView item) {
        return town.passerelle()
                .states()
                .current(Communication.FEATURE, item.communication().toString());
    }
}
