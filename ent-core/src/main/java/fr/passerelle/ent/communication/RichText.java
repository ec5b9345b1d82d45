package fr.passerelle.ent.communication;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The HTML that a communication may hold: paragraphs, line breaks, two headings, strong, emphasis, lists, quotations and
 * links to {@code https}, {@code http} or {@code mailto}. Everything else is dropped, its text kept where it has any.
 */
public final class RichText {
    private static final Safelist COMMON = new Safelist()
            .addTags("p", "br", "h2", "h3", "strong", "em", "ul", "ol", "li", "blockquote", "a")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "https", "http", "mailto");

    private RichText() {}

    /** The clean form of some HTML. Cleaning what is clean changes nothing. */
    public static String clean(String html) {
        String clean = pass(html);
        // A renamed tag may stand where HTML does not allow it (a paragraph in a paragraph): read again what was
        // written until the parser agrees, which it does after a pass or two.
        for (String again = pass(clean); !again.equals(clean); again = pass(clean)) {
            clean = again;
        }
        return clean;
    }

    private static String pass(String html) {
        Document dirty = Jsoup.parseBodyFragment(html);
        // What other editors write for the same thing; the meaning survives, the tag would not.
        dirty.select("b").tagName("strong");
        dirty.select("i").tagName("em");
        dirty.select("h1").tagName("h2");
        dirty.select("h4, h5, h6").tagName("h3");
        dirty.select("div").tagName("p");
        Document clean = new Cleaner(COMMON).clean(dirty);
        clean.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        return clean.body().html().strip();
    }

    /** Plain text as paragraphs: a blank line begins a new one, a line break stays one. */
    public static String ofPlainText(String text) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : text.strip().split("\\R\\s*\\R", -1)) {
            if (!paragraph.isBlank()) {
                html.append("<p>")
                        .append(Entities.escape(paragraph.strip()).replaceAll("\\R", "<br>"))
                        .append("</p>");
            }
        }
        return clean(html.toString());
    }

    /** The text without its markup, for counting and comparing. */
    public static String plain(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText().strip();
    }
}
