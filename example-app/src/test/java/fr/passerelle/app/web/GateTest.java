package fr.passerelle.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** No handler is forgotten. */
class GateTest {
    private static final List<JavaMethod> HANDLERS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("fr.passerelle.app").stream()
                    .flatMap(found -> found.getMethods().stream())
                    .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                    .toList();

    @Test
    void every_handler_says_for_whom_it_is() {
        assertThat(HANDLERS).hasSizeGreaterThan(40);
        assertThat(HANDLERS)
                .allSatisfy(handler -> assertThat(
                                handler.isAnnotatedWith(Needs.class) != handler.isAnnotatedWith(ForEverybody.class))
                        .as(handler.getFullName())
                        .isTrue());
        assertThat(HANDLERS)
                .allSatisfy(handler -> assertThat(handler.getOwner().getPackageName())
                        .as("where the gate looks")
                        .isEqualTo(Gate.class.getPackageName()));
    }

    @Test
    void what_changes_something_is_kept_on_the_trail_in_words_that_both_languages_have() {
        ResourceBundle french = ResourceBundle.getBundle("fr.passerelle.app.web.pages", Locale.ROOT);
        List<String> unkept = List.of("goOn", "preview");
        for (JavaMethod handler : HANDLERS) {
            if (handler.isAnnotatedWith(Needs.class)) {
                String trail = handler.getAnnotationOfType(Needs.class).trail();
                boolean changes = handler.isAnnotatedWith(PostMapping.class);
                assertThat(!changes || !trail.isEmpty() || unkept.contains(handler.getName()))
                        .as(handler.getFullName())
                        .isTrue();
                assertThat(changes || handler.isAnnotatedWith(GetMapping.class)).isTrue();
                assertThat(trail.isEmpty() || french.containsKey("trail." + trail))
                        .as(trail)
                        .isTrue();
            }
        }
    }
}
