package fr.passerelle.lilie;

import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * A communication as Lilie sends it: plain text. Pure.
 *
 * @param title one line
 * @param message paragraphs with an empty line between them
 */
record EliotText(String title, String message, Rendering shown) {
    private static final Safelist SUBSET = new Safelist()
            .addTags("p", "br", "h2", "h3", "strong", "em", "ul", "ol", "li", "blockquote", "a")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "https", "http", "mailto");

    private static final String LOSS_EMPHASIS = "Le gras et l'italique disparaissent : Lilie n'envoie que du texte.";
    private static final String LOSS_HEADINGS =
            "Les titres deviennent des lignes ordinaires : Lilie n'envoie que du texte.";
    private static final String LOSS_MARKUP =
            "Lilie n'envoie que du texte : images, tableaux et autres mises en forme sont retirés.";

    static EliotText of(Content content, String marker) {
        Document clean = new Cleaner(SUBSET).clean(Jsoup.parseBodyFragment(content.html()));
        List<String> losses = new ArrayList<>();
        if (clean.select("strong, em").hasText()) {
            losses.add(LOSS_EMPHASIS);
        }
        if (clean.select("h2, h3").hasText()) {
            losses.add(LOSS_HEADINGS);
        }
        if (!Jsoup.isValid(content.html(), SUBSET)) {
            losses.add(LOSS_MARKUP);
        }
        String title = line(content.title());
        List<String> paragraphs = new ArrayList<>(PlainText.paragraphs(clean.body()));
        paragraphs.add("De la part de " + line(content.byline()) + " · réf. " + marker);
        String message = String.join("\n\n", paragraphs);
        return new EliotText(title, message, new Rendering(title, html(message), losses));
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static String html(String message) {
        return Stream.of(message.split("\n\n", -1))
                .map(paragraph -> "<p>" + Entities.escape(paragraph).replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "EliotText";
    }
}
