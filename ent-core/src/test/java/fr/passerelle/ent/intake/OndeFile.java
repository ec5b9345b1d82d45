package fr.passerelle.ent.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.ent.intake.Roster.Pupil;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints pupils as ONDE does, in every form in which its files come along. */
public record OndeFile(Encoding encoding, String lineEnd, boolean quoted, boolean frenchDates) {
    public static final OndeFile USUAL = new OndeFile(Encoding.LATIN_1, "\r\n", true, false);

    public static final List<String> HEADINGS = List.of(
            "Nom Elève",
            "Nom d'usage Elève",
            "Prénom Elève",
            "Date naissance",
            "Sexe",
            "Adresse1",
            "Cp1",
            "Commune1",
            "Pays1",
            "Adresse2",
            "Cp2",
            "Commune2",
            "Pays2",
            " Cycle",
            "Niveau",
            "Classe",
            "Attestation fournie",
            "Autorisations associations",
            "Autorisations photos",
            "Décision de passage");

    /** An encoding, with its byte order mark if it has one. */
    public enum Encoding {
        LATIN_1(ISO_8859_1),
        WINDOWS_1252(Charset.forName("windows-1252")),
        PLAIN_UTF_8(UTF_8),
        MARKED_UTF_8(UTF_8, 0xEF, 0xBB, 0xBF),
        MARKED_UTF_16LE(UTF_16LE, 0xFF, 0xFE),
        MARKED_UTF_16BE(UTF_16BE, 0xFE, 0xFF);

        private final Charset charset;

        @SuppressWarnings("ImmutableEnumChecker") // Never handed out.
        private final int[] mark;

        Encoding(Charset charset, int... mark) {
            this.charset = charset;
            this.mark = mark;
        }

        public byte[] encode(String text) {
            var bytes = new ByteArrayOutputStream();
            for (int value : mark) {
                bytes.write(value);
            }
            bytes.writeBytes(text.getBytes(charset));
            return bytes.toByteArray();
        }
    }

    public byte[] print(List<Pupil> pupils) {
        return printRows(Stream.concat(Stream.of(HEADINGS), pupils.stream().map(this::cells))
                .toList());
    }

    /** Headings and lines as they are given. */
    public byte[] printRows(List<List<String>> rows) {
        return encoding.encode(rows.stream().map(this::line).collect(Collectors.joining()));
    }

    public List<String> cells(Pupil pupil) {
        return List.of(
                pupil.familyName(),
                Objects.requireNonNullElse(pupil.usageName(), ""),
                pupil.firstName(),
                date(pupil.birthDate()),
                "F",
                quoted ? "Bât. \"A\";\r\n1 rue de l'Exemple" : "1 rue de l'Exemple",
                "00000",
                "FICTIVILLE",
                "FRANCE",
                "",
                "",
                "",
                "",
                "CYCLE III",
                pupil.level() == null ? "" : pupil.level().name(),
                Objects.requireNonNullElse(pupil.className(), ""),
                "Non",
                "Non",
                "Non",
                "");
    }

    public String date(LocalDate date) {
        return frenchDates ? date.format(DateTimeFormatter.ofPattern("dd/MM/uuuu")) : date.toString();
    }

    private String line(List<String> cells) {
        return cells.stream().map(this::cell).collect(Collectors.joining(";")) + lineEnd;
    }

    private String cell(String text) {
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
