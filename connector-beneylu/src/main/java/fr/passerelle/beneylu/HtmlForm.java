package fr.passerelle.beneylu;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A form as a page shows it, with the token in it: what is not filled in goes back as it came, as a browser sends it. For
 * one thread.
 */
final class HtmlForm {
    private record Field(String name, String value) {}

    /** A box or a line of a list. */
    record Choice(String value, boolean ticked, String label) {}

    private final Element element;
    private final String name;
    private final List<Field> fields = new ArrayList<>();

    private HtmlForm(FormElement element, String name) {
        this.element = element;
        this.name = name;
        element.formData().forEach(field -> fields.add(new Field(field.key(), field.value())));
    }

    /** The form of that name on a page; its token makes it one. */
    static Optional<HtmlForm> on(Document page, String name) {
        return page.forms().stream()
                .filter(form ->
                        !form.select("input[name=\"" + name + "[_token]\"]").isEmpty())
                .findFirst()
                .map(form -> new HtmlForm(form, name));
    }

    private String full(String field) {
        int bracket = field.indexOf('[');
        return bracket < 0
                ? name + "[" + field + "]"
                : name + "[" + field.substring(0, bracket) + "]" + field.substring(bracket);
    }

    /** What a field holds; empty where it is not there. */
    String get(String field) {
        String full = full(field);
        return fields.stream()
                .filter(one -> one.name().equals(full))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    /** Fills a field in, in its place. */
    HtmlForm set(String field, String value) {
        String full = full(field);
        int at = 0;
        while (at < fields.size() && !fields.get(at).name().equals(full)) {
            at++;
        }
        remove(field);
        fields.add(Math.min(at, fields.size()), new Field(full, value));
        return this;
    }

    HtmlForm remove(String field) {
        String full = full(field);
        fields.removeIf(one -> one.name().equals(full));
        return this;
    }

    /** What can be chosen in a field, whether by boxes or from a list. */
    List<Choice> choices(String field) {
        String named = "[name=\"" + full(field) + "\"]";
        List<Choice> choices = new ArrayList<>();
        for (Element box : element.select("input[type=checkbox]" + named + ", input[type=radio]" + named)) {
            choices.add(new Choice(box.attr("value"), box.hasAttr("checked"), label(box)));
        }
        for (Element option : element.select("select" + named + " option")) {
            choices.add(new Choice(option.attr("value"), option.hasAttr("selected"), option.text()));
        }
        return choices;
    }

    private String label(Element box) {
        Element parent = box.closest("label");
        Element label =
                parent != null || box.id().isEmpty() ? parent : element.selectFirst("label[for=\"" + box.id() + "\"]");
        return label == null ? "" : label.text();
    }

    /** As it is sent. */
    byte[] encoded() {
        return fields.stream()
                .map(field -> encode(field.name()) + "=" + encode(field.value()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The text in it is a communication's. */
    @Override
    public String toString() {
        return "HtmlForm[" + name + ", " + fields.size() + " fields]";
    }
}
