package fr.passerelle.ent.intake;

import fr.passerelle.ent.intake.Guardians.Child;
import fr.passerelle.ent.intake.Guardians.Guardian;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The lines of ONDE's file of guardians: family name, usage name, first name, then the children, each under headings that
 * are the same for all: the first child is the first column of each heading, the second the second. There are as many as
 * the guardian with most children needs, and lines may leave out the last ones.
 */
final class OndeGuardians extends OndeLines {
    private static final List<OndeField> OWN =
            List.of(OndeField.GUARDIAN_FAMILY_NAME, OndeField.GUARDIAN_USAGE_NAME, OndeField.GUARDIAN_FIRST_NAME);
    private static final List<OndeField> OF_A_CHILD =
            List.of(OndeField.CHILD_FAMILY_NAME, OndeField.CHILD_FIRST_NAME, OndeField.CHILD_CLASS);

    private final List<Guardian> guardians = new ArrayList<>();

    @Override
    List<Column> columns(List<String> keys) throws WrongFile {
        List<Column> columns = each(OWN, keys);
        int children = all(OndeField.CHILD_FAMILY_NAME, keys).size();
        for (OndeField field : OF_A_CHILD) {
            children = Math.max(children, all(field, keys).size());
        }
        for (int child = 0; child < children; child++) {
            for (OndeField field : OF_A_CHILD) {
                List<Column> found = all(field, keys);
                if (child >= found.size()) {
                    throw new WrongFile(IntakeReason.MISSING_HEADING, "heading", field.heading());
                }
                columns.add(found.get(child));
            }
        }
        return columns;
    }

    @Override
    int leastColumns(List<Column> columns, int headings) {
        return 1
                + Collections.max(columns.subList(0, OWN.size() + OF_A_CHILD.size()).stream()
                        .map(Column::index)
                        .toList());
    }

    @Override
    RosterFile.Export roster(Uai school, SchoolYear year, String fileHash) throws WrongFile {
        if (guardians.isEmpty()) {
            throw new WrongFile(IntakeReason.NO_GUARDIAN);
        }
        return new Guardians(school, year, fileHash, guardians, findings());
    }

    @Override
    void take(OndeCells cells) {
        String family = cells.name(cells.at(OndeField.GUARDIAN_FAMILY_NAME));
        String usage = cells.nameOrNone(cells.at(OndeField.GUARDIAN_USAGE_NAME));
        String first = cells.name(cells.at(OndeField.GUARDIAN_FIRST_NAME));
        List<Child> children = children(cells);
        if (!cells.refused() && family != null && first != null) {
            guardians.add(new Guardian(cells.line(), family, usage, first, children));
        }
    }

    private static List<Child> children(OndeCells cells) {
        List<Child> children = new ArrayList<>();
        for (int cell = OWN.size(); cell < cells.count(); cell += OF_A_CHILD.size()) {
            if ((cells.text(cell) + cells.text(cell + 1) + cells.text(cell + 2)).isEmpty()) {
                continue;
            }
            String family = cells.name(cell);
            String first = cells.name(cell + 1);
            String className = cells.className(cell + 2);
            if (family != null && first != null) {
                children.add(new Child(family, first, className));
            }
        }
        return children;
    }
}
