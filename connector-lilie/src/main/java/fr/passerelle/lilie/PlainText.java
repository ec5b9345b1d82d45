package fr.passerelle.lilie;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Rich text as people write it in a plain e-mail: dashes and numbers for lists, {@code >} for quotations. Pure. */
final class PlainText {
    private static final Set<String> BLOCKS = Set.of("p", "h2", "h3", "ul", "ol", "li", "blockquote");

    private PlainText() {}

    /** The paragraphs below an element, each of one line or several; none is empty. */
    static List<String> paragraphs(Element parent) {
        return paragraphs(parent.childNodes());
    }

    private static List<String> paragraphs(List<Node> nodes) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder loose = new StringBuilder();
        for (Node node : nodes) {
            if (node instanceof Element element && holdsBlocks(element)) {
                add(paragraphs, loose);
                paragraphs.addAll(block(element));
            } else {
                inline(node, loose);
            }
        }
        add(paragraphs, loose);
        return paragraphs;
    }

    private static boolean holdsBlocks(Element element) {
        return BLOCKS.contains(element.normalName())
                || element.children().stream().anyMatch(PlainText::holdsBlocks);
    }

    private static List<String> block(Element element) {
        return switch (element.normalName()) {
            case "ul", "ol" -> items(element);
            case "blockquote" ->
                paragraphs(element).stream()
                        .map(text -> after("> ", "> ", text))
                        .toList();
            case "a" -> withAddress(paragraphs(element), element.attr("href"));
            default -> paragraphs(element);
        };
    }

    /** A list is one paragraph, with a line or more for each item. */
    private static List<String> items(Element list) {
        List<String> items = new ArrayList<>();
        int number = 0;
        for (Node node : list.childNodes()) {
            boolean item =
                    node instanceof Element element && element.normalName().equals("li");
            List<String> texts = paragraphs(item ? node.childNodes() : List.of(node));
            if (!texts.isEmpty()) {
                String bullet = list.normalName().equals("ol") ? ++number + ". " : "- ";
                items.add(after(bullet, " ".repeat(bullet.length()), String.join("\n", texts)));
            }
        }
        return items.isEmpty() ? List.of() : List.of(String.join("\n", items));
    }

    private static String after(String first, String others, String text) {
        return first + text.replace("\n", "\n" + others);
    }

    private static void inline(Node node, StringBuilder line) {
        if (node instanceof TextNode text) {
            line.append(text.getWholeText().replaceAll("[\\p{Cntrl} ]+", " "));
        } else if (node instanceof Element element) {
            if (element.normalName().equals("br")) {
                line.append("\n");
            }
            StringBuilder inner = new StringBuilder();
            element.childNodes().forEach(child -> inline(child, inner));
            line.append(element.normalName().equals("a") ? linked(inner.toString(), element.attr("href")) : inner);
        }
    }

    private static List<String> withAddress(List<String> paragraphs, String href) {
        List<String> linked = new ArrayList<>(paragraphs.isEmpty() ? List.of("") : paragraphs);
        int last = linked.size() - 1;
        linked.set(last, linked(linked.get(last), href));
        return linked;
    }

    /** A link's text and, unless it says so itself, its address. */
    private static String linked(String text, String href) {
        String address = href.startsWith("mailto:") ? href.substring("mailto:".length()) : href;
        if (address.isEmpty() || text.strip().equals(address)) {
            return text;
        }
        return text.isBlank() ? text + address : text.stripTrailing() + " (" + address + ")" + trailing(text);
    }

    private static String trailing(String text) {
        return text.substring(text.stripTrailing().length());
    }

    /** The lines written so far become a paragraph, if they say anything. */
    private static void add(List<String> paragraphs, StringBuilder written) {
        List<String> lines = new ArrayList<>();
        for (String line : written.toString().split("\n", -1)) {
            String tidy = line.replaceAll(" {2,}", " ").strip();
            if (!tidy.isEmpty()) {
                lines.add(tidy);
            }
        }
        written.setLength(0);
        if (!lines.isEmpty()) {
            paragraphs.add(String.join("\n", lines));
        }
    }
}
