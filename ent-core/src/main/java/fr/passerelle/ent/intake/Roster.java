package fr.passerelle.ent.intake;

import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pupils of one school in one school year, as an exported file gives them; its {@code toString} shows no name.
 *
 * @param fileHash SHA-256 of the file's bytes, in lower-case hexadecimal
 * @param pupils in the order of the file; at least one. A pupil who stands twice in the file stands twice here
 * @param findings in order of lines
 */
public record Roster(Uai school, SchoolYear year, String fileHash, List<Pupil> pupils, List<Finding> findings)
        implements RosterFile.Export {
    public Roster {
        pupils = List.copyOf(pupils);
        findings = List.copyOf(findings);
    }

    @Override
    public OndeKind kind() {
        return OndeKind.PUPILS;
    }

    @Override
    public String toString() {
        return "Roster[" + school + ", " + year + ", " + pupils.size() + " pupils, " + findings.size() + " findings]";
    }

    /**
     * One line. Texts are in Unicode form NFC, stripped, their inner blanks single; accents, case and hyphens as in the
     * file.
     *
     * @param line where it begins in the file, from 1
     * @param familyName the name at birth
     * @param usageName the name used instead, or null
     * @param level null where the file names none that is known
     * @param className null for a pupil who is in no class yet
     */
    public record Pupil(
            int line,
            String familyName,
            @Nullable String usageName,
            String firstName,
            LocalDate birthDate,
            @Nullable Level level,
            @Nullable String className) {
        @Override
        public String toString() {
            return "Pupil[line " + line + "]";
        }
    }
}
