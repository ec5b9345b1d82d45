package fr.passerelle.ent.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.SubjectId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PersonalModuleTest {
    private final Vault vault = new Vault(new MemoryKeys(), MemoryKeys.MASTER);
    private final JsonMapper json =
            JsonMapper.builder().addModule(vault.module()).build();
    private final SubjectId alba = SubjectId.random();
    private final SubjectId noe = SubjectId.random();

    record Pupil(Personal<String> name, Personal<LocalDate> born, List<Guardian> guardians) {}

    record Guardian(Personal<String> name, Map<String, List<Personal<String>>> phones) {}

    record Named(Personal<String> name) {}

    private JsonNode write(Object value) {
        return json.readTree(
                json.writer().withAttribute(PersonalModule.STREAM, "person/1").writeValueAsString(value));
    }

    private static <T> T value(Personal<T> opened) {
        return ((Personal.Clear<T>) opened).value();
    }

    @Test
    void every_clear_value_is_sealed_where_it_stands_and_opens_again_with_its_type() {
        Pupil pupil = new Pupil(
                Personal.of(alba, "Alba"),
                Personal.of(alba, LocalDate.of(2020, 2, 29)),
                List.of(new Guardian(
                        Personal.of(noe, "Noé"), Map.of("home", List.of(Personal.of(noe, "01 99 00 00 01"))))));

        JsonNode written = write(pupil);

        assertThat(written.toString()).doesNotContain("Alba", "Noé", "2020", "01 99");
        assertThat(written.at("/name/field").asString()).isEqualTo("name");
        assertThat(written.at("/name/stream").asString()).isEqualTo("person/1");
        assertThat(written.at("/guardians/0/name/field").asString()).isEqualTo("name");
        assertThat(written.at("/guardians/0/phones/home/0/field").asString()).isEqualTo("home");
        Pupil read = json.treeToValue(written, Pupil.class);
        assertThat(read.born()).isInstanceOf(Personal.Sealed.class);
        assertThat(value(vault.open(read.name()))).isEqualTo("Alba");
        assertThat(value(vault.open(read.born()))).isEqualTo(LocalDate.of(2020, 2, 29));
        Guardian guardian = read.guardians().get(0);
        assertThat(value(vault.open(guardian.name()))).isEqualTo("Noé");
        assertThat(guardian.phones().get("home"))
                .singleElement()
                .satisfies(phone -> assertThat(value(vault.open(phone))).isEqualTo("01 99 00 00 01"));
    }

    @Test
    void a_sealed_value_is_written_as_it_is_whatever_the_stream_and_the_place() {
        Named read = json.treeToValue(write(new Named(Personal.of(alba, "Alba"))), Named.class);

        JsonNode moved = json.readTree(json.writer()
                .withAttribute(PersonalModule.STREAM, "item/9")
                .writeValueAsString(Map.of("elsewhere", List.of(read.name()))));

        assertThat(moved.at("/elsewhere/0")).isEqualTo(write(read).at("/name"));
        assertThat(value(vault.open(
                        json.treeToValue(json.createObjectNode().set("name", moved.at("/elsewhere/0")), Named.class)
                                .name())))
                .isEqualTo("Alba");
    }

    @Test
    void an_erased_value_stays_erased() {
        JsonNode written = write(new Named(new Personal.Erased<>(alba)));

        assertThat(written.at("/name").toString()).isEqualTo("{\"subject\":\"" + alba + "\",\"erased\":true}");
        assertThat(json.treeToValue(written, Named.class).name()).isEqualTo(new Personal.Erased<String>(alba));
    }

    @Test
    void a_clear_value_is_never_written_without_a_stream() {
        assertThatThrownBy(() -> json.writeValueAsString(new Named(Personal.of(alba, "Alba"))))
                .hasMessageContaining("outside the store")
                .hasMessageNotContaining("Alba");
    }

    @Test
    void only_the_opening_module_opens() {
        JsonNode written = write(new Named(Personal.of(alba, "Alba")));
        JsonMapper opening =
                JsonMapper.builder().addModule(vault.openingModule()).build();

        assertThat(opening.treeToValue(written, Named.class).name()).isEqualTo(Personal.of(alba, "Alba"));
        vault.erase(alba, null);
        assertThat(opening.treeToValue(written, Named.class).name()).isEqualTo(new Personal.Erased<String>(alba));
    }
}
