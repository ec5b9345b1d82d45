package fr.passerelle.ent.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.intake.Guardians.Child;
import fr.passerelle.ent.intake.Guardians.Guardian;
import fr.passerelle.ent.intake.Teachers.Teacher;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of teachers and guardians; what all three files share stands in {@link OndePupilsTest}. */
class OndeAdultsTest {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final String TEACHERS = "Nom;Nom usage;Prénom;Directeur;Classe";
    private static final String CHILD = ";Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants";
    private static final String GUARDIANS = "Nom responsable;Nom usage responsable;Prénom responsable" + CHILD + CHILD;

    @Test
    void a_file_is_known_by_its_headings_and_read_without_addresses() {
        var teacher = new Teacher(2, "VERGIBAZAC", "OLBADINEC", "Romance", true, "CM2 B");
        Teachers teachers = teachers(OndeFile.USUAL.printTeachers(List.of(teacher)));
        assertThat(teachers.kind()).isEqualTo(OndeKind.TEACHERS);
        assertThat(teachers.school()).isEqualTo(TOURNELLES);
        assertThat(teachers.year()).isEqualTo(YEAR);
        assertThat(teachers.fileHash()).matches("[0-9a-f]{64}");
        assertThat(teachers.teachers()).containsExactly(teacher);
        assertThat(teachers.findings()).isEmpty();

        var guardian = new Guardian(
                2,
                "ZÉDRIMEL",
                null,
                "Ana",
                List.of(new Child("ZÉDRIMEL", "Maëva", "CM2 B"), new Child("QUELLORI", "Lou", null)));
        Guardians guardians = guardians(OndeFile.USUAL.printGuardians(List.of(guardian)));
        assertThat(guardians.kind()).isEqualTo(OndeKind.GUARDIANS);
        assertThat(guardians.guardians()).containsExactly(guardian);
        assertThat(guardians.findings()).isEmpty();
    }

    @Test
    void nothing_that_is_printed_shows_a_name() {
        var teacher = new Teacher(2, "VERGIBAZAC", "OLBADINEC", "Romance", true, "CM2 B");
        var child = new Child("ZÉDRIMEL", "Maëva", "CM2 B");
        var guardian = new Guardian(2, "ZÉDRIMEL", "QUELLORI", "Ana", List.of(child));
        Teachers teachers = teachers(OndeFile.USUAL.printTeachers(List.of(teacher)));
        Guardians guardians = guardians(OndeFile.USUAL.printGuardians(List.of(guardian)));
        assertThat(teachers + " " + teacher + " " + guardians + " " + guardian + " " + child)
                .doesNotContain("VERGI", "OLBA", "Romance", "DRIMEL", "QUELLORI", "Ana", "Maëva");
    }

