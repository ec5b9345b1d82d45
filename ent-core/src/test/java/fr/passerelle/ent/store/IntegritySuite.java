package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.school.School;
import fr.passerelle.ent.store.Note.NoteCommand.Add;
import fr.passerelle.ent.store.Note.NoteCommand.Free;
import fr.passerelle.ent.store.Note.NoteCommand.Write;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store notices about its own rows, and what it makes again; a database joins with a subclass of a few lines. */
abstract class IntegritySuite extends StoreTestBase {
    private final SubjectId alba = SubjectId.random();

    /** Positions 1 and 2 are a, 3 to 5 b, 6 and 7 c. */
    @BeforeEach
    void fill() {
        done(new Write("a", "f", "ka", List.of(Personal.of(alba, "Alba"))));
        done(new Add("a", 1));
        done(new Write("b", "f", "kb", List.of()));
        done(new Add("b", 2));
        done(new Write("c", "f", "kc", List.of()));
        await(done(new Free("c")));
    }

    private List<String> findings() {
        return tested.store().verify().stream()
                .map(finding -> finding.sentence(Locale.ENGLISH))
                .toList();
    }

    @Test
    void an_untouched_store_is_found_in_order() {
        assertThat(findings()).isEmpty();
        tested.close();
        assertThat(findings()).isEmpty();
    }

    @Test
    void an_altered_payload_is_reported_with_its_position_and_other_streams_go_on() throws SQLException {
        byte[] payload = tested.rows("SELECT payload FROM {schema}event WHERE position = 4", row -> row.getBytes(1))
                .get(0);
        payload[payload.length / 2] ^= 1;
        tested.tamper("UPDATE {schema}event SET payload = ? WHERE position = 4", payload);
        tested.close();

        assertThat(findings()).singleElement().asString().contains("position 4 (stream note/b)", "ENT-503");
        assertThatThrownBy(() -> tested.store().states().current(Note.FEATURE, "b"))
                .isInstanceOfSatisfying(CodedException.class, e -> {
                    assertThat(e.reason()).isEqualTo(StoreReason.EVENT_DAMAGED);
                    assertThat(e.facts()).containsEntry("position", "4");
                });
        assertThatThrownBy(() -> send(new Add("b", 1))).isInstanceOf(CodedException.class);
        assertThat(tested.store().states().current(Note.FEATURE, "a").count()).isEqualTo(1);
        await(done(new Add("c", 1)));
        assertThat(found("c").count()).isEqualTo(1);
    }

    @Test
    void a_replay_passes_a_damaged_row_and_stops_its_stream_only() throws SQLException {
        tested.tamper("UPDATE {schema}event SET crc = crc + 1 WHERE position = 4");
        tested.close();
        tested.tamper("DELETE FROM {schema}state");
        tested.tamper("DELETE FROM {schema}token");

        await(7);
        assertThat(found("a").count()).isEqualTo(1);
        assertThat(found("b").count()).isZero();
        assertThat(found("c").folder()).isEqualTo("f");
    }

    @Test
    void a_rewritten_row_breaks_its_streams_chain_even_if_its_checksum_fits() throws SQLException {
        EventRow old = tested.rows(
                        "SELECT " + EventRow.COLUMNS + " FROM {schema}event WHERE position = 4", EventRow::read)
                .get(0);
        EventRow forged = EventRow.of(
                4,
                old.stream(),
                old.sequence(),
                old.eventType(),
                old.instant(),
                new String(old.payload(), StandardCharsets.UTF_8)
                        .replace("\"number\":1", "\"number\":7")
                        .getBytes(StandardCharsets.UTF_8),
                old.metadata(),
                old.previousHash());
        assertThat(tested.tamper(
                        "UPDATE {schema}event SET payload = ?, crc = ? WHERE position = 4",
                        forged.payload(),
                        forged.crc()))
                .isEqualTo(1);
        tested.close();

        assertThat(findings()).singleElement().asString().contains("position 5", "note/b", "ENT-513");
        assertThatThrownBy(() -> tested.store().states().current(Note.FEATURE, "b"))
                .isInstanceOf(CodedException.class);
    }

    @Test
    void missing_rows_are_reported() throws SQLException {
        tested.tamper("DELETE FROM {schema}event WHERE position = 4");
        tested.close();
        assertThat(findings())
                .anySatisfy(finding -> assertThat(finding).contains("1 event position", "first one is 4", "ENT-511"))
                .anySatisfy(finding -> assertThat(finding).contains("note/b has no event number 1", "ENT-512"))
                .hasSize(2);
    }

    @Test
    void rows_cut_off_at_the_end_are_reported() throws SQLException {
        tested.close();
        tested.tamper("DELETE FROM {schema}event WHERE position > 5");
        assertThat(findings())
                .anySatisfy(finding -> assertThat(finding).contains("2 event position", "first one is 6", "ENT-511"))
                .anySatisfy(finding -> assertThat(finding).contains("note/c", "ENT-514"));
    }

