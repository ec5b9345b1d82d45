package fr.passerelle.app.cli;

import java.util.Locale;
import java.util.ResourceBundle;

/** The command line's words: French by default, English when asked for. */
final class Texts {
    private Texts() {}

    static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                Texts.class.getPackageName() + ".texts",
                locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
