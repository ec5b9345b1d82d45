package fr.passerelle.beneylu.sandbox;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A Symfony form as a page shows it: a token bound to the session, and the fields that it knows. */
final class FormPage {
    static final String STALE = "Le jeton CSRF est invalide. Veuillez renvoyer le formulaire.";
    static final String EXTRA = "Ce formulaire ne doit pas contenir de champs supplémentaires.";
    static final String INVALID = "Cette valeur n'est pas valide.";

    private final String name;
    private final StringBuilder html = new StringBuilder();
    private final Set<String> fields = new TreeSet<>();

    FormPage(String name, String token) {
        this.name = name;
        hidden("_token", token);
    }

    String full(String field) {
        int bracket = field.indexOf('[');
        return bracket < 0
                ? name + "[" + field + "]"
                : name + "[" + field.substring(0, bracket) + "]" + field.substring(bracket);
    }

    private String named(String field) {
        fields.add(full(field));
        return " name=\"" + Pages.escape(full(field)) + "\"";
    }

    FormPage hidden(String field, String value) {
        html.append("<input type=\"hidden\"")
                .append(named(field))
                .append(" value=\"")
                .append(Pages.escape(value))
                .append("\">");
        return this;
    }

    FormPage text(String field, String value) {
        html.append("<input type=\"text\"")
                .append(named(field))
                .append(" value=\"")
                .append(Pages.escape(value))
                .append("\">");
        return this;
    }

    FormPage area(String field, String value) {
        html.append("<textarea")
                .append(named(field))
                .append(">\n")
                .append(Pages.escape(value))
                .append("</textarea>");
        return this;
    }

    FormPage box(String field, String value, boolean ticked, String label) {
        html.append("<label><input type=\"checkbox\"")
                .append(named(field))
                .append(" value=\"")
                .append(Pages.escape(value))
                .append('"')
                .append(ticked ? " checked" : "")
                .append("> ")
                .append(Pages.escape(label))
                .append("</label>");
        return this;
    }

    FormPage choice(String field, List<String> values, String chosen) {
        html.append("<select").append(named(field)).append('>');
        values.forEach(value -> html.append("<option value=\"")
                .append(value)
                .append('"')
                .append(value.equals(chosen) ? " selected" : "")
                .append('>')
                .append(value)
                .append("</option>"));
        html.append("</select>");
        return this;
    }

    /** What is wrong with what was sent, before its values are looked at; empty when nothing is. */
    String fault(Call call, String token) {
        if (!token.equals(call.form().get(full("_token")))) {
            return STALE;
        }
        boolean extra = call.form().keySet().stream()
                .anyMatch(field -> field.startsWith(name + "[") && !fields.contains(field));
        return extra ? EXTRA : "";
    }

    /** @param error shown above, or empty */
    String page(String action, String error) {
        return "<form method=\"post\" action=\"" + Pages.escape(action) + "\">"
                + (error.isEmpty() ? "" : "<p class=\"error\">" + Pages.escape(error) + "</p>") + html
                + "<button>Terminer</button></form>";
    }
}
