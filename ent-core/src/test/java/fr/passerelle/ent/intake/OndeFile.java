package fr.passerelle.ent.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.ent.intake.Guardians.Child;
import fr.passerelle.ent.intake.Guardians.Guardian;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.intake.Teachers.Teacher;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints pupils, teachers and guardians as ONDE does, in every form in which its files come along. */
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

    public static final List<String> TEACHER_HEADINGS = List.of(
            "Civilité",
            "Nom usage",
            "Nom",
            "Prénom",
            "Adresse",
            "CP",
            "Commune",
            "Pays",
            "Courriel",
            "Téléphone domicile",
            "Téléphone portable",
            "Directeur",
            "Classe");

    public static final List<String> GUARDIAN_HEADINGS = List.of(
            "Civilité Responsable",
            "Nom usage responsable",
            "Nom responsable",
            "Prénom responsable",
            "Adresse responsable",
            "CP responsable",
            "Commune responsable",
            "Pays",
            "Courriel",
            "Téléphone domicile",
            "Téléphone travail",
            "Numéro de poste",
            "Téléphone portable");

    public static final List<String> CHILD_HEADINGS =
            List.of("Nom d'usage enfant", "Nom de famille enfant", "Prénom enfant", "Classes enfants");

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

    public byte[] printTeachers(List<Teacher> teachers) {
        return printRows(
                Stream.concat(Stream.of(TEACHER_HEADINGS), teachers.stream().map(this::cells))
                        .toList());
    }

    /** As many children's columns as the guardian with most children needs, at least one child's. */
    public byte[] printGuardians(List<Guardian> guardians) {
        int children = Math.max(
                1,
                guardians.stream()
                        .mapToInt(guardian -> guardian.children().size())
                        .max()
                        .orElse(1));
        return printRows(Stream.concat(
                        Stream.of(guardianHeadings(children)),
                        guardians.stream().map(guardian -> cells(guardian, children)))
                .toList());
    }

    public static List<String> guardianHeadings(int children) {
        List<String> headings = new ArrayList<>(GUARDIAN_HEADINGS);
        for (int child = 0; child < children; child++) {
            headings.addAll(CHILD_HEADINGS);
        }
        return headings;
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

    public List<String> cells(Teacher teacher) {
        return List.of(
                "MME",
                Objects.requireNonNullElse(teacher.usageName(), ""),
                teacher.familyName(),
                teacher.firstName(),
                quoted ? "Bât. \"A\";\r\n1 rue de l'Exemple" : "1 rue de l'Exemple",
                "00000",
                "FICTIVILLE",
                "FRANCE",
                "",
                "",
                "",
                teacher.head() ? "oui" : "non",
                Objects.requireNonNullElse(teacher.classes(), ""));
    }

    public List<String> cells(Guardian guardian, int children) {
        List<String> cells = new ArrayList<>(List.of(
                "M.",
                Objects.requireNonNullElse(guardian.usageName(), ""),
                guardian.familyName(),
                guardian.firstName(),
                quoted ? "Bât. \"A\";\r\n1 rue de l'Exemple" : "1 rue de l'Exemple",
                "00000",
                "FICTIVILLE",
                "FRANCE",
                "",
                "",
                "",
                "",
                ""));
        for (int i = 0; i < children; i++) {
            if (i < guardian.children().size()) {
                Child child = guardian.children().get(i);
                cells.addAll(List.of(
                        "", child.familyName(), child.firstName(), Objects.requireNonNullElse(child.className(), "")));
            } else {
                cells.addAll(List.of("", "", "", ""));
            }
        }
        return cells;
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
