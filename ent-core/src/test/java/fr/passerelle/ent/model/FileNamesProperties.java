package fr.passerelle.ent.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FileNamesProperties {
    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> parts = Arbitraries.of(
                "a", "é", "e", "\u0301", "\u200d", "\u202e", "/", "\\", ".", "..", " ", "\t", "\n", "\0", "\ud83d",
                "🎉", ".pdf");
        return parts.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    @Property(tries = 1000)
    void a_clean_name_stays_as_it_is(@ForAll("names") String name) {
        String clean = FileNames.clean(name);
        assertThat(FileNames.clean(clean)).isEqualTo(clean);
    }

    @Property(tries = 1000)
    void a_clean_name_has_no_path_and_nothing_that_is_not_seen(@ForAll("names") String name) {
        assertThat(FileNames.clean(name))
                .doesNotContain("/", "\\", "\u202e", "\0", "\n", "\u200d")
                .doesNotStartWith(".")
                .doesNotEndWith(".");
    }
}
