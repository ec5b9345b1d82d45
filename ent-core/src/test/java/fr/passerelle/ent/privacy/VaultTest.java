package fr.passerelle.ent.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Envelope;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.SubjectId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class VaultTest {
    private static final MasterKey MASTER = MemoryKeys.MASTER;

    private final MemoryKeys keys = new MemoryKeys();
    private final Vault vault = new Vault(keys, MASTER);
    private final SubjectId alba = SubjectId.random();

    private Personal.Sealed<String> sealed(SubjectId subject, String value) {
        return new Personal.Sealed<>(subject, vault.seal(subject, "person/1", "name", value), String.class);
    }

    @Test
    void what_was_sealed_opens_to_the_same_value_of_its_type() {
        record Contact(String email, LocalDate since) {}
        Contact contact = new Contact("alba@example.org", LocalDate.of(2020, 2, 29));
        Envelope envelope = vault.seal(alba, "person/1", "contact", contact);

        assertThat(vault.open(sealed(alba, "Alba"))).isEqualTo(Personal.of(alba, "Alba"));
        assertThat(vault.open(new Personal.Sealed<>(alba, envelope, Contact.class)))
                .isEqualTo(Personal.of(alba, contact));
        assertThat(vault.open(Personal.of(alba, "clear"))).isEqualTo(Personal.of(alba, "clear"));
        assertThat(vault.open(new Personal.Erased<String>(alba))).isEqualTo(new Personal.Erased<String>(alba));
    }

    @Test
    void no_two_sealings_of_a_value_are_alike() {
        assertThat(sealed(alba, "Alba").envelope().ciphertext())
                .isNotEqualTo(sealed(alba, "Alba").envelope().ciphertext());
        assertThat(sealed(alba, "Alba").envelope().iv())
                .isNotEqualTo(sealed(alba, "Alba").envelope().iv());
    }

    static Stream<Envelope> moved() {
        Envelope was = new Envelope("person/1", "name", "v", 1, "i", "c");
        return Stream.of(
                new Envelope("person/2", was.field(), "", 1, "", ""),
                new Envelope(was.stream(), "street", "", 1, "", ""),
                new Envelope(was.stream(), was.field(), "other", 1, "", ""),
                new Envelope(was.stream(), was.field(), "", 2, "", ""),
                new Envelope(was.stream(), was.field(), "", 1, "", "flip"));
    }

    @ParameterizedTest
    @MethodSource("moved")
    void a_sealed_value_that_was_moved_or_changed_does_not_open(Envelope change) {
        Envelope sealed = sealed(alba, "Alba").envelope();
        byte[] ciphertext = Base64.getDecoder().decode(sealed.ciphertext());
        if (change.ciphertext().equals("flip")) {
            ciphertext[3] ^= 1;
        }
        Envelope moved = new Envelope(
                change.stream(),
                change.field(),
                change.valueId().isEmpty() ? sealed.valueId() : change.valueId(),
                change.keyVersion(),
                sealed.iv(),
                Base64.getEncoder().withoutPadding().encodeToString(ciphertext));

        assertThatThrownBy(() -> vault.open(new Personal.Sealed<>(alba, moved, String.class)))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.reason()).isEqualTo(KeyReason.SEAL_BROKEN))
                .hasMessageNotContaining("Alba");
    }

    @Test
    void a_value_does_not_open_as_another_subjects() {
        SubjectId noe = SubjectId.random();
        sealed(noe, "Noé");
        Envelope albas = sealed(alba, "Alba").envelope();

        assertThatThrownBy(() -> vault.open(new Personal.Sealed<>(noe, albas, String.class)))
                .isInstanceOf(CodedException.class);
    }

    @Test
    void an_erased_subjects_values_are_erased_and_nothing_is_sealed_for_them_again() {
        Personal<String> name = sealed(alba, "Alba");
        vault.open(name);

        vault.erase(alba, vault.hmac("match", "alba|2020-02-29"));

        assertThat(vault.open(name)).isEqualTo(new Personal.Erased<String>(alba));
        assertThat(vault.erasedAt(alba)).isPresent();
        assertThat(vault.erasedMatch(vault.hmac("match", "alba|2020-02-29"))).isTrue();
        assertThat(vault.erasedMatch(vault.hmac("match", "noe|2020-02-29"))).isFalse();
        assertThat(vault.pendingErasures()).containsExactly(alba);
        assertThatThrownBy(() -> sealed(alba, "Alba"))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.reason()).isEqualTo(KeyReason.SUBJECT_ERASED));

        vault.confirmErasure(alba);
        assertThat(vault.pendingErasures()).isEmpty();
    }

    @Test
    void many_values_open_in_their_order_with_one_look_up() {
        List<Personal<String>> class27 = new ArrayList<>(IntStream.range(0, 27)
                .mapToObj(number -> (Personal<String>) sealed(SubjectId.random(), "Pupil " + number))
                .toList());
        class27.add(Personal.of(alba, "clear"));
        Vault later = new Vault(keys, MASTER);
        keys.lookUps = 0;

        assertThat(later.openAll(class27))
                .extracting(value -> ((Personal.Clear<String>) value).value())
                .startsWith("Pupil 0", "Pupil 1")
                .endsWith("Pupil 26", "clear");
        assertThat(keys.lookUps).isEqualTo(1);
        later.openAll(class27.subList(3, 9));
        later.open(class27.get(5));
        assertThat(keys.lookUps).isEqualTo(1);
    }

    @Test
    void another_master_key_is_refused() {
        MasterKey other = MasterKey.base64(
                "other",
                Base64.getEncoder()
                        .encodeToString("another key of thirty-two bytes!".getBytes(StandardCharsets.US_ASCII)));

        assertThatThrownBy(() -> new Vault(keys, other))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.reason()).isEqualTo(KeyReason.MASTER_KEY_FOREIGN));
    }

    @Test
    void keyed_hashes_depend_on_master_key_purpose_and_text() {
        assertThat(vault.hmac("match", "alba")).matches("[0-9a-f]{64}").isEqualTo(vault.hmac("match", "alba"));
        assertThat(vault.hmac("match", "alba")).isNotEqualTo(vault.hmac("attachment", "alba"));
        assertThat(vault.hmac("match", "alba")).isNotEqualTo(vault.hmac("match", "albe"));
        assertThat(vault.marker("item/1"))
                .matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}")
                .isEqualTo(vault.marker("item/1"))
                .isNotEqualTo(vault.marker("item/2"));
    }
}
