package fr.passerelle.ent.rights;

import static fr.passerelle.ent.rights.TownUnderTest.PINNED;
import static fr.passerelle.ent.rights.TownUnderTest.TOURNELLES;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.authoraccount.AuthorAccount;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.delivery.AuthorDesk.Answer;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.rights.PersonExport.OwnAccount;
import fr.passerelle.ent.rights.PersonExport.Recipient;
import fr.passerelle.ent.rights.PersonExport.UnderKey;
import fr.passerelle.ent.spi.AccountId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is held of a teacher who connected her own account, behind the front door, on files. */
class OwnAccountTest {
    private static final URI BACK = URI.create("http://127.0.0.1:8080/accounts/callback");

    @TempDir
    private Path folder;

    private TownUnderTest town;
    private PersonId teacher;
    private AccountId hers;

    @BeforeEach
    void connect() {
        town = new TownUnderTest(folder, NoticeBoard.PINNED);
        teacher = town.person(Profile.TEACHER, TOURNELLES, town.cm2a);
        hers = PINNED.of(teacher);
        assertThat(town.passerelle().delivery().authors().connect(PINNED, teacher, NoticeBoard.CODE, BACK))
                .isEqualTo(new Answer.Connected(hers));
        town.later();
    }

    @AfterEach
    void close() {
        town.close();
    }

    private Personal<String> token() {
        AuthorAccount account = town.passerelle().states().current(AuthorAccount.FEATURE, hers.toString());
        return town.passerelle().open(Objects.requireNonNull(account.refreshToken()));
    }

    private boolean signs() {
        return town.passerelle().delivery().accounts().stream().anyMatch(account -> teacher.equals(account.author()));
    }

    private List<AccountId> published() {
        CommunicationId id = town.written(teacher, TOURNELLES, Audience.ofClasses(town.cm2a));
        town.publish(id);
        return town.passerelle().items(id).stream().map(ItemView::account).toList();
    }

    @Test
    void she_signs_and_is_told_so_and_nobody_else_is_told_of_her() {
        assertThat(published()).containsExactly(hers);
        PersonExport export = town.passerelle().accessExport(teacher).orElseThrow();
        Instant since = town.now().minusSeconds(3600);
        assertThat(export.accounts()).containsExactly(new OwnAccount("board", NoticeBoard.USER, since, null));
        assertThat(export.keys().get(0))
                .isEqualTo(new UnderKey(
                        teacher.subject(),
                        List.of("family", "first", "birthDate", "match", "entUser", "refreshToken"),
                        6));
        PersonExport other =
                town.passerelle().accessExport(town.pupil(town.cm2a)).orElseThrow();
        assertThat(other.recipients()).extracting(Recipient::account).containsExactly(PINNED.toString());

        town.done(town.passerelle().delivery().authors().disconnect(hers));
        assertThat(town.passerelle().accessExport(teacher).orElseThrow().accounts())
                .containsExactly(new OwnAccount("board", NoticeBoard.USER, since, town.now()));
        assertThat(published()).containsExactly(PINNED);
        assertThat(town.passerelle().verify()).isEmpty();
    }

    @Test
    void the_token_lies_sealed_and_goes_with_her_key_here_and_in_a_backup() {
        assertThat(token()).isEqualTo(Personal.of(teacher.subject(), NoticeBoard.TOKEN));
        assertThat(town.report(teacher).destroyed().values()).isEqualTo(6);
        town.backup();

        town.done(town.passerelle().erasures().erase(teacher));
        assertThat(token()).isInstanceOf(Personal.Erased.class);
        Awaitility.await().untilAsserted(() -> assertThat(signs()).isFalse());

        town.restore();
        assertThat(token()).isInstanceOf(Personal.Erased.class);
        assertThat(signs()).isFalse();
        assertThat(published()).containsExactly(PINNED);
    }

    @Test
    void an_erasure_that_was_interrupted_leaves_nobody_signing() {
        assertThat(signs()).isTrue();
        town.dieWhileErasing(teacher.subject());
        assertThat(signs()).isFalse();
    }
}
