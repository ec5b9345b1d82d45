package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.engagement.ReadBack;
import fr.passerelle.ent.engagement.ReadBack.Answer;
import fr.passerelle.ent.engagement.ReadBack.Answers;
import fr.passerelle.ent.engagement.ReadBack.Counts;
import fr.passerelle.ent.engagement.ReadBack.Gap;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.spi.Engagement;
import fr.passerelle.ent.spi.Engagement.Figure;
import fr.passerelle.ent.spi.Engagement.Measure;
import fr.passerelle.ent.spi.Engagement.Readers;
import fr.passerelle.ent.spi.Fault;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What families read and answered, asked of every ENT when the page is opened. */
@Controller
class ReadBackController {
    private final Town town;

    ReadBackController(Town town) {
        this.town = town;
    }

    /** @param reason why there are no figures, or null */
    record CountsLine(
            String destination,
            String platform,
            @Nullable URI page,
            @Nullable String reason,
            List<FigureLine> figures) {}

    /** @param reason why it is not counted, or null */
    record FigureLine(
            Measure measure,
            long all,
            List<Part> parts,
            @Nullable String reason) {}

    record Part(Readers readers, long count) {}

    record AnswerLine(
            String author, String text, @Nullable ZonedDateTime at, String platform, String destination, URI page) {
        private static AnswerLine of(Answer answer) {
            return new AnswerLine(
                    answer.reply().author(),
                    answer.reply().text(),
                    answer.reply().at() == null ? null : answer.reply().at().atZone(Town.ZONE),
                    answer.platform(),
                    answer.item().destination(),
                    answer.page());
        }

        @Override
        public String toString() {
            return "AnswerLine";
        }
    }

    record GapLine(String platform, String destination, String reason) {}

    @GetMapping("/communications/{communication}/read")
    @Needs(Right.READ)
    String show(@PathVariable("communication") String id, Model model, Locale locale) {
        CommunicationPage page = CommunicationPage.known(town, id);
        ReadBack readBack = town.passerelle().readBack();
        Answers answers = readBack.answers(page.id());
        model.addAttribute("page", page);
        model.addAttribute(
                "reach",
                ReachLine.of(
                        town,
                        town.passerelle()
                                .states()
                                .current(Communication.FEATURE, page.id().toString()),
                        locale));
        model.addAttribute(
                "counts",
                readBack.counts(page.id()).stream()
                        .map(counts -> line(counts, locale))
                        .toList());
        model.addAttribute(
                "answers", answers.answers().stream().map(AnswerLine::of).toList());
        model.addAttribute(
                "gaps", answers.gaps().stream().map(gap -> line(gap, locale)).toList());
        return "readback";
    }

    private static CountsLine line(Counts counts, Locale locale) {
        Engagement engagement = counts.engagement();
        String reason = engagement instanceof Engagement.Failed failed
                ? sentence(failed.fault(), locale)
                : engagement instanceof Engagement.NotMeasured not ? not.reason() : null;
        Map<Measure, Figure> figures =
                engagement instanceof Engagement.Counted counted ? new TreeMap<>(counted.figures()) : new TreeMap<>();
        return new CountsLine(
                counts.item().destination(),
                counts.platform(),
                counts.page(),
                reason,
                figures.entrySet().stream()
                        .map(figure -> figure(figure.getKey(), figure.getValue()))
                        .toList());
    }

    private static FigureLine figure(Measure measure, Figure figure) {
        if (figure instanceof Figure.NotMeasured not) {
            return new FigureLine(measure, 0, List.of(), not.reason());
        }
        Map<Readers, Long> counts = new TreeMap<>(((Figure.ByReaders) figure).counts());
        return new FigureLine(
                measure,
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts.entrySet().stream()
                        .filter(part -> part.getKey() != Readers.UNTOLD)
                        .map(part -> new Part(part.getKey(), part.getValue()))
                        .toList(),
                null);
    }

    private static GapLine line(Gap gap, Locale locale) {
        return new GapLine(
                gap.platform(),
                gap.item().destination(),
                gap.fault() == null ? Objects.requireNonNull(gap.reason()) : sentence(gap.fault(), locale));
    }

    private static String sentence(Fault fault, Locale locale) {
        return Sentences.withCode(fault, fault.facts(), locale);
    }
}
