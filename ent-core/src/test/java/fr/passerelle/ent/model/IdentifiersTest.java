package fr.passerelle.ent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class IdentifiersTest {
    private final JsonMapper json = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"0771369V", "0770409B", "0770420N", "0770407Z", "0771572R", "0772876H"})
    void a_uai_of_chelles_is_accepted(String uai) {
        assertThat(Uai.parse(" " + uai.toLowerCase(java.util.Locale.ROOT) + " ").value())
                .isEqualTo(uai);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0771369W", "771369V", "0771369", "0771369VV", "", "O771369V", "CL-TOURNELLES"})
    void a_malformed_uai_is_refused_with_a_sentence(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Uai(text))
                .withMessageStartingWith("\"" + text + "\" is not a UAI: ");
    }

    @Test
    void a_wrong_check_letter_is_told_with_the_right_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Uai.parse("0771369A"))
                .withMessageContaining("its check letter would be V");
    }

    @Test
    void a_place_is_a_school_or_a_leisure_centre() {
        assertThat(PlaceId.parse("0771369v")).isEqualTo(new Uai("0771369V"));
        assertThat(PlaceId.parse("cl-tournelles")).isEqualTo(new LeisureCentreId("CL-TOURNELLES"));
    }

    @Test
    void identifiers_are_plain_text_in_json() {
        ClassId schoolClass = ClassId.random();
        assertThat(json.writeValueAsString(schoolClass)).isEqualTo("\"" + schoolClass + "\"");
        assertThat(json.readValue(json.writeValueAsString(schoolClass), ClassId.class))
                .isEqualTo(schoolClass);
        assertThat(json.readValue("\"0771369V\"", PlaceId.class)).isEqualTo(new Uai("0771369V"));
        assertThat(json.readValue("\"CL-A\"", PlaceId.class)).isEqualTo(new LeisureCentreId("CL-A"));
        assertThat(json.readValue(json.writeValueAsString(new SchoolYear(2026)), SchoolYear.class))
                .isEqualTo(new SchoolYear(2026));
    }

    @Test
    void the_school_year_turns_on_the_first_of_august() {
        assertThat(SchoolYear.of(LocalDate.of(2027, 7, 31))).hasToString("2026-2027");
        assertThat(SchoolYear.of(LocalDate.of(2027, 8, 1))).hasToString("2027-2028");
        assertThat(SchoolYear.parse("2026-2027")).isEqualTo(new SchoolYear(2026));
        assertThatIllegalArgumentException().isThrownBy(() -> SchoolYear.parse("2026-2028"));
    }

    @Test
    void a_follow_up_command_has_an_id_of_its_own_that_is_always_the_same() {
        CommandId form = new CommandId("form-1");
        assertThat(form.then("publish")).isEqualTo(form.then("publish")).isNotEqualTo(form.then("write"));
    }
}
