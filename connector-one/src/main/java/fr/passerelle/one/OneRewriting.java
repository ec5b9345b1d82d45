package fr.passerelle.one;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What ONE's rich-text transformer makes of some HTML, as observed with version 1.0.19: text lies in paragraphs, also
 * inside list items and quotations; {@code b} and {@code i} become {@code strong} and {@code em}; links get a
 * {@code rel}; {@code data:} images, comments and unknown elements vanish. Tables, media and attachments are not
 * covered. Pure.
 */
public final class OneRewriting {
    private static final Set<String> NO_CONTENT =
            Set.of("script", "style", "title", "noscript", "object", "head", "input");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> FLATTENED = Set.of(
            "div", "section", "article", "aside", "header", "footer", "form", "figure", "fieldset", "address", "body");
    private static final Map<String, String> MARKS = Map.of(
            "b", "strong", "strong", "strong", "i", "em", "em", "em", "u", "u", "s", "s", "strike", "s", "del", "s");

    private static final String BLOCK_IN_MARK = ":is(b,strong,i,em,u,s,strike,del,a,span,font)"
            + ">:is(p,ul,ol,li,blockquote,hr,h1,h2,h3,h4,h5,h6,div,section,article,form)";

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder line = new StringBuilder();

    private OneRewriting() {}

    /** The HTML as ONE stores and shows it. */
    public static String of(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        // Innermost first: each turn moves one mark below one level of blocks, so it ends.
        for (Element block = body.selectFirst(BLOCK_IN_MARK); block != null; block = body.selectFirst(BLOCK_IN_MARK)) {
            pushDown(Objects.requireNonNull(block.parent()));
        }
        OneRewriting rewriting = new OneRewriting();
        rewriting.blocks(body.childNodes());
        rewriting.endLine();
        return rewriting.out.toString();
    }

    /** A mark lies on text, never around a block: it goes inside what it holds. */
    private static void pushDown(Element mark) {
        for (Node child : new ArrayList<>(mark.childNodes())) {
            Element shell = mark.shallowClone();
            if (child instanceof Element block && isBlock(block)) {
                new ArrayList<>(block.childNodes()).forEach(shell::appendChild);
                block.appendChild(shell);
                mark.before(block);
            } else {
                shell.appendChild(child);
                mark.before(shell);
            }
        }
        mark.remove();
    }

    /** Whether two HTML texts show the same words, links and structure, whatever else their attributes say. */
    public static boolean same(String one, String other) {
        return outline(one).equals(outline(other));
    }

    /** ONE's own rewriting irons out what differs in writing only; what is left of attributes is where links lead. */
    private static String outline(String html) {
        Document document = Jsoup.parseBodyFragment(of(html));
        for (Element element : document.body().select("*")) {
            String href = element.attr("href");
            element.clearAttributes();
            if (!href.isEmpty()) {
                element.attr("href", href);
            }
        }
        document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        return document.body().html().replace("&#xa0;", " ").replaceAll("\\s+", " ");
    }

    private void blocks(List<Node> nodes) {
        for (Node node : nodes) {
            if (node instanceof Element element && isBlock(element)) {
                endLine();
                block(element);
            } else {
                inline(node);
            }
        }
    }

    private static boolean isBlock(Element element) {
        String name = element.normalName();
        return name.equals("p")
                || name.equals("ul")
                || name.equals("ol")
                || name.equals("li")
                || name.equals("blockquote")
                || name.equals("hr")
                || HEADINGS.contains(name)
                || FLATTENED.contains(name);
    }

    private void block(Element element) {
        String name = element.normalName();
        if (FLATTENED.contains(name)) {
            blocks(element.childNodes());
            endLine();
        } else if (name.equals("hr")) {
            out.append("<hr>");
        } else if (name.equals("p") || HEADINGS.contains(name)) {
            element.childNodes().forEach(this::inline);
            String align = style(element, "text-align");
            out.append('<').append(name);
            if (!align.isEmpty()) {
                out.append(" style=\"text-align: ").append(align).append('"');
            }
            out.append('>').append(takeLine()).append("</").append(name).append('>');
        } else {
            out.append('<').append(name).append('>');
            int before = out.length();
            blocks(element.childNodes());
            endLine();
            if (out.length() == before && !name.startsWith("u") && !name.startsWith("o")) {
                out.append("<p></p>");
            }
            out.append("</").append(name).append('>');
        }
    }

    private void inline(Node node) {
        if (node instanceof TextNode text) {
            String words = text.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " ");
            boolean atStart = line.length() == 0 || line.charAt(line.length() - 1) == ' ';
            line.append(escape(atStart && words.startsWith(" ") ? words.substring(1) : words));
        } else if (node instanceof Element element && !NO_CONTENT.contains(element.normalName())) {
            element(element);
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        String mark = MARKS.get(name);
        if (name.equals("br")) {
            line.append("<br>");
        } else if (name.equals("img")) {
            image(element);
        } else if (name.equals("a") && element.hasAttr("href")) {
            wrap(
                    element,
                    "<a rel=\"noopener noreferrer nofollow\" href=\"" + escape(element.attr("href")) + "\">",
                    "</a>");
        } else if (mark != null) {
            wrap(element, "<" + mark + ">", "</" + mark + ">");
        } else if (name.equals("span") && !style(element, "color").isEmpty()) {
            wrap(element, "<span style=\"color: " + style(element, "color") + "\">", "</span>");
        } else {
            element.childNodes().forEach(this::inline);
        }
    }

    private void wrap(Element element, String open, String close) {
        int before = line.length();
        line.append(open);
        element.childNodes().forEach(this::inline);
        if (line.length() == before + open.length()) {
            // A mark without text does not exist in that model.
            line.setLength(before);
        } else {
            line.append(close);
        }
    }

    private void image(Element image) {
        if (image.attr("src").startsWith("data:")) {
            return;
        }
        line.append("<img class=\"custom-image\" src=\"")
                .append(escape(image.attr("src")))
                .append('"');
        for (String name : List.of("alt", "title")) {
            if (image.hasAttr(name)) {
                line.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(escape(image.attr(name)))
                        .append('"');
            }
        }
        line.append(" width=\"")
                .append(image.hasAttr("width") ? escape(image.attr("width")) : "350")
                .append('"');
        if (image.hasAttr("height")) {
            line.append(" height=\"").append(escape(image.attr("height"))).append('"');
        }
        line.append('>');
    }

    /** Text outside of any block gets a paragraph of its own; white space between blocks gets none. */
    private void endLine() {
        String text = takeLine();
        if (!text.isEmpty()) {
            out.append("<p>").append(text).append("</p>");
        }
    }

    private String takeLine() {
        String text = line.toString().strip();
        line.setLength(0);
        return text;
    }

    private static String style(Element element, String property) {
        for (String declaration : element.attr("style").split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0 && declaration.substring(0, colon).strip().equals(property)) {
                return escape(declaration.substring(colon + 1).strip());
            }
        }
        return "";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\u00a0", "&nbsp;");
    }
}
