package fr.passerelle.ent.intake;

import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads ONDE's export of a school's pupils, {@code CSVExtraction-eleves.csv}.
 *
 * <p>Six columns are read, found by heading in any order: family name, usage name, first name, birth date, level and
 * class. Addresses, sex, authorisations, INE and all others are not: nothing here needs them, and what is not read
 * cannot leak (RGPD article 5: data minimisation).
 *
 * <p>Pure: same bytes, same result. Source: the heading lines of ONDE and Base élèves, see {@code docs/glossary.md}.
 */
public final class OndePupils {
    /** Most bytes of a file: 10 MB. */
    public static final int MAX_BYTES = 10_000_000;
    /** Most lines of a file. */
    public static final int MAX_LINES = 20_000;
    /** Most characters of a cell. */
    public static final int MAX_CELL = 10_000;
    /** Most characters of a name. */
    public static final int MAX_NAME = 100;

    private static final List<OndeField> FIELDS = List.of(OndeField.values());
    private static final int OLDEST_PUPIL_YEARS = 20;
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT));
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    /** Two bytes of UTF-8 read as windows-1252 look like this: a file written in two encodings. */
    private static final Pattern TWO_ENCODINGS = Pattern.compile("[ÂÃ]\\P{ASCII}");

    private static final Pattern NOT_IN_A_CLASS_NAME = Pattern.compile("[\\p{C}\uFFFD<>]");
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[\\p{C}\uFFFD<>\"=;@]");

    private OndePupils() {}

    /**
     * Reads a file that is open; reads no more than {@link #MAX_BYTES} and one, and does not close it.
     *
     * @param school whose file it is: the file itself does not say
     * @param year which year it is of: the file does not say either
     * @return a roster with what was found, or why nothing may be taken from the file
     * @throws IOException if the stream cannot be read
     */
    public static RosterFile read(InputStream file, Uai school, SchoolYear year) throws IOException {
        return read(file.readNBytes(MAX_BYTES + 1), school, year);
    }

    /** Reads the bytes of a whole file; see {@link #read(InputStream, Uai, SchoolYear)}. */
    public static RosterFile read(byte[] file, Uai school, SchoolYear year) {
        try {
            if (file.length > MAX_BYTES) {
                throw new WrongFile(IntakeReason.FILE_TOO_LARGE, "limit", MAX_BYTES / 1_000_000);
            }
            Lines lines = new Lines(year);
            OndeTable.read(FileText.of(file), lines);
            if (lines.pupils.isEmpty()) {
                throw new WrongFile(IntakeReason.NO_PUPIL);
            }
            return new Roster(school, year, sha256(file), lines.pupils, lines.findings);
        } catch (WrongFile e) {
            return new RosterFile.Unreadable(e.refusal());
        }
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static final class Lines implements OndeTable.Reader {
        private final SchoolYear year;
        private final List<Pupil> pupils = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private boolean lastColumnIsRead;

        Lines(SchoolYear year) {
            this.year = year;
        }

        @Override
        public List<Integer> headings(List<String> headings) throws WrongFile {
            List<String> keys = headings.stream().map(OndeHeadings::key).toList();
            if (keys.contains("nomresponsable")) {
                throw new WrongFile(IntakeReason.GUARDIANS_FILE);
            }
            if (keys.contains("directeur")) {
                throw new WrongFile(IntakeReason.TEACHERS_FILE);
            }
            if (keys.size() == 1
                    && (headings.get(0).contains(",") || headings.get(0).contains("\t"))) {
                throw new WrongFile(IntakeReason.WRONG_SEPARATOR);
            }
            List<Integer> columns = new ArrayList<>();
            for (OndeField field : FIELDS) {
                columns.add(column(field, keys));
            }
            for (int column = 0; column < keys.size(); column++) {
                if (!OndeHeadings.isKnown(keys.get(column))) {
                    findings.add(Finding.of(1, IntakeReason.UNKNOWN_HEADING, "column", column + 1));
                }
            }
            lastColumnIsRead = columns.contains(keys.size() - 1);
            return columns;
        }

        private static int column(OndeField field, List<String> keys) throws WrongFile {
            for (String key : field.keys()) {
                int column = keys.indexOf(key);
                if (column >= 0 && column != keys.lastIndexOf(key)) {
                    throw new WrongFile(IntakeReason.HEADING_TWICE, "heading", field.heading());
                }
                if (column >= 0) {
                    return column;
                }
            }
            throw new WrongFile(IntakeReason.MISSING_HEADING, "heading", field.heading());
        }

        @Override
        public void broken(Finding finding) {
            findings.add(finding);
        }

        @Override
        public void line(OndeTable.Line line) {
            if (line.cut() && lastColumnIsRead) {
                findings.add(Finding.of(line.number(), IntakeReason.CUT_LINE));
                return;
            }
            new Cells(line).pupil();
        }

        /** One line; every wrong cell is told, not only the first. */
        private final class Cells {
            private final OndeTable.Line line;
            private boolean refused;

            Cells(OndeTable.Line line) {
                this.line = line;
            }

            void pupil() {
                String family = name(OndeField.FAMILY_NAME, true);
                String usage = name(OndeField.USAGE_NAME, false);
                String first = name(OndeField.FIRST_NAME, true);
                LocalDate birth = birthDate();
                String className = className();
                if (refused || family == null || first == null || birth == null) {
                    return;
                }
                Level level = OndeLevels.parse(text(OndeField.LEVEL));
                if (level == null) {
                    note(IntakeReason.UNKNOWN_LEVEL);
                }
                if (className == null) {
                    note(IntakeReason.WITHOUT_CLASS);
                }
                pupils.add(new Pupil(line.number(), family, usage, first, birth, level, className));
            }

            private @Nullable String name(OndeField field, boolean required) {
                String name = text(field);
                if (name.isEmpty()) {
                    if (required) {
                        refuse(field, IntakeReason.MISSING_VALUE);
                    }
                    return null;
                }
                if (!LETTER.matcher(name).find() || hasBadCharacters(field, NOT_IN_A_NAME)) {
                    return refuse(field, IntakeReason.BAD_CHARACTERS);
                }
                return name.length() > MAX_NAME ? tooLong(field, MAX_NAME) : name;
            }

            private @Nullable String className() {
                String name = text(OndeField.CLASS);
                if (name.isEmpty()) {
                    return null;
                }
                if (hasBadCharacters(OndeField.CLASS, NOT_IN_A_CLASS_NAME)) {
                    return refuse(OndeField.CLASS, IntakeReason.BAD_CHARACTERS);
                }
                return PlaceReason.badGroupName(name) ? tooLong(OndeField.CLASS, 60) : name;
            }

            private @Nullable LocalDate birthDate() {
                String text = text(OndeField.BIRTH_DATE);
                if (text.isEmpty()) {
                    refuse(OndeField.BIRTH_DATE, IntakeReason.MISSING_VALUE);
                    return null;
                }
                LocalDate date = date(text);
                if (date == null) {
                    refuse(OndeField.BIRTH_DATE, IntakeReason.BAD_DATE);
                } else if (date.getYear() > year.firstYear()
                        || date.getYear() < year.firstYear() - OLDEST_PUPIL_YEARS) {
                    refuse(Finding.of(line.number(), IntakeReason.IMPLAUSIBLE_DATE, "year", year));
                }
                return date;
            }

            private static @Nullable LocalDate date(String text) {
                for (DateTimeFormatter form : DATES) {
                    try {
                        return LocalDate.parse(text, form);
                    } catch (DateTimeParseException e) {
                        // The other form may fit.
                    }
                }
                return null;
            }

            private String text(OndeField field) {
                String composed = Normalizer.normalize(raw(field), Normalizer.Form.NFC);
                return BLANKS.matcher(composed).replaceAll(" ").strip();
            }

            private String raw(OndeField field) {
                return line.cells().get(FIELDS.indexOf(field));
            }

            private boolean hasBadCharacters(OndeField field, Pattern forbidden) {
                return forbidden.matcher(text(field)).find()
                        || TWO_ENCODINGS.matcher(raw(field)).find();
            }

            private @Nullable String tooLong(OndeField field, int limit) {
                refuse(new Finding(
                        line.number(),
                        IntakeReason.VALUE_TOO_LONG,
                        Map.of("field", field.heading(), "limit", Integer.toString(limit))));
                return null;
            }

            private @Nullable String refuse(OndeField field, IntakeReason reason) {
                refuse(Finding.of(line.number(), reason, "field", field.heading()));
                return null;
            }

            private void refuse(Finding finding) {
                refused = true;
                findings.add(finding);
            }

            private void note(IntakeReason reason) {
                findings.add(Finding.of(line.number(), reason));
            }
        }
    }
}
