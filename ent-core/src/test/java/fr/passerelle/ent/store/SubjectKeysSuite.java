package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.privacy.KeyReason;
import fr.passerelle.ent.privacy.SubjectKeys.WrappedKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What every place of keys does; a database joins with a subclass of a few lines. */
abstract class SubjectKeysSuite extends StoreTestBase {
    final SubjectId alba = SubjectId.random();
    final SubjectId noe = SubjectId.random();

    /** A connection of the test's own to the keys' database. */
    abstract Connection connectToKeys(Path directory) throws SQLException;

    static WrappedKey key(int content) {
        byte[] bytes = new byte[60];
        Arrays.fill(bytes, (byte) content);
        return new WrappedKey(1, bytes);
    }

    private int tamper(String sql) throws SQLException {
        try (Connection connection = connectToKeys(directory)) {
            return Sql.run(connection, sql.replace("{schema}", tested.prefix().isEmpty() ? "" : "passerelle_keys."));
        }
    }

    @Test
    void the_first_key_of_a_subject_holds_and_is_durable() {
        assertThat(tested.keys().find(alba)).isEmpty();
        assertThat(tested.keys().keep(alba, key(1)).orElseThrow().bytes()).isEqualTo(key(1).bytes());
        assertThat(tested.keys().keep(alba, key(2)).orElseThrow().bytes()).isEqualTo(key(1).bytes());

        tested.close();

        assertThat(tested.keys().find(alba).orElseThrow().bytes()).isEqualTo(key(1).bytes());
    }

    @Test
    void of_several_first_keys_one_holds_for_all() throws Exception {
        Queue<Byte> held = new ConcurrentLinkedQueue<>();
        inParallel(
                6,
                thread -> held.add(
                        tested.keys().keep(alba, key(thread)).orElseThrow().bytes()[0]));
        assertThat(new HashSet<>(held)).hasSize(1);
    }

    @Test
    void many_keys_are_found_at_once_and_those_without_are_absent() {
        Set<SubjectId> subjects = new HashSet<>();
        for (int number = 0; number < 1_100; number++) {
            SubjectId subject = SubjectId.random();
            tested.keys().keep(subject, key(number));
            subjects.add(subject);
        }
        Set<SubjectId> asked = new HashSet<>(subjects);
        asked.add(SubjectId.random());
        assertThat(tested.keys().findAll(asked)).containsOnlyKeys(subjects.toArray(new SubjectId[0]));
        assertThat(tested.keys().findAll(Set.of())).isEmpty();
    }

    @Test
    void an_erased_subject_has_no_key_and_never_gets_one_again() {
        tested.keys().keep(alba, key(1));
        tested.keys().keep(noe, key(2));

        tested.keys().erase(alba, "match of alba");
        tested.keys().erase(alba, "match of alba");

        assertThat(tested.keys().find(alba)).isEmpty();
        assertThat(tested.keys().keep(alba, key(3))).isEmpty();
        Instant erased = tested.keys().erasedAt(alba).orElseThrow();
        assertThat(tested.keys().erasedAt(noe)).isEmpty();
        assertThat(tested.keys().find(noe)).isPresent();
        assertThat(tested.keys().erasedMatch("match of alba")).isTrue();
        assertThat(tested.keys().erasedMatch("match of noe")).isFalse();
        tested.close();
        assertThat(tested.keys().keep(alba, key(3))).isEmpty();
        assertThat(tested.keys().erasedAt(alba)).hasValue(erased);
    }

    @Test
    void whoever_never_had_a_key_can_be_erased() {
        tested.keys().erase(alba, null);
        assertThat(tested.keys().keep(alba, key(1))).isEmpty();
    }

    @Test
    void erasures_are_pending_until_confirmed_and_again_after_a_restore() {
        tested.keys().erase(alba, null);
        tested.keys().erase(noe, null);
        assertThat(tested.keys().pendingErasures()).containsExactly(alba, noe);

        tested.keys().confirmErasure(alba);
        tested.close();
        assertThat(tested.keys().pendingErasures()).containsExactly(noe);

        tested.keys().repeatErasures();
        assertThat(tested.keys().pendingErasures()).containsExactly(alba, noe);
    }

    @Test
    void a_changed_log_of_erasures_is_noticed() throws SQLException {
        tested.keys().erase(alba, null);
        tested.keys().erase(noe, "match");
        tested.keys().erase(SubjectId.random(), null);
        tested.keys().confirmErasure(alba);
        tested.keys().verifyErasures();

        tamper("UPDATE {schema}tombstone SET person_match = 'other' WHERE number = 2");
        assertBrokenAt("2");
        tamper("UPDATE {schema}tombstone SET person_match = 'match' WHERE number = 2");
        tested.keys().verifyErasures();
        tamper("DELETE FROM {schema}tombstone WHERE number = 1");
        assertBrokenAt("2");
        assertThat(tested.store().verify()).extracting(Finding::reason).containsExactly(KeyReason.ERASURE_LOG_BROKEN);
    }

    private void assertBrokenAt(String number) {
        assertThatThrownBy(() -> tested.keys().verifyErasures()).isInstanceOfSatisfying(CodedException.class, e -> {
            assertThat(e.reason()).isEqualTo(KeyReason.ERASURE_LOG_BROKEN);
            assertThat(e.facts()).containsEntry("number", number);
        });
    }

    @Test
    void keys_belong_to_one_master_key() {
        tested.keys().belongTo("one");
        tested.close();
        tested.keys().belongTo("one");
        assertThatThrownBy(() -> tested.keys().belongTo("two"))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.reason()).isEqualTo(KeyReason.MASTER_KEY_FOREIGN));
    }
}
