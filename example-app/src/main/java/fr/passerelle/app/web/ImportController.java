package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Place;
import fr.passerelle.app.town.RosterFiles;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.app.user.UserReason;
import fr.passerelle.ent.directory.Decisions;
import fr.passerelle.ent.directory.PlanEntry.Unclear;
import fr.passerelle.ent.directory.PreparedImport.Ready;
import fr.passerelle.ent.intake.OndeReader;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Sentences;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * ONDE's exports of a school, on a page: the plan first, then decisions, then its application, which may be stopped and gone
 * on with. Names are opened for one class at a time.
 */
@Controller
class ImportController {
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final String PAGE = "redirect:/places/";

    private final Town town;
    private final ImportDesk desk;

    ImportController(Town town, ImportDesk desk) {
        this.town = town;
        this.desk = desk;
    }

    @GetMapping("/places/{place}/import")
    @Needs(Right.ARRANGE)
    String show(Visitor visitor, @PathVariable("place") String id, Model model, Locale locale) {
        Place place = school(id);
        model.addAttribute("place", place);
        SchoolYear year = town.schoolYear();
        model.addAttribute("years", List.of(year, new SchoolYear(year.firstYear() + 1)));
        try {
            desk.of(visitor, place.id()).ifPresent(session -> show(session, model, locale));
        } catch (CodedException anothers) {
            model.addAttribute("taken", anothers.sentence(locale));
        }
        return "import";
    }

    private void show(ImportSession session, Model model, Locale locale) {
        model.addAttribute("run", session.run().orElse(null));
        model.addAttribute(
                "plan",
                session.plan().map(ready -> ImportPlan.of(town, ready, locale)).orElse(null));
        model.addAttribute("kinds", ImportPlan.Kind.values());
        model.addAttribute("more", session.more());
        model.addAttribute("decided", !session.decisions().equals(Decisions.NONE));
        model.addAttribute("done", session.done());
        model.addAttribute("sentences", new Told(locale));
        model.addAttribute("findings", session.findings());
        model.addAttribute("mine", true);
        session.problem().ifPresent(problem -> model.addAttribute("problem", sentence(problem, locale)));
    }

    /** Says refusals of a report in the reader's language. */
    record Told(Locale locale) {
        public String of(Refusal refusal) {
            return sentence(refusal, locale);
        }

        public String of(fr.passerelle.ent.intake.Finding finding) {
            return finding.sentence(locale);
        }
    }

    @PostMapping("/places/{place}/import")
    @Needs(value = Right.ARRANGE, trail = "import.plan")
    String begin(
            Visitor visitor,
            @PathVariable("place") String id,
            @RequestParam(name = "files", required = false) List<MultipartFile> files,
            @RequestParam(defaultValue = "") String year,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return asked(visitor, id, model, locale, response, () -> {
            List<RosterFiles.Given> given = files == null
                    ? List.of()
                    : files.stream()
                            .filter(file -> !file.isEmpty())
                            .map(ImportController::given)
                            .toList();
            if (given.isEmpty()) {
                throw new CodedException(AppReason.NO_FILE_CHOSEN, Map.of());
            }
            PlaceId place = school(id).id();
            desk.begin(visitor, place, RosterFiles.read(place, year(year), given));
        });
    }

    private static RosterFiles.Given given(MultipartFile file) {
        try {
            String name = file.getOriginalFilename();
            return new RosterFiles.Given(
                    name == null ? "" : name, file.getInputStream().readNBytes(OndeReader.MAX_BYTES + 1));
        } catch (IOException e) {
            throw new CodedException(AppReason.FILE_UNREADABLE, Map.of("file", "ONDE"), e);
        }
    }

    private SchoolYear year(String text) {
        try {
            return text.isEmpty() ? town.schoolYear() : SchoolYear.parse(text);
        } catch (IllegalArgumentException notOne) {
            throw new CodedException(AppReason.ARGUMENT_UNFIT, Map.of("what", "year", "value", text), notOne);
        }
    }

    /** The names of one class of the plan, and the lines to decide on. */
    @GetMapping("/places/{place}/import/names")
    @Needs(value = Right.NAMES, trail = "import.names")
    String names(
            Visitor visitor,
            @PathVariable("place") String id,
            @RequestParam(defaultValue = "") String group,
            Model model,
            Locale locale) {
        if (!visitor.may(Right.ARRANGE)) {
            throw Visitor.notAllowed();
        }
        Place place = school(id);
        Ready ready = session(visitor, place.id()).plan().orElse(null);
        if (ready == null) {
            return PAGE + id + "/import";
        }
        model.addAttribute("place", place);
        model.addAttribute("group", group);
        model.addAttribute("plan", ready.plan().id().value());
        model.addAttribute("named", ImportPlan.named(town, ready, group, locale));
        return "import-names";
    }

