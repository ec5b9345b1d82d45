package fr.passerelle.app.cli;

import fr.passerelle.ent.model.Coded;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.Sentences;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** One command's way of speaking: in the language and the form that were asked for. */
final class Dialogue {
    private final Console console;
    private final Locale locale;
    private final OutputFormat format;
    private final ResourceBundle texts;

    Dialogue(Console console, Locale locale, OutputFormat format) {
        this.console = console;
        this.locale = locale;
        this.format = format;
        this.texts = Texts.bundle(locale);
    }

    Locale locale() {
        return locale;
    }

    /** Begins the answer; closed by the caller. */
    Answer answer() {
        // Behind a hyphen stands which of several the part is of.
        return Answer.of(format, console.out(), name -> text("column." + name.replaceFirst("-.*", "")));
    }

    /** A text with its facts filled in. */
    String text(String key, Object... facts) {
        return new MessageFormat(texts.getString(key), locale).format(facts);
    }

    /** Tells something beside the answer. */
    void note(String key, Object... facts) {
        console.err().println(text(key, facts));
    }

    /** Tells a sentence that has a code, beside the answer. */
    void note(Coded coded, Map<String, String> facts) {
        console.err().println(Sentences.withCode(coded, facts, locale));
    }

    void note(Refusal refusal) {
        note(refusal.reason(), refusal.facts());
    }

    /** A path as it was given, from where the caller stands. */
    Path path(Path given) {
        return console.directory().resolve(given).normalize();
    }

    Console console() {
        return console;
    }
}
