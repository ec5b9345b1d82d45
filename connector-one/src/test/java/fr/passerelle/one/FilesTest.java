package fr.passerelle.one;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.Passerelle;
import fr.passerelle.ent.files.FilesDesk;
import fr.passerelle.ent.files.FilesDesk.Copied;
import fr.passerelle.ent.files.FilesDesk.Filed;
import fr.passerelle.ent.files.FilesDesk.Got;
import fr.passerelle.ent.files.FilesDesk.Removed;
import fr.passerelle.ent.files.FilesDesk.Shelf;
import fr.passerelle.ent.http.HttpLimits;
import fr.passerelle.ent.privacy.MasterKey;
import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.StoresFiles.Folder;
import fr.passerelle.ent.spi.StoresFiles.Room;
import fr.passerelle.ent.spi.StoresFiles.StoredFile;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.SandboxObjects.DocumentView;
import fr.passerelle.one.sandbox.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files in ONE's workspace, through Passerelle: store, desk, connector and real sockets to two stand-ins. */
class FilesTest {
    private static final String UPLOAD = "POST /workspace/document";
    private static final String SERVICE = "service.passerelle";
    private static final byte[] LESSON = "Bonjour la classe".getBytes(UTF_8);
    private static final AccountId ONE = AccountId.parse("one/service");
    private static final AccountId OTHER = AccountId.parse("other/service");

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-28T08:00:00Z");
    private final OneSandbox one = OneSandbox.start(0, Seed.pilot(), () -> now);
    private final OneSandbox other = OneSandbox.start(0, Seed.pilot(), () -> now);
    private Passerelle passerelle;
    private FilesDesk files;

    @BeforeEach
    void open() {
        passerelle = Passerelle.builder()
                .store(folder.resolve("data/passerelle.db"))
                .keys(folder.resolve("keys/keys.db"))
                .masterKey(MasterKey.file(folder.resolve("keys/master.key")))
                .account(account(ONE, one, Map.of()))
                .account(account(OTHER, other, Map.of()))
                .account(account(AccountId.parse("narrow/service"), one, Map.of("client-secret", "wrong")))
                .limits(HttpLimits.DEFAULT.within(Duration.ofSeconds(4)))
                .clock(() -> now)
                .deliversOnlyWhenAsked()
                .open();
        files = passerelle.files();
    }

    @AfterEach
    void close() {
        passerelle.close();
        one.close();
        other.close();
    }

    private static EntAccount account(AccountId id, OneSandbox sandbox, Map<String, String> credentials) {
        EntAccount there = AtTheSandbox.account(sandbox.baseUrl(), credentials);
        return new EntAccount(
                id,
                there.connector(),
                there.profile(),
                there.baseUrl(),
                true,
                there.places(),
                there.credentials(),
                null);
    }

    private Filed put(String name) {
        return files.put(ONE, "", name, LESSON);
    }

    private static String code(Filed filed) {
        return filed instanceof Filed.NotDone not
                ? not.why().code()
                : ((Filed.Unknown) filed).why().code();
    }

    private Shelf.Open shelf(AccountId account, String path) {
        return (Shelf.Open) files.list(account, path);
    }

    private List<String> names(AccountId account, String path) {
        return shelf(account, path).files().stream().map(StoredFile::name).toList();
    }

    private static long uploads(OneSandbox sandbox) {
        return sandbox.requests().stream()
                .filter(request -> request.route().equals(UPLOAD))
                .count();
    }

    @Test
    void a_file_is_put_listed_fetched_and_binned() {
        assertThat(put("leçon 1.txt")).isEqualTo(new Filed.Done(false));
        Shelf.Open shelf = shelf(ONE, "");
        assertThat(shelf.files())
                .singleElement()
                .satisfies(
                        file -> assertThat(file).isEqualTo(new StoredFile(file.id(), "leçon 1.txt", 17, now, false)));
        assertThat(shelf.room()).isEqualTo(new Room.Known(17, 104_857_600));

        Got.Whole whole = (Got.Whole) files.get(ONE, "", "leçon 1.txt");
        assertThat(whole.name()).isEqualTo("leçon 1.txt");
        assertThat(whole.bytes()).isEqualTo(LESSON);

        assertThat(files.remove(ONE, "", shelf.files().get(0).id())).isEqualTo(new Removed.InTheBin());
        assertThat(names(ONE, "")).isEmpty();
        assertThat(one.objects().documents()).singleElement().matches(DocumentView::trashed);
        assertThat(((Got.Nothing) files.get(ONE, "", "leçon 1.txt")).why().code())
                .isEqualTo("ENT-346");
    }

