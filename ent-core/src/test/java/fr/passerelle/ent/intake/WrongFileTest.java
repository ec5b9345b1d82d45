package fr.passerelle.ent.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.model.Uai;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is given in place of one of ONDE's files, and what is said of it. */
class WrongFileTest {
    private static final String HEADINGS = String.join(";", OndeFile.HEADINGS);
    private static final String NEEDED = "Nom Elève;Nom d'usage Elève;Prénom Elève;Date naissance;Niveau;Classe";

    static List<Arguments> files() throws IOException {
        return List.of(
                wrong("an empty file", IntakeReason.EMPTY_FILE, ""),
                wrong("blank lines only", IntakeReason.EMPTY_FILE, "\r\n \r\n"),
                wrong("a byte order mark only", IntakeReason.EMPTY_FILE, new byte[] {(byte) 0xFF, (byte) 0xFE}),
                wrong("eleven megabytes", IntakeReason.FILE_TOO_LARGE, new byte[11_000_000]),
                wrong("a zip archive", IntakeReason.SPREADSHEET, zip("CSVExtraction-eleves.csv")),
                wrong("a workbook", IntakeReason.SPREADSHEET, zip("xl/workbook.xml")),
                wrong("an old workbook", IntakeReason.SPREADSHEET, hex("d0cf11e0a1b11ae100000000")),
                wrong("a gzip file", IntakeReason.SPREADSHEET, hex("1f8b0800000000000003")),
                wrong("a sign-in page", IntakeReason.WEB_PAGE, "\n<!DOCTYPE html><html><body>Connexion</body></html>"),
                wrong("an AAF file", IntakeReason.WEB_PAGE, "<?xml version=\"1.0\"?><ficAlimMENESR/>"),
                wrong("a PDF", IntakeReason.NOT_TEXT, "%PDF-1.7\n1 0 obj"),
                wrong("a picture", IntakeReason.NOT_TEXT, hex("ffd8ffe000104a46494600010101")),
                wrong("UTF-16 without its mark", IntakeReason.NOT_TEXT, HEADINGS.getBytes(UTF_16LE)),
                wrong("commas", IntakeReason.WRONG_SEPARATOR, HEADINGS.replace(';', ',') + "\nA,B\n"),
                wrong("tabs", IntakeReason.WRONG_SEPARATOR, HEADINGS.replace(';', '\t') + "\nA\tB\n"),
                wrong("no guardian", IntakeReason.NO_GUARDIAN, """
                        Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;\
                        Adresse responsable;CP responsable;Commune responsable;Pays;Courriel;Téléphone domicile;\
                        Téléphone travail;Numéro de poste;Téléphone portable;Nom d'usage enfant;Nom de famille enfant;\
                        Prénom enfant;Classes enfants
                        """),
                wrong("no teacher", IntakeReason.NO_TEACHER, """
                        Civilité;Nom usage;Nom;Prénom;Adresse;CP;Commune;Pays;Courriel;Téléphone domicile;\
                        Téléphone portable;Directeur;Classe
                        """),
                wrong(
                        "guardians without children",
                        IntakeReason.MISSING_HEADING,
                        "Nom responsable;Nom usage responsable;Prénom responsable\nZÉDRIMEL;;Ana\n"),
                wrong("guardians whose last child has no class", IntakeReason.MISSING_HEADING, """
                        Nom responsable;Nom usage responsable;Prénom responsable;Nom de famille enfant;Prénom enfant;\
                        Classes enfants;Nom de famille enfant;Prénom enfant
                        """),
                wrong("teachers without a class", IntakeReason.MISSING_HEADING, "Nom;Nom usage;Prénom;Directeur\n"),
                wrong("a guardian's name twice", IntakeReason.HEADING_TWICE, """
                        Nom responsable;Nom responsable;Nom usage responsable;Prénom responsable;Nom de famille enfant;\
                        Prénom enfant;Classes enfants
                        """),
                wrong("another table", IntakeReason.MISSING_HEADING, "Nom;Prénom\nZÉDRIMEL;Maëva\n"),
                wrong("any text", IntakeReason.MISSING_HEADING, "Bonjour, voici le fichier.\n".replace(",", "")),
                wrong("no headings", IntakeReason.MISSING_HEADING, "ZÉDRIMEL;;Maëva;2016-02-29;CM2;CM2 B\n"),
                wrong("broken headings", IntakeReason.MISSING_HEADING, "\"Nom\" Elève;Classe\nA;B\n"),
                wrong("a heading twice", IntakeReason.HEADING_TWICE, NEEDED + ";CLASSE*\n"),
                wrong("headings only", IntakeReason.NO_PUPIL, HEADINGS + "\r\n"),
                wrong("bad lines only", IntakeReason.NO_PUPIL, NEEDED + "\n;;;;;x\n"),
                wrong("a last line too short", IntakeReason.TRUNCATED, NEEDED + "\nA;;B;2016-01-01;CM2;CM2\nZÉDRI"),
                wrong(
                        "an open quote",
                        IntakeReason.TRUNCATED,
                        NEEDED + "\nA;;B;2016-01-01;CM2;CM2\n\"ZÉDRIMEL\";\"\";\"Maëv"),
                wrong("half a letter", IntakeReason.TRUNCATED, cut(NEEDED + "\nA;;B;2016-01-01;CM2;CM2\nZÉ", UTF_8)),
                wrong("headings cut", IntakeReason.MISSING_HEADING, cut(HEADINGS.substring(0, 40), ISO_8859_1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_wrong_file_changes_nothing_and_says_what_to_do(String what, IntakeReason reason, byte[] file) {
        RosterFile read = OndeReader.read(file, new Uai("0771369V"), new SchoolYear(2026));

        assertThat(read).isInstanceOf(RosterFile.Unreadable.class);
        Refusal refusal = ((RosterFile.Unreadable) read).refusal();
        assertThat(refusal.reason()).isEqualTo(reason);
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(Sentences.withCode(refusal.reason(), refusal.facts(), locale))
                    .doesNotContain("{", " ? ", "DRIM")
                    .endsWith("(" + reason.code() + ")");
        }
    }

    private static Arguments wrong(String what, IntakeReason reason, String text) {
        return wrong(what, reason, text.getBytes(UTF_8));
    }

    private static Arguments wrong(String what, IntakeReason reason, byte[] file) {
        return Arguments.of(what, reason, file);
    }

    private static byte[] cut(String text, java.nio.charset.Charset charset) {
        byte[] bytes = text.getBytes(charset);
        return java.util.Arrays.copyOf(bytes, bytes.length - 1);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] zip(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(HEADINGS.getBytes(ISO_8859_1));
        }
        return bytes.toByteArray();
    }
}
