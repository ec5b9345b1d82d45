package fr.passerelle.ent.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} and the sentences say the same, in both languages. */
class ErrorTableTest {
    private static final Pattern ROW = Pattern.compile("\\| (ENT-\\d{3}) \\| (.*?) \\| (.*?) \\|");

    @Test
    void the_table_holds_every_sentence_as_it_is_shown() throws IOException {
        ResourceBundle french = Sentences.bundle(Locale.FRENCH);
        ResourceBundle english = Sentences.bundle(Locale.ENGLISH);
        var shown = new TreeMap<String, String>();
        french.keySet().forEach(code -> shown.put(code, french.getString(code) + " | " + english.getString(code)));

        var table = new TreeMap<String, String>();
        Matcher row = ROW.matcher(Files.readString(Path.of("../docs/errors.md")));
        while (row.find()) {
            table.put(row.group(1), row.group(2) + " | " + row.group(3));
        }
        assertThat(table).isNotEmpty().isEqualTo(shown);
    }

    @Test
    void both_languages_know_the_same_codes_and_facts() {
        ResourceBundle french = Sentences.bundle(Locale.FRENCH);
        ResourceBundle english = Sentences.bundle(Locale.ENGLISH);
        assertThat(french.keySet()).isEqualTo(english.keySet());
        for (String code : french.keySet()) {
            assertThat(facts(french.getString(code))).as(code).isEqualTo(facts(english.getString(code)));
        }
    }

    private static java.util.Set<String> facts(String sentence) {
        return Pattern.compile("\\{\\w+}")
                .matcher(sentence)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(java.util.stream.Collectors.toSet());
    }
}
