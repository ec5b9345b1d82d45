package fr.passerelle.beneylu;

import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.Engagement;
import fr.passerelle.ent.spi.Engagement.Counted;
import fr.passerelle.ent.spi.Engagement.Figure;
import fr.passerelle.ent.spi.Engagement.Figure.ByReaders;
import fr.passerelle.ent.spi.Engagement.Figure.NotMeasured;
import fr.passerelle.ent.spi.Engagement.Measure;
import fr.passerelle.ent.spi.Engagement.Readers;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Published;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads what Beneylu counts of an article or word. The names on a page are not looked at, only its numbers. */
final class BeneyluReading {
    private static final Pattern N_OF_TOTAL = Pattern.compile("(\\d{1,6})\\s*/\\s*\\d{1,6}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    static final String NO_VIEWS =
            "Cette école n'a pas l'option « vues du blog » de Beneylu School, ou la page n'affiche pas leur nombre.";
    private static final String NO_READING = "Le carnet de liaison compte les signatures, pas les lectures.";
    private static final String NO_COMMENTS =
            "Passerelle ne sait pas lire les commentaires du blog : l'enseignant les voit et les modère sur Beneylu School.";

    private BeneyluReading() {}

    static Engagement of(AppSession app, Published published) {
        String slug = published.progress().getOrDefault(Handles.SLUG, "");
        return published.kind() == CommunicationKind.LIAISON
                ? signatures(
                        Section.SLUG.matcher(slug).matches()
                                ? new LiaisonSection().opened(app, slug)
                                : Optional.empty())
                : views(
                        Section.SLUG.matcher(slug).matches()
                                ? app.page(BeneyluRoute.ARTICLE, BeneyluRoute.ARTICLE.call(slug), Section.BLOG.path())
                                : Optional.empty(),
                        published.marker());
    }

    private static Engagement signatures(Optional<Document> word) {
        if (word.isEmpty()) {
            return new Engagement.Failed(new Fault.Gone());
        }
        for (Element header : word.get().select("md-subheader")) {
            Matcher counted = N_OF_TOTAL.matcher(header.ownText());
            if (counted.find()) {
                return new Counted(Map.of(
                        Measure.ACKNOWLEDGED,
                        untold(Long.parseLong(counted.group(1))),
                        Measure.VIEWS,
                        new NotMeasured(NO_READING)));
            }
        }
        return new Engagement.Failed(
                new Fault.ContractBroken(BeneyluRoute.WORD.route(), "signatures as n / total", "none"));
    }

    /** Opening the page is no view: Beneylu counts those by a request of their own. */
    private static Engagement views(Optional<Document> page, String marker) {
        Optional<Element> article = page.flatMap(one -> one.select(".container-article").stream()
                .filter(row -> row.text().contains(marker))
                .findFirst());
        if (article.isEmpty()) {
            return new Engagement.Failed(new Fault.Gone());
        }
        Figure views = Optional.ofNullable(article.get().selectFirst("[class*=views]"))
                // A count that nobody sees counted is no count: the number stands there only with the option.
                .filter(number -> article.get().hasAttr("data-article-id"))
                .map(number -> NUMBER.matcher(number.text()))
                .filter(Matcher::find)
                .<Figure>map(number -> untold(Long.parseLong(number.group())))
                .orElseGet(() -> new NotMeasured(NO_VIEWS));
        return new Counted(Map.of(Measure.VIEWS, views, Measure.REPLIES, new NotMeasured(NO_COMMENTS)));
    }

    private static Figure untold(long count) {
        return new ByReaders(Map.of(Readers.UNTOLD, count));
    }
}
