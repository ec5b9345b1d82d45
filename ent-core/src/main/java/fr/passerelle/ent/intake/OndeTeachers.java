package fr.passerelle.ent.intake;

import fr.passerelle.ent.intake.Teachers.Teacher;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The lines of ONDE's file of teachers: family name, usage name, first name, whether she is head, and her class. */
final class OndeTeachers extends OndeLines {
    private static final Set<String> YES = Set.of("oui", "o", "x", "1", "vrai");
    private static final Set<String> NO = Set.of("", "non", "n", "0", "faux");

    private final List<Teacher> teachers = new ArrayList<>();

    @Override
    List<Column> columns(List<String> keys) throws WrongFile {
        return each(OndeField.of(OndeKind.TEACHERS), keys);
    }

    @Override
    RosterFile.Export roster(Uai school, SchoolYear year, String fileHash) throws WrongFile {
        if (teachers.isEmpty()) {
            throw new WrongFile(IntakeReason.NO_TEACHER);
        }
        return new Teachers(school, year, fileHash, teachers, findings());
    }

    @Override
    void take(OndeCells cells) {
        String family = cells.name(cells.at(OndeField.TEACHER_FAMILY_NAME));
        String usage = cells.nameOrNone(cells.at(OndeField.TEACHER_USAGE_NAME));
        String first = cells.name(cells.at(OndeField.TEACHER_FIRST_NAME));
        String classes = cells.classNames(cells.at(OndeField.TAUGHT_CLASS));
        if (cells.refused() || family == null || first == null) {
            return;
        }
        String head = OndeHeadings.key(cells.text(cells.at(OndeField.HEAD)));
        if (!YES.contains(head) && !NO.contains(head)) {
            cells.note(IntakeReason.UNKNOWN_HEAD);
        }
        teachers.add(new Teacher(cells.line(), family, usage, first, YES.contains(head), classes));
    }
}