    @ParameterizedTest
    @CsvSource({"oui,true", "Oui,true", "O,true", "x,true", "non,false", "NON,false", "N,false", "'',false"})
    void a_head_is_said_to_be_one(String cell, boolean head) {
        Teachers read = teachers(TEACHERS + "\nVERGIBAZAC;;Romance;" + cell + ";CM2 B\n");
        assertThat(read.teachers()).extracting(Teacher::head).containsExactly(head);
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void whoever_is_neither_said_head_nor_not_is_a_teacher() {
        Teachers read = teachers(TEACHERS + "\nVERGIBAZAC;;Romance;peut-être;CM2 B\n");
        assertThat(read.teachers()).extracting(Teacher::head).containsExactly(false);
        assertThat(read.findings()).containsExactly(Finding.of(2, IntakeReason.UNKNOWN_HEAD));
        assertThat(read.complete()).isTrue();
    }

    @Test
    void a_teacher_without_a_class_and_a_guardian_without_a_child_are_kept() {
        assertThat(teachers(TEACHERS + "\nVERGIBAZAC;;Romance;oui;\n").teachers())
                .containsExactly(new Teacher(2, "VERGIBAZAC", null, "Romance", true, null));
        assertThat(guardians(GUARDIANS + "\nZÉDRIMEL;;Ana;;;;;;;;\n").guardians())
                .containsExactly(new Guardian(2, "ZÉDRIMEL", null, "Ana", List.of()));
    }

    @Test
    void children_stand_under_the_same_headings_and_may_leave_gaps() {
        String headings = "Classes enfants;" + GUARDIANS + ";Prénom enfant;Nom de famille enfant";
        Guardians read = guardians(headings + "\nCM2 B;ZÉDRIMEL;;Ana;;ZÉDRIMEL;Maëva;;;;;CP A;Lou;QUELLORI\n");
        assertThat(read.guardians())
                .as("the first child is the first column of each heading")
                .containsExactly(new Guardian(
                        2,
                        "ZÉDRIMEL",
                        null,
                        "Ana",
                        List.of(new Child("ZÉDRIMEL", "Maëva", "CM2 B"), new Child("QUELLORI", "Lou", "CP A"))));
    }

    @Test
    void a_line_may_leave_out_the_children_that_a_guardian_has_not() {
        Guardians read = guardians(GUARDIANS + "\nZÉDRIMEL;;Ana;;ZÉDRIMEL;Maëva;CM2 B\n"
                + "QUELLORI;;Ida;;QUELLORI;Lou;CM2 B;;QUELLORI;Tavio;CP A\nBRALADIZAC;;Ysmée;;BRALADIZAC;Yanou\n");
        assertThat(read.guardians()).extracting(Guardian::line).containsExactly(2, 3);
        assertThat(read.findings())
                .as("but not a part of the first one")
                .containsExactly(new Finding(4, IntakeReason.WRONG_COLUMNS, Map.of("expected", "11", "got", "6")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ";;Ana;;ZÉDRIMEL;Maëva;CM2 B;;;; | MISSING_VALUE",
                "ZÉDRIMEL;;;;ZÉDRIMEL;Maëva;CM2 B;;;; | MISSING_VALUE",
                "ZÉDRIMEL;;Ana;;;Maëva;CM2 B;;;; | MISSING_VALUE",
                "ZÉDRIMEL;;Ana;;ZÉDRIMEL;;CM2 B;;;; | MISSING_VALUE",
                "ZÉDRIMEL;@;Ana;;ZÉDRIMEL;Maëva;CM2 B;;;; | BAD_CHARACTERS",
                "ZÉDRIMEL;;Ana;;ZÉDRIMEL;Maëva;<CM2>;;;; | BAD_CHARACTERS",
                "ZÉDRIMEL;;Ana;;ZÉDRIMEL;Maëva;CM2 B;;;;;x | WRONG_COLUMNS",
            })
    void a_bad_line_of_guardians_is_told_and_the_rest_goes_on(String line, IntakeReason reason) {
        Guardians read = guardians(GUARDIANS + "\nQUELLORI;;Ida;;QUELLORI;Lou;CM2 B;;;;\n" + line
                + "\nBRALADIZAC;;Ysmée;;BRALADIZAC;Yanou;CM2 B;;;;\n");
        assertThat(read.guardians()).extracting(Guardian::line).containsExactly(2, 4);
        assertThat(read.complete()).isFalse();
        assertThat(read.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.reason()).isEqualTo(reason);
            assertThat(finding.sentence(Locale.FRENCH)).startsWith("Ligne 3 : ").doesNotContain("DRIMEL", "Ana");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {";;Romance;non;CM2 B", "VERGIBAZAC;;=1;non;CM2 B", "VERGIBAZAC;;Romance;non;C\u0007"})
    void a_bad_line_of_teachers_is_told_and_the_rest_goes_on(String line) {
        Teachers read = teachers(TEACHERS + "\n" + line + "\nOLBADINEC;;Solise;non;CM2 B\n");
        assertThat(read.teachers()).extracting(Teacher::line).containsExactly(3);
        assertThat(read.findings()).extracting(Finding::line).containsExactly(2);
    }

    @Test
    void a_file_cut_in_the_middle_of_a_child_is_refused_whole() {
        String whole = GUARDIANS + "\nZÉDRIMEL;;Ana;;ZÉDRIMEL;Maëva;CM2 B;;ZÉDRIMEL;Lou;CP A";
        assertThat(guardians(whole + "\n").complete()).isTrue();
        assertThat(read(whole.substring(0, whole.length() - 6)))
                .isInstanceOfSatisfying(
                        RosterFile.Unreadable.class,
                        file -> assertThat(file.refusal().reason()).isEqualTo(IntakeReason.TRUNCATED));
        assertThat(read(whole))
                .as("the last line might stop within the class")
                .isInstanceOfSatisfying(
                        RosterFile.Unreadable.class,
                        file -> assertThat(file.refusal().reason()).isEqualTo(IntakeReason.NO_GUARDIAN));
    }

    private static RosterFile read(String text) {
        return OndeReader.read(text.getBytes(UTF_8), TOURNELLES, YEAR);
    }

    private static Teachers teachers(String text) {
        return teachers(text.getBytes(UTF_8));
    }

    private static Teachers teachers(byte[] file) {
        RosterFile read = OndeReader.read(file, TOURNELLES, YEAR);
        assertThat(read).isInstanceOf(Teachers.class);
        return (Teachers) read;
    }

    private static Guardians guardians(String text) {
        return guardians(text.getBytes(UTF_8));
    }

    private static Guardians guardians(byte[] file) {
        RosterFile read = OndeReader.read(file, TOURNELLES, YEAR);
        assertThat(read).isInstanceOf(Guardians.class);
        return (Guardians) read;
    }
}
