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
    static final String NO_COMMENTS =
            "Passerelle ne sait pas lire les commentaires du blog : l'enseignant les voit et les modère sur Beneylu School.";

    static final String PRIVATE_BOX =
            "Le message est dans la messagerie de la personne qui l'a envoyé : Passerelle n'y a pas accès.";

    /** Of what a person sent herself. */
    static final Engagement BY_HAND = new Counted(
            Map.of(Measure.READERS, new NotMeasured(PRIVATE_BOX), Measure.REPLIES, new NotMeasured(PRIVATE_BOX)));

    private BeneyluReading() {}

    /** @param app stands in the class */
    static Engagement of(AppSession app, Published published) {
        String slug = published.progress().getOrDefault(Handles.SLUG, "");
        if (!Section.SLUG.matcher(slug).matches()) {
            return new Engagement.Failed(new Fault.Gone());
        }
        boolean word = published.kind() == CommunicationKind.LIAISON;
        Optional<Document> page = word ? Section.LIAISON.opened(app, slug) : Section.BLOG.opened(app, slug);
        return page.filter(one -> one.text().contains(published.marker()))
                .map(one -> word ? signatures(one) : views(one, published.marker()))
                .orElseGet(() -> new Engagement.Failed(new Fault.Gone()));
    }

    private static Engagement signatures(Document word) {
        for (Element header : word.select("md-subheader")) {
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

    private static Engagement views(Document page, String marker) {
        Figure views = page.select(".container-article").stream()
                .filter(article -> article.text().contains(marker))
                // The article carries its number only where the school has views counted.
                .filter(article -> article.hasAttr("data-article-id"))
                .flatMap(article -> article.select("[class*=views]").stream())
                .map(shown -> NUMBER.matcher(shown.text()))
                .filter(Matcher::find)
                .findFirst()
                .<Figure>map(number -> untold(Long.parseLong(number.group())))
                .orElseGet(() -> new NotMeasured(NO_VIEWS));
        return new Counted(Map.of(Measure.VIEWS, views, Measure.REPLIES, new NotMeasured(NO_COMMENTS)));
    }

    private static Figure untold(long count) {
        return new ByReaders(Map.of(Readers.UNTOLD, count));
    }
}
