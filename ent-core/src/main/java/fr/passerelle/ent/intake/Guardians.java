package fr.passerelle.ent.intake;

import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The guardians of one school's pupils in one school year, as an exported file gives them; its {@code toString} shows no
 * name.
 *
 * @param fileHash SHA-256 of the file's bytes, in lower-case hexadecimal
 * @param guardians in the order of the file; at least one
 * @param findings in order of lines
 */
public record Guardians(Uai school, SchoolYear year, String fileHash, List<Guardian> guardians, List<Finding> findings)
        implements RosterFile.Export {
    public Guardians {
        guardians = List.copyOf(guardians);
        findings = List.copyOf(findings);
    }

    @Override
    public OndeKind kind() {
        return OndeKind.GUARDIANS;
    }

    @Override
    public String toString() {
        return "Guardians[" + school + ", " + year + ", " + guardians.size() + " guardians, " + findings.size()
                + " findings]";
    }

    /**
     * One line; texts as in {@link Roster.Pupil}.
     *
     * @param line where it begins in the file, from 1
     * @param familyName the name at birth
     * @param usageName the name used instead, or null
     * @param children whom she answers for, in the order of the line; may be empty
     */
    public record Guardian(
            int line, String familyName, @Nullable String usageName, String firstName, List<Child> children) {
        public Guardian {
            children = List.copyOf(children);
        }

        @Override
        public String toString() {
            return "Guardian[line " + line + "]";
        }
    }

    /**
     * A pupil as a guardian's line names her: without a birth date.
     *
     * @param className null where the line gives none
     */
    public record Child(
            String familyName, String firstName, @Nullable String className) {
        @Override
        public String toString() {
            return "Child[…]";
        }
    }
}