    @Test
    void putting_it_again_makes_no_second_one_and_another_of_that_name_is_refused() {
        put("leçon.txt");
        assertThat(put("leçon.txt")).isEqualTo(new Filed.Done(true));
        assertThat(code(files.put(ONE, "", "leçon.txt", "Autre".getBytes(UTF_8))))
                .isEqualTo("ENT-345");
        assertThat(one.objects().documents()).hasSize(1);
        assertThat(uploads(one)).isEqualTo(1);
    }

    @Test
    void a_folder_that_the_school_shares_is_where_its_teachers_read() {
        one.people().documents().makeFolder("claire.martin", "Espace des maîtres", SERVICE, "CM2 B-Teacher");
        one.people().documents().put("claire.martin", "Espace des maîtres", "programme.odt", new byte[] {1});
        assertThat(shelf(ONE, "").folders()).extracting(Folder::name).containsExactly("Espace des maîtres");

        assertThat(files.put(ONE, "Espace des maîtres", "leçon.txt", LESSON)).isEqualTo(new Filed.Done(false));
        assertThat(shelf(ONE, "Espace des maîtres").files())
                .allMatch(StoredFile::shared)
                .extracting(StoredFile::name)
                .containsExactlyInAnyOrder("programme.odt", "leçon.txt");
        assertThat(one.objects().documents())
                .filteredOn(document -> document.name().equals("leçon.txt"))
                .singleElement()
                .satisfies(document -> assertThat(document.sharedWith()).contains("CM2 B-Teacher"));
        assertThat(((Shelf.Closed) files.list(ONE, "Espace des élèves")).why().code())
                .isEqualTo("ENT-348");
    }

