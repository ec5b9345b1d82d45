package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.privacy.SubjectKeys.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class SqliteSubjectKeysTest extends SubjectKeysSuite {
    @Override
    StoreUnderTest create(Path directory) {
        return new SqliteUnderTest(directory);
    }

    @Override
    Connection connectToKeys(Path directory) throws SQLException {
        return SqliteDatabase.source(directory.resolve("keys").resolve("keys.db"), SqliteDatabase.config())
                .getConnection();
    }

    @Test
    void the_bytes_of_an_erased_key_are_in_no_file_any_more() throws Exception {
        String bytes = "wrapped key of sixty bytes, which nobody may find again ....";
        tested.keys().keep(alba, new WrappedKey(1, bytes.getBytes(StandardCharsets.UTF_8)));
        tested.keys().keep(noe, key(2));
        assertThat(ByteSearch.inAnotherProcess(directory.resolve("keys"), bytes))
                .isNotEmpty();

        tested.keys().erase(alba, null);

        assertThat(ByteSearch.inAnotherProcess(directory.resolve("keys"), bytes))
                .isEmpty();
    }
}