    @Test
    void a_wrong_read_model_and_wrong_claims_are_reported_and_repaired() throws SQLException {
        tested.tamper("UPDATE {schema}state SET state = replace(state, '\"count\":2', '\"count\":9') WHERE id = 'b'");
        tested.tamper("DELETE FROM {schema}state WHERE id = 'a'");
        tested.tamper("INSERT INTO {schema}claim (namespace, key, stream) VALUES ('key', 'x', 'note/c')");
        tested.tamper("DELETE FROM {schema}claim WHERE stream = 'note/a' AND namespace = 'author'");
        tested.tamper("INSERT INTO {schema}claim (namespace, key, stream) VALUES ('key', 'y', 'note/none')");
        tested.tamper(
                "INSERT INTO {schema}state (feature, id, created, position, sequence, hash, status, state)"
                        + " SELECT feature, 'none', created, position, sequence, hash, status, state FROM {schema}state WHERE id = 'c'");
        assertThat(findings())
                .anySatisfy(finding -> assertThat(finding).contains("note/a", "ENT-514"))
                .anySatisfy(finding -> assertThat(finding).contains("note/b", "ENT-514"))
                .anySatisfy(finding -> assertThat(finding).contains("note/none", "ENT-514"))
                .anySatisfy(finding -> assertThat(finding).contains("note/a", "ENT-515"))
                .anySatisfy(finding -> assertThat(finding).contains("note/c", "ENT-515"))
                .anySatisfy(finding -> assertThat(finding).contains("note/none", "ENT-515"))
                .hasSize(6);

        tested.store().repair();

        assertThat(findings()).isEmpty();
        assertThat(found("b").count()).isEqualTo(2);
        await(done(new Add("b", 1)));
        assertThat(found("b").count()).isEqualTo(3);
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_state_that_cannot_be_read_is_reported_and_repaired() throws SQLException {
        tested.tamper("UPDATE {schema}state SET state = '{\"count\":\"many\"}' WHERE id = 'b'");
        tested.tamper("UPDATE {schema}state SET state = 'no json' WHERE id = 'c'");
        assertThat(findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding).contains("ENT-514"));

        tested.store().repair();

        assertThat(findings()).isEmpty();
    }

    @Test
    void claims_of_an_erased_subject_are_made_again_without_them() {
        tested.vault().erase(alba, null);
        await(done(new Note.NoteCommand.Forget("a")));
        assertThat(findings()).isEmpty();
        tested.store().repair();
        assertThat(findings()).isEmpty();
    }

    @Test
    void an_old_revision_is_read_through_its_upcaster() throws SQLException {
        tested.close();
        EventType old = new EventType("note.added", 1);
        List<EventRow> last =
                tested.rows("SELECT " + EventRow.COLUMNS + " FROM {schema}event WHERE position = 2", EventRow::read);
        EventRow before = EventRow.of(
                2,
                "note/a",
                1,
                old,
                StoreUnderTest.NOW,
                "{\"number\":17}".getBytes(StandardCharsets.UTF_8),
                last.get(0).metadata(),
                last.get(0).previousHash());
        tested.tamper(
                "UPDATE {schema}event SET revision = 1, payload = ?, crc = ? WHERE position = 2",
                before.payload(),
                before.crc());

        assertThat(tested.store().states().current(Note.FEATURE, "a").count()).isEqualTo(17);
        await(done(new Add("a", 1)));
        assertThat(tested.store().states().current(Note.FEATURE, "a").count()).isEqualTo(18);
    }

    @Test
    void an_event_that_nothing_knows_stops_its_stream_and_says_so() {
        tested.close();
        tested.features = List.of(Note.feature(new EventType("note.added", 3)), School.FEATURE);

        assertThatThrownBy(() -> tested.store().states().current(Note.FEATURE, "a"))
                .isInstanceOfSatisfying(CodedException.class, e -> {
                    assertThat(e.reason()).isEqualTo(StoreReason.EVENT_UNKNOWN);
                    assertThat(e.facts()).containsEntry("position", "2").containsEntry("type", "note.added 2");
                });
        assertThat(tested.store().states().current(Note.FEATURE, "c").folder()).isEqualTo("f");
        assertThat(findings())
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding).contains("ENT-504"));
    }

    @Test
    void states_of_another_form_are_made_again_at_the_start() throws SQLException {
        tested.close();
        tested.tamper("UPDATE {schema}setting SET value = 'of an older version' WHERE name = 'state-shape'");
        tested.tamper("UPDATE {schema}state SET state = '{\"older\":true}'");

        assertThat(found("a").count()).isEqualTo(1);
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_store_of_a_newer_version_is_not_opened() throws SQLException {
        tested.close();
        tested.tamper("INSERT INTO {schema}schema_version (version) VALUES (99)");
        assertThatThrownBy(() -> tested.store())
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.reason()).isEqualTo(StoreReason.NEWER_SCHEMA));
        tested.tamper("DELETE FROM {schema}schema_version WHERE version = 99");
        assertThat(findings()).isEmpty();
    }
}
