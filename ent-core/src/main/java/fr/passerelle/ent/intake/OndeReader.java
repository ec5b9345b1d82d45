package fr.passerelle.ent.intake;

import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads ONDE's exports of a school: its pupils, its teachers or its pupils' guardians. Which one a file is shows in its
 * headings; columns are found by heading, in any order.
 *
 * <p>Only what is needed is read. Of a pupil: names, birth date, level and class; of a teacher: names, whether she is
 * head, and her class; of a guardian: names, and the names and class of the children she answers for. Addresses, e-mail,
 * telephone, sex, authorisations, INE and all others are not: nothing here needs them, and what is not read cannot leak
 * (RGPD article 5: data minimisation).
 *
 * <p>Pure: same bytes, same result. Source: the heading lines of ONDE and Base élèves, see {@code docs/glossary.md}.
 */
public final class OndeReader {
    /** Most bytes of a file: 10 MB. */
    public static final int MAX_BYTES = 10_000_000;
    /** Most lines of a file. */
    public static final int MAX_LINES = 20_000;
    /** Most characters of a cell. */
    public static final int MAX_CELL = 10_000;
    /** Most characters of a name. */
    public static final int MAX_NAME = 100;

    private OndeReader() {}

    /**
     * Reads a file that is open; reads no more than {@link #MAX_BYTES} and one, and does not close it.
     *
     * @param school whose file it is: the file itself does not say
     * @param year which year it is of: the file does not say either
     * @return what was found, or why nothing may be taken from the file
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
            AnyFile any = new AnyFile(year);
            OndeTable.read(FileText.of(file), any);
            return any.lines().roster(school, year, sha256(file));
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

    /** Learns from the headings which file it is. */
    private static final class AnyFile implements OndeTable.Reader {
        private final SchoolYear year;
        private @Nullable OndeLines lines;

        AnyFile(SchoolYear year) {
            this.year = year;
        }

        OndeLines lines() {
            if (lines == null) {
                throw new IllegalStateException("A text that is not empty has a first line.");
            }
            return lines;
        }

        @Override
        public List<Integer> headings(List<String> headings) throws WrongFile {
            if (headings.size() == 1
                    && (headings.get(0).contains(",") || headings.get(0).contains("\t"))) {
                throw new WrongFile(IntakeReason.WRONG_SEPARATOR);
            }
            List<String> keys = headings.stream().map(OndeHeadings::key).toList();
            if (OndeField.GUARDIAN_FAMILY_NAME.keys().stream().anyMatch(keys::contains)) {
                lines = new OndeGuardians();
            } else if (OndeField.HEAD.keys().stream().anyMatch(keys::contains)) {
                lines = new OndeTeachers();
            } else {
                lines = new OndePupils(year);
            }
            return lines.headings(keys);
        }

        @Override
        public int leastColumns() {
            return lines().leastColumns();
        }

        @Override
        public void line(OndeTable.Line line) {
            lines().line(line);
        }

        @Override
        public void broken(Finding finding) {
            lines().broken(finding);
        }
    }
}
