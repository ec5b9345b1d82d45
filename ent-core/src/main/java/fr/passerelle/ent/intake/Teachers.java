package fr.passerelle.ent.intake;

import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The teachers of one school in one school year, as an exported file gives them; its {@code toString} shows no name.
 *
 * @param fileHash SHA-256 of the file's bytes, in lower-case hexadecimal
 * @param teachers in the order of the file; at least one
 * @param findings in order of lines
 */
public record Teachers(Uai school, SchoolYear year, String fileHash, List<Teacher> teachers, List<Finding> findings)
        implements RosterFile.Export {
    public Teachers {
        teachers = List.copyOf(teachers);
        findings = List.copyOf(findings);
    }

    @Override
    public OndeKind kind() {
        return OndeKind.TEACHERS;
    }

    @Override
    public String toString() {
        return "Teachers[" + school + ", " + year + ", " + teachers.size() + " teachers, " + findings.size()
                + " findings]";
    }

    /**
     * One line; texts as in {@link Roster.Pupil}.
     *
     * @param line where it begins in the file, from 1
     * @param familyName the name at birth
     * @param usageName the name used instead, or null
     * @param head whether she leads the school
     * @param classes the name of her class, or several separated by commas; null for a teacher without a class
     */
    public record Teacher(
            int line,
            String familyName,
            @Nullable String usageName,
            String firstName,
            boolean head,
            @Nullable String classes) {
        @Override
        public String toString() {
            return "Teacher[line " + line + "]";
        }
    }
}
