package fr.passerelle.ent.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.CodedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MasterKeyTest {
    @TempDir
    Path directory;

    @Test
    void a_missing_file_is_made_for_its_owner_only_and_read_again() throws IOException {
        Path file = directory.resolve("keys").resolve("master");

        MasterKey made = MasterKey.file(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("keys"))))
                .isEqualTo("rwx------");
        assertThat(MasterKey.file(file).fingerprint()).isEqualTo(made.fingerprint());
        assertThat(MasterKey.file(directory.resolve("other")).fingerprint()).isNotEqualTo(made.fingerprint());
        try (Stream<Path> left = Files.list(directory.resolve("keys"))) {
            assertThat(left).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx--x---"})
    void a_file_that_others_can_use_is_refused(String modes) throws IOException {
        Path file = directory.resolve("master");
        MasterKey.file(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(modes));

        assertThatThrownBy(() -> MasterKey.file(file))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.reason()).isEqualTo(KeyReason.MASTER_KEY_EXPOSED))
                .hasMessageContaining("chmod 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "dG9vIHNob3J0"})
    void what_is_no_256_bit_key_is_refused_and_not_quoted(String text) {
        assertThatThrownBy(() -> MasterKey.base64("env:KEY", text))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.reason()).isEqualTo(KeyReason.MASTER_KEY_MALFORMED))
                .hasMessageContaining("env:KEY")
                .hasMessageNotContaining(text.isEmpty() ? "null" : text);
    }

    @Test
    void a_missing_variable_and_an_unreachable_file_are_refused() throws IOException {
        Path blocked = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> MasterKey.env("PASSERELLE_NO_SUCH_VARIABLE"))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.reason()).isEqualTo(KeyReason.MASTER_KEY_UNREACHABLE));
        assertThatThrownBy(() -> MasterKey.file(blocked.resolve("master")))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.reason()).isEqualTo(KeyReason.MASTER_KEY_UNREACHABLE));
    }

    @Test
    void of_several_that_make_the_file_at_once_all_hold_the_same_key() throws Exception {
        Path file = directory.resolve("master");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> made = threads.invokeAll(
                    Collections.nCopies(8, () -> MasterKey.file(file).fingerprint()));
            Set<String> fingerprints = new HashSet<>();
            for (Future<String> one : made) {
                fingerprints.add(one.get());
            }
            assertThat(fingerprints).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void its_text_form_says_nothing() {
        assertThat(MasterKey.file(directory.resolve("master"))).hasToString("MasterKey");
    }
}