    /** Takes her answers: {@code line.12} is a candidate's id, {@code new}, or nothing yet. */
    @PostMapping("/places/{place}/import/decide")
    @Needs(value = Right.ARRANGE, trail = "import.decide")
    String decide(
            Visitor visitor,
            @PathVariable("place") String id,
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return asked(visitor, id, model, locale, response, () -> {
            ImportSession session = session(visitor, school(id).id());
            Map<Integer, Decisions.Answer> answers = new HashMap<>();
            session.plan()
                    .ifPresent(ready -> ready.plan()
                            .entries(Unclear.class)
                            .forEach(unclear ->
                                    answer(unclear, form.getOrDefault("line." + unclear.line(), ""), answers)));
            String departures = form.getOrDefault("departures", "");
            session.decide(form.getOrDefault("plan", ""), before -> {
                if (form.containsKey("reset")) {
                    return Decisions.NONE;
                }
                answers.putAll(without(before.lines(), answers));
                return new Decisions(
                        answers,
                        COUNT.matcher(departures).matches()
                                ? OptionalInt.of(Integer.parseInt(departures))
                                : before.departures());
            });
        });
    }

    private static Map<Integer, Decisions.Answer> without(
            Map<Integer, Decisions.Answer> before, Map<Integer, Decisions.Answer> now) {
        Map<Integer, Decisions.Answer> kept = new HashMap<>(before);
        kept.keySet().removeAll(now.keySet());
        return kept;
    }

    private static void answer(Unclear unclear, String said, Map<Integer, Decisions.Answer> answers) {
        if (said.equals("new")) {
            answers.put(unclear.line(), new Decisions.New());
        }
        unclear.candidates().stream()
                .filter(candidate -> candidate.toString().equals(said))
                .forEach(candidate -> answers.put(unclear.line(), new Decisions.Same(candidate)));
    }

    @PostMapping("/places/{place}/import/apply")
    @Needs(value = Right.ARRANGE, trail = "import.apply")
    String apply(
            Visitor visitor,
            @PathVariable("place") String id,
            @RequestParam(defaultValue = "") String plan,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return asked(
                visitor,
                id,
                model,
                locale,
                response,
                () -> session(visitor, school(id).id()).apply(plan, visitor.by(), desk.background()));
    }

    /** The progress bar alone, for who waits. */
    @GetMapping("/places/{place}/import/progress")
    @Needs(Right.ARRANGE)
    String progress(Visitor visitor, @PathVariable("place") String id, Model model) {
        Place place = school(id);
        model.addAttribute("place", place);
        model.addAttribute(
                "run", desk.of(visitor, place.id()).flatMap(ImportSession::run).orElse(null));
        return "import-progress";
    }

    @PostMapping("/places/{place}/import/stop")
    @Needs(value = Right.ARRANGE, trail = "import.stop")
    String stop(
            Visitor visitor,
            @PathVariable("place") String id,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return asked(
                visitor,
                id,
                model,
                locale,
                response,
                () -> session(visitor, school(id).id()).stop());
    }

    /** Leaves what is left of a file and goes on to the next. */
    @PostMapping("/places/{place}/import/next")
    @Needs(value = Right.ARRANGE, trail = "import.next")
    String next(
            Visitor visitor,
            @PathVariable("place") String id,
            @RequestParam(defaultValue = "") String plan,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return asked(
                visitor,
                id,
                model,
                locale,
                response,
                () -> session(visitor, school(id).id()).next(plan));
    }

    /** Forgets the plan and whatever names it held. */
    @PostMapping("/places/{place}/import/leave")
    @Needs(value = Right.ARRANGE, trail = "import.leave")
    String leave(Visitor visitor, @PathVariable("place") String id) {
        desk.leave(visitor, school(id).id());
        return PAGE + id;
    }

    /** Does what a form asks and shows the page again; what is refused stands on it as one sentence. */
    private String asked(
            Visitor visitor, String id, Model model, Locale locale, HttpServletResponse response, Runnable step) {
        try {
            step.run();
            return PAGE + id + "/import";
        } catch (CodedException refused) {
            if (refused.reason() == UserReason.NOT_ALLOWED || refused.reason() == AppReason.ONDE_OF_A_CENTRE) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String page = show(visitor, id, model, locale);
            model.addAttribute("problem", refused.sentence(locale));
            return page;
        }
    }

    private ImportSession session(Visitor visitor, PlaceId place) {
        return desk.of(visitor, place).orElseThrow(() -> new CodedException(AppReason.IMPORT_GONE, Map.of()));
    }

    private Place school(String id) {
        Place place = town.places().get(PlaceController.placeId(id));
        if (!place.isSchool()) {
            throw new CodedException(
                    AppReason.ONDE_OF_A_CENTRE, Map.of("place", place.id().value()));
        }
        return place;
    }

    private static String sentence(Refusal refusal, Locale locale) {
        return Sentences.withCode(refusal.reason(), refusal.facts(), locale);
    }
}
