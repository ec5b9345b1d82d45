package fr.passerelle.ent.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.delivery.Word;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.rights.ErasureReport.Concern;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommunicationErasureTest {
    @TempDir
    Path folder;

    private static CommandResult erase(TownUnderTest town, CommunicationId id) {
        return town.passerelle().erasures().eraseCommunication(id);
    }

    private static void isUnreadable(TownUnderTest town, CommunicationId id) {
        Communication erased = town.communication(id);
        assertThat(erased.status()).isEqualTo(Communication.Status.ERASED);
        assertThat(erased.title()).isNotNull();
        assertThat(town.passerelle().open(erased.title())).isEqualTo(new Personal.Erased<String>(id.subject()));
    }

    private static void isRefused(TownUnderTest town, CommunicationId id, int count) {
        assertThat(erase(town, id))
                .isEqualTo(new CommandResult.Refused(new Refusal(
                        CommunicationReason.STILL_SHOWN,
                        Map.of("communication", id.toString(), "count", Integer.toString(count)))));
        Communication kept = town.communication(id);
        assertThat(kept.title()).isNotNull();
        assertThat(town.passerelle().open(kept.title())).isEqualTo(Personal.of(id.subject(), TownUnderTest.TITLE));
    }

    @Test
    void what_an_ent_may_still_show_is_not_erased_and_what_is_taken_back_everywhere_is() {
        try (TownUnderTest town = new TownUnderTest(folder, NoticeBoard.PINNED)) {
            PersonId person = town.pupil(town.cm2a);
            CommunicationId id = town.published(Audience.ofClasses(town.cm2a, town.cm2b));
            CommunicationId other = town.published(Audience.ofClasses(town.cm2a));
            isRefused(town, id, 1);
            town.withdraw(id);
            assertThat(town.report(person).communications().stream()
                            .filter(concern -> concern.communication().equals(id))
                            .map(Concern::choices))
                    .containsExactly(List.of(ErasureReport.Choice.ERASE, ErasureReport.Choice.LEAVE));
            town.done(erase(town, id));
            isUnreadable(town, id);
            town.done(erase(town, id));
            assertThat(town.report(person).communications().stream()
                            .filter(concern -> concern.communication().equals(id))
                            .flatMap(concern -> concern.choices().stream()))
                    .isEmpty();
            assertThat(town.passerelle()
                            .open(Objects.requireNonNull(
                                    town.communication(other).title())))
                    .isEqualTo(Personal.of(other.subject(), TownUnderTest.TITLE));
            assertThat(town.passerelle().verify()).isEmpty();
        }
    }

    @Test
    void what_an_ent_does_not_take_back_stays_readable_here() {
        try (TownUnderTest town = new TownUnderTest(folder, NoticeBoard.PINNED, NoticeBoard.GLUED)) {
            CommunicationId id = town.published(Audience.ofClasses(town.cm2a, town.cm2b));
            isRefused(town, id, 2);
            town.withdraw(id);
            assertThat(town.passerelle().items(id))
                    .extracting(ItemView::word)
                    .containsExactlyInAnyOrder(Word.BY_HAND, Word.BY_HAND, Word.WITHDRAWN, Word.WITHDRAWN);
            isRefused(town, id, 1);
        }
    }

    @Test
    void a_draft_is_erased_as_it_is_and_what_does_not_exist_cannot_be() {
        try (TownUnderTest town = new TownUnderTest(folder, NoticeBoard.PINNED)) {
            CommunicationId id = town.written(null, TownUnderTest.TOURNELLES, Audience.ofClasses(town.cm2a));
            town.done(erase(town, id));
            isUnreadable(town, id);
            CommunicationId nothing = CommunicationId.random();
            assertThat(erase(town, nothing))
                    .isEqualTo(new CommandResult.Refused(
                            Refusal.of(CommunicationReason.UNKNOWN_COMMUNICATION, "communication", nothing)));
        }
    }

    @Test
    void a_backup_made_while_it_was_published_does_not_bring_it_back_anywhere() {
        try (TownUnderTest town = new TownUnderTest(folder, NoticeBoard.PINNED)) {
            CommunicationId id = town.published(Audience.ofClasses(town.cm2a));
            town.backup();
            town.withdraw(id);
            town.done(erase(town, id));
            town.restore();
            isUnreadable(town, id);
            town.done(erase(town, id));
            town.passerelle().delivery().runDue();
            assertThat(town.boards.hanging).isEmpty();
            assertThat(town.passerelle().items(id)).extracting(ItemView::word).containsExactly(Word.WITHDRAWN);
            assertThat(town.passerelle().verify()).isEmpty();
        }
    }

    @Test
    void an_interrupted_erasure_is_completed_at_the_next_start() {
        try (TownUnderTest town = new TownUnderTest(folder, NoticeBoard.PINNED)) {
            CommunicationId id = town.published(Audience.ofClasses(town.cm2a));
            town.withdraw(id);
            town.dieWhileErasing(id.subject());
            isUnreadable(town, id);
            town.done(erase(town, id));
        }
    }
}
