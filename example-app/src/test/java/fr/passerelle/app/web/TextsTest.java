package fr.passerelle.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No page and no command shows the name of a text in place of the text. */
class TextsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    /** {@code #{frame.write}}; not {@code #{${cell.word}}}, whose key is known only when it is shown. */
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z.-]+)[}(]");
    /** {@code #{|kind.${…}|}}: all that is known is how the key begins. */
    private static final Pattern BEGINNING = Pattern.compile("#\\{\\|([a-z.-]+)\\$");

    @Test
    void french_and_english_have_the_same_keys() {
        assertThat(texts("/fr/passerelle/app/web/pages_en.properties").stringPropertyNames())
                .hasSizeGreaterThan(50)
                .isEqualTo(texts("/fr/passerelle/app/web/pages.properties").stringPropertyNames());
        assertThat(texts("/fr/passerelle/app/cli/texts_en.properties").stringPropertyNames())
                .hasSizeGreaterThan(50)
                .isEqualTo(texts("/fr/passerelle/app/cli/texts_fr.properties").stringPropertyNames());
    }

    @Test
    void no_text_is_blank() {
        for (String name : List.of("web/pages", "web/pages_en", "cli/texts_fr", "cli/texts_en")) {
            assertThat(texts("/fr/passerelle/app/" + name + ".properties").values())
                    .noneMatch(text -> text.toString().isBlank());
        }
    }

    @Test
    void every_key_of_a_template_has_a_text() {
        Set<String> known = texts("/fr/passerelle/app/web/pages.properties").stringPropertyNames();
        assertThat(named(KEY)).hasSizeGreaterThan(30).isSubsetOf(known);
        assertThat(named(BEGINNING))
                .hasSizeGreaterThan(2)
                .allMatch(beginning -> known.stream().anyMatch(key -> key.startsWith(beginning)));
    }

    private static Set<String> named(Pattern pattern) {
        try (Stream<Path> templates = Files.list(TEMPLATES)) {
            return templates
                    .flatMap(template -> pattern.matcher(content(template)).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties texts(String resource) {
        Properties texts = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(TextsTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