    @Test
    void an_image_lies_there_as_it_was_given() {
        byte[] image = new byte[5000];
        assertThat(files.put(ONE, "", "photo.png", image)).isEqualTo(new Filed.Done(false));
        assertThat(files.put(ONE, "", "photo.png", image)).isEqualTo(new Filed.Done(true));
        assertThat(((Got.Whole) files.get(ONE, "", "photo.png")).bytes()).isEqualTo(image);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_AFTER_ACTING", "TRUNCATED", "GARBAGE"})
    void a_lost_answer_is_looked_after_and_makes_no_second_file(Kind kind) {
        one.faults(FaultPlan.of(7, Rule.nth(kind, UPLOAD, 1)));
        assertThat(put("leçon.txt")).isEqualTo(new Filed.Done(false));
        assertThat(put("leçon.txt")).isEqualTo(new Filed.Done(true));
        assertThat(one.injected()).containsKey(kind);
        assertThat(one.objects().documents()).hasSize(1);
    }

    @Test
    void a_late_write_is_not_known_until_it_is_seen_and_never_written_twice() {
        one.faults(FaultPlan.of(7, Rule.nth(Kind.COMMIT_LATE, UPLOAD, 1)));
        assertThat(code(put("leçon.txt"))).isEqualTo("ENT-349");
        now = now.plusSeconds(100);
        assertThat(code(put("leçon.txt"))).isEqualTo("ENT-349");
        now = now.plusSeconds(101);
        assertThat(put("leçon.txt")).isEqualTo(new Filed.Done(true));
        assertThat(one.objects().documents()).hasSize(1);
        assertThat(uploads(one)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML_LOGIN_200", "SILENT"})
    void what_was_never_written_is_written_after_the_horizon(Kind kind) {
        one.faults(FaultPlan.of(7, Rule.nth(kind, UPLOAD, 1)));
        assertThat(code(put("leçon.txt"))).isEqualTo("ENT-349");
        now = now.plus(Duration.ofMinutes(10));
        assertThat(put("leçon.txt")).isEqualTo(new Filed.Done(false));
        assertThat(one.objects().documents()).hasSize(1);
    }

    @Test
    void a_session_that_ended_is_renewed_and_the_file_put_once() {
        one.faults(FaultPlan.of(7, Rule.nth(Kind.SIGNED_OUT, UPLOAD, 1)));
        assertThat(put("leçon.txt")).isEqualTo(new Filed.Done(false));
        assertThat(one.objects().documents()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML_LOGIN_200", "GARBAGE", "TRUNCATED", "STATUS"})
    void a_folder_that_cannot_be_looked_at_proves_nothing_and_nothing_is_put(Kind kind) {
        one.faults(FaultPlan.of(7, Rule.nth(kind, "GET /workspace/documents", 1, 2)));
        assertThat(put("leçon.txt")).isInstanceOf(Filed.NotDone.class);
        assertThat(uploads(one)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML_LOGIN_200", "GARBAGE", "TRUNCATED"})
    void what_is_no_document_is_never_taken_for_one(Kind kind) {
        put("leçon.txt");
        one.faults(FaultPlan.of(7, Rule.nth(kind, "GET /workspace/document/:document", 1)));
        assertThat(files.get(ONE, "", "leçon.txt")).isInstanceOf(Got.Nothing.class);
        assertThat(files.get(ONE, "", "leçon.txt")).isInstanceOf(Got.Whole.class);
    }

    @Test
    void a_full_space_says_so_and_keeps_what_it_has() {
        one.people().documents().limitSpace(20);
        put("leçon 1.txt");
        assertThat(code(put("leçon 2.txt"))).isEqualTo("ENT-464");
        assertThat(names(ONE, "")).containsExactly("leçon 1.txt");
    }

    @Test
    void a_right_that_is_missing_and_a_scope_that_was_not_declared_are_said() {
        one.people().documents().forbid(SERVICE);
        assertThat(code(put("leçon.txt"))).isEqualTo("ENT-405");
        assertThat(code(files.put(AccountId.parse("narrow/service"), "", "leçon.txt", LESSON)))
                .isEqualTo("ENT-409");
        assertThat(code(files.put(AccountId.parse("nobody/service"), "", "leçon.txt", LESSON)))
                .isEqualTo("ENT-341");
    }

    @Test
    void a_name_that_one_would_change_is_refused_before_any_write() {
        assertThat(code(put("onclick=leçon.txt"))).isEqualTo("ENT-465");
        assertThat(uploads(one)).isZero();
    }

    @Test
    void copying_goes_on_where_it_broke_and_copies_nothing_twice() {
        for (String name : List.of("un.txt", "deux.txt", "trois.txt")) {
            files.put(ONE, "", name, name.getBytes(UTF_8));
        }
        other.faults(
                FaultPlan.of(7, Rule.nth(Kind.CUT_AFTER_ACTING, UPLOAD, 1), Rule.nth(Kind.COMMIT_LATE, UPLOAD, 1)));
        assertThat(filed(files.copy(ONE, "", List.of(), OTHER, ""))).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).isEqualTo(new Filed.Done(false));
            assertThat(code(lines.get(1))).isEqualTo("ENT-349");
            assertThat(lines.get(2)).isEqualTo(new Filed.Done(false));
        });
        now = now.plus(Duration.ofMinutes(10));
        assertThat(filed(files.copy(ONE, "", List.of(), OTHER, ""))).containsOnly(new Filed.Done(true));
        assertThat(other.objects().documents()).extracting(DocumentView::sha256).doesNotHaveDuplicates();
        assertThat(other.objects().documents())
                .extracting(DocumentView::sha256)
                .containsExactlyInAnyOrderElementsOf(one.objects().documents().stream()
                        .map(DocumentView::sha256)
                        .toList());
    }

    private static List<Filed> filed(Copied copied) {
        return ((Copied.Each) copied).lines().stream().map(Copied.Line::filed).toList();
    }

    @Test
    void once_an_ent_is_down_the_rest_of_a_copy_is_not_tried() {
        put("un.txt");
        put("deux.txt");
        other.faults(FaultPlan.of(7, Rule.nth(Kind.STATUS, "GET /workspace/documents", 1, 2)));
        assertThat(filed(files.copy(ONE, "", List.of(), OTHER, "")))
                .extracting(FilesTest::code)
                .containsExactly("ENT-401", "ENT-351");
        assertThat(uploads(other)).isZero();
    }

    @Test
    void some_are_copied_by_name_and_never_onto_themselves() {
        put("un.txt");
        put("deux.txt");
        files.copy(ONE, "", List.of("deux.txt"), OTHER, "");
        assertThat(names(OTHER, "")).containsExactly("deux.txt");
        assertThat(((Copied.NotBegun) files.copy(ONE, "", List.of("trois.txt"), OTHER, ""))
                        .why()
                        .code())
                .isEqualTo("ENT-346");
        assertThat(((Copied.NotBegun) files.copy(ONE, "", List.of(), ONE, ""))
                        .why()
                        .code())
                .isEqualTo("ENT-350");
    }
}
