package fr.passerelle.app.web;

import fr.passerelle.ent.intake.Guardians;
import fr.passerelle.ent.intake.Guardians.Child;
import fr.passerelle.ent.intake.Roster;
import fr.passerelle.ent.intake.RosterFile.Export;
import fr.passerelle.ent.intake.Teachers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom a line of a file gives.
 *
 * @param group the class by which she is listed: her own, the one she teaches, or her first child's; empty for none
 * @param birthDate null for an adult
 */
record RosterLine(
        String group, String family, String first, @Nullable LocalDate birthDate) {

    /** All of a file, by number. */
    static Map<Integer, RosterLine> of(Export file) {
        Map<Integer, RosterLine> lines = new HashMap<>();
        if (file instanceof Roster roster) {
            roster.pupils()
                    .forEach(pupil -> lines.put(
                            pupil.line(),
                            line(
                                    pupil.className(),
                                    pupil.usageName(),
                                    pupil.familyName(),
                                    pupil.firstName(),
                                    pupil.birthDate())));
        } else if (file instanceof Teachers teachers) {
            teachers.teachers()
                    .forEach(teacher -> lines.put(
                            teacher.line(),
                            line(
                                    teacher.classes(),
                                    teacher.usageName(),
                                    teacher.familyName(),
                                    teacher.firstName(),
                                    null)));
        } else {
            ((Guardians) file)
                    .guardians()
                    .forEach(guardian -> lines.put(
                            guardian.line(),
                            line(
                                    guardian.children().stream()
                                            .map(Child::className)
                                            .filter(Objects::nonNull)
                                            .findFirst()
                                            .orElse(null),
                                    guardian.usageName(),
                                    guardian.familyName(),
                                    guardian.firstName(),
                                    null)));
        }
        return lines;
    }

    private static RosterLine line(
            @Nullable String group,
            @Nullable String usage,
            String family,
            String first,
            @Nullable LocalDate birthDate) {
        return new RosterLine(group == null ? "" : group, usage == null ? family : usage, first, birthDate);
    }

    @Override
    public String toString() {
        return "RosterLine[" + group + "]";
    }
}
