package fr.passerelle.ent.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.intake.OndeFile.Encoding;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OndePupilsTest {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final LocalDate BORN = LocalDate.of(2016, 2, 29);
    private static final String NEEDED = "Nom Elève;Nom d'usage Elève;Prénom Elève;Date naissance;Niveau;Classe";

    @Test
    void the_six_columns_are_read_and_no_other() {
        var pupil = new Pupil(2, "ZÉDRIMEL-OUVRAC", "QUELLORI", "Maëva", BORN, Level.CM2, "CM2 B");
        Roster roster = roster(OndeFile.USUAL.print(List.of(pupil)));

        assertThat(roster.school()).isEqualTo(TOURNELLES);
        assertThat(roster.year()).isEqualTo(YEAR);
        assertThat(roster.fileHash()).matches("[0-9a-f]{64}");
        assertThat(roster.pupils()).containsExactly(pupil);
        assertThat(roster.findings()).isEmpty();
    }

    @Test
    void nothing_that_is_printed_shows_a_name() {
        var pupil = new Pupil(2, "ZÉDRIMEL", "QUELLORI", "Maëva", BORN, Level.CM2, "CM2 B");
        Roster roster = roster(OndeFile.USUAL.print(List.of(pupil)));
        assertThat(roster + " " + roster.pupils()).doesNotContain("ZÉDRIMEL", "QUELLORI", "Maëva", "2016");
    }

    @Test
    void siblings_at_one_address_are_two_pupils() {
        var first = new Pupil(2, "ZÉDRIMEL", null, "Maëva", BORN, Level.CM2, "CM2 B");
        var second = new Pupil(4, "ZÉDRIMEL", null, "Tavio", BORN, Level.CM2, "CM2 B");
        assertThat(roster(OndeFile.USUAL.print(List.of(first, second))).pupils())
                .as("the address has a line break: the second pupil begins on line 4 or later")
                .extracting(Pupil::firstName)
                .containsExactly("Maëva", "Tavio");
    }

    @Test
    void line_numbers_count_the_lines_of_text_within_quotes() {
        var pupils = List.of(
                new Pupil(2, "ZÉDRIMEL", null, "Maëva", BORN, Level.CM2, "CM2 B"),
                new Pupil(4, "ZÉDRIMEL", null, "Tavio", BORN, Level.CM2, "CM2 B"),
                new Pupil(6, "ZÉDRIMEL", null, "Yanou", BORN, Level.CM2, "CM2 B"));
        assertThat(roster(OndeFile.USUAL.print(pupils)).pupils()).isEqualTo(pupils);
    }

    @Test
    void headings_are_known_whatever_their_accents_case_blanks_stars_and_order() {
        String headings = "\uFEFFCLASSE* ; prenom eleve;\"Né(e) le\";NIVEAU;Nom  d’usage;Nom élève*";
        Roster roster = roster(headings + "\r\nCM2 B;Maëva;29/02/2016;CM2;;ZÉDRIMEL\r\n");
        assertThat(roster.pupils()).containsExactly(new Pupil(2, "ZÉDRIMEL", null, "Maëva", BORN, Level.CM2, "CM2 B"));
        assertThat(roster.findings()).isEmpty();
    }

    @Test
    void the_newer_headings_are_known() {
        Roster roster = roster("""
                Nom élève;Nom d'usage;Prénom;Né(e) le;Libellé classe;Classe ou regroupement;Regroupement(s);INE;\
                Identifiant classe;Date inscription;Etat;Dispositif(s);PCS;Niveau
                ZÉDRIMEL;;Maëva;29/02/2016;CM2 B;CM2 B et CM1;;;;;;;;CM2
                """);
        assertThat(roster.pupils()).extracting(Pupil::className).containsExactly("CM2 B");
        assertThat(roster.findings()).isEmpty();
    }

    @Test
    void an_unknown_heading_is_told_by_its_column_and_not_read() {
        Roster roster = roster(NEEDED + ";Couleur\nZÉDRIMEL;;Maëva;2016-02-29;CM2;CM2 B;bleu\n");
        assertThat(roster.pupils()).hasSize(1);
        assertThat(roster.complete()).isTrue();
        assertThat(roster.findings())
                .containsExactly(new Finding(1, IntakeReason.UNKNOWN_HEADING, Map.of("column", "7")));
    }

    @ParameterizedTest
    @CsvSource({
        "CM2, CM2",
        "cm2, CM2",
        "CE 1, CE1",
        "COURS MOYEN 2E ANNEE, CM2",
        "Cours moyen 1ère année, CM1",
        "COURS ELEMENTAIRE 2EME ANNEE, CE2",
        "COURS ELEMENTAIRE PREMIERE ANNEE, CE1",
        "COURS PREPARATOIRE, CP",
        "TOUTE PETITE SECTION, TPS",
        "PETITE SECTION, PS",
        "Moyenne section de maternelle, MS",
        "GRANDE SECTION, GS",
        "ULIS, ULIS",
        "ULIS école, ULIS",
        "Unité localisée pour l'inclusion scolaire, ULIS",
        "UPE2A, UPE2A",
        "Unité pédagogique pour élèves allophones arrivants, UPE2A"
    })
    void levels_are_known_by_their_short_names_and_in_words(String label, Level level) {
        Roster roster = roster(NEEDED + "\nZÉDRIMEL;;Maëva;2016-02-29;" + label + ";Bleue\n");
        assertThat(roster.pupils()).extracting(Pupil::level).containsExactly(level);
        assertThat(roster.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CM3", "SIXIEME", "CM1-CM2", "1"})
    void a_pupil_of_an_unknown_level_is_kept_without_one(String label) {
        Roster roster = roster(NEEDED + "\nZÉDRIMEL;;Maëva;2016-02-29;" + label + ";Bleue\n");
        assertThat(roster.pupils()).hasSize(1).extracting(Pupil::level).containsOnlyNulls();
        assertThat(roster.findings()).containsExactly(new Finding(2, IntakeReason.UNKNOWN_LEVEL, Map.of()));
        assertThat(roster.complete()).isTrue();
    }

    @Test
    void a_pupil_without_a_class_is_kept_without_one() {
        Roster roster = roster(NEEDED + "\nZÉDRIMEL;;Maëva;2016-02-29;CM2;  \n");
        assertThat(roster.pupils()).hasSize(1).extracting(Pupil::className).containsOnlyNulls();
        assertThat(roster.findings()).containsExactly(new Finding(2, IntakeReason.WITHOUT_CLASS, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ZÉDRIMEL;;Maëva;2017-02-29;CM2;CM2 B | BAD_DATE",
                "ZÉDRIMEL;;Maëva;31/04/2016;CM2;CM2 B | BAD_DATE",
                "ZÉDRIMEL;;Maëva;29/02/16;CM2;CM2 B | BAD_DATE",
                "ZÉDRIMEL;;Maëva;02-29-2016;CM2;CM2 B | BAD_DATE",
                "ZÉDRIMEL;;Maëva;1926-02-28;CM2;CM2 B | IMPLAUSIBLE_DATE",
                "ZÉDRIMEL;;Maëva;2027-01-01;CM2;CM2 B | IMPLAUSIBLE_DATE",
                "ZÉDRIMEL;;Maëva;;CM2;CM2 B | MISSING_VALUE",
                ";;Maëva;2016-02-29;CM2;CM2 B | MISSING_VALUE",
                "ZÉDRIMEL;; \u00A0;2016-02-29;CM2;CM2 B | MISSING_VALUE",
                "ZÉDRIMEL;;?!;2016-02-29;CM2;CM2 B | BAD_CHARACTERS",
                "=HYPERLINK(A1);;Maëva;2016-02-29;CM2;CM2 B | BAD_CHARACTERS",
                "ZÃ‰DRIMEL;;Maëva;2016-02-29;CM2;CM2 B | BAD_CHARACTERS",
                "ZÉDRIMEL;;MaÃ\u00A0va;2016-02-29;CM2;CM2 B | BAD_CHARACTERS",
                "Z\uFFFDDRIMEL;;Maëva;2016-02-29;CM2;CM2 B | BAD_CHARACTERS",
                "ZÉDRIMEL;A\u0007B;Maëva;2016-02-29;CM2;CM2 B | BAD_CHARACTERS",
                "ZÉDRIMEL;;Maëva;2016-02-29;CM2;<b>CM2</b> | BAD_CHARACTERS",
                "ZÉDRIMEL;;Maëva;2016-02-29;CM2;CM2 B;x | WRONG_COLUMNS",
                "ZÉDRIMEL;;Maëva;2016-02-29;CM2 | WRONG_COLUMNS",
                "ZÉDRIMEL;;\"Maëva\" X;2016-02-29;CM2;CM2 B | BROKEN_QUOTES",
                "ZÉDRIMEL;;\"Maëva;2016-02-29;CM2;CM2 B | BROKEN_QUOTES",
                "ZÉDRIMEL;;Maëva\";2016-02-29;CM2;CM2 B | BAD_CHARACTERS",
            })
    void a_bad_line_is_told_with_its_number_and_the_rest_goes_on(String line, IntakeReason reason) {
        Roster roster = roster(NEEDED
                + "\nQUELLORI;;Tavio;2016-01-01;CM2;CM2 B\n"
                + line
                + "\nBRALADIZAC;;\"Yanou\";2016-01-02;CM2;CM2 B\n");
        assertThat(roster.pupils()).extracting(Pupil::line).containsExactly(2, 4);
        assertThat(roster.complete()).isFalse();
        assertThat(roster.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.reason()).isEqualTo(reason);
            assertThat(finding.sentence(Locale.FRENCH))
                    .startsWith("Ligne 3 : ")
                    .endsWith("(" + reason.code() + ")")
                    .doesNotContain("{", "?", "DRIMEL", "va;");
            assertThat(finding.sentence(Locale.ENGLISH)).startsWith("Line 3: ").doesNotContain("{");
        });
    }

    @Test
    void a_stray_quote_does_not_swallow_the_lines_after_it() {
        Roster roster = roster(NEEDED
                + "\nQUELLORI;;\"Tavio;2016-01-01;CM2;CM2 B\nZÉDRIMEL;;Maëva;2016-02-29;CM2;CM2 B\n"
                + "BRALADIZAC;;Yanou;2016-01-02;CM2;CM2 B\n");
        assertThat(roster.pupils()).extracting(Pupil::line).containsExactly(3, 4);
        assertThat(roster.findings()).containsExactly(Finding.of(2, IntakeReason.BROKEN_QUOTES));
    }

    @Test
    void a_file_cut_after_a_line_break_within_quotes_does_not_pass_for_whole() {
        Roster roster = roster(NEEDED + "\nQUELLORI;;Tavio;2016-01-01;CM2;CM2 B\n"
                + "\"ZÉDRIMEL\";\"\";\"Maëva\";\"2016-02-29\";\"CM2\";\"CM2\n");
        assertThat(roster.pupils()).extracting(Pupil::line).containsExactly(2);
        assertThat(roster.findings()).containsExactly(Finding.of(3, IntakeReason.BROKEN_QUOTES));
    }

    @Test
    void every_wrong_cell_of_a_line_is_told() {
        Roster roster = roster(NEEDED + "\nQUELLORI;;Tavio;2016-01-01;CM2;CM2 B\n;@;;x;CM2;" + "C".repeat(61) + "\n");
        assertThat(roster.findings())
                .extracting(Finding::reason)
                .containsExactlyInAnyOrder(
                        IntakeReason.MISSING_VALUE,
                        IntakeReason.BAD_CHARACTERS,
                        IntakeReason.MISSING_VALUE,
                        IntakeReason.BAD_DATE,
                        IntakeReason.VALUE_TOO_LONG);
    }

    @Test
    void a_cell_of_ten_thousand_characters_is_read_and_a_longer_one_refused() {
        String kept = "Q;;Tavio;2016-01-01;CM2;CM2 B;" + "x".repeat(10_000);
        String refused = "R;;Tavio;2016-01-01;CM2;CM2 B;" + "x".repeat(10_001);
        String huge = "S;;Tavio;2016-01-01;CM2;CM2 B;" + "x".repeat(200_000);
        String after = "T;;Tavio;2016-01-01;CM2;CM2 B;";
        Roster roster = roster(String.join("\n", NEEDED + ";INE", kept, refused, huge, after) + "\n");
        assertThat(roster.pupils()).extracting(Pupil::familyName).containsExactly("Q", "T");
        assertThat(roster.findings())
                .containsExactly(Finding.of(3, IntakeReason.BROKEN_QUOTES), Finding.of(4, IntakeReason.BROKEN_QUOTES));
    }

    @Test
    void names_with_particles_hyphens_and_portuguese_letters_are_kept_as_written() {
        Roster roster = roster(NEEDED + "\nDE LA  TOUR-D'ÉGUY;GUIMARÃES;João Léo;2016-02-29;CM2;CM2 B\n");
        assertThat(roster.pupils())
                .containsExactly(new Pupil(2, "DE LA TOUR-D'ÉGUY", "GUIMARÃES", "João Léo", BORN, Level.CM2, "CM2 B"));
    }

    @Test
    void decomposed_accents_and_line_breaks_in_a_name_are_put_right() {
        Roster roster = roster(NEEDED + "\n\"ZE\u0301DRIMEL\r\nOUVRAC\";;Maëva;2016-02-29;CM2;CM2 B\n");
        assertThat(roster.pupils()).extracting(Pupil::familyName).containsExactly("ZÉDRIMEL OUVRAC");
    }

    @Test
    void a_line_that_stands_twice_is_two_pupils_of_the_roster() {
        String line = "\nZÉDRIMEL;;Maëva;2016-02-29;CM2;CM2 B";
        assertThat(roster(NEEDED + line + line + "\n").pupils())
                .extracting(Pupil::line)
                .containsExactly(2, 3);
    }

    @Test
    void blank_lines_and_lines_of_separators_are_passed_over() {
        Roster roster = roster(NEEDED + "\n\n;;;;;\n \nZÉDRIMEL;;Maëva;2016-02-29;CM2;CM2 B\n;;;;;\n\n");
        assertThat(roster.pupils()).extracting(Pupil::line).containsExactly(5);
        assertThat(roster.findings()).isEmpty();
    }

    @Test
    void a_last_line_without_a_line_end_is_taken_only_if_no_needed_cell_can_be_cut() {
        String lines = "\nQUELLORI;;Tavio;2016-01-01;CM2;CM2 B\nZÉDRIMEL;;Maëva;2016-02-29;CM2;CM2 B";
        Roster classLast = roster(NEEDED + lines);
        assertThat(classLast.pupils()).extracting(Pupil::line).containsExactly(2);
        assertThat(classLast.findings()).containsExactly(Finding.of(3, IntakeReason.CUT_LINE));

        Roster otherLast = roster(NEEDED + ";INE" + lines.replace("\nZ", ";1\nZ") + ";2");
        assertThat(otherLast.pupils()).extracting(Pupil::line).containsExactly(2, 3);
        assertThat(otherLast.complete()).isTrue();
    }

    @Test
    void an_old_encoding_with_one_utf8_line_refuses_that_line_only() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.write((NEEDED + "\nZÉDRIMEL;;Maëva;2016-02-29;CM2;CM2 B\n").getBytes(ISO_8859_1));
        bytes.write("QUÉLLORI;;Maëva;2016-02-29;CM2;CM2 B\n".getBytes(UTF_8));
        Roster roster = roster(bytes.toByteArray());
        assertThat(roster.pupils()).extracting(Pupil::familyName).containsExactly("ZÉDRIMEL");
        assertThat(roster.findings()).extracting(Finding::line).containsOnly(3);
    }

    @Test
    void a_stream_is_read_up_to_the_limit_and_left_open() throws IOException {
        var stream =
                new ByteArrayInputStream(OndeFile.USUAL.print(
                        List.of(new Pupil(2, "ZÉDRIMEL", null, "Maëva", BORN, Level.CM2, "CM2 B")))) {
                    boolean closed;

                    @Override
                    public void close() {
                        closed = true;
                    }
                };
        assertThat(OndeReader.read(stream, TOURNELLES, YEAR)).isInstanceOf(Roster.class);
        assertThat(stream.closed).isFalse();
    }

    @Test
    void twenty_thousand_lines_are_read_and_one_more_refused() {
        List<List<String>> rows = new ArrayList<>(List.of(OndeFile.HEADINGS));
        var pupil = new Pupil(2, "ZÉDRIMEL", null, "Maëva", BORN, Level.CM2, "CM2 B");
        OndeFile unquoted = new OndeFile(Encoding.PLAIN_UTF_8, "\n", false, false);
        rows.addAll(Collections.nCopies(OndeReader.MAX_LINES, unquoted.cells(pupil)));
        assertThat(roster(unquoted.printRows(rows)).pupils()).hasSize(OndeReader.MAX_LINES);

        rows.add(unquoted.cells(pupil));
        assertThat(unreadable(unquoted.printRows(rows))).isEqualTo(IntakeReason.TOO_MANY_LINES);
    }

    private static Roster roster(String text) {
        return roster(text.getBytes(UTF_8));
    }

    private static Roster roster(byte[] file) {
        RosterFile read = OndeReader.read(file, TOURNELLES, YEAR);
        assertThat(read).isInstanceOf(Roster.class);
        return (Roster) read;
    }

    private static @Nullable Object unreadable(byte[] file) {
        return OndeReader.read(file, TOURNELLES, YEAR) instanceof RosterFile.Unreadable unreadable
                ? unreadable.refusal().reason()
                : null;
    }
}
