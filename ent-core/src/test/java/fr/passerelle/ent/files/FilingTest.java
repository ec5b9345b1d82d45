package fr.passerelle.ent.files;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.files.FilesDesk.Filed;
import fr.passerelle.ent.files.MemoryShelf.Mood;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file must be to be put, and what is said of one that is not. */
class FilingTest {
    private static final byte[] LESSON = {1, 2};

    private final MemoryShelf shelf = new MemoryShelf();
    private final Filing filing = new Filing(() -> shelf.now);

    private Filed put(String name, byte[] bytes) {
        return filing.put(shelf.account(), shelf.space(), "", name, bytes);
    }

    private static String code(Filed filed) {
        return filed instanceof Filed.NotDone not
                ? not.why().code()
                : ((Filed.Unknown) filed).why().code();
    }

    @ParameterizedTest
    @CsvSource({"'..',1,ENT-342", "a-name-of-21-signs.pdf,1,ENT-342", "leçon.pdf,0,ENT-343", "leçon.pdf,4,ENT-344"})
    void what_does_not_fit_is_refused_before_any_write(String name, int bytes, String code) {
        assertThat(code(put(name, new byte[bytes]))).isEqualTo(code);
        assertThat(shelf.writes).isZero();
    }

    @Test
    void a_path_and_hidden_signs_are_dropped_from_a_name() {
        assertThat(put("..\\classe/\u202eleçon.pdf", LESSON)).isEqualTo(new Filed.Done(false));
        assertThat(shelf.count("leçon.pdf", LESSON)).isEqualTo(1);
    }

    @Test
    void a_name_is_the_same_however_its_accents_are_written() {
        put("leçon.pdf", LESSON);
        assertThat(put("lec\u0327on.pdf", LESSON)).isEqualTo(new Filed.Done(true));
    }

    @Test
    void another_file_of_that_name_is_not_replaced_nor_joined() {
        put("leçon.pdf", LESSON);
        assertThat(code(put("leçon.pdf", new byte[] {1, 3}))).isEqualTo("ENT-345");
        assertThat(code(put("leçon.pdf", new byte[] {1}))).isEqualTo("ENT-345");
        assertThat(shelf.writes).isEqualTo(1);
    }

    @Test
    void nothing_is_written_where_the_folder_cannot_be_looked_at() {
        shelf.listFails = true;
        assertThat(put("leçon.pdf", LESSON))
                .isInstanceOfSatisfying(
                        Filed.NotDone.class, not -> assertThat(not.wholeSpace()).isTrue());
        assertThat(shelf.writes).isZero();
    }

    @Test
    void an_unknown_outcome_says_so_and_when_it_will_be_known() {
        shelf.mood = Mood.WRITES_LATE;
        put("leçon.pdf", LESSON);
        shelf.pass(Duration.ofMinutes(4));
        Filed.Unknown again = (Filed.Unknown) put("leçon.pdf", LESSON);
        assertThat(again.until()).isEqualTo(shelf.now.plus(Duration.ofMinutes(6)));
        assertThat(again.why().sentence(Locale.FRENCH))
                .isEqualTo(
                        "L'ENT n'a pas confirmé ce dépôt : le fichier y est peut-être. Recommencez dans 6 min, il ne sera"
                                + " pas déposé deux fois. (ENT-349)");
        shelf.pass(Duration.ofMinutes(6));
        assertThat(put("leçon.pdf", LESSON)).isEqualTo(new Filed.Done(true));
        assertThat(shelf.writes).isEqualTo(1);
    }

    @Test
    void what_was_lost_for_good_is_written_again_after_the_horizon() {
        shelf.mood = Mood.LOSES_THE_FILE;
        put("leçon.pdf", LESSON);
        shelf.mood = Mood.WELL;
        shelf.pass(MemoryShelf.HORIZON);
        assertThat(put("leçon.pdf", LESSON)).isEqualTo(new Filed.Done(false));
    }

    @Test
    void a_connector_that_falls_over_after_its_write_is_looked_after() {
        shelf.mood = Mood.FALLS_OVER;
        assertThat(put("leçon.pdf", LESSON)).isEqualTo(new Filed.Done(false));
        assertThat(shelf.count("leçon.pdf", LESSON)).isEqualTo(1);
    }
}
