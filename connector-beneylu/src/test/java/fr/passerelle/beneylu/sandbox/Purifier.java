package fr.passerelle.beneylu.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * What a text looks like once Beneylu's filter (HTMLPurifier with the platform's list) has gone over it: unknown elements
 * lose their tags and keep their text, and what may not stand where it stands is put right.
 */
public final class Purifier {
    private static final Safelist ALLOWED = new Safelist()
            .addTags("h1", "h2", "h3", "h4", "h5", "h6", "b", "i", "u", "s", "ul", "ol", "li", "strong", "em", "br")
            .addTags("p", "div", "span", "a", "img", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption")
            .addTags("section", "article", "aside", "header", "footer", "figure", "figcaption")
            .addTags("source", "video", "audio", "iframe")
            .addAttributes("a", "href", "target", "class")
            .addAttributes("img", "src", "height", "width", "data-slug", "data-uid", "data-id")
            .addAttributes("iframe", "src")
            .addAttributes(":all", "style", "id")
            .addProtocols("a", "href", "http", "https", "mailto", "ftp")
            .addProtocols("img", "src", "http", "https");

    private static final Set<String> PHRASING =
            Set.of("h1", "h2", "h3", "h4", "h5", "h6", "p", "b", "i", "u", "s", "strong", "em", "span", "a");
    private static final Set<String> INSIDE_PHRASING =
            Set.of("b", "i", "u", "s", "strong", "em", "span", "a", "br", "img");

    private Purifier() {}

    /** What readers see of HTML that was sent. */
    public static String shown(String stored) {
        Document clean = new Cleaner(ALLOWED).clean(Jsoup.parseBodyFragment(stored));
        put(clean.body());
        clean.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        return clean.body().html().strip();
    }

    private static void put(Element element) {
        for (Element child : new ArrayList<>(element.children())) {
            put(child);
        }
        if (PHRASING.contains(element.normalName())) {
            new ArrayList<>(element.children())
                    .stream()
                            .filter(child -> !INSIDE_PHRASING.contains(child.normalName()))
                            .forEach(Element::unwrap);
        }
        if (Set.of("ul", "ol").contains(element.normalName())) {
            for (Node child : List.copyOf(element.childNodes())) {
                if (child instanceof TextNode text && text.isBlank()) {
                    child.remove();
                } else if (!child.nodeName().equals("li")) {
                    child.wrap("<li></li>");
                }
            }
            if (element.children().isEmpty()) {
                element.remove();
            }
        }
    }
}
