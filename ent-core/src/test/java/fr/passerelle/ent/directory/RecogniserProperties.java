package fr.passerelle.ent.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.privacy.MemoryKeys;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class RecogniserProperties {
    private static final LocalDate BORN = LocalDate.of(2016, 5, 4);

    private final Recogniser recogniser = new Recogniser(MemoryKeys.vault());

    @Property(tries = 500)
    void case_accents_and_form_do_not_matter(@ForAll @CharRange(from = 'A', to = 'ɏ') @NotEmpty String name) {
        String once = Recogniser.normalised(name);
        assertThat(Recogniser.normalised(once)).isEqualTo(once);
        assertThat(Recogniser.normalised(Normalizer.normalize(name, Normalizer.Form.NFD)))
                .isEqualTo(once);
        assertThat(Recogniser.normalised(name.toUpperCase(Locale.ROOT))).isEqualTo(once);
        assertThat(Recogniser.normalised(" " + String.join("-", name.split("")) + "'"))
                .isEqualTo(once);
    }

    @Test
    void particles_hyphens_apostrophes_and_ligatures_are_folded() {
        assertThat(Recogniser.normalised("De la Tour-d’Éguy"))
                .isEqualTo(Recogniser.normalised("DELATOUR D'EGUY"))
                .isEqualTo("DELATOURDEGUY");
        assertThat(Recogniser.normalised("Lœtitia")).isEqualTo("LOETITIA");
        assertThat(Recogniser.normalised("Ægir Søren Straße")).isEqualTo("AEGIRSORENSTRASSE");
        assertThat(Recogniser.normalised("Нина")).isEqualTo("НИНА");
    }

    @Test
    void keys_tell_two_people_apart_and_show_nothing() {
        MatchKeys keys = recogniser.keys("ZÉDRIMEL", "Maëva", BORN);
        assertThat(recogniser.keys("Zedrimel", "MAEVA", BORN)).isEqualTo(keys);
        MatchKeys later = recogniser.keys("ZÉDRIMEL", "Maëva", BORN.plusDays(1));
        assertThat(later.name()).isEqualTo(keys.name());
        assertThat(later.exact()).isNotEqualTo(keys.exact());
        assertThat(later.first()).isNotEqualTo(keys.first());
        MatchKeys renamed = recogniser.keys("OLBADINEC", "Maëva", BORN);
        assertThat(renamed.first()).isEqualTo(keys.first());
        assertThat(renamed.exact()).isNotEqualTo(keys.exact());
        assertThat(recogniser.keys("ZÉDRIMELMA", "ëva", BORN).exact())
                .as("names do not run into each other")
                .isNotEqualTo(keys.exact());
        assertThat(keys.exact() + keys.name() + keys.first()).matches("[0-9a-f]{192}");
    }
}
