package fr.passerelle.beneylu;

import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * A communication as it is sent to Beneylu and as Beneylu shows it. Pure.
 *
 * <p>Beneylu keeps a text as it came and cleans it (HTMLPurifier) whenever it shows it. So what is sent is brought into a
 * form that the cleaning leaves alone, and what gets lost is known before.
 *
 * @param html what is sent; it ends with a comment that names the revision, which no reader sees and the edit form keeps
 */
record BeneyluText(String title, String html, Rendering shown) {
    private static final Safelist SUBSET = new Safelist()
            .addTags("p", "br", "h2", "h3", "strong", "em", "ul", "ol", "li", "blockquote", "a")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "https", "http", "mailto");

    private static final String INLINE = "strong, em, a, h2, h3";
    private static final String BLOCKS = "p, h2, h3, ul, ol, li, blockquote, div";
    private static final Pattern REVISION = Pattern.compile("<!-- passerelle (\\d{1,9}) -->\\s*$");

    private static final String LOSS_MARKUP =
            "Beneylu School ne reprend ici que les paragraphes, titres, listes, citations, liens, gras et italique : le"
                    + " reste de la mise en forme est retiré.";
    private static final String LOSS_QUOTATION =
            "Beneylu School n'affiche pas les citations en retrait : leur texte devient un paragraphe ordinaire.";
    private static final String LOSS_NESTING =
            "Un paragraphe ou une liste à l'intérieur d'un titre, d'un lien, du gras ou de l'italique : Beneylu School ne"
                    + " l'affiche pas, le texte reste mais perd cette mise en forme.";

    static BeneyluText of(Content content, String marker, int revision) {
        List<String> losses = new ArrayList<>();
        Document clean = new Cleaner(SUBSET).clean(Jsoup.parseBodyFragment(content.html()));
        if (!Jsoup.isValid(content.html(), SUBSET)) {
            losses.add(LOSS_MARKUP);
        }
        // The parser may see blocks otherwise once some tags are gone: until it agrees with what it wrote.
        String written = html(clean.body());
        Element body = settled(written, losses);
        while (!html(body).equals(written)) {
            written = html(body);
            body = settled(written, losses);
        }
        body.appendElement("p").appendElement("em").appendText(byline(content.byline(), marker));
        String shown = html(body);
        String title = plainLine(content.title());
        return new BeneyluText(
                title, shown + "<!-- passerelle " + revision + " -->", new Rendering(title, shown, losses));
    }

    /** The last paragraph: who speaks, and the reference by which it is found again. */
    private static String byline(String byline, String marker) {
        return "De la part de " + plainLine(byline) + " · réf. " + marker;
    }

    private static Element settled(String html, List<String> losses) {
        Element body = Jsoup.parseBodyFragment(html).body();
        if (!body.select("blockquote").isEmpty()) {
            losses.add(LOSS_QUOTATION);
            body.select("blockquote").tagName("div");
        }
        body.select(INLINE).forEach(inline -> {
            if (inline.parent() != null && !inline.children().select(BLOCKS).isEmpty()) {
                inline.unwrap();
                if (!losses.contains(LOSS_NESTING)) {
                    losses.add(LOSS_NESTING);
                }
            }
        });
        body.select("ul, ol").forEach(BeneyluText::itemsOnly);
        body.select("li").forEach(item -> {
            if (item.parent() != null && !item.parent().is("ul, ol")) {
                item.tagName("p");
            }
        });
        body.forEachNode(node -> {
            if (node instanceof TextNode text) {
                text.text(text.getWholeText().replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", ""));
            }
        });
        return body;
    }

    /** A list holds items and nothing else, and at least one. */
    private static void itemsOnly(Element list) {
        for (Node child : List.copyOf(list.childNodes())) {
            if (child instanceof TextNode text && text.isBlank()) {
                child.remove();
            } else if (!(child instanceof Element element && element.is("li"))) {
                child.wrap("<li></li>");
            }
        }
        if (list.childNodeSize() == 0) {
            list.remove();
        }
    }

    private static String html(Element body) {
        Document owner = body.ownerDocument();
        if (owner != null) {
            owner.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        }
        return body.html().strip();
    }

    private static String plainLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** The revision that a text kept by Beneylu holds, or an empty text where it does not say. */
    static String revision(String kept) {
        Matcher found = REVISION.matcher(kept);
        return found.find() ? found.group(1) : "";
    }

    /** It is a communication's. */
    @Override
    public String toString() {
        return "BeneyluText";
    }
}
