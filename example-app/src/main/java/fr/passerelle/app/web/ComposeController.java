package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Place;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.app.user.UserReason;
import fr.passerelle.ent.authoraccount.AuthorAccountReason;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.RewriteDraft;
import fr.passerelle.ent.communication.CommunicationCommand.WithdrawCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.delivery.AccountView;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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

    ComposeController(Town town, FileTrays trays) {
        this.town = town;
        this.trays = trays;
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
            PlaceId place = hers(visitor, form.place());
            WriteCommunication draft = form.command(
                    parsed("key", form.key(), CommunicationId::parse),
                    place,
                    signer(visitor, place, form.signer()),
                    tray.attachments());
            model.addAttribute("form", form);
            model.addAttribute("tray", tray);
            model.addAttribute("place", town.places().get(place));
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
            return "redirect:/communications/" + send(visitor, form, tray);
        } catch (CodedException refused) {
            return refused(visitor, form, tray, refused, model, locale, response);
        }
    }

    /** The publication's address; it says so where somebody went back and changed what was published already. */
    private String send(Visitor visitor, ComposeForm form, FileTray tray) {
        CommunicationId key = parsed("key", form.key(), CommunicationId::parse);
        CommunicationId id = key;
        PlaceId place = hers(visitor, form.place());
        Instant at = instant("at", form.at());
        Instant until = instant("until", form.until());
        PersonId author = signer(visitor, place, form.signer());
        Communication before = state(id);
        if (before.status() == Communication.Status.DRAFT && !Objects.equals(before.author(), author)) {
            // It was refused for its dates, say, and now somebody else signs: an author is not rewritten.
            id = new CommunicationId(
                    UUID.nameUUIDFromBytes((id + "/" + form.signer()).getBytes(StandardCharsets.UTF_8)));
        }
        CommandId intention = new CommandId("form/" + id);
        Instant now = town.clock().instant();
        WriteCommunication write = form.command(id, place, author, trays.under(id, key, tray));
        boolean repeated = town.send(intention.then("write"), visitor.by(), write);
        if (repeated && state(id).status() == Communication.Status.DRAFT) {
            // It was refused after it was written, for its dates say: what counts is what stands in the form now.
            town.send(
                    CommandId.random(),
                    visitor.by(),
                    new RewriteDraft(id, write.audience(), write.title(), write.html(), write.attachments()));
        }
        town.send(
                intention.then("publish"),
                visitor.by(),
                new PublishCommunication(id, now, at == null ? now.plus(town.undoWithin()) : at, until));
        return id + (repeated && !isPublished(write) ? "?already" : "");
    }

    /** A place of hers. */
    private static PlaceId hers(Visitor visitor, @Nullable String text) {
        PlaceId place = parsed("place", text, PlaceId::parse);
        visitor.needsToBeAt(place);
        return place;
    }

    /** Who signs; null for the place. Only who connected her own account there does. */
    private @Nullable PersonId signer(Visitor visitor, PlaceId place, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return AccountLine.signers(town, visitor, place).stream()
                .map(PersonPage::id)
                .filter(person -> person.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new CodedException(AuthorAccountReason.NOT_CONNECTED, Map.of("account", text)));
    }

    private Communication state(CommunicationId id) {
        return town.passerelle().states().current(Communication.FEATURE, id.toString());
    }

    private boolean isPublished(WriteCommunication write) {
        Communication published = state(write.communication());
        return CommunicationPage.of(town, published)
                .filter(page -> write.title().strip().replaceAll("\\s+", " ").equals(page.title())
                        && write.html().equals(page.html())
                        && AttachedFile.of(town, write.attachments()).equals(AttachedFile.of(town, published)))
                .isPresent();
    }

    private static <T> T parsed(String name, @Nullable String value, Function<String, T> reader) {
        if (value == null || value.isBlank()) {
            throw new CodedException(AppReason.ARGUMENT_MISSING, Map.of("what", name));
        }
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw new CodedException(AppReason.ARGUMENT_UNFIT, Map.of("what", name, "value", value), e);
        }
    }

    /** As the town's clocks show it. */
    private static @Nullable Instant instant(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text).atZone(Town.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            throw new CodedException(AppReason.ARGUMENT_UNFIT, Map.of("what", name, "value", text), e);
        }
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
        model.addAttribute("kinds", place == null ? List.of() : kinds(place.id()));
        model.addAttribute("classes", place == null ? List.of() : town.places().classes(place.id()));
        return "write";
    }
}
