package fr.passerelle.ent.intake;

import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.util.ArrayList;
import java.util.List;

/** What the readers of ONDE's three files share: columns found by heading, and what there is to tell. */
abstract class OndeLines {
    private final List<Finding> findings = new ArrayList<>();
    private List<OndeField> fields = List.of();
    private boolean lastColumnIsRead;
    private int leastColumns;

    /** A column that is read. */
    record Column(OndeField field, int index) {}

    /** The columns to read, in the order in which {@link #take} finds them. */
    abstract List<Column> columns(List<String> keys) throws WrongFile;

    /** Takes a line, or refuses one of its cells. */
    abstract void take(OndeCells cells);

    /** What was read; the file is wrong if no line gives anybody. */
    abstract RosterFile.Export roster(Uai school, SchoolYear year, String fileHash) throws WrongFile;

    /** What there is to tell so far, in order of lines. */
    final List<Finding> findings() {
        return findings;
    }

    final List<Integer> headings(List<String> keys) throws WrongFile {
        List<Column> columns = columns(keys);
        for (int column = 0; column < keys.size(); column++) {
            if (!OndeHeadings.isKnown(keys.get(column))) {
                findings.add(Finding.of(1, IntakeReason.UNKNOWN_HEADING, "column", column + 1));
            }
        }
        fields = columns.stream().map(Column::field).toList();
        leastColumns = leastColumns(columns, keys.size());
        List<Integer> wanted = columns.stream().map(Column::index).toList();
        lastColumnIsRead = wanted.contains(keys.size() - 1);
        return wanted;
    }

    /** How many cells a line must have; those after it may be left out. */
    int leastColumns(List<Column> columns, int headings) {
        return headings;
    }

    final int leastColumns() {
        return leastColumns;
    }

    final void line(OndeTable.Line line) {
        if (line.cut() && lastColumnIsRead) {
            findings.add(Finding.of(line.number(), IntakeReason.CUT_LINE));
        } else {
            take(new OndeCells(line, fields, findings));
        }
    }

    final void broken(Finding finding) {
        findings.add(finding);
    }

    /** The column of a field that stands once. */
    static Column one(OndeField field, List<String> keys) throws WrongFile {
        List<Column> columns = all(field, keys);
        if (columns.size() > 1) {
            throw new WrongFile(IntakeReason.HEADING_TWICE, "heading", field.heading());
        }
        return columns.get(0);
    }

    /** Every column under the surest of a field's headings that is there; at least one. */
    static List<Column> all(OndeField field, List<String> keys) throws WrongFile {
        for (String key : field.keys()) {
            List<Column> columns = new ArrayList<>();
            for (int index = 0; index < keys.size(); index++) {
                if (keys.get(index).equals(key)) {
                    columns.add(new Column(field, index));
                }
            }
            if (!columns.isEmpty()) {
                return columns;
            }
        }
        throw new WrongFile(IntakeReason.MISSING_HEADING, "heading", field.heading());
    }

    /** The columns of fields that stand once each. */
    static List<Column> each(List<OndeField> fields, List<String> keys) throws WrongFile {
        List<Column> columns = new ArrayList<>();
        for (OndeField field : fields) {
            columns.add(one(field, keys));
        }
        return columns;
    }
}
