package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.RewriteDraft;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.privacy.KeyReason;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files beside the events; a database joins with a subclass of a few lines. */
abstract class AttachmentSuite extends StoreTestBase {
    private static final Instant NOW = StoreUnderTest.NOW;
    private static final byte[] PROGRAMME = "Départ à neuf heures".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLAN = "Devant le musée".getBytes(StandardCharsets.UTF_8);

    private final CommunicationId communication = CommunicationId.random();

    @BeforeEach
    void communications() {
        tested.features = List.of(Note.FEATURE, Communication.FEATURE);
    }

    private AttachmentId keep(byte[] bytes, Instant when) {
        return tested.store().attachments().keep(communication.subject(), bytes, when);
    }

    private List<Attachment> named(AttachmentId... files) {
        return Stream.of(files)
                .map(id -> new Attachment(
                        id, Personal.of(communication.subject(), "Programme.txt"), "text/plain", PROGRAMME.length))
                .toList();
    }

    private void write(AttachmentId... files) {
        await(done(new WriteCommunication(
                communication,
                new Uai("0771369V"),
                null,
                Audience.wholePlace(),
                CommunicationKind.MESSAGE,
                "Sortie",
                "",
                named(files))));
    }

    private void rewrite(AttachmentId... files) {
        await(done(new RewriteDraft(communication, Audience.wholePlace(), "Sortie", "", named(files))));
    }

    private List<String> findings() {
        return tested.store().verify().stream()
                .map(finding -> finding.sentence(Locale.ENGLISH))
                .toList();
    }

    private boolean holds(AttachmentId id) {
        return tested.store().attachments().holds(communication.subject(), id);
    }

    @Test
    void a_file_comes_back_as_it_was_also_after_a_restart() {
        AttachmentId id = keep(PROGRAMME, NOW);
        write(id);
        tested.close();

        assertThat(tested.store().attachments().open(communication.subject(), id))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(PROGRAMME));
        assertThat(findings()).isEmpty();
    }

    @Test
    void the_same_file_again_is_one_and_another_communication_has_its_own() throws SQLException {
        AttachmentId first = keep(PROGRAMME, NOW);
        assertThat(keep(PROGRAMME, NOW)).isEqualTo(first);
        CommunicationId other = CommunicationId.random();
        AttachmentId second = tested.store().attachments().keep(other.subject(), PROGRAMME, NOW);

        assertThat(second).isNotEqualTo(first);
        assertThat(tested.rows("SELECT count(*) FROM {schema}attachment", row -> row.getInt(1)))
                .containsExactly(2);
        assertThat(tested.store().attachments().holds(other.subject(), first)).isFalse();
        assertThatThrownBy(() -> tested.store().attachments().open(other.subject(), first))
                .isInstanceOf(CodedException.class)
                .hasMessageContaining("ENT-517");
    }

    @Test
    void what_no_communication_names_is_dropped_when_the_store_opens_a_day_later() {
        Instant yesterday = NOW.minus(Duration.ofDays(1)).minusSeconds(1);
        AttachmentId named = keep(PROGRAMME, yesterday);
        AttachmentId unnamed = keep(PLAN, yesterday);
        AttachmentId fresh = keep(new byte[] {1}, NOW);
        AttachmentId again = keep(new byte[] {2}, yesterday);
        assertThat(keep(new byte[] {2}, NOW)).isEqualTo(again);
        write(named);
        tested.close();

        assertThat(holds(named)).isTrue();
        assertThat(holds(unnamed)).isFalse();
        assertThat(holds(fresh)).isTrue();
        assertThat(holds(again)).isTrue();

        rewrite(fresh);
        tested.close();
        assertThat(holds(named)).isFalse();
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_missing_or_changed_file_is_a_finding() throws SQLException {
        AttachmentId lost = keep(PROGRAMME, NOW);
        AttachmentId changed = keep(PLAN, NOW);
        write(lost, changed);
        tested.tamper("DELETE FROM {schema}attachment WHERE id = ?", lost.value());
        byte[] bytes = tested.rows("SELECT bytes FROM {schema}attachment", row -> row.getBytes(1))
                .get(0);
        bytes[bytes.length / 2] ^= 1;
        tested.tamper("UPDATE {schema}attachment SET bytes = ?", bytes);

        String stream = "communication/" + communication;
        assertThat(findings())
                .satisfiesExactlyInAnyOrder(
                        finding -> assertThat(finding).contains(lost.value(), stream, "ENT-517"),
                        finding -> assertThat(finding).contains(changed.value(), stream, "ENT-518"));
        assertThatThrownBy(() -> tested.store().attachments().open(communication.subject(), changed))
                .isInstanceOf(CodedException.class)
                .hasMessageContaining("ENT-518");
    }

    @Test
    void a_file_that_was_put_under_another_name_does_not_open() throws SQLException {
        AttachmentId programme = keep(PROGRAMME, NOW);
        AttachmentId plan = keep(PLAN, NOW);
        byte[] bytes = tested.rows(
                        "SELECT bytes FROM {schema}attachment WHERE id = ?", row -> row.getBytes(1), plan.value())
                .get(0);
        tested.tamper("UPDATE {schema}attachment SET bytes = ? WHERE id = ?", bytes, programme.value());

        assertThatThrownBy(() -> tested.store().attachments().open(communication.subject(), programme))
                .hasMessageContaining("ENT-518");
    }

    @Test
    void without_its_communications_key_a_file_is_gone_for_good() {
        AttachmentId id = keep(PROGRAMME, NOW);
        write(id);
        tested.vault().erase(communication.subject(), null);

        assertThat(tested.store().attachments().open(communication.subject(), id))
                .isEmpty();
        assertThat(findings()).isEmpty();
        assertThatThrownBy(() -> keep(PLAN, NOW))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.reason()).isEqualTo(KeyReason.SUBJECT_ERASED));
    }
}
